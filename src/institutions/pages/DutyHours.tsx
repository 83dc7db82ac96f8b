import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { hourFromTyping } from '../hourFromTyping.ts'
import { institutionsApi, type Mine } from './api.ts'

/** Monday to Sunday, and public holidays. */
const weekdays = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** When somebody is on duty here, by which a danger is promised to be read or not; kept by the head. */
export function DutyHours({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const [editing, setEditing] = useState(false)
  const known = mine.dutyHours.length > 0
  return (
    <Section
      heading={t('dutyHours.heading')}
      more={
        mine.iHead &&
        !editing && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t(known ? 'dutyHours.edit' : 'dutyHours.add')}
          </Button>
        )
      }
    >
      <p className="sm muted">{t('dutyHours.why')}</p>
      {editing ? (
        <Edit mine={mine} onDone={() => setEditing(false)} />
      ) : known ? (
        <KeyFacts
          facts={[
            ...weekdays.map((weekday) => {
              const hours = mine.dutyHours.find((each) => each.weekday === weekday)
              return {
                label: t(`dutyHours.day.${weekday}`),
                value: hours
                  ? t('dutyHours.line', { begins: hour(hours.begins), ends: hour(hours.ends) })
                  : t('dutyHours.off'),
              }
            }),
            ...(mine.dutyPhone
              ? [{ label: t('dutyHours.phone'), value: <PhoneLink phone={mine.dutyPhone} /> }]
              : []),
          ]}
        />
      ) : (
        <EmptyState>{t('dutyHours.none')}</EmptyState>
      )}
    </Section>
  )
}

function Edit({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const { t } = useTranslation('institutions')
  const { t: refused } = useTranslation('institutions', { keyPrefix: 'constraints' })
  // What is wrong with one day; a day that is left empty is a day without duty.
  const faultOf = ({ begins, ends }: { begins: string; ends: string }) => {
    if (!begins.trim() && !ends.trim()) return null
    if (!begins.trim() || !ends.trim()) return t('dutyHours.both')
    const [from, to] = [hourFromTyping(begins), hourFromTyping(ends)]
    if (!from || !to) return t('dutyHours.wrong')
    return from < to ? null : refused('begins_before_it_ends')
  }
  const form = useForm(institutionsApi.keepDutyHours, {
    start: () => ({
      phone: mine.dutyPhone ?? '',
      hours: hoursIn(mine.dutyHours),
    }),
    body: ({ phone, hours }) => ({
      phone,
      hours: hours
        .filter(({ begins, ends }) => begins.trim() || ends.trim())
        .map(({ weekday, begins, ends }) => ({
          weekday,
          begins: hourFromTyping(begins) ?? begins,
          ends: hourFromTyping(ends) ?? ends,
        })),
    }),
    faults: ({ hours }) => ({ hours: hours.some((each) => faultOf(each) !== null) }),
    version: mine.version,
    written: ({ dutyPhone, dutyHours }) => ({ phone: dutyPhone ?? '', hours: hoursIn(dutyHours ?? []) }),
    onDone,
  })
  const { hours } = form.values
  form.field('hours', t('dutyHours.heading'), {
    said: (kept: Hours) =>
      kept
        .filter(({ begins, ends }) => begins || ends)
        .map(({ weekday, begins, ends }) => `${t(`dutyHours.day.${weekday}`)} ${hour(begins)}–${hour(ends)}`)
        .join(', '),
  })
  const change = (at: number, part: { begins?: string; ends?: string }) =>
    form.change({ hours: hours.map((each, i) => (i === at ? { ...each, ...part } : each)) })
  return (
    <Form of={form} deed={t('save')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
      <p className="sm muted">{t('dutyHours.hourHint')}</p>
      {hours.map(({ weekday, begins, ends }, i) => (
        <FieldRow key={weekday}>
          <TextField
            label={t('dutyHours.fromOf', { day: t(`dutyHours.day.${weekday}`) })}
            value={begins}
            onChange={(given) => change(i, { begins: given })}
            error={form.sent > 0 && faultOf(hours[i]!)}
            optional
          />
          <TextField
            label={t('dutyHours.toOf', { day: t(`dutyHours.day.${weekday}`) })}
            value={ends}
            onChange={(given) => change(i, { ends: given })}
            optional
          />
        </FieldRow>
      ))}
      <TextField {...form.field('phone', t('dutyHours.phone'))} hint={t('dutyHours.phoneHint')} type="tel" />
    </Form>
  )
}

type Hours = { weekday: number; begins: string; ends: string }[]
/** Every day of the week has its line, also one without duty. */
const hoursIn = (kept: Mine['dutyHours']): Hours =>
  weekdays.map((weekday) => {
    const { begins = '', ends = '' } = kept.find((each) => each.weekday === weekday) ?? {}
    return { weekday, begins: hour(begins), ends: hour(ends) }
  })
