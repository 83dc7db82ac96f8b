import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { directoryApi } from './api.ts'
import { useFreshness } from './usePlacesWords.ts'

/** Services whose entries I keep: what is old or doubted first, each confirmed with one tap. */
export function MyServicesPage() {
  const { t } = useTranslation('directory')
  const freshness = useFreshness()
  const services = useAsk(directoryApi.myServices, {})
  const confirm = useDeed((id: string, key) =>
    directoryApi.confirmService({ params: { id }, body: { id: newId() }, key }),
  )
  return (
    <PageFrame
      tab={t('mine.tab')}
      title={t('mine.title')}
      sub={t('mine.sub')}
      crumbs={[{ to: '/services', label: t('page.crumb') }, { label: t('mine.title') }]}
      actions={
        <>
          <Button to="/services/import">{t('bring.title')}</Button>
          <Button to="/services/new">{t('list.add')}</Button>
        </>
      }
    >
      <Section heading={t('list.heading')}>
        <Loaded query={services} rows={4}>
          {(found) => (
            <>
              <Rows>
                {found.map(({ id, name, organization, checkedOn, closed, confidential, doubted }) => {
                  const fresh = freshness(checkedOn)
                  return (
                    <Row
                      key={id}
                      title={name}
                      to={pageAt('/services/$id', { id })}
                      sub={[
                        organization,
                        closed ? t('mine.closed') : fresh.words,
                        confidential && t('mine.confidential'),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                      end={
                        !closed && (
                          <>
                            {doubted && <Status kind="asked">{t('page.doubt')}</Status>}
                            {(fresh.old || doubted) && (
                              <Button
                                size="small"
                                busy={confirm.busy && confirm.trying === id}
                                onClick={() => confirm.run(id)}
                              >
                                {t('page.confirm')}
                              </Button>
                            )}
                          </>
                        )
                      }
                    />
                  )
                })}
              </Rows>
              {found.length === 0 && <EmptyState>{t('mine.none')}</EmptyState>}
            </>
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}
