import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { partnershipsContract } from '../contract.ts'
import { partnershipsApi } from './api.ts'
import { OpenWork } from './OpenWork.tsx'

/** What an institution handed over when it left: readable for its head also afterwards. */
export function HandoverPage() {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const id = useParam('membershipId')
  const query = useAsk(partnershipsApi.handover, { params: { id } })
  const data = query.data
  return (
    <PageFrame
      narrow
      tab={t('handover.title')}
      crumbs={[
        { label: t('list.title'), to: pageAt('/partnerships', {}, { query: { all: '1' } }) },
        { label: t('handover.title') },
      ]}
      title={t('handover.title')}
      sub={data && `${data.institutionName} · ${data.partnershipName}`}
      actions={
        data && (
          <Button
            icon={FileText}
            to={pathOf(partnershipsContract.membershipDocument, { params: { id, kind: 'exit-handover' } })}
          >
            {t('handover.print')}
          </Button>
        )
      }
    >
      <Columns>
        <Section heading={t('handover.facts')}>
          <Loaded query={query}>
            {(handover) => (
              <KeyFacts
                facts={[
                  { label: t('member.leftOn'), value: longDate(handover.leftOn), more: handover.reason },
                  {
                    label: t('handover.disclosures'),
                    value: t('handover.disclosuresSaid', {
                      given: t('band', { band: handover.disclosuresGiven }),
                      received: t('band', { band: handover.disclosuresReceived }),
                    }),
                  },
                ]}
              />
            )}
          </Loaded>
        </Section>
        {data && (
          <Section heading={t('handover.lines')} count={data.lines.length}>
            {data.lines.length ? (
              <OpenWork lines={data.lines} />
            ) : (
              <EmptyState>{t('handover.none')}</EmptyState>
            )}
          </Section>
        )}
      </Columns>
    </PageFrame>
  )
}
