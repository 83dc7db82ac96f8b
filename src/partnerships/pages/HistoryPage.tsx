import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { When } from '../../platform/kit/When.tsx'
import { usePages } from '../../platform/web/usePages.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { partnershipsApi } from './api.ts'
import { PartnershipFrame } from './PartnershipFrame.tsx'

/** What was done in the partnership: every step with its day and who did it. */
export function HistoryPage() {
  return <PartnershipFrame tab="history">{({ id }) => <Steps id={id} />}</PartnershipFrame>
}

function Steps({ id }: { id: string }) {
  const { t } = useTranslation('partnerships')
  const { phrase } = useVerbs()
  const pages = usePages(partnershipsApi.history, { params: { id }, query: { limit: 30 } })
  return (
    <Section heading={t('history.heading')}>
      <Loaded query={pages} rows={6}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState>{t('history.none')}</EmptyState>
          ) : (
            <Rows>
              {entries.map((entry) => (
                <Row
                  key={entry.id}
                  lead={<When at={entry.at} />}
                  title={phrase(entry)}
                  sub={[entry.worker, entry.institution].filter(Boolean).join(', ')}
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  )
}
