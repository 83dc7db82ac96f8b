import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hourFromTyping } from '../../institutions/hourFromTyping.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type FieldsOf, useForm } from '../../platform/web/useForm.ts'
import { territoryApi } from '../../territory/pages/api.ts'
import { directoryApi, type Where } from './api.ts'
import { Timetables } from './Timetables.tsx'
import { useDayWords } from './useWayWords.ts'

/** Departures of public transport, entered from what hangs at the stop. */
export function DeparturesPage() {
  const { t } = useTranslation('directory')
  const where = useAsk(directoryApi.whereServices, {})
  return (
    <PageFrame
      tab={t('departures.tab')}
      title={t('departures.title')}
      sub={t('departures.sub')}
      crumbs={[{ to: '/services', label: t('page.crumb') }, { label: t('departures.title') }]}
      actions={<Button to="/services/roads">{t('roads.title')}</Button>}
    >
      <Loaded query={where} rows={5}>
        {(found) => (
          <Stack>
            <Departures where={found} />
            <Timetables iKeep={Boolean(found.keeps)} />
          </Stack>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Departures({ where }: { where: Where }) {
  const { t } = useTranslation('directory')
  const days = useDayWords()
  const [commune, setCommune] = useState(where.here?.commune ?? where.communes[0]?.terc ?? null)
  const [entering, setEntering] = useState(false)
  const departures = useAsk(
    directoryApi.departures,
    { query: { commune: commune ?? '' } },
    { enabled: commune !== null },
  )
  const end = useDeed((id: string, key) => directoryApi.endDeparture({ params: { id }, key }))
  return (
    <Section
      heading={t('departures.byHand')}
      more={
        where.keeps &&
        !entering && (
          <Button size="small" onClick={() => setEntering(true)}>
            {t('departures.new')}
          </Button>
        )
      }
    >
      {where.communes.length > 1 && (
        <div style={{ maxWidth: 320 }}>
          <SelectField
            label={t('list.commune')}
            options={where.communes.map(({ terc, name }) => ({ value: terc, label: name }))}
            value={commune}
            onChange={setCommune}
          />
        </div>
      )}
      {entering && <Enter where={where} onDone={() => setEntering(false)} />}
      <Loaded query={departures} rows={4}>
        {(found) => (
          <>
            <Rows>
              {found.map(({ id, name, carrier, weekdays, stops, mine }) => (
                <Row
                  key={id}
                  title={name}
                  sub={[
                    days(weekdays),
                    carrier,
                    stops.map(({ locality, at }) => `${locality} ${hour(at)}`).join(', '),
                  ]
                    .filter(Boolean)
                    .join('; ')}
                  end={
                    mine && (
                      <Button
                        kind="quiet"
                        size="small"
                        busy={end.busy && end.trying === id}
                        onClick={() => end.run(id)}
                      >
                        {t('departures.end')}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
            {found.length === 0 && !entering && <EmptyState>{t('departures.none')}</EmptyState>}
          </>
        )}
      </Loaded>
      {Boolean(end.problem) && <ProblemNotice problem={end.problem} />}
    </Section>
  )
}

type StopLine = { id: string; commune: string | null; locality: string | null; at: string }

function Enter({ where, onDone }: { where: Where; onDone: () => void }) {
  const { t } = useTranslation('directory')
  const aStop = (): StopLine => ({
    id: newId(),
    commune: where.here?.commune ?? where.communes[0]?.terc ?? null,
    locality: null,
    at: '',
  })
  const form = useForm(directoryApi.addDeparture, {
    start: () => ({
      departureId: newId(),
      name: '',
      carrier: '',
      days: ['1', '2', '3', '4', '5'],
      stops: [aStop(), aStop()],
    }),
    body: ({ departureId, days, stops, ...said }) => ({
      ...said,
      id: departureId,
      weekdays: days.map(Number),
      stops: stops.map(({ at, ...stop }) => ({ ...stop, at: hourFromTyping(at) ?? at })),
    }),
    faults: ({ days }) => ({ days: days.length === 0 && t('departures.daysMissing') }),
    draft: 'departure/new',
    onDone,
  })
  const { days, stops } = form.values
  const daysField = form.field('days', t('departures.days'))
  return (
    <Form
      of={form}
      deed={t('departures.save')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('departures.cancel')}
        </Button>
      }
    >
      <FieldRow>
        <TextField
          {...form.field('name', t('departures.name'), { lack: t('departures.nameMissing') })}
          hint={t('departures.nameHint')}
        />
        <TextField {...form.field('carrier', t('departures.carrier'))} />
      </FieldRow>
      <fieldset>
        <legend className="sm m">{t('departures.days')}</legend>
        <Chips
          choices={['1', '2', '3', '4', '5', '6', '7'].map((day) => ({ value: day, label: t(`day.${day}`) }))}
          value={days}
          onTurn={(day) =>
            form.change({
              days: days.includes(day) ? days.filter((each) => each !== day) : [...days, day].sort(),
            })
          }
        />
        {daysField.error && <FieldError>{daysField.error}</FieldError>}
      </fieldset>
      {stops.map(({ id }, i) => (
        <StopFields key={id} of={form.line('stops', i)} where={where} n={i + 1} />
      ))}
      <p>
        <Button kind="quiet" size="small" onClick={() => form.change({ stops: [...stops, aStop()] })}>
          {t('departures.addStop')}
        </Button>{' '}
        {stops.length > 2 && (
          <Button kind="quiet" size="small" onClick={() => form.change({ stops: stops.slice(0, -1) })}>
            {t('departures.removeStop')}
          </Button>
        )}
      </p>
    </Form>
  )
}

function StopFields({ of, where, n }: { of: FieldsOf<StopLine>; where: Where; n: number }) {
  const { t } = useTranslation('directory')
  const { commune } = of.values
  const localities = useAsk(
    territoryApi.localities,
    { params: { terc: commune ?? '' } },
    { enabled: commune !== null },
  )
  return (
    <fieldset>
      <legend className="sm m">{t('departures.stop', { n })}</legend>
      <FieldRow>
        <SelectField
          {...of.field('commune', t('form.commune'), { lack: t('form.communeMissing') })}
          options={[...where.communes, ...where.around].map(({ terc, name }) => ({
            value: terc,
            label: name,
          }))}
          onChange={(chosen) => of.change({ commune: chosen, locality: null })}
        />
        <SelectField
          {...of.field('locality', t('form.locality'), { lack: t('form.localityMissing') })}
          options={[...new Set((localities.data ?? []).map(({ name }) => name))].map((name) => ({
            value: name,
            label: name,
          }))}
        />
        <TextField {...of.field('at', t('departures.at'), { lack: t('departures.atMissing') })} />
      </FieldRow>
    </fieldset>
  )
}
