import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { told } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { directoryApi, type Where } from './api.ts'
import { ConfidentialPhones } from './ConfidentialPhones.tsx'
import { Filters } from './Filters.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ServiceLine } from './ServiceLine.tsx'
import styles from './Services.module.css'
import { useFilters } from './useFilters.ts'

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
  const of = useFilters(where)
  const pages = usePages(directoryApi.services, { query: of.query })
  return (
    <>
      <Filters where={where} of={of} />
      {speaksOf(of.filters.wanted, t('violenceWords')) && (
        <Urgent heading={t('list.violence')}>
          <p className="sm">{t('list.violenceWhy')}</p>
          <p style={{ margin: '8px 0' }}>
            <Button to={told('/concerns/new')}>{t('list.violenceDeed')}</Button>
          </p>
        </Urgent>
      )}
      <div className={styles.columns}>
        <Section heading={t('list.heading')} {...(pages.first && { count: pages.first.total })}>
          <Loaded query={pages} rows={6}>
            {(services) => (
              <>
                {pages.first?.alike && services.length > 0 && (
                  <Note>{t('list.alike', { wanted: of.filters.wanted.trim() })}</Note>
                )}
                <ol className={styles.list}>
                  {services.map((service, i) => (
                    <ServiceLine key={service.id} service={service} n={i + 1} />
                  ))}
                </ol>
                {services.length === 0 && <NothingFound of={of} />}
                <MoreButton pages={pages} />
              </>
            )}
          </Loaded>
        </Section>
        <ConfidentialPhones />
      </div>
    </>
  )
}
