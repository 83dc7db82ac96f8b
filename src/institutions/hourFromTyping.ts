/** An hour as people type it (`7`, `7:30`, `07.30`, `24`), as `HH:MM`; nothing where it is none. */
export function hourFromTyping(typed: string): string | undefined {
  const [, hour, minute = '00'] = typed.trim().match(/^(\d{1,2})(?:[:. ](\d{2}))?$/) ?? []
  if (hour === undefined || Number(minute) > 59) return undefined
  if (Number(hour) > 24 || (Number(hour) === 24 && minute !== '00')) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}
