import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { concernsContract } from '../contract.ts'
import { concernsApi } from './api.ts'
import { ConcernAnswer } from './ConcernAnswer.tsx'
import { ConcernState } from './ConcernsPage.tsx'
import { Heard } from './Heard.tsx'
import { SafetyNow } from './SafetyNow.tsx'

export type Concern = z.output<typeof concernsContract.concern.answer>

/** One concern: for who takes in, to read and to answer; for who sent it, what became of it. */
export function ConcernPage() {
  const { t } = useTranslation('concerns')
  const { dateAndTime } = useWords()
  const id = useParam('id')
  const query = useAsk(concernsApi.concern, { params: { id } })
  const [answered, setAnswered] = useState<'passed_on' | 'no_action' | null>(null)
  const crumbs = [{ to: '/concerns' as const, label: t('concerns.title') }, { label: t('concern.crumb') }]
  if (answered)
    return (
      <PageFrame tab={t('concern.tab')} title={t('concern.title')} crumbs={crumbs} narrow>
        <Done title={t(`concern.answered.${answered}`)} sub={t('concern.answered.told')}>
          <Button kind="filled" to="/concerns">
            {t('concern.answered.back')}
          </Button>
        </Done>
      </PageFrame>
    )
  if (!query.data)
    return (
      <PageFrame tab={t('concern.tab')} title={t('concern.title')} crumbs={crumbs}>
        {query.error ? (
          <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
        ) : (
          <LoadingRows rows={6} />
        )}
      </PageFrame>
    )
  const concern = query.data
  return (
    <PageFrame
      tab={t('concern.tab')}
      title={t('concern.title')}
      crumbs={crumbs}
      sub={t('concern.sub', { when: dateAndTime(concern.sentAt), to: concern.addressedTo })}
    >
      <Columns aside={<Aside concern={concern} />}>
        {concern.iRead && (concern.violence || concern.urgency === 'immediate') && (
          <SafetyNow
            emergency
            reporter={{ name: concern.reporterName, phone: concern.reporterPhone }}
            suicide={concern.worries.includes('suicide_risk')}
            {...(concern.violence && { violence: { centre: concern.addressedTo, wide: isWide(concern) } })}
          />
        )}
        {concern.state === 'new' && concern.heard && !concern.iRead && <Heard concern={concern} />}
        {concern.iRead && concern.heard?.readAt && (
          <Note>
            {t('heard.read', { when: dateAndTime(concern.heard.readAt) })}
            {': '}
            {t('heard.readBy', { name: concern.heard.readBy, institution: concern.heard.readIn })}
          </Note>
        )}
        {concern.iRead && concern.keptFrom && concern.keptFrom.length > 0 && (
          <Note>
            <b className="m">{t('heard.keptFrom', { people: concern.keptFrom.join(', ') })}</b>
            <br />
            {t('heard.keptFromSub')}
          </Note>
        )}
        {concern.iRead && !concern.iAnswer && (
          <Note>
            {t('heard.headReads')} <Link to="/institution">{t('heard.takeDuty')}</Link>
          </Note>
        )}
        {!concern.iAnswer && !concern.iRead && <Outcome concern={concern} />}
        <Written concern={concern} />
        {concern.iAnswer && <ConcernAnswer concern={concern} onAnswered={setAnswered} />}
      </Columns>
    </PageFrame>
  )
}

/** Whether the head reads it besides intake. */
export const isWide = ({ urgency, keptFrom }: Concern) =>
  urgency === 'immediate' || (keptFrom?.length ?? 0) > 0

function Written({ concern }: { concern: Concern }) {
  const { t } = useTranslation('concerns')
  const { label } = useCodes()
  return (
    <Section heading={t('concern.written')}>
      <KeyFacts
        facts={[
          { label: t('concern.who'), value: concern.who },
          {
            label: t('concern.where'),
            value:
              [
                concern.place,
                // Where its place says it already, the commune is not named again.
                concern.communeName &&
                  !concern.place?.includes(concern.communeName) &&
                  t('report.commune', { name: concern.communeName }),
              ]
                .filter(Boolean)
                .join(', ') || t('concern.notGiven'),
          },
          {
            label: t('concern.worries'),
            value: concern.worries.map((worry) => label('partnerships.problem_kind', worry)).join(', '),
          },
          { label: t('concern.what'), value: <span style={{ whiteSpace: 'pre-line' }}>{concern.what}</span> },
          { label: t('concern.urgency'), value: label('concerns.concern_urgency', concern.urgency) },
          { label: t('concern.knows'), value: t(`report.knowsAs.${concern.familyKnows}`) },
          { label: t('concern.done'), value: concern.doneSoFar || t('concern.notGiven') },
        ]}
      />
    </Section>
  )
}

function Outcome({ concern }: { concern: Concern }) {
  const { t } = useTranslation('concerns')
  const { longDate } = useWords()
  return (
    <Section heading={t('concern.outcome')}>
      <p>
        <ConcernState state={concern.state} />
        {concern.answeredAt && <span className="muted"> · {longDate(dayOf(concern.answeredAt))}</span>}
      </p>
      <p style={{ marginTop: 6 }}>
        {t(`concern.means.${concern.state}`, { day: longDate(concern.answerBy), to: concern.addressedTo })}
      </p>
      {concern.answerReason && (
        <p style={{ marginTop: 6 }}>
          <b className="m">{t('concern.reason')}</b> {concern.answerReason}
        </p>
      )}
      {concern.caseId && (
        <p style={{ marginTop: 12 }}>
          <Button to={pageAt('/families/$id', { id: concern.caseId })}>{t('concern.toFamily')}</Button>
        </p>
      )}
    </Section>
  )
}

function Aside({ concern }: { concern: Concern }) {
  const { t } = useTranslation('concerns')
  return (
    <div>
      <PlainSection heading={t('concern.reporter')}>
        <p className="m">{concern.reporterName}</p>
        <p className="sm muted">{concern.reporterInstitution}</p>
        {concern.reporterPhone && (
          <p style={{ marginTop: 6 }}>
            <PhoneLink phone={concern.reporterPhone} />
          </p>
        )}
      </PlainSection>
      {concern.state === 'new' && (
        <PlainSection heading={t('concern.answerBy')}>
          <DueLabel day={concern.answerBy} />
          <p className="sm muted" style={{ marginTop: 6 }}>
            {t('concern.answerRule')}
          </p>
        </PlainSection>
      )}
      <PlainSection heading={t('concern.whoSees')}>
        <p className="sm">
          {t(concern.violence ? 'concern.seesViolence' : 'concern.sees', {
            wide: isWide(concern) ? 'yes' : 'no',
          })}
        </p>
      </PlainSection>
    </div>
  )
}
