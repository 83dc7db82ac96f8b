import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Answered, type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Somebody without an account takes part in a meeting: for their points alone, by a link and a code, until it is over.

const family = idOf('probni/case')
const address = 'lekarka@przychodnia.example'

let app: PracticeApp
let joanna: Ask
let magda: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
})
afterAll(() => app.stop())

let meeting: string
let hers: string
let other: string
let guest: string
/** As the browser names what it came to; another for each meeting. */
let visit: string
const done = (answered: Answered) => expect(answered.status, answered.text).toBe(200)

async function aMeeting() {
  meeting = randomUUID()
  visit = randomUUID()
  done(
    await joanna('POST', `/api/cases/${family}/meetings`, {
      body: {
        id: meeting,
        kind: 'team',
        place: 'Świetlica w Zmyślonej',
        minutes: 60,
        dates: [{ id: randomUUID(), startsAt: new Date(Date.now() + 3_600_000).toISOString() }],
        people: ['joanna', 'magda'].map((key) => ({
          id: randomUUID(),
          workerId: workerId(key),
          needed: false,
        })),
      },
    }),
  )
  hers = await aPoint('Leki Kacpra')
  other = await aPoint('Długi babci')
}

async function aPoint(what: string, dataClass = 'file') {
  const id = randomUUID()
  done(await joanna('POST', `/api/meetings/${meeting}/points`, { body: { id, what, class: dataClass } }))
  return id
}

async function aGuest(
  basis: object = { kind: 'law', law: 'art. 12 ustawy zmyślonej' },
  { confirmer = 'magda', points = [hers] } = {},
) {
  guest = randomUUID()
  return joanna('POST', `/api/meetings/${meeting}/guests`, {
    body: {
      id: guest,
      name: 'Ada Wymyślona',
      role: 'lekarka',
      institution: 'Przychodnia w Zmyślonej',
      email: address,
      confirmerId: workerId(confirmer),
      points,
      basis,
    },
  })
}

const confirm = (who = magda, right = true) =>
  who('POST', `/api/guests/${guest}/address`, { body: { right } })
const letters = async () =>
  (
    await app.rows<{ subject: string; body: string }>(
      'select subject, body from mail.letter where to_address = $1 order by id',
      [address],
    )
  ).map(({ subject, body }) => `${subject}\n${body}`)
const linkSent = async () => /\/guest#(\S+)/.exec((await letters()).at(-1)!)![1]!
async function codeToTell() {
  done(await joanna('POST', `/api/guests/${guest}/code`))
  return ((await joanna('GET', `/api/guests/${guest}/code`)).json as { code: string }).code
}
const enter = (link: string, code: string) =>
  app.nobody('POST', '/api/guests/enter', { body: { id: visit, link, code } })
const withCookie = (came: Answered) => app.askWith(String(came.headers['set-cookie']).split(';')[0]!)

async function cameIn() {
  done(await confirm())
  const came = await enter(await linkSent(), await codeToTell())
  done(came)
  return withCookie(came)
}
type Page = {
  points: { id: string; no: number; what: string | null; written: string | null; said: string | null }[]
}
const page = async (ask: Ask) => (await ask('GET', `/api/guests/visits/${visit}/meeting`)).json as Page
const opensNothing = async (ask: Ask) => {
  const { status, json } = await ask('GET', `/api/guests/visits/${visit}/meeting`)
  return status === 404 && (json as { code: string }).code === 'opens-nothing'
}

beforeEach(aMeeting)

test('nothing leaves before a second person confirmed the address, whom it is asked of by name', async () => {
  const before = (await letters()).length
  done(await aGuest())
  expect((await letters()).length).toBe(before)
  expect((await confirm(joanna)).status).toBe(404)
  const asked = await magda('GET', `/api/guests/${guest}`)
  expect(asked.json).toMatchObject({ email: address, iConfirm: true, state: 'asked' })
  done(await confirm())
  expect((await letters()).length).toBe(before + 1)
  expect((await confirm()).json).toMatchObject({ code: 'said-already' })
})

