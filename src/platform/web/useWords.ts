import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import * as dates from '../texts/dates.ts'
import type { Locale } from '../texts/locales.ts'
import { compareNames, sortByName } from '../texts/names.ts'
import { money, number, phoneHref, phoneWords } from '../texts/numbers.ts'

/** Dates, numbers and names in the reader's language: `const { longDate, money } = useWords()`. */
export function useWords() {
  const { i18n } = useTranslation()
  const locale = i18n.language as Locale
  return useMemo(
    () => ({
      locale,
      monthAndYear: (day: dates.Day) => dates.monthAndYear(day, locale),
      longDate: (day: dates.Day) => dates.longDate(day, locale),
      dayAndMonth: (day: dates.Day) => dates.dayAndMonth(day, locale),
      shortDay: (day: dates.Day) => dates.shortDay(day, locale),
      numericDate: (day: dates.Day) => dates.numericDate(day, locale),
      weekday: (day: dates.Day) => dates.weekday(day, locale),
      weekdayAndDay: (day: dates.Day) => dates.weekdayAndDay(day, locale),
      clockTime: (instant: Date | string | number) => dates.clockTime(instant, locale),
      dateAndTime: (instant: Date | string | number) => dates.dateAndTime(instant, locale),
      relativeDay: (day: dates.Day) => dates.relativeDay(day, locale),
      eventDay: (day: dates.Day) => dates.eventDay(day, locale),
      dueWords: (day: dates.Day) => dates.dueWords(day, locale),
      daysWord: (days: number) => dates.daysWord(days, locale),
      money: (zloty: number) => money(zloty, locale),
      number: (value: number) => number(value, locale),
      compareNames: (a: string, b: string) => compareNames(a, b, locale),
      sortByName: <T>(things: readonly T[], nameOf: (thing: T) => string) =>
        sortByName(things, nameOf, locale),
      /** "GOPS, Szkoła i Poradnia" */
      list: (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
      phoneWords,
      phoneHref,
    }),
    [locale],
  )
}
