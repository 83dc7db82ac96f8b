import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Basket, basketsApi, type Composing } from './api.ts'

type NoteLackingProps = { family: string; basket: Basket; need: Composing['needs'][number] }

/** A need for which nothing was found is kept as a gap of its goal with one tap: it counts for the commune, without the family. */
export function NoteLacking({ family, basket, need }: NoteLackingProps) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const what = label('directory.service_kind', need.serviceKind)
  const note = useDeed((_: 'note', key) =>
    basketsApi.recordGap({ params: { id: family }, body: { id: newId(), goalId: need.goalId, what }, key }),
  )
  if (basket.gaps.some((gap) => gap.goalId === need.goalId && gap.what === what))
    return (
      <p className="sm muted" role="status">
        {t('suggestion.noted')}
      </p>
    )
  return (
    <>
      <Button
        size="small"
        busy={note.busy}
        onClick={() => note.run('note')}
        aria-label={`${t('recordGap')}: ${what}`}
      >
        {t('recordGap')}
      </Button>
      <ProblemNotice problem={note.problem} />
    </>
  )
}
