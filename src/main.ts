import { join } from 'node:path'
import { buildWeb } from '../bin/build-web.ts'
import { fillReferenceData } from '../bin/fill.ts'
import { beginsAnew, servePractice } from '../practice/begin-anew.ts'
import { fillPractice } from '../practice/fill-practice.ts'
import { buildApp } from './app.ts'
import { askBeforeStart } from './platform/database/before-start.ts'
import { claim, oneStartAtATime } from './platform/database/installation.ts'
import { type Database, type Found, findDatabase, openDatabase } from './platform/database/open.ts'
import { leaveDatabase, standGuard } from './platform/database/running.ts'
import { mustBeFree } from './platform/http/port.ts'
import type { Surroundings } from './platform/http/work.ts'
import { endWaysIn } from './platform/identity/ways-in.ts'
import { prepareJobs, startJobs } from './platform/jobs/queue.ts'
import { beginEraAfterMove } from './platform/journal/eras.ts'
import { Obstacle } from './platform/obstacle.ts'
import { programme } from './platform/programme.ts'
import { readSettings } from './platform/settings.ts'

await programme(async ({ atEnd, serve, fail }) => {
  const settings = readSettings(process.env)
  const web = await buildWeb(join(import.meta.dirname, '..'))
  const found = await findDatabase(settings)
  atEnd(() => leaveDatabase(found))
  const guard = await standGuard(found, settings.url, () => fail(new Obstacle(heldByAnother)))
  if ('by' in guard)
    return console.log(`\nSplot już działa: ${guard.by}. Ten drugi start niczego nie zmienił.\n`)
  atEnd(guard.end)

  const { database, keys } = await oneStartAtATime(found, async () => {
    await mustBeFree(settings)
    const keys = await askBeforeStart(found, settings)
    const database = await openFilled(found, { settings, keys })
    atEnd(database.close)
    return { database, keys }
  })
  const surroundings = { settings, keys }
  const runner = await startJobs(database, surroundings)
  atEnd(runner.stop)
  const { server, stop } = await buildApp(database, surroundings, web)
  if (settings.mode === 'practice')
    servePractice(
      server,
      beginsAnew(found, async (fresh) => (await openFilled(fresh, surroundings)).close()),
    )
  atEnd(stop)
  await server.listen({ port: settings.port, host: settings.host })
  console.log(
    `\nSplot działa: ${settings.url}${settings.mode === 'practice' ? '   (dane ćwiczebne, wszystko zmyślone)' : ''}\n`,
  )
  await serve()
})

/** Brings a database to this release and fills in what the release knows. */
async function openFilled(found: Found, surroundings: Surroundings): Promise<Database> {
  const { settings, keys } = surroundings
  const database = await openDatabase(found, keys)
  try {
    await claim(found.ownerUrl, settings.mode, keys)
    await endWaysIn(found, await beginEraAfterMove(found.ownerUrl, keys))
    await prepareJobs(database)
    await fillReferenceData(found.ownerUrl)
    if (settings.mode === 'practice') await fillPractice(database, surroundings)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

const heldByAnother =
  'Baza wstała na nowo, a folder danych zajął w tym czasie inny Splot. Ten kończy pracę; tamten służy dalej.'
