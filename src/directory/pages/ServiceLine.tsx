import { Bus, EyeOff, Footprints, MapPin, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Listed } from './api.ts'
import { Pin } from './Pin.tsx'
import styles from './Services.module.css'
import { useFreshness, usePlacesWords } from './usePlacesWords.ts'

/** One service on the list: who, how far, how many places, how sure. */
export function ServiceLine({ service, n }: { service: Listed; n: number }) {
  const { t } = useTranslation('directory')
  const places = usePlacesWords()(service.places)
  const fresh = useFreshness()(service.checkedOn)
  const { place } = service
  return (
    <li>
      <Pin standing={places.standing} n={n} />
      <div className={styles.words}>
        <div className={styles.head}>
          <Link to={pageAt('/services/$id', { id: service.id })}>{service.name}</Link>
          <Status kind={places.kind}>{places.words}</Status>
        </div>
        <p className="sm muted">
          {[
            service.organization,
            place &&
              (service.manyPlaces ? t('list.manyPlaces', { locality: place.locality }) : place.locality),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p className={`sm ${styles.way}`}>
          <Way service={service} />
        </p>
        <p className={fresh.old ? 'xs late' : 'xs muted'}>
          {fresh.old && <TriangleAlert size={14} aria-hidden style={{ verticalAlign: -2 }} />} {fresh.words}
        </p>
      </div>
      {service.phone && <PhoneLink phone={service.phone} />}
    </li>
  )
}

function Way({ service: { place, ownTransport, neutralPlace, hours } }: { service: Listed }) {
  const { t } = useTranslation('directory')
  const { number } = useWords()
  return (
    <>
      {place ? (
        <span>
          {place.km !== null && place.km < 1 ? (
            <Footprints size={15} aria-hidden />
          ) : (
            <MapPin size={15} aria-hidden />
          )}
          {place.km === null
            ? place.locality
            : place.km < 1
              ? t('list.here')
              : t('list.km', { km: number(Math.round(place.km)) })}
        </span>
      ) : (
        <span>{t('list.noPlace')}</span>
      )}
      {ownTransport && (
        <span>
          <Bus size={15} aria-hidden />
          {t('list.ownTransport')}
        </span>
      )}
      {neutralPlace && (
        <span>
          <EyeOff size={15} aria-hidden />
          {t('list.neutralShort')}
        </span>
      )}
      {hours.length > 0 && (
        <span className="muted">
          {hours
            .slice(0, 3)
            .map(({ weekday, opens, closes }) => t('list.hours', { day: t(`day.${weekday}`), opens, closes }))
            .join(', ')}
          {hours.length > 3 && ' …'}
        </span>
      )}
    </>
  )
}
