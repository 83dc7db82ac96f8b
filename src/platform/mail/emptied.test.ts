import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { asOwner } from '../database/open.ts'
import { prepareJobs } from '../jobs/queue.ts'
import { readSettings, type Settings } from '../settings.ts'
import { jobs } from './jobs.ts'
import { writeLetterTo } from './letters.ts'

// A letter carries a link that opens something. Once it is on its way, or nobody tries any more, it is not kept.

let database: Awaited<ReturnType<typeof aDatabase>>
let taken = 0
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, done) {
    stream.resume()
    stream.on('end', () => {
      taken++
      done()
    })
  },
})
let settings: Settings
const nobodyThere = 'smtp://127.0.0.1:1'

beforeAll(async () => {
  await new Promise<void>((done) => post.listen(0, '127.0.0.1', done))
  const { port } = post.server.address() as { port: number }
  settings = { ...readSettings({}), smtp: `smtp://127.0.0.1:${port}?ignoreTLS=true` }
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(async () => {
  await database.drop()
  await new Promise<void>((done) => post.close(done))
})

async function aLetter(): Promise<string> {
  await writeLetterTo(database.identity)('osoba@cwiczenia.example', 'identity:letters.password-reset', {
    url: 'https://splot.cwiczenia.example/reset/TAJNE',
  })
  const rows = await letters()
  return rows.at(-1)!.id
}
const letters = () =>
  ask<{ id: string; body: string | null; failed: string | null }>('select * from mail.letter order by id')
const letter = async (id: string) => (await letters()).find((each) => each.id === id)!
async function ask<Row>(sql: string): Promise<Row[]> {
  return asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return (await client.query(sql)).rows
  })
}
const send = (id: string, given: Settings, attempts: number) =>
  jobs['send-letter']!.does({ database, settings: given, keys: testKeys }, { letter: id }, attempts === 25)

test('what was sent is emptied', async () => {
  const id = await aLetter()
  expect((await letter(id)).body).toContain('TAJNE')
  await send(id, settings, 1)
  expect(taken).toBe(1)
  expect(await letter(id)).toMatchObject({ body: null, failed: null })
  await send(id, settings, 1)
  expect(taken, 'and is not sent again').toBe(1)
})

test('what could not be sent waits with its words, and is emptied when it is given up', async () => {
  const id = await aLetter()
  const away = { ...settings, smtp: nobodyThere }
  await expect(send(id, away, 24)).rejects.toThrow()
  expect((await letter(id)).body).toContain('TAJNE')
  await expect(send(id, away, 25)).rejects.toThrow()
  expect(await letter(id)).toMatchObject({ body: null, failed: expect.stringContaining('ECONNREFUSED') })
  await send(id, settings, 1)
  expect(taken, 'there is nothing left to send').toBe(1)
})

test('what waited longer than its links are good is emptied at night', async () => {
  const [old, fresh] = [await aLetter(), await aLetter()]
  await ask(`update mail.letter set written_at = now() - interval '15 days' where id = '${old}'`)
  await jobs['empty-old-letters']!.does({ database, settings, keys: testKeys }, {}, false)
  expect((await letter(old)).body).toBeNull()
  expect((await letter(fresh)).body).toContain('TAJNE')
})

test('no queue keeps what a letter says', async () => {
  await aLetter()
  const queued = await ask<{ payload: unknown }>('select * from graphile_worker._private_jobs')
  expect(queued.length).toBeGreaterThan(0)
  expect(JSON.stringify(queued)).not.toContain('TAJNE')
})
