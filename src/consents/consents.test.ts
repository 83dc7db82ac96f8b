import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { actor, idOf, institutionId } from '../../practice/act.ts'
import { readSettings } from '../platform/settings.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { testKeys } from '../proof/database.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// The practice family Próbni: Joanna coordinates it for the centre. Magda (school) and Nina (counselling centre) are on
// the team, with consents of Karolina and, for Kacper, of both parents.

const family = idOf('probni/case')
const about = (person: string) => idOf(`probni/person/${person}`)
let app: PracticeApp
let joanna: Ask
let magda: Ask
let nina: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  nina = (await app.as('nina')).ask
})
afterAll(() => app.stop())

const path = (rest: string) => `/api/cases/${family}/${rest}`
const consent = (person: string, to: string, more: object = {}) => ({
  id: randomUUID(),
  personId: about(person),
  to: institutionId(to),
  rule: 'consent',
  classes: ['file'],
  purpose: 'żeby szkoła wiedziała, kto odbiera Kacpra',
  since: today(),
  until: addDays(today(), 100),
  form: 'paper_signed',
  signedBy: [about(person)],
  ...more,
})
const peopleSeenBy = async (ask: Ask) => {
  const { json } = await ask('GET', `/api/households/${idOf('probni/household')}`)
  return (json as { people: { givenName: string }[] }).people.map(({ givenName }) => givenName)
}
const register = async () =>
  (await joanna('GET', path('disclosures'))).json as {
    personName: string
    to: string
    withdrawnOn: string | null
    until: string | null
    what: string | null
  }[]

describe('who has the data is explained to every person', () => {
  test('and to a child through somebody who represents it', async () => {
    const told = (body: object) =>
      joanna('POST', path('clauses'), {
        body: { id: randomUUID(), personId: about('haniap'), how: 'in_person', givenOn: today(), ...body },
      })
    expect((await told({})).json).toMatchObject({ code: 'who-was-told', field: 'givenTo' })
    expect((await told({ givenTo: 'Karolina Próbna' })).status).toBe(200)
    const { clauses } = (await joanna('GET', path('bases'))).json as {
      clauses: { personName: string }[]
    }
    expect(clauses.find(({ personName }) => personName === 'Hania Próbna')).toMatchObject({
      givenTo: 'Karolina Próbna',
      givenBy: 'Joanna Przykładna',
    })
  })
  test('never on a day that has not come yet', async () => {
    const tomorrow = {
      id: randomUUID(),
      personId: about('karolina'),
      how: 'letter',
      givenOn: addDays(today(), 1),
    }
    expect((await joanna('POST', path('clauses'), { body: tomorrow })).json).toMatchObject({
      code: 'in-the-future',
    })
  })
})

