import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { told } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { territoryApi } from '../../territory/pages/api.ts'
import { directoryContract, onOnePaper } from '../contract.ts'
import { directoryApi, type Where } from './api.ts'
import { ConfidentialPhones } from './ConfidentialPhones.tsx'
import { Filters } from './Filters.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ServiceLine } from './ServiceLine.tsx'
import styles from './Services.module.css'
import { useFilters } from './useFilters.ts'

/** The map of borders weighs more than the rest of the page, which does not wait for it. */
const ServiceMap = lazy(() => import('./ServiceMap.tsx').then(({ ServiceMap }) => ({ default: ServiceMap })))

/** What is around: looked for by what is needed, for whom, and from where. */
export function ServicesPage() {
  const { t } = useTranslation('directory')
  const where = useAsk(directoryApi.whereServices, {})
  return (
    <PageFrame
      tab={t('list.tab')}
      title={t('list.title')}
      actions={
        <>
          <Button to="/services/departures">{t('list.ways')}</Button>
          <Button to="/services/missing">{t('list.missing')}</Button>
          {where.data?.keeps && (
            <Button kind="filled" to="/services/new">
              {t('list.add')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={where} rows={6}>
        {(found) => <Services where={found} />}
      </Loaded>
    </PageFrame>
  )
}

function Services({ where }: { where: Where }) {
  const { t } = useTranslation('directory')
  const { t: violent } = useTranslation('partnerships', { keyPrefix: 'violence' })
  const of = useFilters(where)
  const pages = usePages(directoryApi.services, { query: of.query })
  const { commune, locality } = of.filters
  const localities = useAsk(
    territoryApi.localities,
    { params: { terc: commune ?? '' } },
    { enabled: commune !== null },
  )
  const found = localities.data?.find(({ name }) => name === locality)
  const start = found && commune ? { ...found, commune } : null
  const first = pages.first
  const onPaper = Math.min(onOnePaper, first?.items.length ?? 0)
  return (
    <>
      <Filters where={where} of={of} />
      <div className={styles.columns}>
        <Section
          heading={t('list.heading')}
          {...(first && { count: first.total })}
          more={
            first &&
            first.items.length > 0 && (
              <a
                href={pathOf(directoryContract.printServices, { query: of.query })}
                target="_blank"
                rel="noreferrer"
              >
                {t('list.paper')}
              </a>
            )
          }
        >
          <p className="sm muted">
            {start && first
              ? t('list.sub', {
                  day: of.filters.weekday ? t(`weekday.${of.filters.weekday}`) : 'none',
                  leave: hour(of.leaves),
                  until: hour(of.ends),
                })
              : t('list.sayFrom')}
          </p>
          {first && first.total - first.hidden > onPaper && onPaper > 0 && (
            <p className="sm muted">
              {t('list.onPaper', { count: onPaper, total: first.total - (first.hidden ?? 0) })}
            </p>
          )}
          {speaksOf(of.filters.wanted, violent('words')) && (
            <Urgent heading={t('list.violence')}>
              <p className="sm">{t('list.violenceWhy')}</p>
              <p style={{ margin: '8px 0' }}>
                <Button to={told('/concerns/new')}>{t('list.violenceDeed')}</Button>
              </p>
            </Urgent>
          )}
          <Loaded query={pages} rows={6}>
            {(services) => (
              <>
                {first?.alike && services.length > 0 && (
                  <Note>{t('list.alike', { wanted: of.filters.wanted.trim() })}</Note>
                )}
                <ol className={styles.list}>
                  {services.map((service, i) => (
                    <ServiceLine key={service.id} service={service} n={i + 1} ends={of.ends} />
                  ))}
                </ol>
                {services.length === 0 && <NothingFound of={of} outOfReach={Boolean(first?.hidden)} />}
                {of.filters.chips.includes('withoutCar') &&
                  services.some(({ way }) => way?.kind === 'bus' && !way.lateBack) && (
                    <p className="sm muted">{t('list.earlyStays', { until: hour(of.ends) })}</p>
                  )}
                {first && first.hidden > 0 && (
                  <p className="sm muted">
                    {t('list.hidden', { count: first.hidden })}{' '}
                    <Button
                      kind="quiet"
                      size="small"
                      onClick={() =>
                        of.change({ chips: of.filters.chips.filter((each) => each !== 'withoutCar') })
                      }
                    >
                      {t('list.showHidden')}
                    </Button>
                  </p>
                )}
                <MoreButton pages={pages} />
              </>
            )}
          </Loaded>
        </Section>
        <div className={styles.beside}>
          <Suspense>
            <ServiceMap services={pages.data ?? []} start={start} ends={of.ends} />
          </Suspense>
          <ConfidentialPhones />
        </div>
      </div>
    </>
  )
}
