import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { today } from '../platform/texts/dates.ts'
import { call, cast, family, it, partnership, raw } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'
import { answerOf, doing, school, type Worker } from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { sendReferral } from '../referrals/send-referral.ts'

const anItem = (id: string, me: Worker) => sql`
  insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
  select ${id}, ${family.id}, ${it.goal}, 'file', min(code), 'file', 'Pomoc.', ${partnership.of(school).id}, ${me.workerId} from directory.service_kind where class = 'file'`

/** What the police refers to the school, outside of the case and joined to it. */
const [outside, joined] = [randomUUID(), randomUUID()]

export const proof: DeedsProof = {
  async stage(database) {
    for (const id of [outside, joined])
      await doing(database, cast.partner, (work) =>
        sendReferral(work, { ...aReferral(partnership, partnership.of(school).id), id }),
      )
    await answerOf(
      database,
      cast.partner,
      sql`baskets.join_case(${randomUUID()}, ${joined}, ${family.id}, ${family.mother.id})`,
    )
  },
  deeds: [
    [
      'baskets.setGoal',
      'sets a goal',
      ['coordinator'],
      raw(
        (me) =>
          sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${randomUUID()}, ${family.id}, 'housing', 'file', 'Dach.', ${me.workerId})`,
      ),
    ],
    ['baskets.putItem', 'puts an item in', ['coordinator'], raw((me) => anItem(randomUUID(), me))],
    [
      'baskets.freeze',
      'freezes the basket',
      ['coordinator'],
      async (db, me) => {
        // Something new to freeze: the same basket is not frozen twice.
        await sql`update baskets.item set family_cost_grosz = family_cost_grosz where id = ${it.item}`.execute(
          db,
        )
        return call(
          () => sql`baskets.freeze_ready(${randomUUID()}, ${family.id})`,
          (n) => n !== null,
        )(db, me)
      },
    ],
    [
      'baskets.familyAnswers',
      "records the family's answer",
      ['coordinator', 'teammate', 'partner'],
      call(
        () =>
          sql`baskets.record_family_answer(${it.asked}, 1, 'yes', null, 'in_person', splot.today_pl(), '{}')`,
      ),
    ],
    [
      'baskets.familyAnswersToAll',
      "records the family's answers to several items",
      ['coordinator', 'teammate', 'partner'],
      through('baskets.familyAnswersToAll', () => ({
        params: { id: family.id },
        body: {
          answers: [{ itemId: it.asked, version: 1, answer: 'yes' }],
          how: 'in_person',
          on: today(),
        },
      })),
    ],
    [
      'baskets.changeGoal',
      'changes a goal',
      ['coordinator'],
      through('baskets.changeGoal', () => ({
        params: { id: family.id, goalId: it.goal },
        body: { words: 'Lepsza szkoła.' },
      })),
    ],
    [
      'baskets.changeItem',
      'changes an item',
      ['coordinator'],
      through('baskets.changeItem', () => ({
        params: { id: family.id, itemId: it.asked },
        body: { what: 'Więcej korepetycji.', providerId: partnership.of(school).id },
        version: 2,
      })),
    ],
    [
      'baskets.removeItem',
      'takes an item out',
      ['coordinator'],
      through('baskets.removeItem', () => ({ params: { id: family.id, itemId: it.asked } })),
    ],
    [
      'baskets.askItem',
      'asks an institution for an item',
      ['coordinator'],
      async (db, me) => {
        const id = randomUUID()
        await anItem(id, me).execute(db)
        return through('baskets.askItem', () => ({ params: { id: family.id, itemId: id } }))(db, me)
      },
    ],
    [
      'baskets.joinReferral',
      'joins a referral of theirs to the case',
      ['partner'],
      through('baskets.joinReferral', () => ({
        params: { id: family.id },
        body: { id: randomUUID(), referralId: outside, personId: family.mother.id },
      })),
    ],
    [
      'baskets.leaveReferral',
      'takes a referral of theirs out of the case',
      ['partner'],
      through('baskets.leaveReferral', () => ({ params: { id: family.id, referralId: joined } })),
    ],
    [
      'baskets.recordGap',
      'records what is missing',
      ['coordinator'],
      through('baskets.recordGap', () => ({
        params: { id: family.id },
        body: { goalId: it.goal, what: 'Brak miejsca.' },
      })),
    ],
  ],
  ids: {
    ofFamily: {
      goals: 'select id from baskets.goal where scope_id = $1',
      items: 'select id from baskets.item where scope_id = $1',
    },
  },
}
