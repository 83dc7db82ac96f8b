import pg from 'pg'
import { fillReferenceData } from '../bin/fill.ts'
import { Clock } from '../practice/clock.ts'
import { fillPractice } from '../practice/fill-practice.ts'
import { buildApp } from '../src/app.ts'
import { tellAsks } from '../src/asks/tell-asks.ts'
import { tellDangers } from '../src/concerns/tell-dangers.ts'
import { asOwner, findDatabase, openDatabase } from '../src/platform/database/open.ts'
import { prepareJobs, startJobs } from '../src/platform/jobs/queue.ts'
import { firstKeys } from '../src/platform/keys.ts'
import { readSettings } from '../src/platform/settings.ts'
import { nextWorkingDay } from '../src/proof/mornings.ts'

const settingsAt = (home: string, port: number) =>
  readSettings({
    SPLOT_DATA: home,
    PORT: String(port),
    ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
  })

/** Practice worlds, each a copy of one that is played once, behind an app of its own. */
export async function practiceWorlds(home: string, web: string) {
  const keys = firstKeys(settingsAt(home, 1))
  const found = await findDatabase(settingsAt(home, 1))
  const first = await openDatabase(found, keys)
  await prepareJobs(first)
  await fillReferenceData(found.ownerUrl)
  await fillPractice(first, { settings: settingsAt(home, 1), keys })
  await first.close()
  const named = (name: string) => Object.assign(new URL(found.ownerUrl), { pathname: `/${name}` }).href
  const onServer = async (sql: string) => {
    const client = new pg.Client(named('postgres'))
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  let made = 0
  // One after the other: a template is copied only while nobody else copies it.
  let copying: Promise<void> = Promise.resolve()

  return {
    /** The app over a world in which nothing has happened yet, at a port. */
    async another(port: number) {
      const name = `${found.name}_journey_${++made}`
      copying = copying.then(() => onServer(`create database "${name}" template "${found.name}"`))
      await copying
      const settings = settingsAt(home, port)
      const database = await openDatabase({ ownerUrl: named(name), server: found.server }, keys)
      const clock = await Clock.wound(named(name), 0)
      const app = await buildApp(database, { settings, keys }, web)
      await app.server.listen({ port, host: settings.host })
      const runner = await startJobs(database, { settings, keys }, { byTheClock: false })
      return {
        url: settings.url,
        later: async (minutes: number) => {
          await clock.wait(minutes)
          await tellDangers(database.jobs, settings)
        },
        /** What letters said so far, and by what a family is known: names of its people, its own, where it lives. */
        told: () =>
          asOwner(named(name), async (owner) => {
            const texts = async (question: string) =>
              (await owner.query<{ text: string }>(question)).rows.map(({ text }) => text)
            return {
              letters: await texts(`select concat_ws(' ', subject, body) as text from mail.letter`),
              names: await texts(`
                select name as text from households.person where name like '% %' union select label from households.household where label is not null
                union select line from households.address union select who from referrals.particulars where who is not null`),
            }
          }),
        letters: async () =>
          tellAsks(database.jobs, settings, {
            at: await nextWorkingDay(database, '07:00'),
            everything: true,
          }),
        end: async () => {
          await app.stop()
          await runner.stop()
          await database.close()
          await onServer(`drop database "${name}" with (force)`)
        },
      }
    },
    end: () => found.server?.stop(),
  }
}
