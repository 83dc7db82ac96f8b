import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { SelectField, type SelectOption } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { instantAt, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { FieldsOf, FormOf } from '../../platform/web/useForm.ts'

type Proposed = { id: string; day: string | null; time: string }
const clock = /^([01]?\d|2[0-3])[:.][0-5]\d$/
const aDate = (): Proposed => ({ id: newId(), day: null, time: '' })

export const begunCall = (kind: string, people: string[]) => ({
  id: newId(),
  kind: kind as string | null,
  dates: [aDate()],
  place: '',
  link: '',
  minutes: '60',
  people,
  needed: [] as string[],
})
export type Call = ReturnType<typeof begunCall>

/** What is sent of what is written: each date as an instant, each person once, with who calls it. */
export const calledBody = (me: string, { dates, people, needed, ...values }: Call) => ({
  ...values,
  dates: dates.map(({ id, day, time }) => ({
    id,
    startsAt: day && clock.test(time) ? instantAt(day, time.replace('.', ':')) : null,
  })),
  people: [...new Set([me, ...people])].map((workerId) => ({
    id: newId(),
    workerId,
    needed: needed.includes(workerId),
  })),
})

/** One short form: when, where, who. With several dates whoever is invited says which suits them. */
export function CallForm<V extends Call>({
  form,
  place,
  people,
  quorum,
  children,
}: {
  form: FormOf<V>
  /** Kinds that are held there. */
  place: readonly string[]
  people: SelectOption[]
  /** What the rules of work say of it. */
  quorum?: string | null | undefined
  children?: ReactNode
}) {
  const { t } = useTranslation('meetings')
  const { entries, label } = useCodes()
  const call = form as unknown as FormOf<Call>
  const { values } = call
  const kinds = entries('meetings.meeting_kind').filter((kind) => place.includes(String(kind.place)))
  return (
    <Form of={call} deed={t(values.dates.length > 1 ? 'call.ask' : 'call.send')}>
      <SelectField
        {...call.field('kind', t('call.kind'))}
        optional={false}
        options={kinds.map(({ code }) => ({ value: code, label: label('meetings.meeting_kind', code) }))}
      />
      {values.dates.map(({ id }, i) => (
        <DateLine
          key={id}
          of={call.line('dates', i)}
          no={values.dates.length > 1 ? i + 1 : null}
          onRemove={() => call.change({ dates: values.dates.filter((each) => each.id !== id) })}
        />
      ))}
      {values.dates.length < 6 && (
        <p>
          <Button
            kind="quiet"
            size="small"
            onClick={() => call.change({ dates: [...values.dates, aDate()] })}
          >
            {t('call.anotherDate')}
          </Button>
          <span className="sm muted"> {t('call.anotherDateHint')}</span>
        </p>
      )}
      <FieldRow>
        <TextField {...call.field('place', t('call.place'), { lack: t('call.lackPlace') })} />
        <SelectField
          {...call.field('minutes', t('call.minutes'))}
          optional={false}
          options={['30', '45', '60', '90', '120', '180'].map((value) => ({
            value,
            label: t('length', { count: Number(value) }),
          }))}
        />
      </FieldRow>
      <TextField {...call.field('link', t('call.link'))} hint={t('call.linkHint')} inputMode="text" />
      <MultiSelectField
        {...call.field('people', t('call.people'), { lack: t('call.lackPeople') })}
        optional={false}
        options={people}
      />
      <MultiSelectField
        {...call.field('needed', t('call.needed'))}
        optional
        hint={quorum ? t('call.quorum', { quorum }) : t('call.neededHint')}
        options={people.filter(({ value }) => values.people.includes(value))}
      />
      {children}
      {values.dates.length > 1 && <Note>{t('call.datesAsked')}</Note>}
    </Form>
  )
}

function DateLine({ of, no, onRemove }: { of: FieldsOf<Proposed>; no: number | null; onRemove: () => void }) {
  const { t } = useTranslation('meetings')
  return (
    <div>
      <FieldRow>
        <DateField
          {...of.field('day', no === null ? t('call.day') : t('call.dayNo', { no }), {
            at: 'startsAt',
            lack: t('call.lackTime'),
          })}
          optional={false}
          min={today()}
        />
        <TextField
          {...of.field('time', no === null ? t('call.time') : t('call.timeNo', { no }), { at: 'time' })}
          optional={false}
          inputMode="numeric"
        />
      </FieldRow>
      {no !== null && (
        <p style={{ marginTop: 4 }}>
          <Button kind="quiet" size="small" onClick={onRemove}>
            {t('call.removeDate', { no })}
          </Button>
        </p>
      )}
    </div>
  )
}
