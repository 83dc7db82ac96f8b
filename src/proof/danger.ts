import { randomUUID } from 'node:crypto'
import { see } from '../asks/see.ts'
import { concernById, howHeard } from '../concerns/questions.ts'
import { sendConcern } from '../concerns/send-concern.ts'
import { tellDangers } from '../concerns/tell-dangers.ts'
import { whoWaitsForMe } from '../day/questions.ts'
import { noteAbsence } from '../institutions/duty-hours.ts'
import { delegate } from '../institutions/keep-workers.ts'
import { asOwner, type Database } from '../platform/database/open.ts'
import type { Work } from '../platform/http/work.ts'
import { readSettings } from '../platform/settings.ts'
import { today } from '../platform/texts/dates.ts'
import { doing, type Partnership, school, type Worker } from './partnership.ts'

type More = Partial<Parameters<typeof sendConcern>[1]>

/** What tests of dangers do in a partnership with a school, whose teacher reports; its workers have addresses. */
export async function dangersIn(database: Database, partnership: Partnership) {
  const teacher = partnership.of(school).workers[0]
  await asOwner(database.ownerUrl, (client) =>
    client.query(`update institutions.worker set email = id || '@cwiczenia.example'`),
  )
  const tell = () => tellDangers(database.jobs, readSettings({}))
  const sending = (work: Work, id: string, more: More) =>
    sendConcern(work, {
      id,
      partnershipId: partnership.id,
      who: 'Chłopiec zza remizy',
      worries: ['poverty'],
      what: 'Sam w domu.',
      urgency: 'immediate',
      familyKnows: 'no',
      ...more,
    })
  return {
    teacher,
    tell,
    givesDuty: (by: Worker, to: Worker) =>
      doing(database, by, (work) =>
        delegate(work, { id: randomUUID(), workerId: to.workerId, part: 'duty' }),
      ),
    /** Is away for today; answers the absence's id. */
    async goesAway(worker: Worker) {
      const id = randomUUID()
      await doing(database, worker, (work) =>
        noteAbsence(work, worker.workerId, { id, from: today(), until: today() }),
      )
      return id
    },
    sending,
    async sends(more: More = {}, by = teacher) {
      const id = randomUUID()
      await doing(database, by, (work) => sending(work, id, more))
      return id
    },
    /** Who was written to about a concern since the last time, by letters that were not sent yet. */
    async writtenTo(id: string) {
      await tell()
      return asOwner(database.ownerUrl, async (client) => {
        const { rows } = await client.query<{ to: string; body: string }>(
          'delete from mail.letter where body like $1 returning to_address as "to", body',
          [`%${id}%`],
        )
        return rows
      })
    },
    /** So many minutes pass. */
    later: (minutes: number) =>
      asOwner(database.ownerUrl, (client) =>
        client.query('update concerns.step set began = began - make_interval(mins => $1)', [minutes]),
      ),
    reads: (worker: Worker, id: string) =>
      doing(database, worker, async (work) => {
        const found = await work.find(concernById(id))
        if (found) see(work, 'concern', id)
        return found
      }),
    heard: (id: string, by = teacher) => doing(database, by, (work) => work.mustFind(howHeard(id))),
    dayOf: (worker: Worker) => doing(database, worker, (work) => work.all(whoWaitsForMe)),
    adoptsRules: (next: Worker['institutionId'][], minutes = 30) =>
      asOwner(database.ownerUrl, (client) =>
        client.query(
          `insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent, answer_days_usual,
             review_every_months, meeting_every_months, danger_minutes, danger_next)
           values ($1, $2, tstzrange(now(), null), splot.today_pl(), 0, 2, 7, 3, 1, $3, $4)`,
          [randomUUID(), partnership.id, minutes, next],
        ),
      ),
  }
}

export const names = (letters: { to: string }[]) => letters.map(({ to }) => to.split('@')[0]).sort()
export const ids = (...workers: Worker[]) => workers.map(({ workerId }) => workerId).sort()
