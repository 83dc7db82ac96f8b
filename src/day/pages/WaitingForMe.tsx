import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { Day, OfJob } from './MyDayPage.tsx'
import { useAsks } from './useAsks.ts'

/** Who waits for my answer, families that nobody coordinates first, then the latest; one click leads to where the answer is given. */
export function WaitingForMe({ waiting }: { waiting: OfJob<Day['waitingForMe'][number]>[] }) {
  const { t } = useTranslation('day')
  const { clockTime } = useWords()
  const { question, deed, placeOf } = useAsks()
  if (waiting.length === 0) return <EmptyState>{t('waitingForMe.empty')}</EmptyState>
  return (
    <Rows>
      {waiting.map((ask) => {
        const family = ask.family ?? (ask.code && t('case', { code: ask.code }))
        const from = [ask.from, ask.fromInstitution].filter(Boolean).join(', ') || null
        const instead = ask.insteadOf && t('waitingForMe.insteadOf', { name: ask.insteadOf })
        return (
          <Row
            key={`${ask.kind} ${ask.id} ${ask.job?.id}`}
            lead={
              <DueLabel
                day={ask.due}
                {...(ask.answerAt && { detail: t('byHour', { hour: clockTime(ask.answerAt) }) })}
              />
            }
            tile={ask.fromKind && <InstitutionTile kind={ask.fromKind} />}
            title={question(ask)}
            to={placeOf(ask)}
            sub={
              <>
                {ask.job && <b className="m">{ask.job.name}</b>}
                {[
                  ask.job && '',
                  instead,
                  from,
                  family,
                  ask.climbed && t(`waitingForMe.climbed.${ask.climbed}`),
                ]
                  .filter((part) => typeof part === 'string')
                  .join(' · ')}
              </>
            }
            end={
              <Button size="small" to={placeOf(ask)}>
                {deed(ask)}
              </Button>
            }
          />
        )
      })}
    </Rows>
  )
}

/** Dangers that nobody has answered stand alone, with the phone of whoever reported them. */
export function Dangers({ waiting }: { waiting: OfJob<Day['waitingForMe'][number]>[] }) {
  const { t } = useTranslation('day')
  const { dateAndTime } = useWords()
  const { deed, placeOf } = useAsks()
  if (waiting.length === 0) return null
  return (
    <Urgent heading={t('danger.title')} level="h2">
      <Rows>
        {waiting.map((ask) => (
          <Row
            key={`${ask.id} ${ask.job?.id}`}
            title={t('danger.from', { from: [ask.from, ask.fromInstitution].filter(Boolean).join(', ') })}
            to={placeOf(ask)}
            sub={
              <>
                {ask.job && <b className="m">{ask.job.name}: </b>}
                {ask.seenAt
                  ? t('danger.read', { when: dateAndTime(ask.seenAt), name: ask.seenBy })
                  : t('danger.call')}
                {!ask.answers && ` ${t('read.sub')}`}
              </>
            }
            end={
              <>
                {ask.phone && <PhoneLink phone={ask.phone} />}
                <Button size="small" to={placeOf(ask)}>
                  {ask.seenAt ? t('danger.open') : deed(ask)}
                </Button>
              </>
            }
          />
        ))}
      </Rows>
    </Urgent>
  )
}
