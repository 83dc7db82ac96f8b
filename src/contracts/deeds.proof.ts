import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asOwner } from '../platform/database/open.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { call, cast, family, it, partnership, raw } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'

const takenBack = () =>
  sql`update contracts.social_contract set state = 'draft', printed_hash = null, version = version + 1 where id = ${it.drawn}`
const worded = () =>
  sql`update contracts.social_contract set causes = 'Długi.', possibilities = 'Praca.', main_goal = 'Dom.', said_nothing = '{limits,barriers,effects,education,skills,experience,earlierAttempts}' where id = ${it.drawn}`
const approved = () => sql`select contracts.approve(${it.contract}, 3)`
const days = () => ({ from: today(), to: addDays(today(), 90), reviewOn: addDays(today(), 30) })

export const proof: DeedsProof = {
  // A paper bears the address of who issues it.
  stage: ({ ownerUrl }) =>
    asOwner(ownerUrl, async (client) => {
      await client.query(
        `update institutions.institution set address = 'Polna 1', locality = 'Zmyślin' where id = $1`,
        [partnership.centre.id],
      )
    }),
  deeds: [
    [
      'contracts.drawUp',
      'draws up a plan',
      ['coordinator'],
      raw(
        (
          me,
        ) => sql`insert into contracts.cooperation_plan (id, scope_id, version_id, no, planned, drawn_up_by)
    values (${randomUUID()}, ${family.id}, ${it.version}, 2, daterange(splot.today_pl(), splot.today_pl() + 90), ${me.workerId})`,
      ),
    ],
    [
      'contracts.drawUp',
      'draws up a contract',
      ['coordinator'],
      raw(
        (
          me,
        ) => sql`insert into contracts.social_contract (id, scope_id, plan_id, type, social_worker_id, planned, review_on, drawn_up_by)
    values (${randomUUID()}, ${family.id}, ${it.plan}, 'B', ${cast.coordinator.workerId}, daterange(splot.today_pl(), splot.today_pl() + 90), splot.today_pl() + 30, ${me.workerId})`,
      ),
    ],
    [
      'contracts.approve',
      'approves a contract',
      ['head', 'standIn'],
      call(() => sql`contracts.approve(${it.contract}, 3)`),
    ],
    [
      'contracts.sendBack',
      'sends a contract back to be mended',
      ['head', 'standIn'],
      call(() => sql`contracts.send_back(${randomUUID()}, ${it.contract}, 'Brakuje kosztu.', 3)`),
    ],
    [
      'contracts.takeBackPrint',
      'takes back a print that nobody signed',
      ['coordinator'],
      through('contracts.takeBackPrint', () => ({
        params: { id: family.id, contractId: it.drawn },
        version: 2,
      })),
    ],
    [
      'contracts.changeDraft',
      'changes the draft of a contract',
      ['coordinator'],
      after(
        () => cast.coordinator,
        takenBack,
        through('contracts.changeDraft', () => ({
          params: { id: family.id, contractId: it.drawn },
          body: { ...days(), socialWorkerId: cast.coordinator.workerId },
          version: 3,
        })),
      ),
    ],
    [
      'contracts.takeBasket',
      'puts the newest basket into a draft',
      ['coordinator'],
      after(
        () => cast.coordinator,
        takenBack,
        through('contracts.takeBasket', () => ({
          params: { id: family.id, contractId: it.drawn },
          body: { versionId: it.version },
          version: 3,
        })),
      ),
    ],
    [
      'contracts.printContract',
      'prints a contract to be signed',
      ['coordinator'],
      after(
        () => cast.coordinator,
        takenBack,
        after(
          () => cast.coordinator,
          worded,
          through('contracts.printContract', () => ({
            params: { id: family.id, contractId: it.drawn },
            body: { fileId: randomUUID() },
            version: 3,
          })),
        ),
      ),
    ],
    [
      'contracts.sign',
      'records a signature',
      ['coordinator'],
      async (db, me) =>
        through('contracts.sign', async () => ({
          params: {
            id: family.id,
            contractId: it.drawn,
            signatureId:
              (
                await sql<{
                  id: string
                }>`select id from contracts.signature where contract_id = ${it.drawn} and person_id is not null`.execute(
                  db,
                )
              ).rows[0]?.id ?? randomUUID(),
          },
          body: { how: 'paper' },
        }))(db, me),
    ],
    [
      'contracts.end',
      'ends a contract',
      ['coordinator'],
      through('contracts.end', () => ({ params: { id: family.id, contractId: it.contract } })),
    ],
    [
      'contracts.evaluate',
      'says what came of an action',
      ['coordinator', 'teammate'],
      after(
        () => cast.head,
        approved,
        through('contracts.evaluate', () => ({
          params: { id: family.id, contractId: it.contract },
          body: { itemId: it.item, result: 'done' },
        })),
      ),
    ],
    [
      'contracts.reportProgress',
      'says how a service of theirs goes',
      ['representative'],
      after(
        () => cast.head,
        approved,
        after(
          () => cast.representative,
          () => sql`select cases.answer_invitation(${it.delegable}, 'accepted', null)`,
          through('contracts.reportProgress', () => ({
            params: { id: family.id, itemId: it.item },
            body: { state: 'begun' },
          })),
        ),
      ),
    ],
    [
      'contracts.planReview',
      'plans a review that nobody planned',
      ['coordinator'],
      after(
        () => cast.head,
        approved,
        after(
          () => cast.coordinator,
          () =>
            sql`update contracts.review set held_on = splot.today_pl(), held_by = access.me() where contract_id = ${it.contract}`,
          through('contracts.planReview', () => ({
            params: { id: family.id, contractId: it.contract },
            body: { due: addDays(today(), 40) },
          })),
        ),
      ),
    ],
    [
      'contracts.holdReview',
      'records a review that was held',
      ['coordinator'],
      after(
        () => cast.head,
        approved,
        async (db, me) =>
          through('contracts.holdReview', async () => ({
            params: {
              id: family.id,
              reviewId:
                (
                  await sql<{
                    id: string
                  }>`select id from contracts.review where contract_id = ${it.contract}`.execute(db)
                ).rows[0]?.id ?? randomUUID(),
            },
            body: { nextId: undefined, nextOn: undefined },
          }))(db, me),
      ),
    ],
  ],
  ids: {
    ofFamily: {
      plans: 'select id from contracts.cooperation_plan where scope_id = $1',
      contracts: 'select id from contracts.social_contract where scope_id = $1',
      signatures: 'select id from contracts.signature where scope_id = $1',
      reviews: 'select id from contracts.review where scope_id = $1',
      'our-services': 'select id from baskets.item where scope_id = $1',
    },
  },
}
