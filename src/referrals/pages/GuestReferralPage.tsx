import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GuestFrame } from '../../guests/pages/GuestFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useParam } from '../../platform/web/place.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AnswerPoint, type Said } from './AnswerPoint.tsx'
import { referralsApi } from './api.ts'
import { Facts } from './Facts.tsx'
import { PointFacts } from './PointFacts.tsx'
import { PointState } from './PointState.tsx'
import { Steps } from './Steps.tsx'
import { useWhat } from './useWhat.ts'

/** A referral for somebody who is not in Splot, on a phone: what is asked, their answer, and the next steps of what they took on. */
export function GuestReferralPage() {
  const { t } = useTranslation('referrals', { keyPrefix: 'guestPage' })
  const [said, setSaid] = useState<{ answer: Said; to: string; over: boolean } | null>(null)
  if (said) return <Answered {...said} onSee={said.over ? undefined : () => setSaid(null)} />
  return (
    <GuestFrame
      title={t('title')}
      titleOf={({ particulars, points }) =>
        particulars?.who ?? (points.some(({ state }) => isUnanswered(state)) ? undefined : t('titleOver'))
      }
      who={t('who')}
      ask={referralsApi.guestPage}
    >
      {(page) => (
        <Shown
          page={page}
          onSaid={(answer) =>
            setSaid({
              answer,
              to: page.from.name,
              // The last thing that was open is declined: the page opens nothing any more.
              over: answer === 'declined' && page.points.filter(({ state }) => isOpen(state)).length === 1,
            })
          }
        />
      )}
    </GuestFrame>
  )
}

type Page = Awaited<ReturnType<typeof referralsApi.guestPage>>

const isUnderWay = (state: string) => ['accepted', 'waiting', 'begun'].includes(state)
const isUnanswered = (state: string) => state === 'asked' || state === 'returned'
const isOpen = (state: string) => isUnderWay(state) || isUnanswered(state) || state === 'done'

function Shown({ page, onSaid }: { page: Page; onSaid: (said: Said) => void }) {
  const { t } = useTranslation('referrals')
  const visit = useParam('visit')
  const { longDate } = useWords()
  const whatOf = useWhat()
  const { points, particulars, from } = page
  const asked = points.filter(({ state }) => state === 'asked')
  const underWay = points.filter(({ state }) => isUnderWay(state))
  const rest = points.filter((point) => !asked.includes(point) && !underWay.includes(point))
  return (
    <>
      <p className="muted">{t('page.from', { institution: from.name, day: longDate(page.sentOn) })}</p>
      <Facts referral={page} />
      {asked.map((point, i) => (
        <Fragment key={point.id}>
          {point.said.length > 0 && <PointFacts point={point} />}
          <AnswerPoint
            point={point}
            inCase={false}
            visit={visit}
            onSaid={onSaid}
            alone={points.length === 1}
            first={i === 0}
          />
        </Fragment>
      ))}
      {underWay.map((point, i) => (
        <Section key={point.id} heading={whatOf(point)} more={<PointState state={point.state} />}>
          <PointFacts point={point} />
          <Steps point={point} visit={visit} first={asked.length === 0 && i === 0} />
        </Section>
      ))}
      {rest.length > 0 && (
        <Section heading={t('page.pointsTheirs')}>
          <Rows>
            {rest.map((point) => (
              <Row
                key={point.id}
                title={whatOf(point)}
                sub={<PointFacts point={point} />}
                end={<PointState state={point.state} outcome={point.outcome} />}
              />
            ))}
          </Rows>
        </Section>
      )}
      {!particulars && points.some(({ state }) => isUnanswered(state)) && (
        <p className="sm muted">{t('guestPage.why')}</p>
      )}
    </>
  )
}

const nextOf = {
  accepted: 'answer.next',
  changed: 'answer.next',
  waiting: 'answer.next',
  declined: 'guestPage.nextDeclined',
  returned: 'guestPage.nextReturned',
} as const

function Answered({ answer, to, onSee }: { answer: Said; to: string; onSee: (() => void) | undefined }) {
  const { t } = useTranslation('referrals')
  return (
    <PageFrame narrow tab={t('page.tab')} title={t('guestPage.title')}>
      <Done title={t(`answer.done.${answer}`)} sub={t('guestPage.told', { institution: to })}>
        <p>{t(nextOf[answer])}</p>
        {onSee && (
          <Button kind="filled" onClick={onSee}>
            {t('guestPage.see')}
          </Button>
        )}
      </Done>
    </PageFrame>
  )
}
