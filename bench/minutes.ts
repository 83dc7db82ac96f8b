// Twenty people at one table, each writing at one point of the minutes and following what the others write: how long after a
// letter was sent the others have it. Usage: npm run bench:minutes [-- --people 20 --seconds 20]

import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { fillReferenceData } from '../bin/fill.ts'
import { buildApp } from '../src/app.ts'
import { callOfPartnership } from '../src/meetings/call-meeting.ts'
import { beginMeeting, putPoint } from '../src/meetings/hold-meeting.ts'
import { words } from '../src/meetings/pages/words.ts'
import { asOwner, findDatabase, openDatabase } from '../src/platform/database/open.ts'
import { identitySecret } from '../src/platform/identity/auth.ts'
import { firstKeys } from '../src/platform/keys.ts'
import { readSettings } from '../src/platform/settings.ts'
import {
  acting,
  aPartnership,
  clinic,
  countyCentre,
  doing,
  police,
  school,
  type Worker,
} from '../src/proof/partnership.ts'
import { tell } from './figures.ts'

const { values } = parseArgs({
  options: { people: { type: 'string', default: '20' }, seconds: { type: 'string', default: '20' } },
})
const seconds = Number(values.seconds)
/** Somebody who types fast is sent three times a second. */
const between = 333

const folder = mkdtempSync(join(tmpdir(), 'splot-minutes-'))
chmodSync(folder, 0o755)
const settings = readSettings({ SPLOT_DATA: folder, PORT: process.env.PORT ?? '4390' })
const keys = firstKeys(settings)
const found = await findDatabase(settings)
try {
  const database = await openDatabase(found, keys)
  await fillReferenceData(found.ownerUrl)
  const partnership = await aPartnership(database).with(countyCentre, police, school, clinic)
  const people = [partnership.centre, ...[countyCentre, police, school, clinic].map(partnership.of)]
    .flatMap((member) => member.workers)
    .slice(0, Number(values.people))
  const [meeting, point] = [randomUUID(), randomUUID()]
  const [caller] = people as [Worker]
  await doing(database, caller, (work) =>
    callOfPartnership(work, partnership.id, {
      id: meeting,
      kind: 'partnership',
      place: 'Biblioteka',
      minutes: 60,
      dates: [{ id: randomUUID(), startsAt: new Date(Date.now() + 60_000).toISOString() }],
      people: people.map(({ workerId }) => ({ id: randomUUID(), workerId, needed: false })),
    }),
  )
  await doing(database, caller, async (work) => {
    await putPoint(work, meeting, { id: point, what: 'Zasady pracy', class: 'team' })
    await beginMeeting(work, meeting)
  })
  const cookies = await sessionsOf(people)
  const app = await buildApp(database, { settings, keys }, undefined)
  await app.server.listen({ port: settings.port, host: settings.host })
  await measure(`${settings.url}/api/meetings/${meeting}`, point, cookies)
  const kept = await acting(
    database,
    caller,
    async (db) =>
      (await sql<{ words: string }>`select words from meetings.note where point_id = ${point}`.execute(db))
        .rows[0]!,
  )
  console.log(`${kept.words.length} znaków w notatce`)
  await app.stop()
  await database.close()
} finally {
  await found.server?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** A session for each, signed as the app signs it. */
async function sessionsOf(people: Worker[]): Promise<string[]> {
  return asOwner(found.ownerUrl, async (owner) => {
    await owner.query('reset role')
    const cookies = []
    for (const { workerId } of people) {
      const [account, token] = [randomUUID(), randomBytes(24).toString('base64url')]
      await owner.query(
        `insert into identity."user" (id, name, email, "emailVerified") values ($1, 'Osoba Zmyślona', $2, true)`,
        [account, `${account}@bench.example`],
      )
      await owner.query(
        `insert into identity."session" ("expiresAt", token, "updatedAt", "userId") values (now() + interval '1 day', $2, now(), $1)`,
        [account, token],
      )
      await owner.query('update institutions.worker set account_id = $2 where id = $1', [workerId, account])
      const signature = createHmac('sha256', identitySecret(keys)).update(token).digest('base64')
      cookies.push(`splot.session_token=${encodeURIComponent(`${token}.${signature}`)}`)
    }
    return cookies
  })
}

/** Each writes a word of their own now and then; when another has it is known by that word. */
async function measure(address: string, point: string, cookies: string[]) {
  const sent = new Map<string, number>()
  const delays: number[] = []
  const answers: number[] = []
  const writers = cookies.map((cookie, no) => {
    const doc = new Y.Doc()
    const text = doc.getText(words)
    const heard = new Set<string>()
    const stop = new AbortController()
    void follow(`${address}/notes`, cookie, stop.signal, (edits) => {
      for (const edit of edits) Y.applyUpdate(doc, Buffer.from(edit, 'base64'), 'others')
      for (const word of text.toString().split(' ')) {
        const at = sent.get(word)
        if (at === undefined || heard.has(word)) continue
        heard.add(word)
        if (!word.startsWith(`${no}.`)) delays.push(performance.now() - at)
      }
    })
    let n = 0
    return {
      stop: () => stop.abort(),
      async writes() {
        const word = `${no}.${n++}`
        const before = Y.encodeStateVector(doc)
        text.insert(text.length, `${word} `)
        const began = performance.now()
        sent.set(word, began)
        const answered = await fetch(`${address}/points/${point}/edits`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
          body: JSON.stringify({ edit: Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64') }),
        })
        if (!answered.ok) throw new Error(`${answered.status} ${await answered.text()}`)
        answers.push(performance.now() - began)
      },
    }
  })
  await pause(1000)
  const until = performance.now() + seconds * 1000
  await Promise.all(
    writers.map(async (writer, no) => {
      await pause((between * no) / writers.length)
      while (performance.now() < until) {
        const began = performance.now()
        await writer.writes()
        await pause(Math.max(0, between - (performance.now() - began)))
      }
    }),
  )
  await pause(1500)
  for (const writer of writers) writer.stop()
  const lost = sent.size * (writers.length - 1) - delays.length
  const at = (numbers: number[], share: number) =>
    numbers.sort((a, b) => a - b)[Math.floor(numbers.length * share)]!
  tell({ name: 'minutes.edit p95', value: at(answers, 0.95), unit: 'ms' })
  tell({ name: 'minutes.seen p50', value: at(delays, 0.5), unit: 'ms' })
  tell({
    name: 'minutes.seen p95',
    value: at(delays, 0.95),
    unit: 'ms',
    bar: '< 200',
    met: at(delays, 0.95) < 200,
  })
  tell({ name: 'minutes.lost', value: lost, unit: 'words', bar: '0', met: lost === 0 })
}

async function follow(url: string, cookie: string, signal: AbortSignal, onEdits: (edits: string[]) => void) {
  const stream = await fetch(url, { headers: { cookie }, signal })
  if (!stream.ok) throw new Error(`${stream.status} ${await stream.text()}`)
  let rest = ''
  try {
    for await (const part of stream.body!.pipeThrough(new TextDecoderStream())) {
      const events = (rest + part).split('\n\n')
      rest = events.pop()!
      for (const event of events)
        if (event.startsWith('event: note')) onEdits(JSON.parse(event.split('data: ')[1]!).edits)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function pause(milliseconds: number) {
  return new Promise((done) => setTimeout(done, milliseconds))
}
