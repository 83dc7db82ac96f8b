import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// Whose word counts, and for how long: the practice family Próbni, coordinated by Joanna, with Magda of the school and Nina
// of the counselling centre. Each test begins with the same family, to which nothing is opened.

const family = idOf('probni/case')
const household = idOf('probni/household')
const person = (name: string) => idOf(`probni/person/${name}`)
const school = institutionId('school')
const ppp = institutionId('ppp')
let app: PracticeApp
let joanna: Ask
let magda: Ask

beforeEach(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  await app.rows(
    `update consents.basis set withdrawn_at = greatest(now(), lower(period)) where scope_id = '${family}'`,
  )
})
// What stands after each deed is what would be derived from the facts, and the register says it.
afterEach(async () => {
  const later = 'valid * tstzmultirange(tstzrange(splot.end_of_day(splot.today_pl()), null))'
  const grants = `select scope_id, worker_id, about_id, classes, because, ${later} as valid from access.granted
    where scope_id = '${family}' and not isempty(${later})`
  await app.rows(`create table public.kept as ${grants}`)
  await app.rows('select access.derive_all()')
  expect(await app.rows(`table public.kept except (${grants})`), 'kept, and not derived').toEqual([])
  expect(await app.rows(`${grants} except table public.kept`), 'derived, and not kept').toEqual([])
  const read = `select distinct g.about_id, w.institution_id, class from access.granted g join institutions.worker w on w.id = g.worker_id,
    unnest(g.classes) class where g.scope_id = '${family}' and g.because ->> 'reason' = 'joint-work' and not g.because ? 'giver' and g.valid @> now()`
  const told = `select about_id, to_institution_id, class from consents.exchange where scope_id = '${family}' and period @> now()`
  expect(await app.rows(`${read} except ${told}`), 'read, and not in the register').toEqual([])
  expect(await app.rows(`${told} except ${read}`), 'in the register, and not read').toEqual([])
  await app.stop()
})

const path = (rest: string) => `/api/cases/${family}/${rest}`
type Class = 'file' | 'health' | 'whereabouts'
type Boxes = { institutionId: string; classes: Class[] }[]
const only = (institution: string, ...classes: Class[]): Boxes => [{ institutionId: institution, classes }]
const both = (...classes: Class[]): Boxes => [...only(school, ...classes), ...only(ppp, ...classes)]

const ask = async (personId: string, signerId: string, boxes: Boxes) => {
  const id = randomUUID()
  const sheets = [{ id, personId, signerId, boxes }]
  return { id, ...(await joanna('POST', path('sheets'), { body: { sheets } })) }
}
const answer = (sheetId: string, yes: Boxes, form = 'paper_signed') =>
  joanna('POST', path('sheets/answers'), {
    body: {
      form,
      signedOn: today(),
      until: addDays(today(), 300),
      answers: [{ sheetId, yes, earlier: [] }],
    },
  })
const signed = async (about: string, signer: string, asked: Boxes, yes: Boxes = asked, form?: string) => {
  const sheet = await ask(person(about), person(signer), asked)
  expect(sheet.status, sheet.text).toBe(200)
  const told = await answer(sheet.id, yes, form)
  expect(told.status, told.text).toBe(200)
}
const signedByAll = async (child: string, boxes: Boxes, signers: string[]) => {
  for (const signer of signers) await signed(child, signer, boxes)
}
const code = (answered: { json: unknown }) => (answered.json as { code?: string }).code
const peopleSeenBy = async (who: Ask) =>
  (
    (await who('GET', `/api/households/${household}`)).json as { people?: { givenName: string }[] }
  ).people?.map(({ givenName }) => givenName) ?? []
const born = (name: string, date: string | null, year: number | null = null) =>
  app.rows(`update households.person set birth_date = $1, birth_year = $2 where id = $3`, [
    date,
    year,
    person(name),
  ])
const untilWhen = async (about: string) =>
  (
    await app.rows<{ until: Date }>(
      `select upper(valid) as until from access.granted where scope_id = '${family}' and about_id = '${person(about)}'
         and because ->> 'reason' = 'joint-work' limit 1`,
    )
  )[0]?.until
    .toISOString()
    .slice(0, 10)
