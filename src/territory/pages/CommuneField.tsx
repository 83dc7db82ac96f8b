import { Map as MapIcon, Plus, X } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import type { FieldProps } from '../../platform/kit/fields.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { territoryApi } from './api.ts'

/** The map of the country weighs more than the rest of a form: it comes when it is asked for. */
const CommuneMap = lazy(() => import('./CommuneMap.tsx').then(({ CommuneMap }) => ({ default: CommuneMap })))

export type ChosenCommune = { terc: string; name: string; county: string }

export type CommuneFieldProps = Pick<
  FieldProps<ChosenCommune[]>,
  'label' | 'value' | 'onChange' | 'error'
> & {
  hint?: string
  /** Several communes; else a new choice takes the place of the earlier. */
  many?: boolean
}

/** A commune, by typing its name (also without Polish letters) or from the map. */
export function CommuneField({ label, hint, many, value, onChange, error }: CommuneFieldProps) {
  const { t } = useTranslation('territory')
  const [typed, setTyped] = useState('')
  const [map, setMap] = useState(false)
  const name = useDeferredValue(typed.trim())
  const found = useAsk(
    territoryApi.findCommunes,
    { query: { name } },
    { enabled: name.length >= 2, staleTime: Number.POSITIVE_INFINITY, placeholderData: (before) => before },
  )
  const add = (commune: ChosenCommune) => {
    const others = many ? value.filter(({ terc }) => terc !== commune.terc) : []
    onChange([...others, { terc: commune.terc, name: commune.name, county: commune.county }])
    setTyped('')
  }
  const remove = (terc: string) => onChange(value.filter((each) => each.terc !== terc))
  return (
    <div>
      <TextField
        type="search"
        label={label}
        hint={hint ?? t('field.hint')}
        value={typed}
        onChange={setTyped}
        error={error}
      />
      {name.length >= 2 && found.data && (
        <>
          <p className="vh" role="status">
            {t('field.found', { count: found.data.length })}
          </p>
          {found.data.length === 0 ? (
            <p className="sm muted">{t('field.nothing')}</p>
          ) : (
            <Rows label={t('field.results')}>
              {found.data.slice(0, 6).map((commune) => (
                <Row
                  key={commune.terc}
                  title={commune.name}
                  sub={t('field.where', {
                    kind: commune.kind ? t(`kind.${commune.kind}`) : '',
                    county: commune.county,
                    voivodeship: commune.voivodeship,
                  })}
                  end={
                    <Button
                      size="small"
                      icon={Plus}
                      aria-label={t('field.chooseNamed', { name: commune.name, county: commune.county })}
                      onClick={() => add(commune)}
                    >
                      {t('field.choose')}
                    </Button>
                  }
                />
              ))}
            </Rows>
          )}
        </>
      )}
      {value.length > 0 && (
        <Rows label={t('field.chosen')}>
          {value.map((commune) => (
            <Row
              key={commune.terc}
              title={t('field.commune', { name: commune.name })}
              sub={commune.county && t('field.county', { county: commune.county })}
              end={
                <Button
                  kind="quiet"
                  size="small"
                  icon={X}
                  aria-label={t('field.removeNamed', { name: commune.name })}
                  onClick={() => remove(commune.terc)}
                >
                  {t('field.remove')}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      <p style={{ marginTop: 8 }}>
        <Button size="small" icon={MapIcon} aria-expanded={map} onClick={() => setMap(!map)}>
          {t(map ? 'field.closeMap' : 'field.map')}
        </Button>
      </p>
      {map && (
        <Suspense fallback={<LoadingRows rows={5} />}>
          <CommuneMap
            chosen={value.map(({ terc }) => terc)}
            onToggle={(commune) =>
              value.some(({ terc }) => terc === commune.terc) ? remove(commune.terc) : add(commune)
            }
          />
        </Suspense>
      )}
    </div>
  )
}
