import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { columns, type Endpoint } from '../platform/http/contract.ts'
import { allRoutes } from '../proof/deeds.ts'
import { isHeard } from './heard.ts'

// Whatever is told of a family in free words asks, where it speaks of violence, whether that is to be told as a concern; a guest,
// who cannot tell one, is refused it. No list of fields: a new one is heard because it is a text.

const source = join(import.meta.dirname, '..')
const pages = globSync('**/pages/*.tsx', { cwd: source }).map((file) =>
  readFileSync(join(source, file), 'utf8'),
)

/** The columns that keep the texts of a shape. */
function columnsIn(shape: z.core.$ZodType, seen = new Set<unknown>()): string[] {
  if (seen.has(shape)) return []
  seen.add(shape)
  const column = columns.get(shape as z.ZodType)?.column
  const def = shape._zod.def as unknown as Record<string, z.core.$ZodType> & {
    shape?: Record<string, z.core.$ZodType>
    options?: z.core.$ZodType[]
  }
  const within = [
    def.innerType,
    def.in,
    def.element,
    ...Object.values(def.shape ?? {}),
    ...(def.options ?? []),
  ]
  return [
    ...new Set([
      ...(column ? [column] : []),
      ...within.flatMap((each) => (each ? columnsIn(each, seen) : [])),
    ]),
  ]
}

const deeds = (await allRoutes()).flatMap(({ name, endpoint, handler }) => {
  const { body, who } = endpoint as Endpoint & { body?: z.ZodType }
  const heard = body ? columnsIn(body).filter(isHeard) : []
  return heard.length ? [{ name, who, heard, handler }] : []
})
const ofWorkers = deeds.filter(({ who }) => !who)

test('what is told of a family is heard, wherever it is written', () => {
  const heard = new Set(ofWorkers.flatMap((deed) => deed.heard))
  expect(heard.size).toBeGreaterThan(55)
  for (const column of [
    'worklist.task.what',
    'baskets.item.what',
    'baskets.item.request',
    'messages.message.words',
    'meetings.point.what',
    'referrals.particulars.words',
    'contracts.social_contract.causes',
    'contacts.contact.what',
  ])
    expect([...heard]).toContain(column)
})

test('each deed that takes such words is done in a form, which asks; a field of its own draws what asks', () => {
  const silent = ofWorkers.filter(({ name }) => {
    const deed = `Api\\.${name.split('.')[1]!}\\b`
    // A form of another slice is handed the deed: what is settled at a table is written as it is elsewhere.
    const isHanded = new RegExp(`call: \\w+${deed}`)
    return !pages.some(
      (page) => isHanded.test(page) || (new RegExp(deed).test(page) && /\buseForm\(|<Heard\b/.test(page)),
    )
  })
  expect(silent.map(({ name, heard }) => `${name}: ${heard.join(', ')}`)).toEqual([])
})

test('each deed of a guest that takes such words refuses those that speak of violence, whoever sends them', async () => {
  const ofGuests = deeds.filter(({ who }) => who === 'guest')
  expect(ofGuests.length).toBeGreaterThan(4)
  for (const { name, heard, handler } of ofGuests)
    for (const column of heard) {
      const body = { [column.split('.').at(-1)!]: 'Ojciec bije syna.' }
      const says = (handler as (...given: unknown[]) => Promise<unknown>)({}, { params: {}, body })
      await expect(says, `${name}: ${column}`).rejects.toThrow('guests:speaks-of-violence')
    }
})

test('words of somebody who does not sign in are taken from guests alone', () => {
  expect(deeds.filter(({ who }) => who && who !== 'guest').map(({ name }) => name)).toEqual([])
})
