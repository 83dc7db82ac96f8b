import { useQuery } from '@tanstack/react-query'
import { geoMercator, geoPath } from 'd3-geo'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topologyUrl from '../../../data/territory/poland.topo.json?url'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { territoryApi } from './api.ts'
import type { ChosenCommune } from './CommuneField.tsx'
import styles from './CommuneMap.module.css'

type Properties = { id?: string; county?: string; voivodeship: string }
type Poland = Topology<{
  communes: GeometryCollection<Properties>
  counties: GeometryCollection<Properties>
  voivodeships: GeometryCollection<Properties>
}>

const [width, height] = [560, 440]
const forGood = { staleTime: Number.POSITIVE_INFINITY }

const useParts = (of: string | undefined, enabled: boolean) =>
  useAsk(territoryApi.partsOf, { query: of ? { of } : {} }, { enabled, ...forGood })

/**
 * The map: a voivodeship, in it the counties, in a county its communes. The picture is for the pointer; beside it the
 * same in fields and a list, for the keyboard and for screen readers.
 */
export function CommuneMap({
  chosen,
  onToggle,
}: {
  chosen: string[]
  onToggle: (commune: ChosenCommune) => void
}) {
  const { t } = useTranslation('territory')
  const [voivodeship, setVoivodeship] = useState<string | null>(chosen[0]?.slice(0, 2) ?? null)
  const [county, setCounty] = useState<string | null>(chosen[0]?.slice(0, 4) ?? null)
  const topology = useQuery({
    queryKey: ['territory', 'topology'],
    queryFn: async () => (await (await fetch(topologyUrl)).json()) as Poland,
    ...forGood,
  })
  const voivodeships = useParts(undefined, true)
  const counties = useParts(voivodeship ?? undefined, voivodeship !== null)
  const communes = useParts(county ?? undefined, county !== null)
  const countyName = counties.data?.find(({ terc }) => terc === county)?.name ?? ''
  const options = (parts: { terc: string; name: string }[] | undefined) =>
    (parts ?? []).map(({ terc, name }) => ({ value: terc, label: name }))

  const point = (properties: Properties) => {
    if (!voivodeship) return setVoivodeship(properties.voivodeship)
    if (!county || properties.county !== county) {
      setVoivodeship(properties.voivodeship)
      return setCounty(properties.county ?? null)
    }
    const commune = communes.data?.find(({ terc }) => terc === properties.id)
    if (commune) onToggle({ terc: commune.terc, name: commune.name, county: countyName })
  }
  return (
    <div className={styles.map}>
      {topology.data ? (
        <Picture
          topology={topology.data}
          voivodeship={voivodeship}
          county={county}
          chosen={chosen}
          names={communes.data ?? []}
          onPoint={point}
        />
      ) : topology.error ? (
        <ProblemNotice problem={topology.error} onRetry={() => topology.refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
      <div>
        <div className={styles.fields}>
          <SelectField
            label={t('map.voivodeship')}
            options={options(voivodeships.data)}
            value={voivodeship}
            onChange={(value) => {
              setVoivodeship(value)
              setCounty(null)
            }}
          />
          {voivodeship && (
            <SelectField
              label={t('map.county')}
              options={options(counties.data)}
              value={county}
              onChange={setCounty}
            />
          )}
        </div>
        {county && (
          <fieldset className={styles.communes}>
            <legend>{t('map.communes')}</legend>
            {(communes.data ?? []).map((commune) => (
              <CheckboxField
                key={commune.terc}
                label={
                  <>
                    {commune.name}
                    {commune.kind && <span className="muted"> ({t(`kind.${commune.kind}`)})</span>}
                  </>
                }
                value={chosen.includes(commune.terc)}
                onChange={() => onToggle({ terc: commune.terc, name: commune.name, county: countyName })}
              />
            ))}
          </fieldset>
        )}
      </div>
    </div>
  )
}

function Picture({
  topology,
  voivodeship,
  county,
  chosen,
  names,
  onPoint,
}: {
  topology: Poland
  voivodeship: string | null
  county: string | null
  chosen: string[]
  names: { terc: string; name: string }[]
  onPoint: (properties: Properties) => void
}) {
  const shapes = useMemo(() => {
    const { communes, counties, voivodeships } = topology.objects
    const within = (of: GeometryCollection<Properties>) =>
      feature(topology, {
        ...of,
        geometries: of.geometries.filter((shape) => {
          const properties = shape.properties as Properties
          return county
            ? properties.county === county
            : !voivodeship || properties.voivodeship === voivodeship
        }),
      })
    const shown = within(county ? communes : voivodeship ? counties : voivodeships)
    const projection = geoMercator().fitExtent(
      [
        [12, 12],
        [width - 12, height - 12],
      ],
      shown,
    )
    const path = geoPath(projection).digits(1)
    return shown.features.map((shape) => ({
      properties: shape.properties,
      d: path(shape) ?? '',
      at: path.centroid(shape),
    }))
  }, [topology, voivodeship, county])
  return (
    <svg className={styles.svg} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {shapes.map(({ properties, d }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the picture does the same for the keyboard
        <path
          key={d.slice(0, 40)}
          d={d}
          className={chosen.includes(properties.id ?? '') ? `${styles.area} ${styles.chosen}` : styles.area}
          onClick={() => onPoint(properties)}
        />
      ))}
      {county &&
        shapes.map(({ properties, at }) => {
          const name = names.find(({ terc }) => terc === properties.id)?.name
          return (
            name && (
              <text
                key={properties.id}
                x={at[0]}
                y={at[1]}
                className={
                  chosen.includes(properties.id ?? '') ? `${styles.name} ${styles.nameChosen}` : styles.name
                }
              >
                {name}
              </text>
            )
          )
        })}
    </svg>
  )
}