/** Somebody was on the team and is there again. */
const comesBack = (key: string) =>
  app.rows(
    `insert into cases.team_member (id, case_id, worker_id, institution_id, asked, invited_by, part, answer, answered_at)
     select gen_random_uuid(), case_id, worker_id, institution_id, asked, invited_by, part, 'accepted', now()
     from cases.team_member where case_id = '${family}' and worker_id = '${workerId(key)}' limit 1`,
  )

describe('a child from 13 on', () => {
  test('closes the box when it takes its yes back, until it agrees again', async () => {
    await signedByAll('oliwia', both('file'), ['oliwia', 'karolina', 'miroslaw'])
    expect(await peopleSeenBy(magda)).toContain('Oliwia')
    const body = {
      personId: person('oliwia'),
      signerId: person('oliwia'),
      institutionId: school,
      how: 'w rozmowie',
    }
    expect((await joanna('POST', path('joint-work/withdraw'), { body })).status).toBe(200)
    expect(await peopleSeenBy(magda)).not.toContain('Oliwia')
    expect(await peopleSeenBy((await app.as('nina')).ask)).toContain('Oliwia')
    await signed('oliwia', 'oliwia', only(school, 'file'))
    expect(await peopleSeenBy(magda)).toContain('Oliwia')
  })

  test('is heard about each box, and anew when the case is opened again', async () => {
    await signed('oliwia', 'oliwia', only(ppp, 'file'))
    const other = await ask(person('oliwia'), person('karolina'), only(school, 'health'))
    expect(code(await answer(other.id, only(school, 'health')))).toBe('child-not-heard')
    const body = { reason: 'goals_reached', afterCare: [] }
    expect((await joanna('POST', path('close'), { body })).status).toBe(200)
    expect((await joanna('POST', path('reopen'), { body: { id: randomUUID() } })).status).toBe(200)
    await comesBack('nina')
    const again = await ask(person('oliwia'), person('karolina'), only(ppp, 'file'))
    expect(code(await answer(again.id, only(ppp, 'file')))).toBe('child-not-heard')
  })
})

describe('the no of a representative', () => {
  test('stands against going on without them, also a yes that was taken back', async () => {
    await signed('kacper', 'karolina', both('file'))
    await signed('kacper', 'miroslaw', both('file'), [])
    const without = () => ({
      id: randomUUID(),
      personId: person('kacper'),
      representativeId: person('miroslaw'),
      reason: 'Odmówił.',
    })
    expect(code(await joanna('POST', path('without'), { body: without() }))).toBe('said-no')
    await signed('kacper', 'miroslaw', both('file'))
    const body = { personId: person('kacper'), signerId: person('miroslaw'), how: 'telefonem' }
    expect((await joanna('POST', path('joint-work/withdraw'), { body })).status).toBe(200)
    expect(code(await joanna('POST', path('without'), { body: without() }))).toBe('said-no')
    expect(await peopleSeenBy(magda)).not.toContain('Kacper')
  })
})

describe('how old somebody is', () => {
  test('corrected to being of age asks anew: how a child was heard is no consent of an adult', async () => {
    await signed('oliwia', 'oliwia', both('file', 'health'), both('file', 'health'), 'oral_noted')
    await born('oliwia', '2000-01-01')
    expect(await peopleSeenBy(magda)).not.toContain('Oliwia')
  })

  test.skipIf(today().endsWith('-12-31'))(
    'when only the year is known: what was signed for a child ends with the year of its majority',
    async () => {
      const year = Number(today().slice(0, 4))
      await born('oliwia', null, year - 18)
      await signedByAll('oliwia', both('file'), ['oliwia', 'karolina', 'miroslaw'])
      const [ends] = [`${year}-12-30`, addDays(today(), 300)].sort()
      expect(await untilWhen('oliwia')).toBe(ends)
    },
  )

  test('decides of a parent when they must sign as well', async () => {
    const majority = addDays(today(), today().endsWith('-01-20') ? 41 : 40) // not a 29th of February
    await born('karolina', `${Number(majority.slice(0, 4)) - 18}${majority.slice(4)}`)
    await signed('kacper', 'miroslaw', both('file'))
    expect(await peopleSeenBy(magda)).toContain('Kacper')
    expect(await untilWhen('kacper')).toBe(addDays(majority, -1))
  })

  test('when nobody knows it, no more is asked than of a child', async () => {
    await born('kacper', null)
    expect(code(await ask(person('kacper'), person('karolina'), both('whereabouts')))).toBe(
      'no-address-of-a-child',
    )
  })
})

