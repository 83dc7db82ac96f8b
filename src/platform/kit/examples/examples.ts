import { addDays, today } from '../../texts/dates.ts'

/** A day so many days from today, so that "po terminie" stays overdue whenever the page is opened. */
export const inDays = (days: number) => addDays(today(), days)

export const phases = ['Zgłoszenie', 'Zespół', 'Diagnoza', 'Koszyk', 'Kontrakt', 'Realizacja', 'Ocena']
