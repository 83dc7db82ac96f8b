import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// The practice family Próbni once more: Joanna coordinates it, Magda (school) and Nina (counselling centre) are on the
// team. Karolina and Mirosław are parents of Oliwia (13), Kacper and Hania. What was consented to before is withdrawn.

const family = idOf('probni/case')
const household = idOf('probni/household')
const person = (name: string) => idOf(`probni/person/${name}`)
const school = institutionId('school')
const ppp = institutionId('ppp')
let app: PracticeApp
let joanna: Ask
let magda: Ask
let nina: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  nina = (await app.as('nina')).ask
  await app.rows(
    `update consents.basis set withdrawn_at = greatest(now(), lower(period)) where scope_id = '${family}'`,
  )
})
afterAll(() => app.stop())

const path = (rest: string) => `/api/cases/${family}/${rest}`
type Class = 'file' | 'health' | 'whereabouts' | 'addiction'
type Boxes = { institutionId: string; classes: Class[] }[]
const both = (...classes: Class[]): Boxes => [
  { institutionId: school, classes },
  { institutionId: ppp, classes },
]

const byId = (one: Boxes[number], other: Boxes[number]) => (one.institutionId < other.institutionId ? -1 : 1)

const ask = async (about: string, signer: string, boxes: Boxes) => {
  const id = randomUUID()
  const sheets = [{ id, personId: person(about), signerId: person(signer), boxes }]
  return { id, ...(await joanna('POST', path('sheets'), { body: { sheets } })) }
}
const answer = (sheetId: string, yes: Boxes, more: object = {}, earlier: string[] = []) =>
  joanna('POST', path('sheets/answers'), {
    body: {
      form: 'paper_signed',
      signedOn: today(),
      until: addDays(today(), 300),
      answers: [{ sheetId, yes, earlier }],
      ...more,
    },
  })
/** A sheet that is asked and answered at once. */
const signed = async (about: string, signer: string, asked: Boxes, yes: Boxes = asked) => {
  const sheet = await ask(about, signer, asked)
  expect(sheet.status, sheet.text).toBe(200)
  const told = await answer(sheet.id, yes)
  expect(told.status, told.text).toBe(200)
  return sheet.id
}
const withdraw = (about: string, signer: string, more: object = {}) =>
  joanna('POST', path('joint-work/withdraw'), {
    body: { personId: person(about), signerId: person(signer), how: 'telefonem', ...more },
  })
const code = (answered: { json: unknown }) => (answered.json as { code?: string }).code
const peopleSeenBy = async (who: Ask) =>
  (
    (await who('GET', `/api/households/${household}`)).json as { people?: { givenName: string }[] }
  ).people?.map(({ givenName }) => givenName) ?? []