test('whoever turned out to be the same person as who entered it confirms nothing', async () => {
  done(await aGuest())
  const accountOf = async (key: string) =>
    (
      await app.rows<{ id: string }>('select account_id as id from institutions.worker where id = $1', [
        workerId(key),
      ])
    )[0]!.id
  const [hers, his] = [await accountOf('magda'), await accountOf('joanna')]
  const isNow = (id: string) =>
    app.rows('update institutions.worker set account_id = $2 where id = $1', [workerId('magda'), id])
  await isNow(his)
  try {
    const asMagda = (method: string, path: string, given: object) =>
      joanna(method, path, { ...given, headers: { 'acting-as': workerId('magda') } })
    const said = await asMagda('POST', `/api/guests/${guest}/address`, { body: { right: true } })
    expect(said.status, said.text).toBe(404)
  } finally {
    await isNow(hers)
  }
})

test('who entered an address never confirms it, nor does somebody who does not work with the family', async () => {
  expect((await aGuest(undefined, { confirmer: 'joanna' })).json).toMatchObject({ code: 'a-second-person' })
  expect((await aGuest(undefined, { confirmer: 'celina' })).json).toMatchObject({ code: 'a-second-person' })
})

test.each([
  ['health', 'oral_noted', false],
  ['health', 'paper_signed', true],
  ['file', 'oral_noted', true],
])('a consent to %s, %s, opens it: %s', async (dataClass, form, opens) => {
  const point = await aPoint('Badania', dataClass)
  const on = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const named = await aGuest({ kind: 'consent', form, on }, { points: [point] })
  if (opens) done(named)
  else expect(named.json).toMatchObject({ code: 'consent-does-not-open', field: 'basis.form' })
})

test('an address that is wrong gets no letter', async () => {
  const before = (await letters()).length
  done(await aGuest())
  done(await confirm(magda, false))
  expect((await letters()).length).toBe(before)
  expect((await joanna('POST', `/api/guests/${guest}/letter`)).json).toMatchObject({ code: 'guest-is-gone' })
})

test('letters hold nobody’s name, no place and no code', async () => {
  done(await aGuest())
  done(await confirm())
  const [letter] = (await letters()).slice(-1)
  for (const words of ['Wymyślona', 'Próbn', 'Kacper', 'Świetlica', 'Zmyślon', 'Oks', meeting, guest, family])
    expect(letter).not.toContain(words)
})

test('who was confirmed is told by letter that it is moved, and answers anew, or that it is off; nobody else is', async () => {
  done(await aGuest())
  const before = (await letters()).length
  const fix = async () => {
    const { version } = (await joanna('GET', `/api/meetings/${meeting}`)).json as { version: number }
    return joanna('PUT', `/api/meetings/${meeting}/time`, {
      body: { startsAt: new Date(Date.now() + 7_200_000).toISOString(), place: 'Gdzie indziej', minutes: 60 },
      headers: { 'if-match': `"${version}"` },
    })
  }
  done(await fix())
  expect((await letters()).length).toBe(before)
  const ada = await cameIn()
  done(await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'coming' } }))
  done(await fix())
  expect((await letters()).at(-1)).toContain('zmiana w zaproszeniu')
  expect((await ada('GET', `/api/guests/visits/${visit}/meeting`)).json).toMatchObject({
    place: 'Gdzie indziej',
    answer: null,
  })
  done(await joanna('POST', `/api/meetings/${meeting}/cancel`, { body: { because: 'choroba' } }))
  expect((await letters()).at(-1)).toContain('spotkania nie będzie')
  expect((await letters()).at(-1)).not.toContain('choroba')
})

