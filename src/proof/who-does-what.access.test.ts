import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { gather, roles, whoSucceeds } from './cast.ts'
import { aDatabase } from './database.ts'
import { allRoutes, deedsProofs } from './deeds.ts'

// Who does what (model.md): each deed is tried by everybody, and undone; those who may succeed, all others change nothing.
// Deeds stand with their slice, in `deeds.proof.ts`. `npm test -- <slice>` tries those of that slice.

const slice = process.env.SPLOT_SLICE
const proofs = await deedsProofs()
const deeds = proofs
  .flatMap((proof) => proof.deeds ?? [])
  .filter(([endpoint]) => !slice || endpoint.startsWith(`${slice}.`))

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
  await gather(database)
  for (const proof of proofs) await proof.stage?.(database)
})
afterAll(() => database.drop())

describe.skipIf(!deeds.length)('each deed is done by those who may, and by nobody else', () => {
  test.each(deeds)('%s: %s', async (_endpoint, _what, may, attempt) => {
    expect(await whoSucceeds(attempt)).toEqual(roles.filter((role) => may.includes(role)))
  })
})

test('every endpoint by which a worker changes something has a deed here', async () => {
  const routes = await allRoutes()
  const changing = routes.filter(
    ({ name, endpoint: { method, who = 'worker' } }) =>
      method !== 'GET' && who === 'worker' && (!slice || name.startsWith(`${slice}.`)),
  )
  if (!slice) expect(changing.length).toBeGreaterThan(90)
  const tried = new Set(deeds.map(([endpoint]) => endpoint))
  expect(changing.flatMap(({ name }) => (tried.has(name) ? [] : [name]))).toEqual([])
  expect([...tried].filter((name) => !routes.some((route) => route.name === name))).toEqual([])
})
