import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Attachments } from '../../platform/files/pages/Attachments.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { type KeyFact, KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AnswerPoint, type Said } from './AnswerPoint.tsx'
import type { Referral } from './api.ts'
import { Facts } from './Facts.tsx'
import { PointFacts } from './PointFacts.tsx'
import { PointLine } from './PointLine.tsx'
import { PointState } from './PointState.tsx'
import { Steps } from './Steps.tsx'
import { useWhat } from './useWhat.ts'

/** A referral for the receiver: what is asked, without a name until something is taken on; then who it is and the next steps. */
export function ReceiverSide({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  const [said, setSaid] = useState<Said | null>(null)
  const whatOf = useWhat()
  const { points, particulars, sentBy, from, inCase } = referral
  const asked = points.filter(({ state }) => state === 'asked')
  const underWay = points.filter(({ state }) => ['accepted', 'changed', 'waiting', 'begun'].includes(state))
  const crumbs = [
    { to: '/referrals/received' as const, label: t('doors.referrals') },
    { label: t('list.received') },
  ]
  if (said)
    return (
      <PageFrame narrow tab={t('page.tab')} title={t(`answer.done.${said}`)} crumbs={crumbs}>
        <Done
          title={inCase ? t('answer.toldInCase') : t('answer.told', { name: sentBy.name })}
          sub={inCase && underWay.length > 0 ? t('answer.nextInCase') : t(nextOf[said])}
        >
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            {said !== 'declined' || asked.length > 0 || underWay.length > 0 ? (
              <Button kind="filled" onClick={() => setSaid(null)}>
                {t('answer.see')}
              </Button>
            ) : null}
            <Button to="/">{t('answer.home')}</Button>
          </div>
        </Done>
      </PageFrame>
    )
  return (
    <PageFrame
      narrow
      tab={t('page.tab')}
      title={particulars?.who ?? t('answer.title')}
      sub={t('page.from', { institution: from.name, day: longDate(dayOf(referral.sentAt)) })}
      crumbs={crumbs}
    >
      <Stack>
        {inCase ? <FactsInCase referral={referral} inCase={inCase} /> : <Facts referral={referral} />}
        {asked.map((point, i) => (
          <Fragment key={point.id}>
            {point.said.length > 0 && <PointFacts point={point} />}
            <AnswerPoint
              point={point}
              inCase={inCase !== null}
              onSaid={setSaid}
              // The only thing that is asked needs no name of its own.
              alone={points.length === 1}
              first={i === 0}
            />
          </Fragment>
        ))}
        {underWay.map((point, i) => (
          <Section
            key={point.id}
            heading={whatOf(point)}
            more={<PointState state={point.state} outcome={point.outcome} />}
          >
            <PointFacts point={point} />
            <Steps point={point} first={asked.length === 0 && i === 0} />
          </Section>
        ))}
        {points.length > asked.length + underWay.length && (
          <Section heading={t('page.pointsTheirs')}>
            <Rows>
              {points
                .filter((point) => !asked.includes(point) && !underWay.includes(point))
                .map((point) => (
                  <PointLine key={point.id} point={point} referral={referral} />
                ))}
            </Rows>
          </Section>
        )}
        {particulars && (
          <Section heading={t('page.attached')}>
            <Attachments scopeId={referral.id} aboutId={referral.id} hint={t('page.attachHintTheirs')} />
          </Section>
        )}
        {inCase ? (
          <p className="sm muted">
            {inCase.family ? t('page.whyOfTeam') : t('page.whyInCase', { code: inCase.code ?? '' })}
          </p>
        ) : (
          !particulars && <p className="sm muted">{t('page.why')}</p>
        )}
      </Stack>
    </PageFrame>
  )
}

const nextOf = {
  accepted: 'answer.next',
  changed: 'answer.next',
  waiting: 'answer.next',
  declined: 'answer.nextDeclined',
  returned: 'answer.nextReturned',
} as const

type FactsInCaseProps = { referral: Referral; inCase: NonNullable<Referral['inCase']> }

/** Within a case: what is asked and its frame, and who coordinates; of the family what the reader knows anyway. */
function FactsInCase({ referral, inCase }: FactsInCaseProps) {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  const whatOf = useWhat()
  const { points, from } = referral
  const point = points[0]!
  const waits = points.find(({ state }) => state === 'asked')
  const facts: KeyFact[] = [
    ...(waits ? [{ label: t('page.answerBy'), value: <DueLabel day={waits.answerBy} /> }] : []),
    ...(inCase.family
      ? [
          {
            label: t('page.family'),
            value: <Link to={pageAt('/families/$id', { id: inCase.id })}>{inCase.family}</Link>,
          },
        ]
      : []),
    { label: t('page.pointsTheirs'), value: whatOf(point), more: point.request },
    ...(point.frequency && !point.request?.includes(point.frequency)
      ? [{ label: t('answer.frequency'), value: point.frequency }]
      : []),
    ...(point.starts ? [{ label: t('answer.starts'), value: longDate(point.starts) }] : []),
    ...(point.ends ? [{ label: t('answer.ends'), value: longDate(point.ends) }] : []),
    {
      label: t('page.asks'),
      value: [inCase.coordinator, from.name].filter(Boolean).join(', '),
      more: (inCase.coordinatorPhone ?? from.phone) && (
        <PhoneLink phone={(inCase.coordinatorPhone ?? from.phone)!} />
      ),
    },
  ]
  return <KeyFacts facts={facts} />
}
