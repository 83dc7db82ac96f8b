import type { z } from 'zod'
import { columns } from '../http/contract.ts'

type Shape = z.core.$ZodType
/** What a schema of zod says of itself, as far as a form asks. */
type Def = {
  type: string
  shape?: Record<string, Shape>
  catchall?: Shape
  options?: Shape[]
  element?: Shape
  innerType?: Shape
  defaultValue?: unknown
  in?: Shape
}
const defOf = (shape: Shape) => shape._zod.def as unknown as Def

/** Without what stands around it: optional, nullable, with a default. */
function bare(shape: Shape): Shape {
  const { innerType, in: first } = defOf(shape)
  const inner = innerType ?? first
  return inner ? bare(inner) : shape
}

/** The shape at a place (`task.due`); in a choice of shapes, of the first that has it. */
export function shapeAt(shape: Shape | undefined, place: string): Shape | undefined {
  let at = shape
  for (const step of place.split('.')) at = at && inside(bare(at), step)
  return at
}

function inside(shape: Shape, step: string): Shape | undefined {
  const { shape: fields, element, options } = defOf(shape)
  if (options) for (const option of options) if (inside(bare(option), step)) return inside(bare(option), step)
  return fields?.[step] ?? element
}

/** The longest text it takes, in characters. */
export function limitOf(shape: Shape): number | undefined {
  const plain = bare(shape)
  const { type, options } = defOf(plain)
  if (type === 'union') return options!.map(limitOf).find((limit) => limit)
  return type === 'string' ? ((plain as z.ZodString).maxLength ?? undefined) : undefined
}

/** What is written in a value's texts, each with the column that keeps it. */
export function textsIn(shape: Shape, value: unknown): { column: string; words: string }[] {
  const plain = bare(shape)
  const { shape: fields, element, options } = defOf(plain)
  if (typeof value === 'string') {
    const column = columns.get(plain as z.ZodType)?.column
    return column && value.trim() ? [{ column, words: value }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return element ? value.flatMap((each) => textsIn(element, each)) : []
  if (options) {
    const written = options.map((option) => textsIn(option, value))
    return written.toSorted((a, b) => b.length - a.length)[0] ?? []
  }
  return Object.entries(value).flatMap(([key, each]) => (fields?.[key] ? textsIn(fields[key], each) : []))
}

/** Whether it may stay empty. What has a default is never empty, but for a default that is nothing itself. */
export const isOptional = (shape: Shape) =>
  defOf(shape).type === 'default'
    ? isEmpty(defOf(shape).defaultValue)
    : [undefined, null, '', []].some((empty) => takes(shape, empty))

const takes = (shape: Shape, value: unknown) => {
  try {
    return (shape as z.ZodType).safeParse(value).success
  } catch {
    // A rule of its own that looks into what is not there.
    return false
  }
}

export const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && value.length === 0)

/**
 * What was written, as the shape names it: fields that it does not know are left out, an empty field is as the shape
 * takes it (an empty text, null, or nothing at all), a number is a number.
 */
export function fitted(shape: Shape, value: unknown): unknown {
  const plain = bare(shape)
  const { type, shape: fields, catchall, element, options } = defOf(plain)
  if (isEmpty(value)) return emptyAs(shape, value)
  if (type === 'number' && typeof value === 'string') return Number(value.trim().replace(',', '.'))
  if (type === 'array' && Array.isArray(value)) return value.map((each) => fitted(element!, each))
  if (typeof value !== 'object') return value
  if (type === 'union') {
    const written = options!.map((option) => fitted(option, value))
    return written.find((each, i) => takes(options![i]!, each)) ?? value
  }
  if (type !== 'object' || (catchall && defOf(catchall).type !== 'never')) return value
  const given = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(fields!).flatMap(([key, each]) => {
      const as = fitted(each, given[key])
      return as === undefined ? [] : [[key, as]]
    }),
  )
}

const emptyAs = (shape: Shape, value: unknown) =>
  [value, undefined, null].find((empty) => takes(shape, empty))
