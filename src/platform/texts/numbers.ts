import type { Locale } from './locales.ts'

/** "1 260 zł", and groszy only when there are any: "12,50 zł". The amount is in złotys. */
export function money(zloty: number, locale: Locale = 'pl'): string {
  const whole = Number.isInteger(zloty)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'PLN',
    // Polish leaves four digits together by default; "1 260 zł" is easier to read.
    useGrouping: 'always',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  } as Intl.NumberFormatOptions).format(zloty)
}

/** "12 480", "0,5" */
export function number(value: number, locale: Locale = 'pl'): string {
  return new Intl.NumberFormat(locale, { useGrouping: 'always' } as Intl.NumberFormatOptions).format(value)
}

/** Beginnings of numbers that are said by threes: mobiles and helplines (Polish national numbering plan); all others are area codes. */
const byThrees = /^(45|50|51|53|57|60|66|69|72|73|78|79|80|88)/

/** "41 000 10 21" for an area code, "500 000 206" for a mobile, "800 120 002" for a helpline; anything else stays as it was written. */
export function phoneWords(phone: string): string {
  const digits = phone.replace(/[\s()-]/g, '').replace(/^(\+48|0048)(?=\d{9}$)/, '')
  if (!/^\d{9}$/.test(digits)) return phone
  const groups = byThrees.test(digits)
    ? digits.match(/^(\d{3})(\d{3})(\d{3})$/)
    : digits.match(/^(\d{2})(\d{3})(\d{2})(\d{2})$/)
  return groups!.slice(1).join('\u00a0')
}

/** The address that dials: "tel:+48410001021". */
export function phoneHref(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '')
  return `tel:${/^\d{9}$/.test(digits) ? `+48${digits}` : digits}`
}