describe('a consent', () => {
  test('may be printed and signed before it is recorded; printing records nothing', async () => {
    const before = (await register()).length
    const paper = await joanna(
      'GET',
      path(`consent.pdf?person=${about('kacper')}&to=${institutionId('foundation')}`),
    )
    expect([paper.status, paper.type]).toEqual([200, 'application/pdf'])
    expect((await register()).length).toBe(before)
  })

  test('opens the person to the team members of the named institution, and stands in the register', async () => {
    expect(await peopleSeenBy(magda)).not.toContain('Mirosław')
    const given = consent('miroslaw', 'school')
    expect((await joanna('POST', path('bases'), { body: given })).status).toBe(200)
    expect(await peopleSeenBy(magda)).toContain('Mirosław')
    expect(await peopleSeenBy(nina), 'only the named institution').not.toContain('Mirosław')
    expect((await register()).at(-1)).toMatchObject({
      personName: 'Mirosław Próbny',
      to: expect.stringContaining('Szkoła'),
      withdrawnOn: null,
    })
    const paper = await joanna('GET', path(`bases/${given.id}/form.pdf`))
    expect([paper.status, paper.type]).toEqual([200, 'application/pdf'])
  })

  test.each([
    ['without who gave it', { signedBy: [] }, 'who-gave-it'],
    ['for convictions', { classes: ['justice'] }, 'class-not-covered'],
    ['for longer than a year', { until: addDays(today(), 400) }, 'too-long'],
    ['that ends before it starts', { until: addDays(today(), -1) }, 'ends-before-it-starts'],
    ['on a basis that nobody knows', { rule: 'good_will' }, 'unknown-rule'],
  ])('%s is not recorded', async (_, more, code) => {
    const refused = await joanna('POST', path('bases'), { body: consent('stanislawa', 'school', more) })
    expect(refused.json).toMatchObject({ code })
    expect(await peopleSeenBy(magda)).not.toContain('Stanisława')
  })

  test('that is withdrawn closes at that moment, once, and what was disclosed stays in the register', async () => {
    const given = consent('stanislawa', 'school')
    await joanna('POST', path('bases'), { body: given })
    expect(await peopleSeenBy(magda)).toContain('Stanisława')
    const withdraw = () =>
      joanna('POST', path(`bases/${given.id}/withdraw`), { body: { how: 'ustnie, przy wizycie' } })
    expect((await withdraw()).status).toBe(200)
    expect(await peopleSeenBy(magda)).not.toContain('Stanisława')
    expect((await withdraw()).json).toMatchObject({ code: 'basis-already-withdrawn' })
    expect((await register()).at(-1)).toMatchObject({
      personName: 'Stanisława Próbna',
      withdrawnOn: today(),
    })
  })

  test('that is withdrawn gives back to the coordinator what the institution was to do for this person', async () => {
    const returned = () =>
      app.rows<{ code: string }>(
        `select p.withdrawn_because as code from referrals.point p join referrals.referral r on r.id = p.referral_id
         where r.scope_id = $1 and r.to_institution_id = $2`,
        [family, institutionId('ppp')],
      )
    const before = await returned()
    expect(before.length).toBeGreaterThan(0)
    expect(before.every(({ code }) => code === null)).toBe(true)
    for (const person of ['kacper', 'karolina'])
      await joanna('POST', path(`bases/${idOf(`probni/basis/${person}/ppp`)}/withdraw`), {
        body: { how: 'pismem' },
      })
    expect((await returned()).some(({ code }) => code === 'consent_withdrawn')).toBe(true)
    expect(await peopleSeenBy(magda), 'the consents for the school hold').toContain('Kacper')
  })
})

