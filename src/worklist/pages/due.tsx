import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'
import { TaskList } from './TaskList.tsx'

export const due: DuePart = { kind: 'task', place: 'below', position: 10, Part: Tasks, always: true }

/** What I do today and tomorrow. */
function Tasks({ query }: { query: DueQuery }) {
  const { t } = useTranslation('worklist', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')} count={query.data?.length || undefined}>
      <Loaded query={query}>
        {(tasks) => (
          <>
            <TaskList
              tasks={tasks.map(({ id, what, due, family, code, state }) => ({
                id,
                what: what!,
                due,
                about: [family ?? code, state && t('insteadOf', { name: state })].filter(Boolean).join(' · '),
              }))}
            />
            {tasks.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
          </>
        )}
      </Loaded>
    </Section>
  )
}
