import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { directoryApi } from './api.ts'
import type { FiltersOf } from './useFilters.ts'

/** Nothing is there: that it lacks is kept with one tap, by its codes and never in the words that were typed. */
export function NothingFound({ of: { filters }, outOfReach }: { of: FiltersOf; outOfReach: boolean }) {
  const { t } = useTranslation('directory')
  const note = useDeed((_: undefined, key) =>
    directoryApi.noteUnmetNeed({
      body: {
        commune: filters.commune!,
        group: filters.group ?? undefined,
        problem: filters.problem ?? undefined,
        targetGroup: filters.targetGroup ?? undefined,
      },
      key,
    }),
  )
  const named = Boolean(filters.commune && (filters.group || filters.problem))
  if (note.done) return <EmptyState>{t('list.noted')}</EmptyState>
  return (
    <>
      <EmptyState
        action={
          named && (
            <Button size="small" busy={note.busy} onClick={() => note.run(undefined)}>
              {t('list.note')}
            </Button>
          )
        }
      >
        {t(outOfReach ? 'list.noneInReach' : 'list.none')} {t(named ? 'list.noneHint' : 'list.noteFor')}
      </EmptyState>
      {Boolean(note.problem) && <ProblemNotice problem={note.problem} />}
    </>
  )
}
