import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/pl'
import 'dayjs/locale/uk'
import { DateInput } from '@mantine/dates'
import { CalendarDays } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../texts/dates.ts'
import { dayFromTyping } from './dayFromTyping.ts'
import { type FieldProps, listLook, wrapperOf } from './fields.tsx'

export type DateFieldProps = FieldProps<Day | null> & {
  /** First and last day that make sense. */
  min?: Day
  max?: Day
}

/**
 * A day: typed as one writes it (24.11.2026, 24 11, 2026-11-24) or chosen from the calendar. What is no day that fits is
 * told when the field is left, and no other day stands there then.
 */
export function DateField({ value, onChange, min, max, ...field }: DateFieldProps) {
  const { t, i18n } = useTranslation('kit')
  const refused = useRef('')
  const [unfit, setUnfit] = useState('')
  const choose = (day: Day | null) => {
    refused.current = ''
    onChange(day)
  }
  return (
    <DateInput
      {...wrapperOf({ ...field, error: unfit ? t('field.unfitDay', { typed: unfit }) : field.error })}
      classNames={listLook}
      value={value}
      onChange={choose}
      // What is typed was refused until it is heard of as a day; left like that, the day before would come back unseen.
      onInput={({ currentTarget }) => {
        refused.current = currentTarget.value.trim()
        setUnfit('')
      }}
      onBlur={() => {
        if (!refused.current) return
        setUnfit(refused.current)
        choose(null)
      }}
      dateParser={(typed) => dayFromTyping(typed)}
      minDate={min}
      maxDate={max}
      locale={i18n.language}
      firstDayOfWeek={1}
      valueFormat="D MMMM YYYY"
      placeholder={t('field.day')}
      clearable={field.optional ?? false}
      clearButtonProps={{ 'aria-label': t('field.clear') }}
      rightSection={<CalendarDays size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      popoverProps={{ shadow: 'md', withinPortal: false }}
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