describe('a guest who came in', () => {
  test('reads who invited them and how to phone, when and where, and of the points theirs alone', async () => {
    done(await aGuest())
    const ada = await cameIn()
    const shown = await ada('GET', `/api/guests/visits/${visit}/meeting`)
    expect(shown.json).toMatchObject({
      invitedBy: { name: 'Joanna Przykładna', phone: '41 000 10 21' },
      place: 'Świetlica w Zmyślonej',
      points: [{ id: hers, what: 'Leki Kacpra' }],
    })
    for (const words of ['Długi', other, 'Próbn', 'Magda', '@', family])
      expect(shown.text).not.toContain(words)
    expect(shown.headers['cache-control']).toBe('private, no-store')
    expect(shown.headers['referrer-policy']).toBe('no-referrer')
  })

  test('reads what a point is and what was written only where a basis opens it', async () => {
    done(await aGuest({ kind: 'none' }))
    const ada = await cameIn()
    const shown = await ada('GET', `/api/guests/visits/${visit}/meeting`)
    const { points } = shown.json as Page
    expect(points).toMatchObject([{ id: hers, what: null, written: null }])
    expect(shown.text).not.toContain('Leki')
    const register = await app.rows('select from meetings.shown_to_guest where guest_id = $1', [guest])
    expect(register).toEqual([])
  })

  test('is no worker: nothing else opens', async () => {
    done(await aGuest())
    const ada = await cameIn()
    for (const path of [
      `/api/meetings/${meeting}`,
      `/api/cases/${family}`,
      '/api/session',
      `/api/guests/${guest}`,
      '/api/day',
    ])
      expect((await ada('GET', path)).status, path).not.toBe(200)
  })

  test('says whether they come, and says something to a point of theirs; it stands there under their name', async () => {
    done(await aGuest())
    const ada = await cameIn()
    done(await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'remote' } }))
    done(
      await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, {
        body: { words: 'Leki są dobrane.' },
      }),
    )
    const refused = await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${other}`, {
      body: { words: 'A to?' },
    })
    expect(refused.json).toMatchObject({ code: 'opens-nothing' })
    const { guests, points } = (await joanna('GET', `/api/meetings/${meeting}`)).json as {
      guests: object[]
      points: { id: string; guests: object[] }[]
    }
    expect(guests).toMatchObject([{ name: 'Ada Wymyślona', answer: 'remote', state: 'in' }])
    expect(points.find(({ id }) => id === hers)!.guests).toMatchObject([{ words: 'Leki są dobrane.' }])
    expect(points.find(({ id }) => id === other)!.guests).toEqual([])
  })

  test('changes their answer until the meeting begins', async () => {
    done(await aGuest())
    const ada = await cameIn()
    done(await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'coming' } }))
    done(await joanna('POST', `/api/meetings/${meeting}/begin`))
    const late = await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'not' } })
    expect(late.json).toMatchObject({ code: 'meeting-is-over' })
  })

  test.each(['done', 'postponed'])(
    'reads a point no longer once it is %s, nor says anything to it',
    async (state) => {
      done(await aGuest())
      const ada = await cameIn()
      done(
        await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, {
          body: { words: 'Leki są dobrane.' },
        }),
      )
      done(await joanna('POST', `/api/meetings/${meeting}/begin`))
      done(await joanna('POST', `/api/meetings/${meeting}/points/${hers}/state`, { body: { state } }))
      expect((await page(ada)).points).toEqual([])
      const late = await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, {
        body: { words: 'Jednak nie.' },
      })
      expect(late.json).toMatchObject({ code: 'point-is-closed' })
      const { points } = (await joanna('GET', `/api/meetings/${meeting}`)).json as {
        points: { id: string; guests: object[] }[]
      }
      expect(points.find(({ id }) => id === hers)!.guests).toMatchObject([{ words: 'Leki są dobrane.' }])
    },
  )

  test('is shown no point that was closed before they came', async () => {
    done(await aGuest())
    done(await joanna('POST', `/api/meetings/${meeting}/begin`))
    done(await joanna('POST', `/api/meetings/${meeting}/points/${hers}/state`, { body: { state: 'done' } }))
    expect((await page(await cameIn())).points).toEqual([])
    expect(await app.rows('select from meetings.shown_to_guest where guest_id = $1', [guest])).toEqual([])
  })

  test('who says the same again leaves one entry in the journal', async () => {
    done(await aGuest())
    const ada = await cameIn()
    for (const words of ['Tak.', 'Tak.'])
      done(await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, { body: { words } }))
    const told = await app.rows(`select from journal.entry where verb = 'guest.said' and subject_id = $1`, [
      guest,
    ])
    expect(told).toHaveLength(1)
  })

  test('of violence nothing is kept', async () => {
    done(await aGuest())
    const ada = await cameIn()
    const said = await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, {
      body: { words: 'Ojciec go bije.' },
    })
    expect(said.json).toMatchObject({ code: 'speaks-of-violence' })
    expect((await page(ada)).points).toMatchObject([{ said: null }])
  })

  test('stands in the minutes, also on paper, with what they said', async () => {
    done(await aGuest())
    const ada = await cameIn()
    done(await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'coming' } }))
    done(
      await ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, {
        body: { words: 'Leki są dobrane.' },
      }),
    )
    done(await joanna('POST', `/api/meetings/${meeting}/begin`))
    done(await joanna('PUT', `/api/meetings/${meeting}/guests/${guest}`, { body: { attendance: 'remote' } }))
    done(await joanna('POST', `/api/meetings/${meeting}/minutes`))
    expect(await opensNothing(ada)).toBe(true)
    expect((await joanna('GET', `/api/meetings/${meeting}`)).json).toMatchObject({
      guests: [{ name: 'Ada Wymyślona', attendance: 'remote' }],
    })
    done(await joanna('GET', `/api/meetings/${meeting}/minutes.pdf`))
  })
})

test('what a guest was shown stands in the register of disclosures, until when and why; without a basis nothing does', async () => {
  type Entry = {
    to: string
    basis: string
    until: string | null
    withdrawnOn: string | null
    personName: string
  }
  const told = async () =>
    ((await joanna('GET', `/api/cases/${family}/disclosures`)).json as Entry[]).filter(({ to }) =>
      to.startsWith('Ada Wymyślona'),
    )
  const before = (await told()).length
  done(await aGuest({ kind: 'law', law: 'art. 7 ustawy zmyślonej' }))
  const ada = await cameIn()
  expect(await told()).toHaveLength(before)
  await page(ada)
  const now = (await told()).filter(({ basis }) => basis === 'art. 7 ustawy zmyślonej')
  expect(now.length).toBeGreaterThan(0)
  expect(now.every(({ withdrawnOn, personName }) => withdrawnOn === null && personName !== '–')).toBe(true)
  done(
    await joanna('POST', `/api/meetings/${meeting}/guests/${guest}/dismiss`, { body: { because: 'basis' } }),
  )
  const then = (await told()).filter(({ basis }) => basis === 'art. 7 ustawy zmyślonej')
  expect(then).toHaveLength(now.length)
  expect(then.every(({ withdrawnOn }) => withdrawnOn !== null)).toBe(true)
  done(await joanna('GET', `/api/cases/${family}/disclosures.pdf`))
})

describe('a link', () => {
  test('opens once: neither link nor code are good a second time, for nobody', async () => {
    done(await aGuest())
    done(await confirm())
    const [link, code] = [await linkSent(), await codeToTell()]
    done(await enter(link, code))
    expect((await enter(link, code)).status).toBe(404)
  })

  test('of two who come at the same moment lets one in', async () => {
    done(await aGuest())
    done(await confirm())
    const [link, code] = [await linkSent(), await codeToTell()]
    const came = await Promise.all([enter(link, code), enter(link, code), enter(link, code)])
    expect(came.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is shut by five wrong codes, also for the right one; an unknown one answers alike', async () => {
    done(await aGuest())
    done(await confirm())
    const [link, code] = [await linkSent(), await codeToTell()]
    const wrong = code === '000 000' ? '000 001' : '000 000'
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await enter(link, wrong))
    answers.push(await enter(link, code), await enter('niczyj-link', code))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers.every(({ headers }) => !headers['set-cookie'])).toBe(true)
    done(await joanna('POST', `/api/guests/${guest}/letter`))
    expect((await enter(link, code)).status).toBe(404)
    done(await enter(await linkSent(), await codeToTell()))
  })

  test('opens nothing without a code that was made, nor with the code before the last', async () => {
    done(await aGuest())
    done(await confirm())
    const link = await linkSent()
    expect((await joanna('GET', `/api/guests/${guest}/code`)).json).toEqual({ code: null })
    const first = await codeToTell()
    const second = await codeToTell()
    if (first !== second) expect((await enter(link, first)).status).toBe(404)
    done(await enter(link, second))
  })

  test('a new one puts out whoever came in by the earlier', async () => {
    done(await aGuest())
    const ada = await cameIn()
    done(await joanna('POST', `/api/guests/${guest}/letter`))
    expect(await opensNothing(ada)).toBe(true)
  })

  test('its code is told to nobody but who invited', async () => {
    done(await aGuest())
    done(await confirm())
    await codeToTell()
    expect((await magda('GET', `/api/guests/${guest}/code`)).json).toEqual({ code: null })
    expect((await magda('POST', `/api/guests/${guest}/code`)).status).toBe(404)
  })

  test('nothing that is kept opens it: digests alone, and of the code nothing', async () => {
    done(await aGuest())
    done(await confirm())
    const [link, code] = [await linkSent(), await codeToTell()]
    const kept = JSON.stringify(
      await app.rows(
        `select w::text from guests.way_in w join guests.guest g on g.id = w.guest_id where g.id = $1`,
        [guest],
      ),
    )
    expect(kept).not.toContain(link)
    expect(kept).not.toContain(code.replace(' ', ''))
  })
})

describe('in one browser that came to two things', () => {
  const cookieOf = (came: Answered) => String(came.headers['set-cookie']).split(';')[0]!
  type Came = { visit: string; meeting: string; hers: string; cookie: string }
  async function comes(): Promise<Came> {
    done(await aGuest())
    done(await confirm())
    const came = await enter(await linkSent(), await codeToTell())
    done(came)
    return { visit, meeting, hers, cookie: cookieOf(came) }
  }
  let first: Came
  let second: Came
  let browser: Ask
  beforeEach(async () => {
    first = await comes()
    await aMeeting()
    second = await comes()
    browser = app.askWith(`${first.cookie}; ${second.cookie}`)
  })
  const pointsOf = async ({ visit }: Came) =>
    ((await browser('GET', `/api/guests/visits/${visit}/meeting`)).json as Page).points.map(({ id }) => id)

  test('each is a visit of its own, and the first stays', async () => {
    expect(first.cookie.split('=')[0]).not.toBe(second.cookie.split('=')[0])
    expect(await pointsOf(first)).toEqual([first.hers])
    expect(await pointsOf(second)).toEqual([second.hers])
    const { json } = await browser('GET', '/api/guests/visits')
    expect(json).toMatchObject([
      { id: second.visit, kind: 'meeting', from: expect.any(String) },
      { id: first.visit, kind: 'meeting' },
    ])
  })

  test('nobody answers or speaks in the wrong one', async () => {
    done(
      await browser('PUT', `/api/guests/visits/${first.visit}/meeting/answer`, {
        body: { answer: 'coming' },
      }),
    )
    const answer = async ({ visit }: Came) =>
      ((await browser('GET', `/api/guests/visits/${visit}/meeting`)).json as { answer: string | null }).answer
    expect([await answer(first), await answer(second)]).toEqual(['coming', null])
    const elsewhere = `/api/guests/visits/${second.visit}/meeting/points/${first.hers}`
    expect((await browser('PUT', elsewhere, { body: { words: 'A to?' } })).status).toBe(404)
  })

  test('a name of a visit opens nothing without what this browser keeps of it', async () => {
    for (const path of [
      `/api/guests/visits/${first.visit}/meeting`,
      `/api/guests/visits/${randomUUID()}/meeting`,
      `/api/guests/visits/${second.visit}/referral`,
    ])
      expect((await app.askWith(second.cookie)('GET', path)).status, path).toBe(404)
    const swapped = app.askWith(second.cookie.replace(second.visit, first.visit))
    expect((await swapped('GET', `/api/guests/visits/${second.visit}/meeting`)).status).toBe(404)
  })

  test('closing one leaves the other open', async () => {
    const left = await browser('POST', `/api/guests/visits/${first.visit}/leave`)
    done(left)
    expect(String(left.headers['set-cookie'])).toMatch(new RegExp(`${first.visit}=;.*Max-Age=0`))
    expect(await pointsOf(second)).toEqual([second.hers])
    expect((await browser('GET', '/api/guests/visits')).json).toMatchObject([{ id: second.visit }])
  })
})

describe('ends at once', () => {
  let ada: Ask
  beforeEach(async () => {
    done(await aGuest())
    ada = await cameIn()
    expect((await page(ada)).points).toHaveLength(1)
  })

  test.each(['removed', 'basis'])('when they are a guest no longer: %s', async (because) => {
    done(await joanna('POST', `/api/meetings/${meeting}/guests/${guest}/dismiss`, { body: { because } }))
    expect(await opensNothing(ada)).toBe(true)
    expect(
      (await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'coming' } })).status,
    ).toBe(404)
  })

  test('and whoever had said that they come is not counted among those who did', async () => {
    done(await ada('PUT', `/api/guests/visits/${visit}/meeting/answer`, { body: { answer: 'coming' } }))
    const body = { because: 'removed' }
    done(await joanna('POST', `/api/meetings/${meeting}/guests/${guest}/dismiss`, { body }))
    done(await joanna('POST', `/api/meetings/${meeting}/begin`))
    expect((await joanna('GET', `/api/meetings/${meeting}`)).json).toMatchObject({
      guests: [{ state: 'gone', attendance: null }],
    })
  })

  test('when it is called off', async () => {
    done(await joanna('POST', `/api/meetings/${meeting}/cancel`, { body: { because: 'choroba' } }))
    expect(await opensNothing(ada)).toBe(true)
  })

  test('of a point that is taken off; that they were shown it stays', async () => {
    done(await joanna('POST', `/api/meetings/${meeting}/points/${hers}/remove`))
    expect((await page(ada)).points).toEqual([])
    expect(await app.rows('select from meetings.shown_to_guest where guest_id = $1', [guest])).toHaveLength(1)
  })

  test('a day after it was to end', async () => {
    await app.rows(
      `update meetings.meeting set starts_at = now() - interval '1 day 59 minutes' where id = $1`,
      [meeting],
    )
    expect((await page(ada)).points).toHaveLength(1)
    await app.rows(
      `update meetings.meeting set starts_at = now() - interval '1 day 61 minutes' where id = $1`,
      [meeting],
    )
    expect(await opensNothing(ada)).toBe(true)
  })

  test('when they close it themselves', async () => {
    done(await ada('POST', `/api/guests/visits/${visit}/leave`))
    expect(await opensNothing(ada)).toBe(true)
  })
})

describe('at the same moment', () => {
  const says = (ada: Ask, words: string) =>
    ada('PUT', `/api/guests/visits/${visit}/meeting/points/${hers}`, { body: { words } })
  const kept = async () =>
    (
      await app.rows<{ words: string | null }>('select words from meetings.guest_point where guest_id = $1', [
        guest,
      ])
    )[0]!

  test.each([1, 2, 3])(
    'what a guest says while they are taken back was said before, or is not kept (%i)',
    async () => {
      done(await aGuest())
      const ada = await cameIn()
      const [dismissed, ...said] = await Promise.all([
        joanna('POST', `/api/meetings/${meeting}/guests/${guest}/dismiss`, { body: { because: 'removed' } }),
        ...['Pierwsze.', 'Drugie.', 'Trzecie.'].map((words) => says(ada, words)),
      ])
      done(dismissed)
      const { words } = await kept()
      expect(words !== null).toBe(said.some(({ status }) => status === 200))
      expect((await says(ada, 'Po czasie.')).status).toBe(404)
      expect((await kept()).words).toBe(words)
    },
  )

  test.each([1, 2, 3])(
    'what they say while the minutes are sent is in them, or they are told that it is not (%i)',
    async () => {
      done(await aGuest())
      const ada = await cameIn()
      done(await joanna('POST', `/api/meetings/${meeting}/begin`))
      const [sent, said] = await Promise.all([
        joanna('POST', `/api/meetings/${meeting}/minutes`),
        says(ada, 'Leki są dobrane.'),
      ])
      done(sent)
      expect((await kept()).words).toBe(said.status === 200 ? 'Leki są dobrane.' : null)
      expect(await opensNothing(ada)).toBe(true)
    },
  )
})

// The last here: it uses up what this address may knock in a minute.
test('who knocks too often from one address waits, whatever link it is', async () => {
  const answers = await Promise.all(Array.from({ length: 61 }, () => enter('niczyj-link', '000 000')))
  expect(answers.some(({ status }) => status === 429)).toBe(true)
})
