/** Today in Poland, whatever the clock of the machine is set to. */
export const todayInPoland = (now = new Date()) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(now)
