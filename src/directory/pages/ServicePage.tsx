import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryApi, type Service } from './api.ts'
import { DoubtIt } from './DoubtIt.tsx'
import { Fresh } from './Fresh.tsx'
import { KeepIt } from './KeepIt.tsx'
import { Contact, HowToGetIt, What, Where } from './ServiceParts.tsx'
import { usePlacesWords } from './usePlacesWords.ts'

/** One service: what it is, where and when, how to get it, how sure it is. */
export function ServicePage() {
  const { t } = useTranslation('directory')
  const { label } = useCodes()
  const query = useAsk(directoryApi.service, { params: { id: useParam('id') } })
  const service = query.data
  return (
    <PageFrame
      tab={t('page.tab')}
      title={service?.name ?? t('page.tab')}
      sub={service?.organization.name}
      crumbs={[{ to: '/services', label: t('page.crumb') }, { label: t('page.tab') }]}
      actions={
        service?.iKeep && (
          <Button to={pageAt('/services/$id/edit', { id: service.id })}>{t('page.edit')}</Button>
        )
      }
    >
      <Loaded query={query} rows={6}>
        {(found) => (
          <Columns aside={<Aside service={found} />}>
            {found.confidential && <Note>{t('page.confidential')}</Note>}
            {found.iKeep && <KeepIt service={found} />}
            <Contact service={found} />
            <What service={found} label={label} />
            <Where service={found} />
            <HowToGetIt service={found} />
          </Columns>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Aside({ service }: { service: Service }) {
  const { t } = useTranslation('directory')
  const { relativeDay, longDate } = useWords()
  const places = usePlacesWords()(service.places)
  return (
    <PlainSection heading={t('page.free')}>
      <p>
        <Status kind={places.kind}>{places.words}</Status>
      </p>
      {service.places && (
        <p className="sm muted">
          {t('places.said', { who: service.places.by, when: relativeDay(service.places.saidOn) })}
        </p>
      )}
      <Fresh checkedOn={service.checkedOn} />
      <p className="sm muted">
        {t('page.keeper')}:{' '}
        {service.keeper.kind === 'partnership'
          ? t('page.keeperPartnership', { name: service.keeper.name })
          : service.keeper.name}
      </p>
      {!service.confidential && (
        <p className="sm">
          <Link to={pageAt('/public/services/$id', { id: service.id })}>{t('page.open')}</Link>
        </p>
      )}
      {service.closedOn && <p>{t('page.closed', { day: longDate(service.closedOn) })}</p>}
      {!service.iKeep && !service.closedOn && <DoubtIt service={service} />}
    </PlainSection>
  )
}