test('a parent who is written from the child’s side alone must sign too, so nobody can until their authority is written', async () => {
  await app.rows(
    `delete from households.relation where person_id = '${person('miroslaw')}' and to_person_id = '${person('kacper')}'`,
  )
  await app.rows(
    `insert into households.relation (id, household_id, person_id, to_person_id, kind)
     values (gen_random_uuid(), '${household}', '${person('kacper')}', '${person('miroslaw')}', 'son')`,
  )
  expect(code(await ask(person('kacper'), person('karolina'), both('file')))).toBe('nobody-can-sign')
})

test('nobody is asked, and no court heard, about people of another family', async () => {
  const [adult] = await app.rows<{ id: string }>(
    `select id from households.person where birth_date < '1990-01-01' and not households.belongs_to(id, '${household}') limit 1`,
  )
  const [child] = await app.rows<{ id: string }>(
    `select id from households.person where birth_date > '2012-01-01' and not households.belongs_to(id, '${household}') limit 1`,
  )
  expect(code(await ask(adult!.id, adult!.id, both('file')))).toBe('may-not-sign')
  const body = {
    id: randomUUID(),
    personId: child!.id,
    order: 'III Nsm 1/26',
    until: addDays(today(), 30),
    boxes: both('file'),
  }
  expect(code(await joanna('POST', path('orders'), { body }))).toBe('may-not-sign')
})

test('a sheet that is answered after an institution left opens nothing to it, also when it comes back', async () => {
  const sheet = await ask(person('karolina'), person('karolina'), both('file'))
  const [part] = await app.rows<{ id: string }>(
    `select id from cases.team_member where case_id = '${family}' and worker_id = '${workerId('magda')}' and left_at is null`,
  )
  const left = await joanna('POST', path(`team/${part!.id}/end`), { body: { because: 'Odchodzi.' } })
  expect(left.status, left.text).toBe(200)
  expect((await answer(sheet.id, both('file'))).status).toBe(200)
  await comesBack('magda')
  expect(await peopleSeenBy(magda)).not.toContain('Karolina')
  expect(await peopleSeenBy((await app.as('nina')).ask)).toContain('Karolina')
})

test('whom nobody may write to any more gets no page, though their sheet was prepared before', async () => {
  await ask(person('haniap'), person('miroslaw'), both('file'))
  await app.rows(
    `update households.relation set contact_forbidden = true where person_id = '${person('miroslaw')}' and to_person_id = '${person('haniap')}'`,
  )
  const { cookie } = await app.as('joanna')
  const paper = await app.server.inject({
    url: path(`sheets.pdf?signer=${person('miroslaw')}`),
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  })
  expect(paper.statusCode).toBe(404)
})

describe('whom nobody writes to about a child', () => {
  const own = async () => code(await ask(person('miroslaw'), person('miroslaw'), both('file')))
  const printed = async (paper = 'sheets.pdf?signer') => {
    const { cookie } = await app.as('joanna')
    const url = path(`${paper}=${person('miroslaw')}`)
    return (await app.server.inject({ url, headers: { cookie, 'sec-fetch-site': 'same-origin' } })).statusCode
  }

  test('gets no sheet about themselves either, nor one prepared before, until they are asked after all', async () => {
    await ask(person('miroslaw'), person('miroslaw'), both('file'))
    expect(await printed()).toBe(200)
    const id = randomUUID()
    const body = {
      id,
      personId: person('kacper'),
      representativeId: person('miroslaw'),
      reason: 'Nie może wiedzieć.',
    }
    expect((await joanna('POST', path('without'), { body })).status).toBe(200)
    expect(await printed()).toBe(404)
    for (const paper of ['clause.pdf?person', 'joint-work.pdf?person', `consent.pdf?to=${ppp}&person`])
      expect(await printed(paper), paper).toBe(404)
    expect(await own()).toBe('not-written-to')
    expect(code(await ask(person('haniap'), person('miroslaw'), both('file'))), 'about another child').toBe(
      'not-written-to',
    )
    expect((await joanna('POST', path(`without/${id}/end`))).status).toBe(200)
    expect(await printed()).toBe(200)
  })

  test('because a court forbade the contact, gets none about themselves', async () => {
    await app.rows(
      `update households.relation set contact_forbidden = true where person_id = '${person('miroslaw')}' and to_person_id = '${person('haniap')}'`,
    )
    expect(await own()).toBe('not-written-to')
    expect((await ask(person('karolina'), person('karolina'), both('file'))).status).toBe(200)
  })
})

