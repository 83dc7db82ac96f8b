import type { Count, Effort, Walker } from './walker.ts'

export type Walk = {
  /** A window for this person of the practice partnership; the same one when asked again. */
  as(name: string): Promise<Walker>
  /** Letters that are due go out, as on the morning of a working day. */
  letters(): Promise<void>
  /** So many minutes go by: all that this journey wrote is as much older; then dangers go on as each minute by the clock. */
  later(minutes: number): Promise<void>
  /** A figure against a bar of quality: fields, clicks, taps. */
  count(count: Omit<Count, 'met'>): void
  /** A deed whose taps and typed texts, of everybody together, stand in a line of their own. */
  deed(name: string, done: () => Promise<void>): Promise<void>
  /** What everything so far took of everybody together. */
  effort(): Effort
}

export type Journey = { title: string; intro: string; story(walk: Walk): Promise<void> }

/** A journey through Splot: title and introduction as the handbook prints them, and what the people do. */
export const journey = (title: string, intro: string, story: Journey['story']): Journey => ({
  title,
  intro,
  story,
})