describe('a consent is given by who may', () => {
  const record = (person: string, more: object) =>
    joanna('POST', path('bases'), { body: consent(person, 'foundation', more) })
  test.each<[string, string, object]>([
    ['a child itself', 'kacper', { signedBy: [about('kacper')] }],
    ['a brother or sister', 'kacper', { signedBy: [about('haniap')] }],
    ['a grandmother without authority', 'kacper', { signedBy: [about('stanislawa')] }],
    [
      'a parent, together with somebody without authority',
      'kacper',
      { signedBy: [about('karolina'), about('stanislawa')] },
    ],
    ['one parent alone, where both have authority', 'kacper', { signedBy: [about('karolina')] }],
    ['a wife, for her husband', 'miroslaw', { signedBy: [about('karolina')] }],
    ['a mother, for her grown-up son', 'miroslaw', { signedBy: [about('stanislawa')] }],
    ['somebody of whom nobody knows', 'kacper', { signedBy: [randomUUID()] }],
  ])('%s does not give it', async (_, person, more) => {
    expect(await record(person, more)).toMatchObject({
      status: 400,
      json: { code: 'may-not-sign', field: 'signedBy' },
    })
  })
  test('a court does not give it for an adult', async () => {
    expect(await record('miroslaw', { signedBy: [], courtOrder: 'III Nsm 12/26' })).toMatchObject({
      status: 400,
      json: { code: 'may-not-sign', field: 'courtOrder' },
    })
  })
  test('a parent whose authority is contested does not', async () => {
    await app.rows(
      `update households.relation set authority = 'contested' where person_id = $1 and to_person_id = $2`,
      [about('miroslaw'), about('haniap')],
    )
    expect(await record('haniap', { signedBy: [about('miroslaw')] })).toMatchObject({
      json: { code: 'may-not-sign' },
    })
    expect(await record('haniap', { signedBy: [about('karolina')] }), 'nor does the other').toMatchObject({
      json: { code: 'may-not-sign' },
    })
    await app.rows(
      `update households.relation set authority = 'removed' where person_id = $1 and to_person_id = $2`,
      [about('miroslaw'), about('haniap')],
    )
    expect((await record('haniap', { signedBy: [about('karolina')] })).status).toBe(200)
  })
  test('both parents, or a court, give it for a child; the paper and the list name them', async () => {
    expect((await record('kacper', { signedBy: [about('karolina'), about('miroslaw')] })).status).toBe(200)
    const order = await record('kacper', { signedBy: [], courtOrder: 'III Nsm 12/26' })
    expect(order.status, order.text).toBe(200)
    const { bases } = (await joanna('GET', path('bases'))).json as { bases: { givenBy: string }[] }
    const said = bases.map(({ givenBy }) => givenBy)
    expect(said.join('; ')).toMatch(/Karolina Próbna, Mirosław Próbny|Mirosław Próbny, Karolina Próbna/)
    expect(said.join()).toContain('III Nsm 12/26')
  })
  test('whoever has a long name is named in full', async () => {
    const called = (person: string, given: string, family: string) =>
      app.rows('update households.person set given_name = $2, family_name = $3 where id = $1', [
        about(person),
        given,
        family,
      ])
    const long = 'Przykładna-'.repeat(7)
    await called('karolina', `${long}K`, `${long}N`)
    await called('miroslaw', `${long}M`, 'Próbny')
    const basis = consent('kacper', 'foundation', { signedBy: [about('karolina'), about('miroslaw')] })
    expect((await joanna('POST', path('bases'), { body: basis })).status).toBe(200)
    const { bases } = (await joanna('GET', path('bases'))).json as {
      bases: { id: string; givenBy: string }[]
    }
    const said = bases.find(({ id }) => id === basis.id)!.givenBy
    for (const part of [`${long}K ${long}N`, `${long}M Próbny`]) expect(said).toContain(part)
    await called('karolina', 'Karolina', 'Próbna')
    await called('miroslaw', 'Mirosław', 'Próbny')
  })
  test('those who may are offered: of a child the parents with authority, of an adult the adult', async () => {
    const signers = (await joanna('GET', path('signers'))).json as {
      personId: string
      signers: { personId: string }[]
    }[]
    const of = (person: string) =>
      signers.find(({ personId }) => personId === about(person))!.signers.map(({ personId }) => personId)
    expect(new Set(of('kacper'))).toEqual(new Set([about('karolina'), about('miroslaw')]))
    expect(of('karolina')).toEqual([about('karolina')])
  })
  test('who may be a child still, for nobody knows the year of birth, does not give it for themselves', async () => {
    const birth = (date: string | null) =>
      app.rows('update households.person set birth_date = $2, birth_year = null where id = $1', [
        about('stanislawa'),
        date,
      ])
    const [{ date }] = (await app.rows<{ date: string }>(
      'select birth_date::text as date from households.person where id = $1',
      [about('stanislawa')],
    )) as [{ date: string }]
    await birth(null)
    expect(await record('stanislawa', { signedBy: [about('stanislawa')] })).toMatchObject({
      status: 400,
      json: { code: 'may-not-sign', field: 'signedBy' },
    })
    await birth(date)
    expect((await record('stanislawa', { signedBy: [about('stanislawa')] })).status).toBe(200)
  })
  test('the database refuses others as well', async () => {
    const insert = (signedBy: string[]) =>
      actor(app.database, { settings: readSettings({}), keys: testKeys })('joanna', (work) =>
        sql`insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, form, signed_by, recorded_by)
          values (${randomUUID()}, ${family}, ${about('kacper')}, ${institutionId('gops')}, ${institutionId('foundation')}, 'consent', '{file}', 'próba',
            tstzrange(now(), now() + interval '1 day'), 'paper_signed', ${signedBy}, ${work.actor.workerId})`.execute(
          work.db,
        ),
      )
    await expect(insert([about('stanislawa')])).rejects.toMatchObject({ code: '42501' })
    await expect(insert([])).rejects.toMatchObject({ code: '42501' })
    await expect(insert([about('karolina')])).rejects.toMatchObject({ code: '42501' })
    await insert([about('karolina'), about('miroslaw')])
  })
})

