import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

let app: PracticeApp
let joanna: Ask
const address = 'J'.repeat(43)
const days = (of = address) => app.nobody('GET', `/api/calendar/${of}/splot.ics`)
const opens = (of: string) => joanna('PUT', '/api/calendar', { body: { address: of } })

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
const meeting = idOf('calendar/meeting')
beforeAll(async () => {
  const family = idOf('probni/case')
  await app.rows(
    `insert into meetings.meeting (id, scope_id, kind, called_by, institution_id, place, minutes, starts_at, fixed_at)
     select $1, $2, 'team', w.id, w.institution_id, 'Pokój 4.', 60, '2099-06-01 10:30 Europe/Warsaw', now() from institutions.worker w where w.id = $3`,
    [meeting, family, workerId('joanna')],
  )
  await app.rows(
    `insert into meetings.invitee (id, meeting_id, scope_id, worker_id, institution_id, needed)
     select $1, $1, $2, w.id, w.institution_id, true from institutions.worker w where w.id = $3`,
    [meeting, family, workerId('joanna')],
  )
})
beforeEach(async () => {
  expect((await opens(address)).status).toBe(200)
})
afterAll(() => app.stop())

test('whoever opens their calendar reads their days there, under titles that say nothing of anybody', async () => {
  const asked = (await app.as('ola')).ask
  expect((await asked('PUT', '/api/calendar', { body: { address: 'N'.repeat(43) } })).status).toBe(200)
  // Long lines go on after a break and a blank.
  const text = ((await days()).text + (await days('N'.repeat(43))).text).replaceAll('\r\n ', '')
  const titles = [...text.matchAll(/^SUMMARY:(.*)$/gm)].map(([, title]) => title!.trim())
  expect(new Set(titles)).toEqual(
    new Set(['Splot: termin odpowiedzi', 'Splot: termin zadania', 'Splot: przegląd', 'Splot: spotkanie']),
  )
  const lines = new Set(text.split('\r\n').map((line) => line.split(/[:;]/)[0]))
  // What is not named here tells nothing either.
  expect([...lines].filter((line) => line && !line.startsWith('X-')).sort()).toEqual([
    'BEGIN',
    'DTEND',
    'DTSTAMP',
    'DTSTART',
    'END',
    'NAME',
    'PRODID',
    'REFRESH-INTERVAL',
    'SEQUENCE',
    'SUMMARY',
    'UID',
    'URL',
    'VERSION',
  ])
  const named = await app.rows<{ word: string }>(
    `select unnest(array[given_name, family_name, name]) as word from households.person
     union select label from households.household union select code from cases."case" union select locality from households.household`,
  )
  expect(named.length).toBeGreaterThan(20)
  expect(
    named.filter(
      ({ word }) =>
        word &&
        text.includes(word) &&
        new RegExp(`(?<!\\p{L})${RegExp.escape(word)}(?!\\p{L})`, 'u').test(text),
    ),
  ).toEqual([])
})

test('a meeting stands there from when to when, in the time of the world', async () => {
  const { text } = await days()
  expect(text).toContain('DTSTART:20990601T083000Z\r\nDTEND:20990601T093000Z\r\n')
  expect(text).toContain('SUMMARY:Splot: spotkanie')
})

test('an address that was replaced or closed is there no more', async () => {
  expect((await opens('K'.repeat(43))).status).toBe(200)
  expect((await days()).status).toBe(404)
  expect((await days('K'.repeat(43))).status).toBe(200)
  expect((await joanna('DELETE', '/api/calendar')).status).toBe(200)
  expect((await days('K'.repeat(43))).status).toBe(404)
  expect((await joanna('GET', '/api/calendar')).json).toEqual({ openSince: null })
})

test('nobody reads days at an address that nobody opened', async () => {
  expect((await days('L'.repeat(43))).status).toBe(404)
})

test('whoever lacks a second factor that they must have reads nothing there', async () => {
  const account = `(select account_id from institutions.worker where id = '${workerId('joanna')}')`
  await app.rows(`insert into identity.factor_need (account_id, since) values (${account}, now() - interval '8 days')
    on conflict (account_id) do update set since = excluded.since returning 1`)
  expect((await days()).status).toBe(404)
  await app.rows(`update identity.factor_need set since = now() where account_id = ${account} returning 1`)
  expect((await days()).status).toBe(200)
})

test('whose work has ended reads nothing there', async () => {
  await app.rows(
    `update institutions.worker set period = tstzrange(lower(period), now()) where id = '${workerId('joanna')}' returning 1`,
  )
  expect((await days()).status).toBe(404)
})