describe('a sheet', () => {
  test('opens to the institutions that are ticked, among each other, and to nobody else', async () => {
    expect(await peopleSeenBy(magda)).toEqual([])
    await signed('karolina', 'karolina', both('file', 'health'), [
      { institutionId: school, classes: ['file'] },
      { institutionId: ppp, classes: ['file', 'health'] },
    ])
    expect(await peopleSeenBy(magda)).toEqual(['Karolina'])
    expect(await peopleSeenBy(nina)).toEqual(['Karolina'])
    const { open } = (await joanna('GET', path('joint-work'))).json as {
      open: { personName: string; institutionId: string; class: string }[]
    }
    expect(
      open.map((it) => [it.personName, it.institutionId === school ? 'school' : 'ppp', it.class]),
    ).toEqual([
      ['Karolina Próbna', 'ppp', 'file'],
      ['Karolina Próbna', 'ppp', 'health'],
      ['Karolina Próbna', 'school', 'file'],
    ])
  })

  test('is refused for who may not sign, what has no box, and where nobody works', async () => {
    expect(code(await ask('kacper', 'stanislawa', both('file')))).toBe('may-not-sign')
    expect(code(await ask('miroslaw', 'karolina', both('file')))).toBe('may-not-sign')
    expect(code(await ask('kacper', 'karolina', both('whereabouts')))).toBe('no-address-of-a-child')
    const police = [{ institutionId: institutionId('police'), classes: ['file' as const] }]
    expect(code(await ask('miroslaw', 'miroslaw', police))).toBe('works-not-here')
    expect(
      (await ask('miroslaw', 'miroslaw', [{ institutionId: school, classes: ['justice' as Class] }])).status,
    ).toBe(400)
  })

  test('waits once, may be taken back, and says only what its paper asked', async () => {
    const sheet = await ask('miroslaw', 'miroslaw', both('file'))
    expect(code(await ask('miroslaw', 'miroslaw', both('file')))).toBe('sheet-already-waits')
    expect(code(await answer(sheet.id, both('health')))).toBe('not-on-the-sheet')
    expect(code(await answer(sheet.id, both('file'), { until: addDays(today(), 400) }))).toBe('too-long')
    expect(code(await answer(sheet.id, both('file'), { signedOn: addDays(today(), 1) }))).toBe(
      'in-the-future',
    )
    expect((await joanna('POST', path(`sheets/${sheet.id}/take-back`))).status).toBe(200)
    expect(code(await answer(sheet.id, both('file')))).toBe('sheet-already-answered')
    expect(await peopleSeenBy(magda)).not.toContain('Mirosław')
  })

  test('spoken opens neither health nor addiction', async () => {
    const sheet = await ask('stanislawa', 'stanislawa', both('file', 'health'))
    expect(code(await answer(sheet.id, both('file', 'health'), { form: 'oral_noted' }))).toBe('not-by-word')
    expect((await answer(sheet.id, both('file'), { form: 'oral_noted' })).status).toBe(200)
    expect(await peopleSeenBy(magda)).toContain('Stanisława')
    const { people } = (await joanna('GET', path('joint-work'))).json as {
      people: { personId: string; signers: { form: string; yes: Boxes; no: Boxes }[] }[]
    }
    expect(
      people.find(({ personId }) => personId === person('stanislawa'))?.signers,
      'what could not be asked by word is not refused',
    ).toMatchObject([{ form: 'oral_noted', yes: both('file').toSorted(byId), no: [] }])
  })

  test('on paper names who signs and nobody else of the house', async () => {
    const sheet = await ask('haniap', 'karolina', both('file'))
    const { cookie } = await app.as('joanna')
    const paper = await app.server.inject({
      url: path(`sheets.pdf?signer=${person('karolina')}`),
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    expect(paper.statusCode).toBe(200)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper.rawPayload)), {
      mergePages: true,
    })
    expect(text).toContain('Hania Próbna')
    expect(text).toContain('podpis: Karolina Próbna')
    expect(text).not.toMatch(/Mirosław|Kacper|Kolonia/)
    await joanna('POST', path(`sheets/${sheet.id}/take-back`))
  })
})

test('on paper for one person stands what others read about them, and nothing of others', async () => {
  const { cookie } = await app.as('joanna')
  const paper = await app.server.inject({
    url: path(`joint-work.pdf?person=${person('karolina')}`),
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  })
  expect(paper.statusCode, paper.body.slice(0, 300)).toBe(200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper.rawPayload)), {
    mergePages: true,
  })
  expect(text).toMatch(/Poradnia Modelowa/)
  expect(text).not.toMatch(/Mirosław|Stanisława/)
})

