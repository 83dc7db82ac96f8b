import { useQuery } from '@tanstack/react-query'
import { geoBounds, geoMercator, geoPath } from 'd3-geo'
import { Minus, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topologyUrl from '../../../data/territory/poland.topo.json?url'
import { Button } from '../../platform/kit/Button.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { hour } from '../../platform/texts/dates.ts'
import type { Listed } from './api.ts'
import { PinShape } from './Pin.tsx'
import styles from './ServiceMap.module.css'
import { type Standing, usePlacesWords } from './usePlacesWords.ts'

type Properties = { id?: string; county?: string; voivodeship: string }
type Poland = Topology<{
  communes: GeometryCollection<Properties>
  counties: GeometryCollection<Properties>
}>
export type Start = { name: string; commune: string; latitude: number; longitude: number }

const [width, height] = [640, 600]
const standings: Standing[] = ['free', 'waiting', 'none', 'unknown']

/**
 * Services on the borders of communes, with the numbers of the list beside it. A picture for the eye: what it says stands
 * on the list, for the keyboard and for screen readers.
 */
export function ServiceMap({
  services,
  start,
  ends,
}: {
  services: Listed[]
  start: Start | null
  ends: string
}) {
  const { t } = useTranslation('directory', { keyPrefix: 'map' })
  const topology = useQuery({
    queryKey: [topologyUrl],
    queryFn: async () => (await (await fetch(topologyUrl)).json()) as Poland,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [zoom, setZoom] = useState(1)
  const placed = services.flatMap(({ place, ...service }, i) =>
    place && (place.km === null || place.km <= 80) ? [{ ...service, place, n: i + 1 }] : [],
  )
  if (!placed.length && !start) return null
  return (
    <figure className={styles.map} aria-label={t('label')}>
      {topology.data ? (
        <Picture topology={topology.data} services={placed} start={start} zoom={zoom} />
      ) : (
        !topology.error && <LoadingRows rows={8} />
      )}
      <div className={styles.zoom} data-screen-only>
        <Button size="small" icon={Plus} onClick={() => setZoom(Math.min(4, zoom * 1.5))}>
          <span className="vh">{t('closer')}</span>
        </Button>
        <Button size="small" icon={Minus} onClick={() => setZoom(Math.max(1, zoom / 1.5))}>
          <span className="vh">{t('further')}</span>
        </Button>
      </div>
      <figcaption className={styles.legend}>
        {standings.map((standing) => (
          <span key={standing}>
            <svg width="18" height="18" viewBox="-16 -16 32 32" aria-hidden="true">
              <PinShape standing={standing} n={null} />
            </svg>
            {t(standing)}
          </span>
        ))}
        {placed.some(({ way }) => way?.kind === 'bus') && (
          <>
            <span>
              <Line />
              {t('late', { until: hour(ends) })}
            </span>
            <span>
              <Line early />
              {t('early')}
            </span>
          </>
        )}
      </figcaption>
    </figure>
  )
}

const Line = ({ early }: { early?: true }) => (
  <svg width="26" height="6" aria-hidden="true">
    <path d="M0 3 H26" className={early ? `${styles.bus} ${styles.early}` : styles.bus} />
  </svg>
)

type Placed = Omit<Listed, 'place'> & { place: NonNullable<Listed['place']>; n: number }

function Picture({
  topology,
  services,
  start,
  zoom,
}: {
  topology: Poland
  services: Placed[]
  start: Start | null
  zoom: number
}) {
  const { t } = useTranslation('directory', { keyPrefix: 'map' })
  const standingOf = usePlacesWords()
  const points = [...services.map(({ place }) => place), ...(start ? [start] : [])]
  const extent = points.map(({ longitude, latitude }) => `${longitude} ${latitude}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the extent says where all the points are
  const { projection, communes, counties } = useMemo(() => {
    // A single point is no extent: some ten kilometres around each.
    const around = points.flatMap(({ longitude: x, latitude: y }) => [
      [x - 0.12, y - 0.08],
      [x + 0.12, y + 0.08],
    ])
    const projection = geoMercator().fitExtent(
      [
        [30, 30],
        [width - 30, height - 30],
      ],
      { type: 'MultiPoint', coordinates: around },
    )
    const corners = [projection.invert!([0, height])!, projection.invert!([width, 0])!]
    const isNear = (shape: Parameters<typeof geoBounds>[0]) => {
      const [[west, south], [east, north]] = geoBounds(shape)
      return (
        west < corners[1]![0] && east > corners[0]![0] && south < corners[1]![1] && north > corners[0]![1]
      )
    }
    const path = geoPath(projection).digits(1)
    const counties = feature(topology, topology.objects.counties).features.filter(isNear)
    const near = new Set(counties.map(({ properties }) => properties.county))
    const communes = feature(topology, {
      ...topology.objects.communes,
      geometries: topology.objects.communes.geometries.filter(({ properties }) =>
        near.has((properties as Properties).county),
      ),
    }).features
    return {
      projection,
      communes: communes.map((shape) => ({ id: shape.properties.id, d: path(shape) ?? '' })),
      counties: counties.map((shape) => ({ id: shape.properties.county, d: path(shape) ?? '' })),
    }
  }, [topology, extent])
  const at = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    projection([longitude, latitude])!
  const towns = [...Map.groupBy(services, ({ place }) => `${place.commune}/${place.locality}`).values()]
  const [x, y] = start ? at(start) : [width / 2, height / 2]
  const size = [width / zoom, height / zoom] as const
  const home = start && `${start.commune}/${start.name}`
  return (
    <svg
      className={styles.svg}
      viewBox={
        zoom === 1
          ? `0 0 ${width} ${height}`
          : `${x! - size[0] / 2} ${y! - size[1] / 2} ${size[0]} ${size[1]}`
      }
      aria-hidden="true"
    >
      {communes.map(({ id, d }) => (
        <path key={id} d={d} className={styles.commune} />
      ))}
      {counties.map(({ id, d }) => (
        <path key={id} d={d} className={styles.county} />
      ))}
      {communes
        .filter(({ id }) => id === start?.commune)
        .map(({ id, d }) => (
          <path key={id} d={d} className={styles.own} />
        ))}
      {start &&
        towns.map(([first]) => {
          const { place, way } = first!
          if (way?.kind !== 'bus') return null
          const [tx, ty] = at(place)
          return (
            <path
              key={place.locality}
              d={`M${x} ${y} Q${(x! + tx!) / 2 + (ty! - y!) / 8} ${(y! + ty!) / 2 + (x! - tx!) / 8} ${tx} ${ty}`}
              className={way.lateBack ? styles.bus : `${styles.bus} ${styles.early}`}
            />
          )
        })}
      {towns.map((those) => {
        const { place } = those[0]!
        const [tx, ty] = at(place)
        const isHome = home === `${place.commune}/${place.locality}`
        return (
          <g key={`${place.commune}${place.locality}`} transform={`translate(${tx} ${ty})`}>
            <circle r="4" className={styles.town} />
            {those.slice(0, 12).map(({ n, places }, i) => {
              const turn = (i / Math.min(12, those.length)) * 2 * Math.PI - Math.PI / 2
              const far = those.length > 6 ? 46 : 30
              return (
                <g
                  key={n}
                  transform={`translate(${far * Math.cos(turn)} ${far * Math.sin(turn)}) scale(0.85)`}
                >
                  <PinShape standing={standingOf(places).standing} n={n} />
                </g>
              )
            })}
            {!isHome && (
              <text y="18" textAnchor="middle" className={styles.name}>
                {place.locality}
              </text>
            )}
          </g>
        )
      })}
      {start && (
        <g transform={`translate(${x} ${y})`}>
          <circle r="6" fill="var(--mallow-6)" />
          <text x="10" y="5" className={`${styles.name} ${styles.start}`}>
            {t('start', { name: start.name })}
          </text>
        </g>
      )}
    </svg>
  )
}
