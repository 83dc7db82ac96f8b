import { Bus, EyeOff, Footprints, MapPin, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { isAroundTheClock } from '../around-the-clock.ts'
import type { Listed } from './api.ts'
import { Pin } from './Pin.tsx'
import styles from './Services.module.css'
import { useFreshness, usePlacesWords } from './usePlacesWords.ts'
import { useDayWords, useWayWords } from './useWayWords.ts'

/** One service on the list: who, how far and by which bus, how many places, how sure. */
export function ServiceLine({ service, n, ends }: { service: Listed; n: number; ends: string }) {
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
          <Way service={service} ends={ends} />
        </p>
        <p className={`sm muted ${styles.way}`}>
          <Hours hours={service.hours} />
          {service.phone && <PhoneLink phone={service.phone} />}
        </p>
        <p className={fresh.old ? 'xs late' : 'xs muted'}>
          {fresh.old && <TriangleAlert size={14} aria-hidden style={{ verticalAlign: -2 }} />} {fresh.words}
        </p>
      </div>
    </li>
  )
}

function Way({ service, ends }: { service: Listed; ends: string }) {
  const { t } = useTranslation('directory')
  const told = useWayWords(ends)(service)
  const { way, ownTransport, neutralPlace } = service
  const Icon = told?.hard
    ? TriangleAlert
    : way?.kind === 'bus'
      ? Bus
      : way?.kind === 'here'
        ? Footprints
        : MapPin
  return (
    <>
      {told && (
        <span>
          <Icon size={15} aria-hidden />
          {told.words}
        </span>
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
    </>
  )
}

/** Hours by their days; of a list, not all of them. */
function Hours({ hours }: { hours: Listed['hours'] }) {
  const { t } = useTranslation('directory')
  const days = useDayWords()
  if (isAroundTheClock(hours)) return <span>{t('list.aroundTheClock')}</span>
  const lines = [...Map.groupBy(hours, ({ opens, closes }) => `${opens} ${closes}`).values()]
  if (!lines.length) return null
  return (
    <span>
      {lines
        .slice(0, 2)
        .map((line) =>
          t('list.hours', {
            days: days(line.map(({ weekday }) => weekday)),
            opens: hour(line[0]!.opens),
            closes: hour(line[0]!.closes),
          }),
        )
        .join('; ')}
      {lines.length > 2 && ' …'}
    </span>
  )
}
