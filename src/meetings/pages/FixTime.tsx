import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { clockTime, dayOf, instantAt, today } from '../../platform/texts/dates.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Meeting, meetingsApi } from './api.ts'

const clock = /^([01]?\d|2[0-3])[:.][0-5]\d$/

/** Another time or place. Whoever said something of the earlier time is asked anew. */
export function FixTime({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const form = useForm(meetingsApi.fix, {
    params: { id: meeting.id },
    start: () => ({
      day: meeting.startsAt && dayOf(meeting.startsAt),
      time: meeting.startsAt ? clockTime(meeting.startsAt) : '',
      place: meeting.place ?? '',
      link: meeting.link ?? '',
    }),
    body: ({ day, time, place, link }) => ({
      startsAt: day && clock.test(time) ? instantAt(day, time.replace('.', ':')) : null,
      place,
      link,
      minutes: meeting.minutes,
    }),
    faults: ({ time }) => ({ time: !clock.test(time) && t('call.lackTime') }),
    version: meeting.version,
  })
  return (
    <Explain question={t('fix.title')}>
      <Form of={form} kind="default" deed={t('fix.send')}>
        <FieldRow>
          <DateField
            {...form.field('day', t('call.day'), { at: 'startsAt', lack: t('call.lackTime') })}
            optional={false}
            min={today()}
          />
          <TextField {...form.field('time', t('call.time'))} optional={false} inputMode="numeric" />
        </FieldRow>
        <TextField {...form.field('place', t('call.place'))} />
        <TextField {...form.field('link', t('call.link'))} inputMode="text" />
        <p className="sm muted">{t('fix.asked')}</p>
      </Form>
    </Explain>
  )
}
