import { useTranslation } from 'react-i18next'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { PointFacts } from '../../referrals/pages/PointFacts.tsx'
import { PointState } from '../../referrals/pages/PointState.tsx'
import type { Item, PointInCase } from './api.ts'

type InstitutionAnswerProps = { item: Item; point: PointInCase | undefined }

/** What the institution answered and how it goes, or how long it has been asked. */
export function InstitutionAnswer({ item, point }: InstitutionAnswerProps) {
  const { t } = useTranslation('baskets')
  const { dayAndMonth } = useWords()
  const { worker } = useSession()
  if (item.ours)
    return (
      <Status kind="ok">
        {t(item.provider?.id === worker?.institutionId ? 'answers.ours' : 'answers.theirs')}
      </Status>
    )
  if (!point) return <Status kind="question">{t('answers.notAsked')}</Status>
  if (point.state === 'asked')
    return (
      <>
        <Status kind="wait">{t('answers.waiting')}</Status>
        <AnswerThreads used={point.usedDays} total={point.totalDays} />
      </>
    )
  return (
    <span>
      <PointState state={point.state} outcome={point.outcome} />{' '}
      {point.answeredOn && <span className="sm muted">{dayAndMonth(point.answeredOn)}</span>}
    </span>
  )
}

/** What was asked for it before: of whom, when, and what they said. */
export function EarlierAnswers({ item, points }: { item: Item; points: PointInCase[] }) {
  const { t } = useTranslation('baskets')
  const { dayAndMonth } = useWords()
  if (!item.earlier.length) return null
  return (
    <Explain question={t('earlier', { count: item.earlier.length })}>
      {item.earlier.map(({ pointId, institution }) => {
        const point = points.find(({ id }) => id === pointId)
        return (
          point && (
            <div key={pointId} style={{ paddingTop: 6 }}>
              <p>
                {institution}, {dayAndMonth(point.askedOn)}{' '}
                <PointState state={point.state} outcome={point.outcome} />
              </p>
              <PointFacts point={point} />
            </div>
          )
        )
      })}
    </Explain>
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
