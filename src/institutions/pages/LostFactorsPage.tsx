import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { institutionsApi } from './api.ts'

/** Lost second factors where an institution has nobody second: the administrator confirms. */
export function LostFactorsPage() {
  const { t } = useTranslation('institutions')
  const query = useAsk(institutionsApi.resetsWithoutASecond, {})
  const confirm = useDeed((id: string, key) =>
    institutionsApi.confirmWithoutASecond({ params: { id }, body: {}, key }),
  )
  return (
    <PageFrame narrow tab={t('factor.adminTitle')} title={t('factor.adminTitle')} sub={t('factor.adminSub')}>
      <Section heading={t('factor.lost')}>
        <ProblemNotice problem={confirm.problem} />
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
                      <Button
                        size="small"
                        busy={confirm.busy}
                        aria-label={t('factor.confirmOf', { name: worker })}
                        onClick={() => confirm.run(id)}
                      >
                        {t('factor.confirm')}
                      </Button>
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
