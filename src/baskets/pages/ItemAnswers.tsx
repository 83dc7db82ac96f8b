import { useTranslation } from 'react-i18next'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Item } from './api.ts'

/** What the institution answered, or how long it has been asked. */
export function InstitutionAnswer({ item }: { item: Item }) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { dayAndMonth } = useWords()
  const { worker } = useSession()
  if (item.ours)
    return (
      <Status kind="ok">
        {t(item.provider?.id === worker?.institutionId ? 'answers.ours' : 'answers.theirs')}
      </Status>
    )
  const day = item.institutionAnsweredOn && (
    <span className="sm muted">{dayAndMonth(item.institutionAnsweredOn)}</span>
  )
  switch (item.institutionAnswer) {
    case 'accepted':
      return (
        <>
          <Status kind="ok">{t('answers.accepted')}</Status> {day}
        </>
      )
    case 'changed':
      return (
        <>
          <Status kind="ok">{t('answers.changed')}</Status> {day}
        </>
      )
    case 'declined':
      return (
        <>
          <Status kind="no">{t('answers.declined')}</Status> {day}
          <span className="sm">{label('baskets.refusal_reason', item.refusalReason ?? '')}</span>
        </>
      )
  }
  if (!item.askedOn) return <Status kind="question">{t('answers.notAsked')}</Status>
  return (
    <>
      <Status kind="wait">{t('answers.waiting')}</Status>
      <AnswerThreads used={item.usedDays ?? 0} total={item.totalDays} />
    </>
  )
}

/** What the family answered, and its words. */
export function FamilyState({ item }: { item: Item }) {
  const { t } = useTranslation('baskets')
  const kind = { not_yet: 'question', yes: 'ok', no: 'declined', later: 'asked' } as const
  return (
    <>
      <Status kind={kind[item.familyAnswer]}>{t(`familyAnswers.${item.familyAnswer}`)}</Status>
      {item.familyWords && <span className="sm family">„{item.familyWords}”</span>}
      {item.familySaidBy.length > 0 && item.familyAnsweredHow && (
        <span className="sm muted">
          {t('saidByWho', {
            names: item.familySaidBy.map(({ name }) => name).join(', '),
            how: t(`hows.${item.familyAnsweredHow}`),
          })}
        </span>
      )}
    </>
  )
}