describe('about a child', () => {
  test('nothing opens until each who has authority signed, and one may withdraw alone', async () => {
    await signed('kacper', 'karolina', both('file'))
    expect(await peopleSeenBy(magda)).not.toContain('Kacper')
    await signed('kacper', 'miroslaw', both('file'))
    expect(await peopleSeenBy(magda)).toContain('Kacper')
    expect((await withdraw('kacper', 'miroslaw', { institutionId: school })).status).toBe(200)
    expect(await peopleSeenBy(magda)).not.toContain('Kacper')
    expect(await peopleSeenBy(nina)).toContain('Kacper')
    expect(code(await withdraw('kacper', 'miroslaw', { institutionId: school }))).toBe('nothing-stands')
  })

  test('from 13 on it is heard first, and its no closes the box though both parents signed', async () => {
    const early = await ask('oliwia', 'karolina', both('file'))
    expect(code(await answer(early.id, both('file')))).toBe('child-not-heard')
    await signed('oliwia', 'oliwia', both('file'), [{ institutionId: ppp, classes: ['file'] }])
    expect((await answer(early.id, both('file'))).status).toBe(200)
    await signed('oliwia', 'miroslaw', both('file'))
    expect(await peopleSeenBy(nina)).toContain('Oliwia')
    expect(await peopleSeenBy(magda)).not.toContain('Oliwia')
  })

  test('contested authority closes at that instant, until a court orders it', async () => {
    const authority = (is: string) =>
      app.rows(
        `update households.relation set authority = '${is}' where household_id = '${household}' and person_id = '${person('miroslaw')}'
           and to_person_id = '${person('kacper')}'`,
      )
    await authority('contested')
    expect(await peopleSeenBy(nina)).not.toContain('Kacper')
    expect(code(await ask('kacper', 'karolina', both('file')))).toBe('nobody-can-sign')
    const order = {
      id: randomUUID(),
      personId: person('kacper'),
      order: 'III Nsm 1/26',
      until: addDays(today(), 90),
    }
    expect((await joanna('POST', path('orders'), { body: { ...order, boxes: both('file') } })).status).toBe(
      200,
    )
    expect(await peopleSeenBy(nina)).toContain('Kacper')
    expect(
      (
        await joanna('POST', path('joint-work/withdraw'), {
          body: { personId: person('kacper'), signerId: null, how: 'postanowienie uchylono' },
        })
      ).status,
    ).toBe(200)
    expect(await peopleSeenBy(nina)).not.toContain('Kacper')
    await authority('full')
    expect(await peopleSeenBy(nina)).toContain('Kacper')
  })

  test('whom nobody may write to gets no page; it goes on without them when that is decided with a reason', async () => {
    const forbidden = (is: boolean) =>
      app.rows(
        `update households.relation set contact_forbidden = $1 where household_id = '${household}' and person_id = '${person('miroslaw')}'
           and to_person_id = '${person('haniap')}'`,
        [is],
      )
    await forbidden(true)
    await signed('haniap', 'karolina', both('file'))
    expect(code(await ask('haniap', 'miroslaw', both('file')))).toBe('not-written-to')
    expect(await peopleSeenBy(magda)).not.toContain('Hania')
    const id = randomUUID()
    const decided = {
      id,
      personId: person('haniap'),
      representativeId: person('miroslaw'),
      reason: 'Sąd zakazał kontaktu.',
    }
    expect((await joanna('POST', path('without'), { body: decided })).status).toBe(200)
    expect(await peopleSeenBy(magda)).toContain('Hania')
    expect((await joanna('GET', path('joint-work'))).text).toContain('Sąd zakazał kontaktu.')
    expect((await magda('GET', path('joint-work'))).text).not.toContain('Sąd zakazał kontaktu.')
    expect((await joanna('POST', path(`without/${id}/end`))).status).toBe(200)
    expect(await peopleSeenBy(magda)).not.toContain('Hania')
    expect(code(await ask('miroslaw', 'miroslaw', both('file')))).toBe('not-written-to')
    await forbidden(false)
  })
})

test('why I see it names the consent as it is, person by person', async () => {
  const { reasons } = (await nina('GET', path('why'))).json as {
    reasons: { reason: string; about: string | null; classes: string[] }[]
  }
  expect(
    reasons.filter(({ reason }) => reason === 'joint-work').map(({ about, classes }) => [about, classes]),
  ).toEqual(
    expect.arrayContaining([
      ['Karolina Próbna', ['file', 'health']],
      ['Kacper Próbny', ['file']],
    ]),
  )
})

describe('who refused', () => {
  test('is nobody else’s to know: a partner sees what is open to them, and nothing of sheets', async () => {
    const seen = (await magda('GET', path('joint-work'))).json as {
      iRecord: boolean
      sheets: unknown[]
      people: { signers: unknown[]; agreed: unknown[] }[]
      open: { institutionId: string }[]
    }
    expect(seen.iRecord).toBe(false)
    expect(seen.sheets).toEqual([])
    expect(seen.people.flatMap(({ signers, agreed }) => [...signers, ...agreed])).toEqual([])
    expect([...new Set(seen.open.map(({ institutionId }) => institutionId))]).toEqual([school])
  })
})