describe('who led the case', () => {
  const led = async () => {
    await signed('karolina', 'karolina', both('file'))
    await app.rows(`select cases.pass_lead('${family}', '${ppp}')`)
  }
  const writes = async (who: Ask, what: string) => {
    const id = randomUUID()
    const body = {
      id,
      kind: 'phone',
      happenedAt: '2026-11-20T10:00:00Z',
      what,
      open: true,
      about: [person('karolina')],
    }
    const written = await who('POST', path('contacts'), { body })
    expect(written.status, written.text).toBe(200)
    return id
  }
  test('and is a partner now, is read of what it wrote until then, and not afterwards without a tick', async () => {
    const before = await writes(joanna, 'Mama była w urzędzie.')
    await led()
    await app.rows(
      `insert into cases.team_member (id, case_id, worker_id, institution_id, asked, invited_by, part, answer, answered_at)
       select gen_random_uuid(), t.case_id, w.id, w.institution_id, t.asked, t.invited_by, t.part, 'accepted', now()
       from cases.team_member t, institutions.worker w where t.case_id = '${family}' and t.worker_id = '${workerId('magda')}' and w.id = '${workerId('joanna')}' limit 1`,
    )
    const after = await writes(joanna, 'Mama dzwoniła.')
    const seen = (await magda('GET', path('contacts'))).text
    expect(seen).toContain(before)
    expect(seen).not.toContain(after)
  })

  test('after it was ticked as a partner, needs new ticks when it comes back as one', async () => {
    await led()
    await app.rows(`select cases.pass_lead('${family}', '${school}')`)
    const [still] = await app.rows<{ ticks: number }>(
      `select count(*)::int as ticks from consents.tick where scope_id = '${family}' and institution_id = '${ppp}' and yes and period @> now()`,
    )
    expect(still!.ticks).toBe(0)
  })
})

test('what an institution was asked goes back when a consent ends, not while its membership is suspended', async () => {
  await signed('karolina', 'karolina', both('file'))
  await signedByAll('kacper', both('file'), ['karolina', 'miroslaw'])
  const asked = await app.rows<{ point: string }>(
    `select baskets.refer(id, added_by) as point from baskets.item where scope_id = '${family}' and provider_id in ('${school}', '${ppp}')`,
  )
  const returned = () =>
    app.rows(
      `select r.to_institution_id as provider_id from referrals.point p join referrals.referral r on r.id = p.referral_id
       where p.id = any ('{${asked.map(({ point }) => point)}}') and p.withdrawn_because = 'consent_withdrawn'`,
    )
  await app.rows(
    `insert into partnerships.membership_suspension (id, membership_id, period, reason)
     select gen_random_uuid(), m.id, tstzrange(now(), null), 'Przerwa.' from partnerships.membership m where m.institution_id = '${school}' and m.left_because is null`,
  )
  expect(await peopleSeenBy(magda)).toEqual([])
  expect(await returned()).toEqual([])
  for (const signer of ['karolina', 'miroslaw']) {
    const body = {
      personId: person('kacper'),
      signerId: person(signer),
      institutionId: ppp,
      how: 'telefonem',
    }
    await joanna('POST', path('joint-work/withdraw'), { body })
  }
  const withdrawn = {
    personId: person('karolina'),
    signerId: person('karolina'),
    institutionId: ppp,
    how: 'telefonem',
  }
  await joanna('POST', path('joint-work/withdraw'), { body: withdrawn })
  expect(await returned()).toEqual([{ provider_id: ppp }])
})
