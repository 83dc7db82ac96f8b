import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { actor, idOf } from '../../practice/act.ts'
import { peselOf } from '../../practice/pesel-of.ts'
import { readSettings } from '../platform/settings.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { testKeys } from '../proof/database.ts'

// People who come into the practice household Próbni, as their coordinator types them.

let app: PracticeApp
let ask: Ask
let cookie: string
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  const joanna = await app.as('joanna')
  ask = joanna.ask
  cookie = joanna.cookie
})
afterAll(() => app.stop())

const comes = (more: object) =>
  ask('POST', `/api/households/${idOf('probni/household')}/people`, {
    body: {
      memberId: randomUUID(),
      personId: randomUUID(),
      givenName: 'Nowa',
      familyName: 'Zmyślona',
      ...more,
    },
  })

test.each([
  ['birthDate', addDays(today(), 1), /data urodzenia/],
  ['birthDate', '2199-01-01', /data urodzenia/],
  ['birthDate', '1899-12-31', /data urodzenia/],
  ['birthYear', Number(today().slice(0, 4)) + 1, /to nie może być rok/],
])('nobody is born in a year that is not: %s %s is refused at its field', async (field, value, said) => {
  expect(await comes({ [field]: value })).toMatchObject({
    status: 400,
    json: { field, fields: [{ field, message: expect.stringMatching(said) }] },
  })
  expect((await comes({ birthDate: today() })).status).toBe(200)
})

describe('a PESEL', () => {
  const ania = peselOf('2011-02-03', 'female', 21)
  test('of somebody who lives there already is refused at its field; nobody is lost', async () => {
    expect((await comes({ givenName: 'Ania', pesel: ania })).status).toBe(200)
    expect(await comes({ givenName: 'Basia', pesel: ania })).toMatchObject({
      status: 400,
      json: { code: 'pesel-lives-here', field: 'pesel' },
    })
    expect(await comes({ givenName: 'Ania', pesel: ania })).toMatchObject({ status: 400 })
  })
  test('goes on agreeing with the person when they are corrected', async () => {
    const [person] = await app.rows<{ id: string; version: number }>(
      `select id, version from households.person where given_name = 'Ania'`,
    )
    const correct = (change: object) =>
      ask('PATCH', `/api/households/${idOf('probni/household')}/people/${person!.id}`, {
        body: { givenName: 'Ania', familyName: 'Zmyślona', languages: ['pl'], ...change },
        headers: { 'if-match': String(person!.version) },
      })
    expect(await correct({ birthDate: '2011-02-04' })).toMatchObject({
      status: 400,
      json: { field: 'birthDate' },
    })
    expect(await correct({ sex: 'male' })).toMatchObject({ status: 400, json: { field: 'sex' } })
    expect((await correct({ birthDate: '2011-02-03', sex: 'female' })).status).toBe(200)
  })
  test('typed twice is refused by the database as well', async () => {
    const [kept] = await app.rows<{ index: Buffer; sealed: Buffer }>(
      `select pesel_index as index, pesel_sealed as sealed from households.person where given_name = 'Ania'`,
    )
    await expect(
      actor(app.database, { settings: readSettings({}), keys: testKeys })('joanna', (work) =>
        work.ask(sql`households.add_person(${randomUUID()}, ${idOf('probni/household')}, ${randomUUID()}, 'Basia', 'Zmyślona',
          null, null, null, false, ${kept!.sealed}, ${kept!.index})`),
      ),
    ).rejects.toMatchObject({ code: 'SP001', constraint: 'pesel_lives_here' })
  })
})

test('a task due in a year of another time is refused at its field', async () => {
  const give = (due: string) =>
    ask('POST', `/api/cases/${idOf('probni/case')}/tasks`, {
      body: { id: randomUUID(), what: 'Zadzwonić do szkoły', due },
    })
  for (const due of ['9999-12-31', '0202-11-24'])
    expect(await give(due)).toMatchObject({ status: 400, json: { field: 'due' } })
  expect((await give(addDays(today(), 14))).status).toBe(200)
})

test.each(['9999999', '2602000'])(
  'a household in a commune that is none (%s) is refused at its field',
  async (commune) => {
    expect(
      await ask('PATCH', `/api/households/${idOf('probni/household')}`, {
        body: { label: 'Próbni', commune },
        headers: { 'if-match': '1' },
      }),
    ).toMatchObject({ status: 400, json: { field: 'commune' } })
  },
)

test('a name may be as long as both its fields are', async () => {
  const { status, text } = await comes({ givenName: 'A'.repeat(80), familyName: 'B'.repeat(80) })
  expect(status, text).toBe(200)
  expect(await comes({ familyName: 'B'.repeat(81) })).toMatchObject({
    status: 400,
    json: { field: 'familyName' },
  })
})

test('marks that turn the direction of writing do not get into a name', async () => {
  expect((await comes({ givenName: '\u202eŁukasz\u2066', familyName: 'Obrotny' })).status).toBe(200)
  const rows = await app.rows(
    `select given_name as "givenName" from households.person where family_name = 'Obrotny'`,
  )
  expect(rows).toEqual([{ givenName: 'Łukasz' }])
})

test('a sign that no font has stops no paper: it is printed as □', async () => {
  const note = {
    id: randomUUID(),
    kind: 'phone',
    happenedAt: '2026-11-20T10:00:00Z',
    what: 'Dziękuję 🙂 日本',
  }
  expect((await ask('POST', `/api/cases/${idOf('probni/case')}/contacts`, { body: note })).status).toBe(200)
  expect((await comes({ givenName: 'Zosia 🙂', familyName: '日本' })).status).toBe(200)
  for (const paper of [
    'print.pdf?requestedBy=S%C4%85d&basis=wezwanie',
    'family-sheet.pdf',
    'disclosures.pdf',
  ]) {
    const url = `/api/cases/${idOf('probni/case')}/${paper}`
    const printed = await app.server.inject({ url, headers: { cookie } })
    expect(printed.statusCode, paper).toBe(200)
    expect(printed.rawPayload.toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
  }
})
