import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serviceId } from '../../practice/services.ts'
import { receiveFile } from '../platform/files/receive.ts'
import { filesOf, packed, textOf } from '../platform/files/tables.ts'
import { addDays, numericDate, today } from '../platform/texts/dates.ts'
import { type Ask, aForm, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Entries go out and come in by the standard's files: strict in what is given, tolerant in what is taken, seen before it is done.

let app: PracticeApp
/** Heads the centre, which leads the partnership: keeps its entries and the common list. */
let danuta: Ask
/** Works there, and keeps none. */
let pawel: Ask
/** Answers for the county centre, which keeps confidential ones. */
let lidia: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  ;[danuta, pawel, lidia] = (await Promise.all(
    ['danuta', 'pawel', 'lidia'].map(async (key) => (await app.as(key)).ask),
  )) as [Ask, Ask, Ask]
})
afterAll(() => app.stop())

type Seen = {
  seen: string
  entries: {
    id: string
    name: string
    state: string
    changes: { field: string; before: string; after: string }[]
  }[]
  same: number
  missing: { id: string; name: string }[]
  faults: { file: string; line: number; why: string; value: string; left: string }[]
}
type Row = Record<string, unknown>

const exported = async (ask: Ask) => (await ask('GET', '/api/services/export?format=json')).json as Row[]
async function exportedTables(ask: Ask): Promise<Map<string, string>> {
  const { bytes } = await ask('GET', '/api/services/export?format=csv')
  const received = await receiveFile({ filename: 'a.zip', file: Readable.from([bytes]) }, 'tables')
  const texts = await Promise.all(
    (await filesOf(received)).map(async (file) => [file.name, await textOf(file)] as const),
  )
  await received.discard()
  return new Map(texts)
}
const zipOf = (tables: Map<string, string>) => packed([...tables].map(([name, text]) => ({ name, text })))
async function see(ask: Ask, bytes: Buffer): Promise<Seen> {
  const answered = await ask('POST', '/api/services/import/preview', aForm(bytes))
  expect(answered.status, answered.text).toBe(200)
  return answered.json as Seen
}
async function bring(ask: Ask, bytes: Buffer, seen: string, more: Record<string, string> = {}) {
  const form = aForm(bytes)
  return ask('POST', `/api/services/import?${new URLSearchParams({ seen, ...more })}`, {
    ...form,
    headers: { ...form.headers, 'idempotency-key': randomUUID() },
  })
}
const json = (rows: unknown) => Buffer.from(JSON.stringify(rows))

