import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { type KeyFact, KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AnswerPoint, type Said } from './AnswerPoint.tsx'
import type { Referral } from './api.ts'
import { PointFacts, PointLine } from './PointLine.tsx'
import { PointState } from './PointState.tsx'
import { Steps } from './Steps.tsx'
import { useAbout } from './useAbout.ts'

/** A referral for the receiver: what is asked, without a name until something is taken on; then who it is and the next steps. */
export function ReceiverSide({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  const [said, setSaid] = useState<Said | null>(null)
  const { points, particulars, sentBy, from } = referral
  const asked = points.filter(({ state }) => state === 'asked')
  const underWay = points.filter(({ state }) => ['accepted', 'waiting', 'begun'].includes(state))
  const crumbs = [
    { to: '/referrals/received' as const, label: t('doors.referrals') },
    { label: t('list.received') },
  ]
  if (said)
    return (
      <PageFrame narrow tab={t('page.tab')} title={t(`answer.done.${said}`)} crumbs={crumbs}>
        <Done title={t('answer.told', { name: sentBy.name })} sub={t(nextOf[said])}>
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
        <Facts referral={referral} />
        {asked.map((point, i) => (
          <AnswerPoint
            key={point.id}
            point={point}
            onSaid={setSaid}
            // The only thing that is asked needs no name of its own.
            alone={points.length === 1}
            first={i === 0}
          />
        ))}
        {underWay.map((point, i) => (
          <Section
            key={point.id}
            heading={point.what}
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
        {!particulars && <p className="sm muted">{t('page.why')}</p>}
      </Stack>
    </PageFrame>
  )
}

const nextOf = {
  accepted: 'answer.next',
  waiting: 'answer.next',
  declined: 'answer.nextDeclined',
  returned: 'answer.nextReturned',
} as const

function Facts({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  const about = useAbout()
  const { points, particulars, sentBy, from, basis, basisUntil } = referral
  const waits = points.find(({ state }) => state === 'asked')
  const facts: KeyFact[] = [
    ...(waits ? [{ label: t('page.answerBy'), value: <DueLabel day={waits.answerBy} /> }] : []),
    { label: t('page.for'), value: about(referral) },
    ...(points.length === 1 ? [{ label: t('page.pointsTheirs'), value: points[0]!.what }] : []),
    ...(particulars?.phone
      ? [
          {
            label: t('page.phone'),
            value: <PhoneLink phone={particulars.phone} />,
            more:
              particulars.phoneOf &&
              t('page.phoneMore', {
                whose: particulars.phoneOf,
                hours: particulars.phoneHours || 'none',
              }),
          },
        ]
      : []),
    ...(particulars
      ? [
          {
            label: t('page.whatTheirs'),
            value: <span style={{ whiteSpace: 'pre-line' }}>{particulars.words}</span>,
          },
        ]
      : []),
    {
      label: t('page.asks'),
      value: `${sentBy.name}, ${from.name}`,
      more: (sentBy.phone ?? from.phone) && <PhoneLink phone={(sentBy.phone ?? from.phone)!} />,
    },
    {
      label: t('page.basis'),
      value: t(`page.basisKind.${basis}`),
      more: t('page.untilTheirs', { day: longDate(basisUntil) }),
    },
  ]
  return <KeyFacts facts={facts} />
}
