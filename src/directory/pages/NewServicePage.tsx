import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { directoryApi, type Service, type Where } from './api.ts'
import { bodyOf, faultsOf, startOf } from './asWritten.ts'
import { ServiceForm } from './ServiceForm.tsx'

/** Adds a service to the directory. */
export function NewServicePage() {
  const { t } = useTranslation('directory')
  const where = useAsk(directoryApi.whereServices, {})
  return (
    <PageFrame
      tab={t('form.newTab')}
      title={t('form.newTitle')}
      sub={t('form.sub')}
      crumbs={[{ to: '/services', label: t('page.crumb') }, { label: t('form.newTitle') }]}
      narrow
    >
      <Loaded query={where} rows={6}>
        {(found) => (found.keeps ? <New where={found} /> : <EmptyState>{t('form.notKeeper')}</EmptyState>)}
      </Loaded>
    </PageFrame>
  )
}

function New({ where }: { where: Where }) {
  const { t } = useTranslation('directory')
  const go = useGo()
  const form = useForm(directoryApi.putService, {
    start: () => startOf(undefined, where),
    body: bodyOf,
    faults: (values) => faultsOf(values, t),
    draft: 'service/new',
    onDone: ({ id }) => go(pageAt('/services/$id', { id })),
  })
  return (
    <Section heading={t('form.about')}>
      <ServiceForm of={form} where={where} onCancel={() => go('/services')} isNew />
    </Section>
  )
}

/** Changes what is said of a service. */
export function EditServicePage() {
  const { t } = useTranslation('directory')
  const id = useParam('id')
  const service = useAsk(directoryApi.service, { params: { id } })
  const where = useAsk(directoryApi.whereServices, {})
  return (
    <PageFrame
      tab={t('form.editTab')}
      title={t('form.editTitle')}
      crumbs={[
        { to: '/services', label: t('page.crumb') },
        { to: pageAt('/services/$id', { id }), label: t('page.tab') },
        { label: t('form.editTitle') },
      ]}
      narrow
    >
      <Loaded query={service} rows={6}>
        {(found) =>
          found.iKeep && where.data ? (
            <Edit service={found} where={where.data} />
          ) : (
            where.data && <EmptyState>{t('form.notKeeper')}</EmptyState>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Edit({ service, where }: { service: Service; where: Where }) {
  const { t } = useTranslation('directory')
  const go = useGo()
  const back = () => go(pageAt('/services/$id', { id: service.id }))
  const form = useForm(directoryApi.changeService, {
    params: { id: service.id },
    start: () => startOf(service, where),
    body: bodyOf,
    faults: (values) => faultsOf(values, t),
    draft: `service/${service.id}`,
    version: service.version,
    onDone: back,
  })
  return (
    <Section heading={t('form.about')}>
      <ServiceForm of={form} where={where} served={service.area} onCancel={back} />
    </Section>
  )
}