describe('what institutions write', () => {
  const note = async (who: Ask, about: string[], what: string) => {
    const id = randomUUID()
    const written = await who('POST', path('contacts'), {
      body: {
        id,
        kind: 'phone',
        happenedAt: '2026-11-20T10:00:00Z',
        what,
        open: true,
        about: about.map(person),
      },
    })
    expect(written.status, written.text).toBe(200)
    return id
  }
  const reads = async (who: Ask, id: string) => (await who('GET', path('contacts'))).text.includes(id)

  test('each reads of the other where both are ticked for everybody whom it is about', async () => {
    await signed('miroslaw', 'miroslaw', [{ institutionId: ppp, classes: ['file'] }])
    const mother = await note(magda, ['karolina'], 'Mama szuka pracy.')
    const parents = await note(magda, ['karolina', 'miroslaw'], 'Rodzice kłócą się o długi.')
    expect(await reads(nina, mother)).toBe(true)
    expect(await reads(nina, parents), 'the school is not ticked for the father').toBe(false)
    expect(await reads(joanna, parents), 'the centre works by law').toBe(true)
    const shared = await note(joanna, ['karolina', 'miroslaw'], 'Oboje byli na spotkaniu.')
    expect(await reads(nina, shared)).toBe(true)
    expect(await reads(magda, shared)).toBe(false)
  })

  test('an institution that a later sheet adds reads what is written from then on, or also before where it is ticked', async () => {
    const before = await note(joanna, ['miroslaw'], 'Tata był w urzędzie.')
    const later = await ask('miroslaw', 'miroslaw', [{ institutionId: school, classes: ['file'] }])
    expect((await answer(later.id, [{ institutionId: school, classes: ['file'] }])).status).toBe(200)
    const after = await note(joanna, ['miroslaw'], 'Tata zaczął kurs.')
    expect(await reads(magda, after)).toBe(true)
    expect(await reads(magda, before)).toBe(false)
    const again = await ask('miroslaw', 'miroslaw', [{ institutionId: school, classes: ['file'] }])
    expect(
      (await answer(again.id, [{ institutionId: school, classes: ['file'] }], {}, [school])).status,
    ).toBe(200)
    expect(await reads(magda, before)).toBe(true)
  })

  test('somebody who is not of this household cannot be named', async () => {
    const refused = await magda('POST', path('contacts'), {
      body: {
        id: randomUUID(),
        kind: 'phone',
        happenedAt: '2026-11-20T10:00:00Z',
        what: 'Rozmowa.',
        about: [randomUUID()],
      },
    })
    expect(refused.status, refused.text).toBe(409)
    expect(refused.json).toMatchObject({ detail: expect.stringContaining('z tej rodziny') })
  })
})

describe('an end', () => {
  test('comes with the case; opened again, it asks anew', async () => {
    expect(await peopleSeenBy(magda)).toContain('Karolina')
    const body = { reason: 'goals_reached', afterCare: [] }
    expect((await joanna('POST', path('close'), { body })).status).toBe(200)
    expect(await peopleSeenBy(magda)).toEqual([])
    expect((await joanna('POST', path('reopen'), { body: { id: randomUUID() } })).status).toBe(200)
    const [still] = await app.rows<{ ticks: number; open: number }>(
      `select (select count(*)::int from consents.tick where scope_id = $1 and yes and period @> now()) as ticks,
         (select count(*)::int from consents.exchange where scope_id = $1 and period @> now()) as open`,
      [family],
    )
    expect(still).toEqual({ ticks: 0, open: 0 })
    const [was] = await app.rows<{ rows: number }>(
      'select count(*)::int as rows from consents.exchange where scope_id = $1',
      [family],
    )
    expect(was!.rows, 'the register keeps what was').toBeGreaterThan(5)
  })
})
