import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { directoryApi } from './api.ts'

/** What was looked for and not found in my communes, counted in ranges. */
export function MissingPage() {
  const { t } = useTranslation('directory')
  const { label } = useCodes()
  const needs = useAsk(directoryApi.unmetNeeds, {})
  return (
    <PageFrame
      tab={t('missing.tab')}
      title={t('missing.title')}
      sub={t('missing.sub')}
      crumbs={[{ to: '/services', label: t('page.crumb') }, { label: t('missing.title') }]}
    >
      <Section heading={t('missing.heading')} flush>
        <Loaded query={needs} rows={4}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState>{t('missing.none')}</EmptyState>
            ) : (
              <Table
                caption={t('missing.title')}
                head={[t('missing.what'), t('missing.why'), t('missing.commune'), t('missing.often')]}
                rows={found.map(({ commune, communeName, group, kind, problem, targetGroup, why, band }) => ({
                  key: [commune, group, kind, problem, targetGroup, why].join(),
                  cells: [
                    [
                      kind && label('directory.service_kind', kind),
                      group && label('directory.service_group', group),
                      problem && label('partnerships.problem_kind', problem),
                      targetGroup && label('directory.target_group', targetGroup),
                    ]
                      .filter(Boolean)
                      .join(', '),
                    t(`why.${why}`),
                    communeName,
                    t(`band.${band}`),
                  ],
                }))}
              />
            )
          }
        </Loaded>
      </Section>
    </PageFrame>
  )
}
