import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serviceId } from '../../practice/services.ts'
import { asOwner } from '../platform/database/open.ts'
import { aPracticeApp, type PracticeApp } from '../proof/app.ts'

const folder = join(import.meta.dirname, '../../data/hsds')
type Schema = { properties: Record<string, object>; [more: string]: unknown }
const schemas = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema]),
)
// Of an organization in full the standard tells its services, of a place its service: only its API's files say so.
schemas['organization.json']!.properties.services = { type: 'array', items: { $ref: 'service.json' } }
schemas['service_at_location.json']!.properties.service = { $ref: 'service.json' }
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)
// Strict in what we give: nothing that the field tables do not name.
for (const [file, schema] of Object.entries(schemas))
  ajv.addSchema({ ...schema, $id: file, additionalProperties: false })

function mustFit(table: string, item: unknown) {
  const valid = ajv.getSchema(`${table}.json`)!
  valid(item)
  expect(valid.errors ?? [], JSON.stringify(item).slice(0, 300)).toEqual([])
}

let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

type Page = {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: { id: string; name: string; organization_id: string }[]
}
/** Asked by who is not signed in. */
async function open(path: string) {
  const answered = await app.nobody('GET', `/api/hsds/v3${path}`)
  expect(answered.status, `${path}: ${answered.text}`).toBe(200)
  return answered.json as never
}
const page = (path: string): Promise<Page> => open(path)

describe('what is public, in the standard', () => {
  test.each([
    ['services', 'service', '/services?full=true&per_page=200'],
    ['services in short', 'service', '/services?per_page=200'],
    ['organizations', 'organization', '/organizations?full=true&per_page=200'],
    ['organizations with their services', 'organization', '/organizations?full_service=true&per_page=200'],
    ['services at locations', 'service_at_location', '/service_at_locations?per_page=200'],
    ['taxonomies', 'taxonomy', '/taxonomies'],
    ['terms', 'taxonomy_term', '/taxonomy_terms?per_page=200'],
  ])('%s fit its field tables', async (_, table, path) => {
    const { contents } = await page(path)
    expect(contents.length).toBeGreaterThan(0)
    for (const item of contents) mustFit(table, item)
  })

  test.each([
    ['services', 'service'],
    ['organizations', 'organization'],
    ['service_at_locations', 'service_at_location'],
    ['taxonomies', 'taxonomy'],
    ['taxonomy_terms', 'taxonomy_term'],
  ])('each of %s is read by its id', async (path, table) => {
    const { contents } = await page(`/${path}?per_page=3`)
    for (const { id } of contents) {
      const item: { id: string } = await open(`/${path}/${id}`)
      expect(item.id).toBe(id)
      mustFit(table, item)
    }
    expect((await app.nobody('GET', `/api/hsds/v3/${path}/${randomUUID()}`)).status).toBe(404)
  })

  test('comes in pages with the envelope of the standard', async () => {
    const all = await page('/services?per_page=1000')
    const last = await page(`/services?per_page=10&page=${Math.ceil(all.total_items / 10)}`)
    expect(last).toMatchObject({
      total_items: all.total_items,
      total_pages: Math.ceil(all.total_items / 10),
      last_page: true,
      first_page: false,
      empty: false,
    })
    expect(await page('/services?per_page=10&page=99')).toMatchObject({ empty: true, contents: [] })
    expect(new Set(all.contents.map(({ id }) => id)).size).toBe(all.total_items)
  })

  test('is filtered by words, term, organization, change and place', async () => {
    const bus = await page('/services?search=bibliobus')
    expect(bus.contents.map(({ name }) => name)).toEqual(['Bibliobus we wsiach'])
    const { organization_id } = bus.contents[0]!
    expect((await page(`/services?organization_id=${organization_id}`)).total_items).toBe(2)
    const terms = await page('/taxonomy_terms?search=logoped')
    expect((await page(`/services?taxonomy_term_id=${terms.contents[0]!.id}`)).total_items).toBe(2)
    const [group] = (await page('/taxonomy_terms?top_only=true')).contents
    expect((await page(`/taxonomy_terms?parent_id=${group!.id}`)).total_items).toBeGreaterThan(5)
    expect((await page('/services?modified_after=2999-01-01')).total_items).toBe(0)
    expect((await page('/services?modified_after=2020-01-01T00:00:00Z')).total_items).toBeGreaterThan(50)
    const [taxonomy] = (await page('/taxonomies')).contents
    expect((await page(`/services?taxonomy_id=${taxonomy!.id}`)).total_items).toBeGreaterThan(50)
    expect((await page(`/services?taxonomy_id=${randomUUID()}`)).total_items).toBe(0)
    expect((await app.nobody('GET', '/api/hsds/v3/services?per_page=0')).status).toBe(400)
  })
})

test('is found by postcode, and around it in metres; a code without a place is near those that begin alike', async () => {
  // One place has a code, all others that of another post office.
  await asOwner(app.database.ownerUrl, (client) =>
    client.query(`
      with first as (select id from directory.service_at_location where not confidential and latitude is not null order by id limit 1)
      update directory.service_at_location l set postal_code = case when l.id in (select id from first) then '28-363' else '29-100' end`),
  )
  const found = async (asked: string) => (await page(`/services?${asked}`)).total_items
  expect(await found('postcode=28-363')).toBe(1)
  expect(await found('postcode=28363')).toBe(1)
  expect(await found('postcode=28-363&proximity=1')).toBeGreaterThanOrEqual(1)
  expect(await found('postcode=28-363&proximity=300000')).toBeGreaterThan(50)
  expect(await found('postcode=28-300')).toBe(0)
  expect(await found('postcode=28-300&proximity=1')).toBe(await found('postcode=28-363&proximity=1'))
  expect(await found('postcode=99-999&proximity=300000')).toBe(0)
})

test('stands where the standard says as well', async () => {
  const [ours, standard] = await Promise.all(
    ['/api/hsds/v3', '/hsds/v3'].map((at) => app.nobody('GET', `${at}/services?per_page=3`)),
  )
  expect(standard).toMatchObject({ status: 200, json: ours!.json })
})

test('what must not be found is in no answer, count or page, whoever asks', async () => {
  const hidden = [serviceId('Dom „Przystań na niby”'), serviceId('Hostel „Na próbę”')]
  const danuta = (await app.as('lidia')).ask
  const [place] = await app.rows<{ id: string }>(
    'select id from directory.service_at_location where service_id = $1',
    [hidden[0]],
  )
  for (const ask of [app.nobody, danuta]) {
    for (const id of hidden) expect((await ask('GET', `/api/hsds/v3/services/${id}`)).status).toBe(404)
    expect((await ask('GET', `/api/hsds/v3/service_at_locations/${place!.id}`)).status).toBe(404)
    for (const path of [
      '/services?full=true&per_page=1000',
      '/services?minimal=true&per_page=1000',
      '/services?search=przystan',
      '/services?search=500000991',
      '/service_at_locations?per_page=1000',
      '/organizations?full_service=true&per_page=1000',
    ]) {
      const { text } = await ask('GET', `/api/hsds/v3${path}`)
      expect(text, path).not.toMatch(/przysta|Hostel|500 000 99/i)
      for (const id of hidden) expect(text, path).not.toContain(id)
    }
  }
  const [counted] = await app.rows<{ n: number }>(
    'select count(*)::int as n from directory.service where not confidential',
  )
  expect((await page('/services')).total_items).toBe(counted!.n)
})
