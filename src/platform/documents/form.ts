/**
 * What documents need to know. Each slice says it of its own papers, in its `papers.ts`; the names of the forms are
 * the names of the templates in `data/forms`, and a filled example of each stands in `data/forms/examples`. Days are
 * ISO dates, texts are set as they stand.
 */
import { z } from 'zod'

/** A form: the name of its template, and the shape of the data that fill it. Its text is the one valid on `date`. */
export type Form<Shape extends Dated = Dated> = { template: string; shape: Shape }
type Dated = z.ZodType<{ date: string }>
export type FormData<F extends Form> = z.input<F['shape']>

/** The forms of a slice, each named by its template. */
export const formsOf = <Shapes extends Record<string, Dated>>(shapes: Shapes) =>
  Object.fromEntries(Object.entries(shapes).map(([template, shape]) => [template, { template, shape }])) as {
    [Template in keyof Shapes]: Form<Shapes[Template]>
  }

export const text = z.string().trim().min(1)
export const day = z.iso.date()
/** May be left out; the template then prints a dash, an empty line or nothing. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().default(null)

/** Who issues or receives a paper, as it stands on it. */
export const party = z.strictObject({ name: text, address: text, phone: maybe(text), email: maybe(text) })
export const official = z.strictObject({ name: text, position: text })
export const contact = official.extend({ phone: maybe(text), email: maybe(text) })
/** `to` is the last day; null means without an end. */
export const period = z.strictObject({ from: day, to: maybe(day) })
export const closedPeriod = z.strictObject({ from: day, to: day })

/** The part that every document has: who issues it, where and when, and what the footer says. */
export const frame = z.strictObject({
  practice: z.boolean(),
  document: z.strictObject({ id: text, version: z.int().positive(), hash: maybe(text) }),
  issuer: party,
  place: text,
  date: day,
  reference: maybe(text),
})
