import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { placeOfCluster } from '../platform/database/cluster.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { onConnection } from '../platform/database/open.ts'
import { aProgramme, freePort, type Running } from './programme.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 360_000 })

const folder = mkdtempSync(join(tmpdir(), 'splot-start-'))
const key = '3c'.repeat(32)
const otherKey = '3d'.repeat(32)
const started: Running[] = []

function run(file: string, settings: Record<string, string> = {}, ...args: string[]) {
  const running = aProgramme(file, { SPLOT_DATA: folder, ...settings }, ...args)
  started.push(running)
  return running
}
const startWith = async (settings: Record<string, string>) =>
  run('src/main.ts', { SPLOT_KEY: key, PORT: String(await freePort()), ...settings })

/** It ends by itself, with a sentence for whoever runs the machine and none for whoever wrote it. */
async function refuses(running: Running, words: RegExp) {
  expect(await running.exit).toBe(1)
  expect(running.said()).toMatch(words)
  expect(running.said()).not.toMatch(/^\s+at .*:\d+/m)
  expect(running.said()).not.toMatch(/node:internal|Error:/)
  expect(existsSync(join(placeOfCluster(folder).data, 'postmaster.pid')), 'a server is left').toBe(false)
}

/** Looks at the database, or changes it, while no Splot runs. */
async function inDatabase<T>(deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await startEmbedded(folder)
  try {
    return await onConnection(server.url('splot'), deed)
  } finally {
    await server.stop()
  }
}

/** All that a start may change before it serves: logins with their passwords, what it keeps, what it ran. */
const everything = () =>
  inDatabase(async (client) => {
    const { rows } = await client.query(`
      select string_agg(line, E'\\n' order by line) as all from (
        select 'role ' || rolname || rolcanlogin || coalesce(rolpassword, '') as line from pg_authid
        union all select 'setting ' || name || ' ' || value from splot.setting
        union all select 'migration ' || name || hash || at from splot.migration
        union all select 'datacl ' || datname || datacl::text from pg_database where datacl is not null) t`)
    return rows[0].all as string
  })

