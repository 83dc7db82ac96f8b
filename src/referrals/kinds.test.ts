import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, clinic, doing, school } from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { sendReferral } from './send-referral.ts'

// The database itself takes no referral to help of class violence: its procedure has a way of its own.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

test.each(['violence', 'education'])('a point of class %s', async (dataClass) => {
  const partnership = await aPartnership(database).with(school, clinic)
  const referral = aReferral(partnership, partnership.of(clinic).id)
  const sent = doing(database, partnership.of(school).workers[0], async (work) => {
    await sendReferral(work, referral)
    await sql`insert into referrals.point (id, referral_id, scope_id, n, what, service_kind)
      select ${randomUUID()}, ${referral.id}, ${referral.id}, 2, 'Zmyślona pomoc', k.code
      from directory.service_kind k where k.class = ${dataClass} order by k.code limit 1`.execute(work.db)
  })
  if (dataClass === 'violence') await expect(sent).rejects.toThrow('row-level security')
  else await expect(sent).resolves.toBeUndefined()
})
