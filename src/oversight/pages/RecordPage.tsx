import { useTranslation } from 'react-i18next'
import { LookedAt } from '../../looks/pages/LookedAt.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { When } from '../../platform/kit/When.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { oversightApi } from './api.ts'

/** The record of one place, for the purpose that was stated and until it ends. */
export function RecordPage() {
  const { t } = useTranslation('oversight')
  const id = useParam('id')
  const { phrase } = useVerbs()
  const { clockTime, longDate } = useWords()
  const record = useAsk(oversightApi.record, { params: { id } })
  const entries = usePages(oversightApi.entries, { params: { id }, query: { limit: 30 } })
  const data = record.data
  return (
    <PageFrame
      narrow
      tab={t('record.tab')}
      crumbs={[{ label: t('tabs.records'), to: '/oversight/records' }, { label: t('record.tab') }]}
      title={data?.name ?? t('record.tab')}
      sub={
        data &&
        t('record.until', {
          purpose: t(`purpose.${data.purpose}`),
          day: longDate(dayOf(data.until)),
          time: clockTime(data.until),
        })
      }
    >
      <Stack>
        <Section heading={t('record.looks')}>
          <Loaded query={record} rows={3}>
            {({ looks }) =>
              looks.length === 0 ? (
                <EmptyState>{t('record.noLooks')}</EmptyState>
              ) : (
                <Rows>
                  {looks.map((look) => (
                    <Row
                      key={look.at + look.worker}
                      lead={<When at={look.at} />}
                      title={look.worker ?? t('nobody')}
                      sub={<LookedAt pages={look.pages} />}
                    />
                  ))}
                </Rows>
              )
            }
          </Loaded>
        </Section>
        {data && (
          <Section heading={t('record.entries')}>
            <Loaded query={entries} rows={5}>
              {(items) =>
                items.length === 0 ? (
                  <EmptyState>{t('record.noEntries')}</EmptyState>
                ) : (
                  <Rows>
                    {items.map((entry) => (
                      <Row
                        key={entry.id}
                        lead={<When at={entry.at} />}
                        title={phrase(entry)}
                        sub={entry.worker ?? t('nobody')}
                      />
                    ))}
                  </Rows>
                )
              }
            </Loaded>
            <MoreButton pages={entries} />
          </Section>
        )}
      </Stack>
    </PageFrame>
  )
}
