import { Printer } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Attachments } from '../../platform/files/pages/Attachments.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { FoldingRow } from '../../platform/kit/FoldingRow.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { referralParts } from '../../platform/web/all-doors.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AnswerPoint } from './AnswerPoint.tsx'
import { type Referral, referralsApi } from './api.ts'
import { Complete } from './Complete.tsx'
import { Guests } from './Guests.tsx'
import { PointLine } from './PointLine.tsx'
import { PointState } from './PointState.tsx'
import { ReferralTrack } from './ReferralTrack.tsx'
import { Steps } from './Steps.tsx'
import { useWhat } from './useWhat.ts'
import { WhatTheySee } from './WhatTheySee.tsx'
import { Withdraw } from './Withdraw.tsx'

const closed = ['done', 'declined', 'withdrawn', 'stopped', 'expired']

/** A referral for who sent it: where it is, what came of each thing asked, and what the receiver reads. */
export function SenderSide({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const { points, particulars } = referral
  const [withdrawing, setWithdrawing] = useState(false)
  const open = points.filter(({ state }) => !closed.includes(state))
  const returned = points.filter(({ state }) => state === 'returned')
  const waits = points.find(({ state }) => state === 'asked')
  return (
    <Columns aside={<Aside referral={referral} />}>
      <Stack>
        <ReferralTrack referral={referral} />
        {referral.keptFrom && referral.keptFrom.length > 0 && (
          <Note>{t('page.keptFrom', { people: referral.keptFrom.join(', ') })}</Note>
        )}
        {!referral.to.id && <Letter referral={referral} />}
        {!referral.to.id && <Guests referral={referral} open={referral.basisHolds && open.length > 0} />}
        {returned.length > 0 && <Complete referral={referral} points={returned} />}
        <Section
          heading={t('page.points')}
          count={points.length}
          more={t('page.outcomes', {
            done: points.filter(({ state }) => state === 'done').length,
            all: points.length,
          })}
        >
          <Rows ordered>
            {points.map((point) => (
              <PointLine key={point.id} point={point} referral={referral} />
            ))}
          </Rows>
          {withdrawing ? (
            <Withdraw referral={referral} points={open} onDone={() => setWithdrawing(false)} />
          ) : (
            open.length > 0 && (
              <p style={{ paddingTop: 12 }}>
                <Button size="small" onClick={() => setWithdrawing(true)}>
                  {t('withdraw.open')}
                </Button>
              </p>
            )
          )}
        </Section>
        {waits && referral.to.id && (
          <Silence referral={referral} days={waits.totalDays} until={waits.answerBy} />
        )}
        {particulars && (
          <Section heading={t('page.what')}>
            <p style={{ whiteSpace: 'pre-line' }}>{particulars.words}</p>
            <p style={{ padding: '8px 0' }}>
              <Button icon={Printer} size="small" to={`/api/referrals/${referral.id}/family.pdf`}>
                {t('family.print')}
              </Button>
            </p>
            <Attachments
              scopeId={referral.id}
              aboutId={referral.id}
              hint={t(referral.to.id ? 'page.attachHint' : 'page.attachHintLetter')}
            />
          </Section>
        )}
      </Stack>
    </Columns>
  )
}

/** Who is asked is not in Splot: the letter is printed, and what they answered is written down here. */
function Letter({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const whatOf = useWhat()
  const [saying, setSaying] = useState<string | null>(null)
  const goesOn = referral.points.filter(({ state }) =>
    ['asked', 'accepted', 'waiting', 'begun'].includes(state),
  )
  return (
    <Section heading={t('letter.title')}>
      <p className="sm muted">{t('letter.how')}</p>
      <p style={{ padding: '8px 0' }}>
        <Button kind="filled" icon={Printer} to={`/api/referrals/${referral.id}/print.pdf`}>
          {t('letter.print')}
        </Button>
      </p>
      <Rows>
        {goesOn.map((point) => (
          <FoldingRow
            key={point.id}
            title={whatOf(point)}
            end={<PointState state={point.state} />}
            open={saying === point.id}
            onTurn={() => setSaying(saying === point.id ? null : point.id)}
          >
            {point.state === 'asked' ? (
              <AnswerPoint
                point={point}
                inCase={false}
                outside
                alone
                first={false}
                onSaid={() => setSaying(null)}
              />
            ) : (
              <Steps point={point} first={false} outside />
            )}
          </FoldingRow>
        ))}
      </Rows>
    </Section>
  )
}

type SilenceProps = { referral: Referral; days: number; until: string }

/** Whom silence is told on which day, by the rules of work. */
function Silence({ referral, days, until }: SilenceProps) {
  const { t } = useTranslation('referrals')
  const { dayAndMonth, list } = useWords()
  const steps = [
    ...(until >= today() ? [{ on: today(), words: t('page.silenceNow') }] : []),
    { on: until, words: t('page.silenceLast') },
    ...referral.silence.map(({ step, on, people }) => ({
      on,
      words: t(`page.silenceSteps.${step}`, { people: list(people) }),
    })),
  ].sort((a, b) => a.on.localeCompare(b.on))
  return (
    <Section heading={t('page.silence', { institution: referral.to.name })} more={t('page.silenceMore')}>
      <p className="sm muted">{t('page.silenceDays', { days })}</p>
      <Rows ordered>
        {steps.map(({ on, words }) => (
          <Row
            key={words}
            lead={<span className="sm">{on === today() ? t('page.today') : dayAndMonth(on)}</span>}
            title={<span style={{ fontWeight: 400 }}>{words}</span>}
          />
        ))}
      </Rows>
    </Section>
  )
}

function Aside({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const { to, particulars, handlers, basisHolds } = referral
  const takenOn = referral.points.some(({ state }) =>
    ['accepted', 'waiting', 'begun', 'done'].includes(state),
  )
  const isNamed = referral.guests.some(({ state }) => state !== 'gone' && state !== 'refused')
  const cameIn = referral.guests.some(({ state }) => state === 'in')
  const openNow = referral.points.some(({ state }) => ['asked', 'returned'].includes(state))
  return (
    <div>
      {(to.id || isNamed) && (
        <WhatTheySee
          now={isNamed && !cameIn ? null : takenOn ? 'after' : openNow ? 'before' : 'nothing'}
          of={{
            institution: to.name,
            aboutAs: referral.aboutAs,
            age: referral.age,
            communeName: referral.communeName,
            who: particulars?.who ?? '',
            phone: particulars?.phone ?? null,
            phoneOf: particulars?.phoneOf ?? null,
            guest: !to.id,
          }}
        />
      )}
      <Basis referral={referral} holds={basisHolds} />
      {referralParts.map(({ key, Part }) => (
        <Suspense key={key}>
          <Part id={referral.id} />
        </Suspense>
      ))}
      {to.id && (
        <PlainSection heading={t('page.handlers')}>
          {handlers.length > 0 ? (
            <Rows onLinen>
              {handlers.map(({ name, position, phone, hours }) => (
                <PersonLine
                  key={name}
                  name={name}
                  part={`${to.name}, ${position}`}
                  phone={phone}
                  hours={hours}
                />
              ))}
            </Rows>
          ) : (
            <p>{t('page.nobodyYet')}</p>
          )}
        </PlainSection>
      )}
    </div>
  )
}

function Basis({ referral, holds }: { referral: Referral; holds: boolean }) {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  const { label } = useCodes()
  const [asking, setAsking] = useState(false)
  const { particulars, to, basis } = referral
  const withdraw = useDeed(
    (_: 'withdraw', key) => referralsApi.withdrawBasis({ params: { id: referral.id }, key }),
    () => setAsking(false),
  )
  return (
    <PlainSection
      heading={t('page.basis')}
      more={<Status kind={holds ? 'ok' : 'question'}>{t(holds ? 'page.valid' : 'page.notValid')}</Status>}
    >
      {particulars && (
        <p>
          {t(`page.basisBy.${basis}`, {
            name: particulars.agreedBy ?? '',
            as: particulars.agreedAs ?? '',
            form: particulars.agreedForm
              ? label('consents.consent_form', particulars.agreedForm).toLocaleLowerCase()
              : '',
            day: particulars.agreedOn ? longDate(particulars.agreedOn) : '',
            law: particulars.law ?? '',
          })}
        </p>
      )}
      <p>
        {referral.basisWithdrawnOn
          ? t('page.withdrawnOn', { day: longDate(referral.basisWithdrawnOn) })
          : t('page.until', { day: longDate(referral.basisUntil!) })}
      </p>
      {holds && (
        <>
          <p className="sm muted" style={{ margin: '6px 0' }}>
            {t(to.id ? 'page.afterwards' : 'page.afterwardsLetter', { institution: to.name })}
          </p>
          <Button size="small" onClick={() => setAsking(true)}>
            {t('basisOver.open')}
          </Button>
          <ConfirmDialog
            open={asking}
            title={t('basisOver.title')}
            deed={t('basisOver.deed')}
            danger
            busy={withdraw.busy}
            problem={withdraw.problem}
            onConfirm={() => withdraw.run('withdraw')}
            onClose={() => setAsking(false)}
          >
            <p>{t(to.id ? 'basisOver.text' : 'basisOver.textLetter', { institution: to.name })}</p>
          </ConfirmDialog>
        </>
      )}
    </PlainSection>
  )
}

/** When it was sent, and to whom. */
export function useSentTo() {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  return ({ to, sentAt }: Referral) =>
    t('page.sentTo', { institution: to.name, day: longDate(dayOf(sentAt)) })
}
