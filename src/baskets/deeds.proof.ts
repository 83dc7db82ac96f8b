import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { startMatter } from '../messages/write-message.ts'
import { asOwner } from '../platform/database/open.ts'
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
const [limit, need, service, paid, payment] = Array.from({ length: 5 }, () => randomUUID())
const message = randomUUID()

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
    await doing(database, cast.coordinator, (work) =>
      startMatter(work, {
        id: randomUUID(),
        place: family.id,
        title: 'Kto pomoże w lekcjach',
        readers: [cast.teammate, cast.partner],
        message: { id: message, class: 'request', words: 'Przydadzą się korepetycje.', to: [], outside: [] },
      }),
    )
    await asOwner(database.ownerUrl, async (client) => {
      const given = [family.id, cast.coordinator.workerId, it.goal, partnership.of(school).id]
      await client.query(
        `insert into baskets.family_limit (id, scope_id, kind, added_by) values ($3, $1, 'no_car', $2)`,
        [given[0], given[1], limit],
      )
      await client.query(
        `insert into baskets.need (id, scope_id, goal_id, goal_class, service_kind, class, added_by) values ($4, $1, $3, 'file', 'homework_help', 'file', $2)`,
        [given[0], given[1], given[2], need],
      )
      await client.query(
        `with o as (insert into directory.organization (id, institution_id) values ($1, $1) on conflict do nothing)
         insert into directory.service (id, organization_id, institution_id, kind, name, added_by) values ($2, $1, $1, 'homework_help', 'Próba', $3)`,
        [given[3], service, given[1]],
      )
      await client.query(
        `with i as (insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, funding, added_by)
           values ($1, $2, $3, 'file', 'pedagogical_help', 'file', 'Pomoc.', $4, 'partnership_budget', $5))
         insert into baskets.payment (id, item_id, scope_id, amount_grosz, paid_on, entered_by) values ($6, $1, $2, 100, splot.today_pl(), $5)`,
        [paid, given[0], given[2], given[3], given[1], payment],
      )
    })
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
      'baskets.putItemOfMessage',
      'puts in what a message says',
      ['coordinator'],
      through('baskets.putItemOfMessage', () => ({
        params: { id: message },
        body: {
          id: randomUUID(),
          goalId: it.goal,
          serviceKind: 'pedagogical_help',
          what: 'Korepetycje',
          providerId: cast.coordinator.institutionId,
          workerId: undefined,
          performers: [],
          forWhom: [],
          starts: undefined,
          ends: undefined,
          costGrosz: undefined,
          familyCostGrosz: undefined,
          funding: undefined,
          serviceId: undefined,
          weekly: [],
          request: '',
        },
      })),
    ],
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
      'baskets.sayLimit',
      'says what limits the family',
      ['coordinator'],
      through('baskets.sayLimit', () => ({ params: { id: family.id }, body: { kind: 'hours', number: 7 } })),
    ],
    [
      'baskets.liftLimit',
      'says that it limits the family no more',
      ['coordinator'],
      through('baskets.liftLimit', () => ({ params: { id: family.id, limitId: limit } })),
    ],
    [
      'baskets.addNeed',
      'says what a goal needs',
      ['coordinator'],
      through('baskets.addNeed', () => ({
        params: { id: family.id },
        body: { goalId: it.goal, serviceKind: 'senior_club', personId: undefined },
      })),
    ],
    [
      'baskets.dropNeed',
      'says that a goal needs it no more',
      ['coordinator'],
      through('baskets.dropNeed', () => ({ params: { id: family.id, needId: need } })),
    ],
    [
      'baskets.orderGoals',
      "sets goals in the family's order",
      ['coordinator'],
      async (db, me) => {
        const { rows } = await sql<{ id: string }>`
          select id from baskets.goal where scope_id = ${family.id} and dropped_at is null`.execute(db)
        return through('baskets.orderGoals', () => ({
          params: { id: family.id },
          body: { goals: rows.length ? rows.map(({ id }) => id) : [it.goal] },
        }))(db, me)
      },
    ],
    [
      'baskets.takeToMeeting',
      'takes a suggestion to the next meeting',
      ['coordinator'],
      through('baskets.takeToMeeting', () => ({ params: { id: family.id }, body: { id: randomUUID() } })),
    ],
    [
      'baskets.putSuggestionAside',
      'puts a suggestion aside',
      ['coordinator'],
      through('baskets.putSuggestionAside', () => ({
        params: { id: family.id },
        body: { facts: 'a'.repeat(64), services: ['b'.repeat(64)] },
      })),
    ],
    [
      'baskets.takeSuggestion',
      'takes a suggestion',
      ['coordinator'],
      through('baskets.takeSuggestion', () => ({
        params: { id: family.id },
        body: { items: [{ id: randomUUID(), needId: need, serviceId: service, weekly: [] }] },
      })),
    ],
    [
      'baskets.setFamilyBudget',
      'says how much money there is for families',
      ['head', 'standIn', 'duty'],
      through('baskets.setFamilyBudget', () => ({
        body: { partnershipId: partnership.id, from: '2026-01-01', until: '2026-12-31' },
      })),
    ],
    [
      'baskets.enterPayment',
      'writes a payment down',
      ['coordinator'],
      through('baskets.enterPayment', () => ({
        params: { id: family.id, itemId: paid },
        body: { amountGrosz: 100, paidOn: today() },
      })),
    ],
    [
      'baskets.takePaymentBack',
      'takes a payment back',
      ['coordinator'],
      through('baskets.takePaymentBack', () => ({
        params: { id: family.id, itemId: paid, paymentId: payment },
      })),
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
  bodies: {
    // A limit of one kind says a number, of another days.
    'baskets.sayLimit': { kind: 'hours', number: 7 },
    'baskets.setFamilyBudget': { from: '2026-01-01', until: '2026-12-31' },
  },
  ids: {
    ofFamily: {
      limits: 'select id from baskets.family_limit where scope_id = $1',
      needs: 'select id from baskets.need where scope_id = $1',
      payments: 'select id from baskets.payment where scope_id = $1',
      goals: 'select id from baskets.goal where scope_id = $1',
      items: 'select id from baskets.item where scope_id = $1',
    },
  },
}
