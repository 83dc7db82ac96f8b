import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/pl'
import 'dayjs/locale/uk'
import { DateInput } from '@mantine/dates'
import { CalendarDays } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, today, typedDay } from '../texts/dates.ts'
import { dayFromTyping } from './dayFromTyping.ts'
import { dayLook, type FieldProps, wrapperOf } from './fields.tsx'

export type DateFieldProps = FieldProps<Day | null> & {
  /** First and last day that make sense. */
  min?: Day
  max?: Day
}

/**
 * A day: typed as one writes it (24.11.2026, 24 11, 2026-11-24) or chosen from the calendar, which opens by a click or the
 * arrow down, never by itself over what one reads. What is no day that fits is told when the field is left, and no other
 * day stands there then; nothing is sent while it is told.
 */
export function DateField({ value, onChange, min, max, ...field }: DateFieldProps) {
  const { t, i18n } = useTranslation('kit')
  const refused = useRef('')
  const [unfit, setUnfit] = useState('')
  const [open, setOpen] = useState(false)
  const example = typedDay(min ?? max ?? today())
  const choose = (day: Day | null) => {
    refused.current = ''
    setOpen(false)
    onChange(day)
  }
  const leave = () => {
    setOpen(false)
    if (!refused.current) return
    setUnfit(refused.current)
    choose(null)
  }
  return (
    <DateInput
      {...wrapperOf({
        ...field,
        error: unfit ? t('field.unfitDay', { typed: unfit, day: example }) : field.error,
      })}
      classNames={dayLook}
      value={value}
      onChange={choose}
      // What is typed was refused until it is heard of as a day; left like that, the day before would come back unseen.
      onInput={({ currentTarget }) => {
        refused.current = currentTarget.value.trim()
        setUnfit('')
      }}
      onClick={() => setOpen(true)}
      onKeyDown={({ key }) => {
        if (key === 'ArrowDown') setOpen(true)
        if (key === 'Escape') setOpen(false)
        if (key === 'Enter') leave()
      }}
      onBlur={leave}
      data-unfit={unfit || undefined}
      dateParser={(typed) => dayFromTyping(typed)}
      minDate={min}
      maxDate={max}
      locale={i18n.language}
      firstDayOfWeek={1}
      valueFormat="D MMMM YYYY"
      placeholder={t('field.day', { day: example })}
      clearable={field.optional ?? false}
      clearButtonProps={{ 'aria-label': t('field.clear') }}
      rightSection={<CalendarDays size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      popoverProps={{ shadow: 'md', withinPortal: false, opened: open }}
      ariaLabels={{
        previousMonth: t('calendar.previousMonth'),
        nextMonth: t('calendar.nextMonth'),
        previousYear: t('calendar.previousYear'),
        nextYear: t('calendar.nextYear'),
        previousDecade: t('calendar.previousDecade'),
        nextDecade: t('calendar.nextDecade'),
      }}
    />
  )
}
