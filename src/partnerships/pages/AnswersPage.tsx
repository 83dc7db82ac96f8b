import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { Problem } from '../../platform/web/request.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { partnershipsContract } from '../contract.ts'
import { Fairly, OfKinds, Steps } from './Answers.tsx'
import { OfInstitutions } from './AnswerTimes.tsx'
import { partnershipsApi } from './api.ts'
import { PartnershipFrame } from './PartnershipFrame.tsx'

const overs = ['quarter', 'half-year', 'year'] as const
type Over = (typeof overs)[number]

/** How long a partnership waits for its answers: by institution and by kind of ask, and what may help. */
export function AnswersPage() {
  return <PartnershipFrame tab="answers">{({ id }) => <OfPartnership id={id} />}</PartnershipFrame>
}

function OfPartnership({ id }: { id: string }) {
  const { t } = useTranslation('partnerships')
  const [over, setOver] = useState<Over>('half-year')
  const query = useAsk(partnershipsApi.answerTimes, { params: { id }, query: { over } })
  // Told to who leads it, and to the heads of its members.
  if (query.error instanceof Problem && query.error.status === 404)
    return <EmptyState>{t('times.notYours')}</EmptyState>
  return (
    <Columns aside={<Fairly />}>
      <Section heading={t('times.heading')}>
        <HowLong over={over} onChoose={setOver} />
        <Loaded query={query} rows={8}>
          {(times) => (
            <>
              <OfInstitutions times={times} />
              {times.institutions.some(({ median }) => median !== null) && (
                <p style={{ marginTop: 12 }} data-screen-only>
                  <Button
                    icon={FileText}
                    size="small"
                    to={pathOf(partnershipsContract.answerTimesDocument, { params: { id }, query: { over } })}
                  >
                    {t('times.print')}
                  </Button>
                </p>
              )}
            </>
          )}
        </Loaded>
      </Section>
      {query.data && <Steps times={query.data} partnershipId={id} />}
      {query.data?.all && <OfKinds heading={t('times.byKind')} kinds={query.data.kinds} />}
      {query.data && query.data.mine.length > 0 && (
        <OfKinds heading={t('times.mine')} kinds={query.data.mine} />
      )}
    </Columns>
  )
}

/** The same of my own institution, in all its partnerships: for its head. */
export function MyAnswersPage() {
  const { t } = useTranslation('partnerships')
  const { worker } = useSession()
  const [over, setOver] = useState<Over>('half-year')
  const query = useAsk(partnershipsApi.myAnswerTimes, { query: { over } })
  return (
    <PageFrame tab={t('times.mineTitle')} title={t('times.mineTitle')} sub={worker?.institutionName}>
      <Columns aside={<Fairly />}>
        <Section heading={t('times.together')}>
          <HowLong over={over} onChoose={setOver} />
          <Loaded query={query} rows={3}>
            {(times) => <OfInstitutions times={times} />}
          </Loaded>
        </Section>
        {query.data && <OfKinds heading={t('times.byKind')} kinds={query.data.mine} />}
        {query.data && <Steps times={query.data} partnershipId={null} />}
      </Columns>
    </PageFrame>
  )
}

function HowLong({ over, onChoose }: { over: Over; onChoose: (over: Over) => void }) {
  const { t } = useTranslation('partnerships')
  return (
    <Tabs
      below
      label={t('times.over.label')}
      current={over}
      onChoose={(key) => onChoose(key as Over)}
      tabs={overs.map((key) => ({ key, label: t(`times.over.${key}`) }))}
    />
  )
}
