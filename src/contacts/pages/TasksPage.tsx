import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { worklistApi } from '../../worklist/pages/api.ts'
import { TaskList } from '../../worklist/pages/TaskList.tsx'
import { GiveTask } from './GiveTask.tsx'

/** What is to be done for a family, and by whom of the team. */
export function TasksPage() {
  const { t } = useTranslation('contacts')
  return (
    <FamilyFrame part="tasks" sub={t('tasks.sub')}>
      {(family) => <Tasks family={family} />}
    </FamilyFrame>
  )
}

function Tasks({ family }: { family: Family }) {
  const { t } = useTranslation('contacts')
  const query = useAsk(worklistApi.tasksOfCase, { params: { id: family.id }, query: {} })
  const whom = useWhom(family.id)
  return (
    <Section heading={t('tasks.title')} count={query.data?.length}>
      <Loaded query={query}>
        {(tasks) => (
          <>
            <TaskList
              tasks={tasks.map((task) => ({
                ...task,
                mine: task.mine && !family.closedAt,
                about: [
                  task.mine ? null : (task.workerName ?? task.institutionName),
                  whom?.beside(task.about),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            {tasks.length === 0 && <EmptyState>{t('tasks.empty')}</EmptyState>}
            {!family.closedAt && <GiveTask family={family} />}
          </>
        )}
      </Loaded>
    </Section>
  )
}
