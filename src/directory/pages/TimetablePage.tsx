import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { territoryApi } from '../../territory/pages/api.ts'
import { directoryApi, type TimetableStop, type Where } from './api.ts'

/** In which locality each stop of a timetable lies; whoever brought it says otherwise where that is wrong. */
export function TimetablePage() {
  const { t } = useTranslation('directory')
  const { number } = useWords()
  const id = useParam('id')
  const [wanted, setWanted] = useState('')
  const [asked] = useDebouncedValue(wanted, 250)
  const [placing, setPlacing] = useState<string>()
  const where = useAsk(directoryApi.whereServices, {})
  const timetables = useAsk(directoryApi.timetables, {})
  const timetable = timetables.data?.find((each) => each.id === id)
  const stops = useAsk(directoryApi.timetableStops, { params: { id }, query: { wanted: asked } })
  return (
    <PageFrame
      tab={t('timetable.stopsTab')}
      title={timetable?.name ?? t('timetable.stopsTab')}
      sub={t('timetable.stopsSub')}
      crumbs={[
        { to: '/services', label: t('page.crumb') },
        { to: '/services/departures', label: t('departures.title') },
        { label: t('timetable.stopsTab') },
      ]}
      narrow
    >
      <Section heading={t('timetable.ofStops')} {...(timetable && { count: timetable.stops })}>
        <TextField label={t('timetable.wanted')} value={wanted} onChange={setWanted} />
        <Loaded query={stops} rows={6}>
          {(found) => (
            <>
              <Rows>
                {found.map((stop) =>
                  placing === stop.id && where.data ? (
                    <Place
                      key={stop.id}
                      timetable={id}
                      stop={stop}
                      where={where.data}
                      onDone={() => setPlacing(undefined)}
                    />
                  ) : (
                    <Row
                      key={stop.id}
                      title={stop.name}
                      sub={t(stop.km < 1 ? 'timetable.liesIn' : 'timetable.liesFar', {
                        locality: stop.locality,
                        commune: stop.communeName,
                        km: number(Math.round(stop.km * 10) / 10),
                      })}
                      end={
                        <>
                          {stop.chosen && <Status kind="ok">{t('timetable.chosen')}</Status>}
                          {timetable?.mine && (
                            <Button kind="quiet" size="small" onClick={() => setPlacing(stop.id)}>
                              {t('timetable.place')}
                            </Button>
                          )}
                        </>
                      }
                    />
                  ),
                )}
              </Rows>
              {found.length === 0 && <EmptyState>{t('timetable.noStops')}</EmptyState>}
            </>
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

type Placing = { timetable: string; stop: TimetableStop; where: Where; onDone: () => void }

function Place({ timetable, stop, where, onDone }: Placing) {
  const { t } = useTranslation('directory')
  const form = useForm(directoryApi.placeStop, {
    params: { id: timetable, stopId: stop.id },
    start: () => ({ commune: stop.commune as string | null, locality: stop.locality as string | null }),
    onDone,
  })
  const { commune } = form.values
  const localities = useAsk(
    territoryApi.localities,
    { params: { terc: commune ?? '' } },
    { enabled: commune !== null },
  )
  const communes = [...where.communes, ...where.around]
  const known = communes.some(({ terc }) => terc === stop.commune)
    ? communes
    : [...communes, { terc: stop.commune, name: stop.communeName }]
  return (
    <li style={{ paddingBlock: 12 }}>
      <Form
        of={form}
        deed={t('timetable.placed')}
        beside={
          <Button kind="quiet" onClick={onDone}>
            {t('departures.cancel')}
          </Button>
        }
      >
        <p className="m">{stop.name}</p>
        <FieldRow>
          <SelectField
            {...form.field('commune', t('form.commune'), { lack: t('form.communeMissing') })}
            options={known.map(({ terc, name }) => ({ value: terc, label: name }))}
            onChange={(chosen) => form.change({ commune: chosen, locality: null })}
          />
          <SelectField
            {...form.field('locality', t('form.locality'), { lack: t('form.localityMissing') })}
            options={[...new Set((localities.data ?? []).map(({ name }) => name))].map((name) => ({
              value: name,
              label: name,
            }))}
          />
        </FieldRow>
      </Form>
    </li>
  )
}