beforeAll(async () => {
  const first = await startWith({})
  await first.says(/Splot działa/)
  expect(await first.end()).toBe(0)
})
afterEach(async () => {
  for (const each of started.splice(0)) await each.end()
})
afterAll(() => {
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

describe('a start that may not be changes nothing, says what to do and leaves no server', () => {
  let before: string
  beforeAll(async () => {
    before = await everything()
  })
  afterEach(async () => expect(await everything()).toBe(before))

  test('with another key', async () => {
    await refuses(await startWith({ SPLOT_KEY: otherKey }), /To nie jest klucz tej bazy .*SPLOT_KEY/)
  })

  test('with no key at all: none is made in its place', async () => {
    await refuses(run('src/main.ts', { PORT: String(await freePort()) }), /ma swój klucz .*Ustaw SPLOT_KEY/)
    expect(existsSync(join(folder, 'key'))).toBe(false)
  })

  test('in the other mode', async () => {
    const service = {
      SPLOT_MODE: 'service',
      SPLOT_URL: 'https://splot.example',
      SPLOT_SMTP: 'smtp://127.0.0.1:1',
    }
    await refuses(await startWith(service), /służy trybowi „practice”/)
    const institution = ['--kind', 'school', '--name', 'Szkoła zmyślona', '--seat', '2602052']
    for (const who of ['head', 'second'])
      institution.push(
        `--${who}`,
        'Anna Zmyślna',
        `--${who}-position`,
        'osoba',
        `--${who}-email`,
        `${who}@x.example`,
      )
    await refuses(
      run('bin/first-institution.ts', { ...service, SPLOT_KEY: key }, ...institution),
      /służy trybowi/,
    )
  })

  test('on a port that is taken', async () => {
    const inTheWay = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => inTheWay.once('listening', done))
    const { port } = inTheWay.address() as { port: number }
    await refuses(
      await startWith({ PORT: String(port) }),
      new RegExp(`Port ${port} zajmuje inny program.*PORT=`),
    )
    inTheWay.close()
  })

  test('with wrong settings: each is named', async () => {
    const wrong = await startWith({
      PORT: 'cztery',
      SPLOT_KEY: 'abc',
      SPLOT_URL: 'splot',
      DATABASE_URL: 'mysql://x',
    })
    await refuses(wrong, /Te ustawienia trzeba poprawić/)
    for (const name of ['PORT', 'SPLOT_KEY', 'SPLOT_URL', 'DATABASE_URL'])
      expect(wrong.said()).toMatch(new RegExp(`${name}: .*(na przykład|nowy robi)`))
  })

  test.each(['bin/backup.ts', 'bin/verify-journal.ts'])('nor does %s with another key', async (file) => {
    await refuses(
      run(file, { SPLOT_KEY: otherKey, SPLOT_BACKUPS: join(folder, 'b') }),
      /To nie jest klucz tej bazy/,
    )
  })

  test('nor a backup into a folder that cannot be written', async () => {
    const inTheWay = join(folder, 'plik')
    writeFileSync(inTheWay, '')
    await refuses(
      run('bin/backup.ts', { SPLOT_KEY: key, SPLOT_BACKUPS: join(inTheWay, 'kopie') }),
      /Tu miał być folder.*SPLOT_BACKUPS/,
    )
  })
})

describe('what an older or another release meets', () => {
  const changed = (sql: string) => inDatabase((client) => client.query(sql))

  test('a migration that it does not know: the folder belongs to a newer release', async () => {
    await changed(`insert into splot.migration values ('2099-01-01-00-later.sql', 'x')`)
    await refuses(await startWith({}), /nowsze wydanie Splotu/)
    await changed(`delete from splot.migration where name = '2099-01-01-00-later.sql'`)
  })

  test('the number of a newer release, where only rules differ', async () => {
    await changed(`update splot.setting set value = '10.' || value where name = 'release'`)
    await refuses(await startWith({}), /nowsze wydanie Splotu \(10\./)
    await changed(`update splot.setting set value = substr(value, 4) where name = 'release'`)
  })

  test('and so does the programme that takes factors off by its rules: a newer release, and an older one', async () => {
    const ask = () => run('bin/lost-factor.ts', { SPLOT_KEY: key }, 'nikt@x.example')
    await changed(`insert into splot.migration values ('2099-01-01-00-later.sql', 'x')`)
    await refuses(ask(), /nowsze wydanie Splotu/)
    await changed(`delete from splot.migration where name = '2099-01-01-00-later.sql'`)
    await changed(`update splot.migration set hash = 'x' || hash where name = 'access'`)
    await refuses(ask(), /starsze wydanie Splotu.*npm start/)
    await changed(`update splot.migration set hash = substr(hash, 2) where name = 'access'`)
    await refuses(ask(), /Nikt nie loguje się/)
  })

  test('a migration whose file was changed since', async () => {
    await changed(`update splot.migration set hash = 'x' || hash where name like '%-05-mail.sql'`)
    await refuses(await startWith({}), /-05-mail\.sql jest inny .*Przywróć pliki wydania/)
    await changed(`update splot.migration set hash = substr(hash, 2) where name like '%-05-mail.sql'`)
  })

  test('a folder of 0.1.0, which kept no name of its key: what is sealed there tells', async () => {
    await changed(`delete from splot.setting where name = 'key'`)
    await refuses(await startWith({ SPLOT_KEY: otherKey }), /To nie jest klucz tej bazy/)
    await refuses(run('src/main.ts', { PORT: String(await freePort()) }), /ma swój klucz/)
    const right = await startWith({})
    await right.says(/Splot działa/)
    expect(await right.end()).toBe(0)
    await refuses(await startWith({ SPLOT_KEY: otherKey }), /To nie jest klucz tej bazy \([0-9a-f]{16}\)/)
  })
})

test.each(['bin/lost-factor.ts', 'bin/verify-journal.ts', 'bin/backup.ts'])(
  '%s makes no database where there is none',
  async (file) => {
    const nowhere = join(folder, 'nie-tu')
    await refuses(
      run(file, { SPLOT_DATA: nowhere, SPLOT_KEY: key }, 'nikt@x.example'),
      /nie ma jeszcze Splotu/,
    )
    expect(existsSync(nowhere)).toBe(false)
  },
)

test('of two first starts at once one serves, and the other says so and ends', async () => {
  const fresh = join(folder, 'fresh')
  mkdirSync(fresh)
  const both = [await freePort(), await freePort()].map((port) =>
    run('src/main.ts', { SPLOT_DATA: fresh, PORT: String(port) }),
  )
  const other = await Promise.any(both.map(async (each) => each.says(/Splot już działa/).then(() => each)))
  const serving = both.find((each) => each !== other)!
  expect(await other.exit).toBe(0)
  expect(serving.child.exitCode).toBeNull()
  expect(serving.said()).not.toMatch(/błąd|rror/)
  await serving.end()
  rmSync(placeOfCluster(fresh).home, { recursive: true, force: true })
})