describe('a basis in law for one disclosure', () => {
  test('is written down with what was said, and opens nothing', async () => {
    const stolen = 'Kradzież roweru zgłoszona przez pana Mirosława.'
    const told = consent('miroslaw', 'police', {
      rule: 'notice_of_crime',
      until: today(),
      form: undefined,
      signedBy: undefined,
      what: stolen,
    })
    const answered = await joanna('POST', path('bases'), { body: told })
    expect(answered.status, answered.text).toBe(200)
    expect((await register()).at(-1)).toMatchObject({
      what: stolen,
      to: expect.stringContaining('Policj'),
    })
    const { bases } = (await joanna('GET', path('bases'))).json as { bases: { id: string; state: string }[] }
    expect(bases.find(({ id }) => id === told.id)).toMatchObject({ state: 'once' })
    const grants = await app.rows(`select from access.granted where because ->> 'basis' = $1`, [told.id])
    expect(grants).toEqual([])
  })
})

test('the family may have the register on paper, and that it was printed stands in the journal', async () => {
  const paper = await joanna('GET', path('disclosures.pdf'))
  expect([paper.status, paper.type]).toEqual([200, 'application/pdf'])
  const printed = await app.rows(
    `select from journal.entry where scope_id = $1 and verb = 'register.printed'`,
    [family],
  )
  expect(printed).toHaveLength(1)
})

test('of a partner it says that it shows their part alone', async () => {
  const said = async (key: string) => {
    const { cookie } = await app.as(key)
    const { rawPayload } = await app.server.inject({
      url: path('disclosures.pdf'),
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), {
      mergePages: true,
    })
    return text.replace(/\s+/g, ' ')
  }
  expect(await said('nina')).toContain('tylko to, co przekazała lub dostała ta instytucja')
  expect(await said('joanna')).toContain('Rejestr pokazuje udostępnienia między instytucjami')
})

test('a partner sees and withdraws only what concerns their own institution', async () => {
  const { bases } = (await nina('GET', path('bases'))).json as { bases: { to: { name: string } }[] }
  expect(new Set(bases.map(({ to }) => to.name)).size).toBe(1)
  const schools = idOf('probni/basis/karolina/school')
  const refused = await nina('POST', path(`bases/${schools}/withdraw`), { body: { how: 'ustnie' } })
  expect(refused.status).toBe(404)
})

test('a consent of an institution that handed the case over rests: it is not listed as valid, for it opens nothing', async () => {
  const stateTo = async (ask: Ask, to: string) =>
    (
      (await ask('GET', path('bases'))).json as { bases: { to: { id: string }; state: string }[] }
    ).bases.flatMap((each) => (each.to.id === institutionId(to) ? [each.state] : []))
  const given = await joanna('POST', path('bases'), { body: consent('karolina', 'ppp') })
  expect(given.status, given.text).toBe(200)
  expect(await stateTo(nina, 'ppp')).toContain('valid')
  const id = randomUUID()
  const danuta = (await app.as('danuta')).ask
  const lidia = (await app.as('lidia')).ask
  const offered = await danuta('POST', path('handover'), {
    body: { id, to: institutionId('pcpr'), reason: 'Rodzina przenosi się do powiatu.' },
  })
  expect(offered.status, offered.text).toBe(200)
  const taken = await lidia('POST', `/api/handovers/${id}/answer`, { body: { answer: 'accepted' } })
  expect(taken.status, taken.text).toBe(200)
  expect(await stateTo(nina, 'ppp')).toContain('resting')
  expect(await stateTo(nina, 'ppp')).not.toContain('valid')
})