describe('entries that I keep', () => {
  test('come back as they went, as JSON and as tables', async () => {
    for (const ask of [danuta, lidia]) {
      const before = await exported(ask)
      expect(before.length).toBeGreaterThan(3)
      for (const bytes of [json(before), await zipOf(await exportedTables(ask))]) {
        const seen = await see(ask, bytes)
        expect(seen).toMatchObject({ entries: [], missing: [], faults: [], same: before.length })
        expect((await bring(ask, bytes, seen.seen)).status).toBe(200)
        expect(await exported(ask)).toEqual(before)
      }
    }
  })

  test('come as new ones into an empty list with all that the standard tells', async () => {
    const before = await exported(danuta)
    const fresh = before.map(
      (service) => JSON.parse(JSON.stringify(service).replaceAll(/"id":"[^"]*"/g, `"id":""`)) as Row,
    )
    const renamed = fresh.map((service, i) => ({
      ...service,
      id: `obcy-${i}`,
      organization: { name: 'Obca „Zmyślona”' },
      organization_id: 'x',
    }))
    const iga = (await app.as('iga')).ask
    const seen = await see(iga, json(renamed))
    expect(seen.faults).toEqual([])
    expect(seen.entries.filter(({ state }) => state === 'new')).toHaveLength(before.length)
    const kept = await exported(iga)
    expect((await bring(iga, json(renamed), seen.seen)).status).toBe(200)
    expect(await exported(iga)).toHaveLength(kept.length + before.length)
    expect((await see(iga, json(renamed))).entries, 'the same file again finds them').toEqual([])
  })

  test('never have among them what must not be found', async () => {
    const hidden = [serviceId('Dom „Przystań na niby”'), serviceId('Hostel „Na próbę”')]
    const all = JSON.stringify(await exported(lidia)) + [...(await exportedTables(lidia)).values()].join()
    for (const id of hidden) expect(all).not.toContain(id)
    expect(all).not.toMatch(/Przystań na niby|Hostel „Na próbę”|500 000 99/)
  })

  test('are exported and brought by who keeps some alone', async () => {
    expect((await pawel('GET', '/api/services/export?format=csv')).status).toBe(403)
    expect(
      (await pawel('POST', '/api/services/import/preview', aForm(json([{ id: '1', name: 'A' }])))).status,
    ).toBe(403)
  })
})

describe('a file', () => {
  const first = async () =>
    (await exported(danuta)).find(({ name }) => name === 'Rozmowa z pracownikiem socjalnym')!

  test('tells field by field what it would change, and changes that alone', async () => {
    const service = await first()
    const file = json([
      {
        ...service,
        description: 'Nowy opis, zmyślony.',
        minimum_age: 16,
        phones: [{ id: randomUUID(), number: '41 000 99 99' }],
        cost_options: [{ id: randomUUID(), amount: 12.5 }],
      },
    ])
    const seen = await see(danuta, file)
    expect(seen.entries).toMatchObject([{ id: service.id, state: 'changed' }])
    expect(seen.entries[0]!.changes).toEqual(
      expect.arrayContaining([
        { field: 'description', before: '', after: 'Nowy opis, zmyślony.' },
        { field: 'minAge', before: '', after: '16' },
        { field: 'phones', before: '41 000 10 21', after: '41 000 99 99' },
        { field: 'cost', before: 'free', after: 'paid' },
        { field: 'costGrosz', before: '', after: '12.5' },
      ]),
    )
    expect(seen.missing.length, 'what the file lacks is told').toBeGreaterThan(3)
    const before = (await danuta('GET', `/api/services/${service.id}`)).json as Row
    expect((await bring(danuta, file, seen.seen)).status).toBe(200)
    const after = (await danuta('GET', `/api/services/${service.id}`)).json as Row
    expect(after).toEqual({
      ...before,
      description: 'Nowy opis, zmyślony.',
      minAge: 16,
      phones: [{ number: '41 000 99 99', whose: null }],
      cost: 'paid',
      costGrosz: 1250,
      version: (before.version as number) + 1,
    })
    for (const { id } of seen.missing)
      expect(
        ((await danuta('GET', `/api/services/${id}`)).json as Row).closedOn,
        'nothing is closed',
      ).toBeNull()
  })

  test('is brought as it was seen, or not at all', async () => {
    const file = json([{ ...(await first()), name: 'Inna nazwa' }])
    const { seen } = await see(danuta, file)
    await app.rows(`update directory.service set name = 'Zmieniona tymczasem' where id = $1`, [
      (await first()).id,
    ])
    const refused = await bring(danuta, file, seen)
    expect([refused.status, (refused.json as Row).code]).toEqual([409, 'otherwise-than-seen'])
    await app.rows(
      `update directory.service set name = 'Rozmowa z pracownikiem socjalnym' where name = 'Zmieniona tymczasem'`,
    )
  })

  test.each([{ name: 'Inna nazwa' }, { status: 'inactive' }])(
    'never publishes what is hidden while it is brought: %j',
    async (change) => {
      const { id } = (await first()) as { id: string }
      const file = json([{ id, ...change }])
      const { seen } = await see(danuta, file)
      // Hides it, and commits when the import waits for that.
      const hidden = app.rows(`do $$ begin
        update directory.service set confidential = true, version = version + 1 where id = '${id}';
        perform pg_advisory_xact_lock(22);
        for i in 1..600 loop
          exit when exists (select from pg_stat_activity a where pg_backend_pid() = any (pg_blocking_pids(a.pid)));
          perform pg_sleep(0.05), pg_stat_clear_snapshot();
        end loop;
      end $$`)
      const isHeld = `select from pg_locks where locktype = 'advisory' and objid = 22`
      while (!(await app.rows(isHeld)).length);
      const refused = await bring(danuta, file, seen)
      await hidden
      expect([refused.status, (refused.json as Row).code]).toEqual([409, 'otherwise-than-seen'])
      const now = `select confidential, closed_at, name from directory.service where id = $1`
      expect(await app.rows(now, [id])).toEqual([
        { confidential: true, closed_at: null, name: 'Rozmowa z pracownikiem socjalnym' },
      ])
      await app.rows('update directory.service set confidential = false where id = $1', [id])
    },
  )

  test('closes and opens again by its status', async () => {
    const service = await first()
    for (const [status, closed] of [
      ['inactive', true],
      ['active', false],
    ] as const) {
      const file = json([{ id: service.id, status }])
      const seen = await see(danuta, file)
      expect(seen.entries[0]!.changes).toEqual([
        { field: 'closed', before: String(!closed), after: String(closed) },
      ])
      expect((await bring(danuta, file, seen.seen)).status).toBe(200)
      const { closedOn } = (await danuta('GET', `/api/services/${service.id}`)).json as Row
      expect(closedOn !== null).toBe(closed)
    }
  })

  test('changes nothing that others keep or that must not be found, and does not tell of it', async () => {
    const [others] = (await exported(lidia)) as [Row]
    const hidden = serviceId('Dom „Przystań na niby”')
    const nobodys = randomUUID()
    const file = json([
      { ...others, name: 'Podmieniona' },
      { ...(await first()), id: hidden, name: 'Ukryta podmieniona' },
      { ...(await first()), id: nobodys, name: 'Niczyja' },
    ])
    const seen = await see(danuta, file)
    expect(seen.faults).toMatchObject([{ line: 1, why: 'kept-by-another', left: 'entry' }])
    expect(seen.entries, 'what one does not know of is an id like any other').toMatchObject([
      { state: 'new' },
      { state: 'new' },
    ])
    const [own, new_] = seen.entries.map(({ id }) => id)
    expect([hidden, nobodys]).not.toContain(own)
    expect([hidden, nobodys]).not.toContain(new_)
    expect((await see(lidia, file)).faults).toMatchObject([{ line: 2, why: 'confidential', left: 'entry' }])
    expect((await bring(danuta, file, seen.seen)).status).toBe(200)
    const [row] = await app.rows<{ name: string }>('select name from directory.service where id = $1', [
      hidden,
    ])
    expect(row!.name).toBe('Dom „Przystań na niby”')
    expect((await see(danuta, file)).entries, 'the same file again finds them').toEqual([])
    await app.rows('update directory.service set confidential = true where id = $1', [own])
    expect((await see(danuta, file)).faults, 'and one that was hidden then').toMatchObject([
      { line: 1, why: 'kept-by-another' },
      { line: 2, why: 'confidential' },
    ])
  })

  test('tells its bad rows by line, and takes the others', async () => {
    const tables = new Map([
      [
        'services.csv',
        [
          '\ufeffid;organization_id;name;description;minimum_age;url;status',
          'a1;o1;Dobra usługa;"Opis',
          'w dwóch wierszach";7;https://dobra.example;active',
          'a2;o1;;bez nazwy;;;active',
          'a3;o1;Bez rodzaju;;;;active',
          'a4;o1;Zły wiek;;siedem;ftp://zle.example;active',
          'a4;o1;Drugi raz;;;;active',
          'a5;o1;Bez kontaktu;;;;active',
          'a6;o1;Za;dużo;1;x;y;z;komórek',
        ].join('\r\n'),
      ],
      ['organization.csv', 'id,name\no1,Obca Zmyślona'],
      ['phone.csv', 'id,service_id,number\n1,a1,+48 41 000 00 01\n2,a4,41 000 00 02\n3,nikt,41 000 00 03'],
      [
        'attribute.csv',
        'id,link_id,taxonomy_term_id\n1,a1,senior_club\n2,a2,senior_club\n3,a4,senior_club\n4,a5,senior_club',
      ],
      ['language.csv', 'id,service_id,code\n1,a1,pl\n2,a1,klingoński'],
      ['service_at_location.csv', 'id,service_id,location_id\ns1,a1,l1\ns2,a1,l2'],
      ['location.csv', 'id,name,latitude,longitude\nl1,Sala,50.7186,20.1103\nl2,Nigdzie,,'],
      [
        'address.csv',
        'id,location_id,address_1,city,postal_code\n1,l1,Szkolna 1,Oksa,28-363\n2,l2,Boczna 2,Nieistniejewo,',
      ],
      [
        'schedule.csv',
        'id,service_at_location_id,freq,byday,opens_at,closes_at\n1,s1,WEEKLY,"MO,we",8:00,16:00:00\n2,s1,MONTHLY,-1FR,10:00+01:00,12:00+01:00\n3,s1,WEEKLY,XX,8:00,9:00',
      ],
    ])
    const bytes = await zipOf(tables)
    const seen = await see(danuta, bytes)
    expect(seen.faults.map(({ file, line, why, left }) => `${file}:${line} ${why} ${left}`).sort()).toEqual(
      [
        'language.csv:3 unknown-language value',
        'phone.csv:4 without-service entry',
        'schedule.csv:4 bad-hours value',
        'service_at_location.csv:3 unknown-place value',
        'services.csv:5 no-name entry',
        'services.csv:6 unknown-kind entry',
        'services.csv:7 bad-value value',
        'services.csv:7 bad-value value',
        'services.csv:8 twice entry',
        'services.csv:9 unreachable entry',
        'services.csv:10 unreadable entry',
      ].sort(),
    )
    expect(seen.entries.map(({ name, state }) => [name, state])).toEqual([
      ['Dobra usługa', 'new'],
      ['Zły wiek', 'new'],
    ])
    expect((await bring(danuta, bytes, seen.seen)).status).toBe(200)
    const service = (await danuta('GET', `/api/services/${seen.entries[0]!.id}`)).json as Row
    expect(service).toMatchObject({
      organization: { name: 'Obca Zmyślona', ours: false },
      description: 'Opis\r\nw dwóch wierszach',
      minAge: 7,
      website: 'https://dobra.example',
      phones: [{ number: '+48 41 000 00 01' }],
      languages: ['pl'],
      locations: [
        {
          locality: 'Oksa',
          name: 'Sala',
          address: 'Szkolna 1',
          postalCode: '28-363',
          hours: [
            { weekday: 1, opens: '08:00', closes: '16:00' },
            { weekday: 3, opens: '08:00', closes: '16:00' },
            { weekday: 5, nth: 5, opens: '10:00', closes: '12:00' },
          ],
        },
      ],
    })
  })

  test('tells in words whose residents it is for, and its days, hours and dates', async () => {
    const service = await first()
    const [place] = service.service_at_locations as Row[]
    const until = addDays(today(), 40)
    const schedule = { freq: 'WEEKLY', byday: 'MO', opens_at: '07:30', closes_at: '12:00', valid_to: until }
    const seen = await see(
      danuta,
      json([
        {
          id: service.id,
          service_areas: [{ extent: '2602052' }, { extent: '2602' }],
          service_at_locations: [{ ...place, schedules: [schedule] }],
        },
      ]),
    )
    const said = Object.fromEntries(seen.entries[0]!.changes.map(({ field, after }) => [field, after]))
    expect(said.area).toBe('jędrzejowski, Oksa')
    expect(said.places).toContain(`: pn 7:30–12:00 do ${numericDate(until)}`)
  })

  test('that tells places which are not known leaves those that stand there', async () => {
    const service = await first()
    const places = (service.service_at_locations as Row[]).map((place) => ({
      ...place,
      location: { name: 'Nieistniejewo', addresses: [{ city: 'Nieistniejewo', address_1: 'x' }] },
    }))
    const seen = await see(danuta, json([{ ...service, service_at_locations: places }]))
    expect(seen.faults).toMatchObject([{ why: 'unknown-place', left: 'value' }])
    expect(seen.entries).toEqual([])
  })

  test('of a page of the API, or of organizations with their services, is taken as well', async () => {
    const service = {
      name: 'Z innej bazy',
      phones: [{ number: '41 000 11 11' }],
      attributes: [{ taxonomy_term: { code: 'senior_club' } }],
    }
    for (const file of [
      { total_items: 1, contents: [{ id: 'p1', ...service }] },
      [{ id: 'o9', name: 'Organizacja Zmyślona', services: [{ id: 'p2', ...service }] }],
      { id: 'p3', ...service },
    ])
      expect((await see(danuta, json(file))).entries).toMatchObject([{ name: 'Z innej bazy', state: 'new' }])
  })

  test('that holds no services is refused', async () => {
    for (const bytes of [json([]), json('x'), Buffer.from('{'), Buffer.from('a,b\n1,2')]) {
      const answered = await danuta('POST', '/api/services/import/preview', aForm(bytes))
      expect([answered.status, (answered.json as Row).code]).toEqual([400, 'no-services'])
    }
  })

  test('of more rows, bytes or tables than a list of services has is refused', async () => {
    const spaces = ' '.repeat(33 * 1024 * 1024)
    for (const [tables, code] of [
      [[['services.csv', `id,name${'\n1,A'.repeat(200_001)}`]], 'too-many-rows'],
      [
        [
          ['services.csv', spaces],
          ['phones.csv', spaces],
        ],
        'tables-too-large',
      ],
      [Array.from({ length: 501 }, (_, i) => [`${i}.csv`, 'id']), 'too-many-tables'],
    ] as [[string, string][], string][]) {
      const answered = await danuta(
        'POST',
        '/api/services/import/preview',
        aForm(await zipOf(new Map(tables))),
      )
      expect([answered.status, (answered.json as Row).code]).toEqual([413, code])
    }
  })

  test('may hold formulas: in a table they are text, and come back as they were', async () => {
    const service = await first()
    const description = `=HYPERLINK("http://zle.example");=1+1;'-2;+48 41 000 00 00; - nic`
    const file = json([{ id: service.id, description }])
    const seen = await see(danuta, file)
    expect((await bring(danuta, file, seen.seen)).status).toBe(200)
    const tables = await exportedTables(danuta)
    expect(tables.get('services.csv')).toContain(`'=HYPERLINK`)
    expect(tables.get('services.csv')).toContain(`;'=1+1;''-2;'+48 41 000 00 00; - nic`)
    expect((await see(danuta, await zipOf(tables))).entries).toEqual([])
    expect((await exported(danuta)).find(({ id }) => id === service.id)!.description).toBe(description)
  })
})
