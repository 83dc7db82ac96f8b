import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { accountId, idOf } from '../../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../../proof/app.ts'
import { saysTheSame } from './sessions.ts'

// Work supposes that the session says what it said last time. What changed since is noticed by the very next request.

const family = idOf('zmysleni/case')
let app: PracticeApp
let joanna: Ask
beforeEach(async () => {
  app ??= await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  expect((await joanna('GET', `/api/cases/${family}`)).status).toBe(200)
})
afterAll(() => app.stop())

const ended = () =>
  app.rows(`update identity."session" set "expiresAt" = now() where "userId" = $1`, [accountId('joanna')])
const note = (what: string) => ({
  body: { id: randomUUID(), kind: 'phone', happenedAt: '2026-11-20T10:00:00Z', what },
})

describe('a session that ended elsewhere', () => {
  test.each(['/api/cases', `/api/cases/${family}`, `/api/cases/${family}/timeline`, '/api/day'])(
    'is told nothing any more by %s',
    async (path) => {
      await ended()
      expect(await joanna('GET', path)).toMatchObject({ status: 401, json: { code: 'not-signed-in' } })
    },
  )

  test('does no deed, and is told no other fault of it', async () => {
    await ended()
    expect((await joanna('POST', `/api/cases/${family}/contacts`, note('po wylogowaniu'))).status).toBe(401)
    const tomorrow = { ...note('jutro'), happenedAt: '2099-01-01T10:00:00Z' }
    expect((await joanna('POST', `/api/cases/${family}/contacts`, tomorrow)).status).not.toBe(200)
    expect(await app.rows(`select from contacts.contact where what in ('po wylogowaniu', 'jutro')`)).toEqual(
      [],
    )
  })

  test('is told 401 where the deed would have been refused before anything was asked', async () => {
    await ended()
    const { body } = note('w przyszłości')
    const asked = await joanna('POST', `/api/cases/${family}/contacts`, {
      body: { ...body, happenedAt: '2099-01-01T10:00:00Z' },
    })
    expect(asked.status).toBe(401)
  })
})

test('whose work ended is that worker no more at the next request', async () => {
  const before = await joanna('POST', `/api/cases/${family}/contacts`, note('jeszcze pracuje'))
  expect(before.status).toBe(200)
  await app.rows(`update identity."session" set "actingAs" = null where "userId" = $1`, [accountId('joanna')])
  await app.rows(
    `update institutions.worker set period = tstzrange(lower(period), now()) where account_id = $1`,
    [accountId('joanna')],
  )
  const after = await joanna('POST', `/api/cases/${family}/contacts`, note('już nie pracuje'))
  expect(after).toMatchObject({ status: 403, json: { code: 'no-work' } })
  expect((await joanna('GET', `/api/cases/${family}`)).status).toBe(403)
  expect(await app.rows(`select from contacts.contact where what = 'już nie pracuje'`)).toEqual([])
})

test('two answers about a session are the same when each part is', () => {
  const one = { workerId: 'a', factorMissing: false }
  expect(saysTheSame(one, { ...one })).toBe(true)
  expect(saysTheSame(one, { ...one, factorMissing: true })).toBe(false)
  expect(saysTheSame(one, undefined)).toBe(false)
})
