type Hours = { weekday: number; nth: number | null; opens: string; closes: string }

/** Open on each day of the week from midnight to midnight, as hours of the clock tell it. */
export const isAroundTheClock = (hours: Hours[]) =>
  hours.length > 0 &&
  hours.every(
    ({ nth, opens, closes }) =>
      nth === null && opens === '00:00' && (closes === '23:59' || closes === '24:00'),
  ) &&
  new Set(hours.map(({ weekday }) => weekday)).size === 7
