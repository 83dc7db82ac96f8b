import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { institutionsApi } from './api.ts'
import { ConfirmLoss } from './LostFactors.tsx'

/** Lost second factors where an institution has nobody second: the administrator confirms. */
export function LostFactorsPage() {
  const { t } = useTranslation('institutions')
  const query = useAsk(institutionsApi.resetsWithoutASecond, {})
  return (
    <PageFrame narrow tab={t('factor.adminTitle')} title={t('factor.adminTitle')} sub={t('factor.adminSub')}>
      <Section heading={t('factor.lost')}>
        <Loaded query={query} rows={2}>
          {(resets) =>
            resets.length === 0 ? (
              <EmptyState>{t('factor.none')}</EmptyState>
            ) : (
              <Rows>
                {resets.map(({ id, worker, institution, askedBy }) => (
                  <Row
                    key={id}
                    title={worker}
                    sub={t('factor.adminLine', { institution, askedBy })}
                    end={
                      <ConfirmLoss
                        name={worker}
                        confirm={(key) =>
                          institutionsApi.confirmWithoutASecond({ params: { id }, body: {}, key })
                        }
                      />
                    }
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Section>
    </PageFrame>
  )
}
