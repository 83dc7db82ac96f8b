/** Minutes after midnight of an hour as it is written, and back; after midnight it begins anew. */
export const minuteOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3))
export const hourOf = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
