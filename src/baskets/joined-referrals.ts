import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { pointsOf } from '../referrals/questions.ts'
import type { basketsContract } from './contract.ts'

type Answer = z.output<typeof basketsContract.joinedReferrals.answer>

const joinedIn = (caseId: string) => sql<Omit<Answer['joined'][number], 'points'>>`
  select j.referral_id as id, ${atUtc('r.sent_at')} as "sentAt", coalesce(i.short_name, i.name, r.outside) as "to", coalesce(f.short_name, f.name) as "from",
    r.sent_by = access.me() as mine, p.id as "personId", p.given_name || ' ' || p.family_name as person
  from baskets.joined_referral j join referrals.referral r on r.id = j.referral_id
  join institutions.institution f on f.id = r.from_institution_id left join institutions.institution i on i.id = r.to_institution_id
  left join households.person p on p.id = j.about[1]
  where j.scope_id = ${caseId} order by r.sent_at desc, r.id limit 50`

/** Whom of the household I see, as a referral tells of them before it is taken on. */
const peopleOf = (caseId: string) => sql<Answer['people'][number]>`
  select p.id, p.given_name || ' ' || p.family_name as name, extract(year from age(splot.today_pl(), p.birth_date))::int as age,
    case when p.birth_date > splot.today_pl() - interval '18 years' then case p.sex when 'female' then 'girl' when 'male' then 'boy' else 'unsaid' end
      else case p.sex when 'female' then 'woman' when 'male' then 'man' else 'unsaid' end end as "aboutAs", h.commune,
    baskets.we_may_tell(c.id, p.id) as "mayTell"
  from cases."case" c join households.member m on m.household_id = c.household_id and m.period @> splot.today_pl()
  join households.person p on p.id = m.person_id join households.household h on h.id = c.household_id
  where c.id = ${caseId} and p.given_name is not null and p.family_name is not null order by p.birth_date nulls last, p.id`

/** Referrals that their senders joined to a case, as far as I may read of whom they are about; and whom I may refer. */
export async function joinedReferrals(work: Work, caseId: string): Promise<Answer> {
  await work.mustHoldAnything(caseId)
  const [joined, people, [team]] = await work.allTogether(
    joinedIn(caseId),
    peopleOf(caseId),
    sql<{ on: boolean }>`select ${caseId} = any ((select access.my_scopes('team'))::uuid[]) as on`,
  )
  const points = joined.length ? await work.allTogether(...joined.map(({ id }) => pointsOf(id))) : []
  return {
    joined: joined.map((referral, n) => ({ ...referral, points: points[n]! })),
    people: team!.on ? people : [],
  }
}

/** Joins a referral of mine to a case: on what opens it there already, or with who agreed that whoever leads is told. */
export async function joinCase(
  work: Work,
  caseId: string,
  {
    id,
    referralId,
    personId,
    agreedBy,
    agreedForm,
    agreedOn,
  }: z.output<typeof basketsContract.joinReferral.body>,
) {
  const agreed = agreedBy && agreedForm && agreedOn
  if (agreed && agreedOn > (await work.today()))
    throw new Refusal(400, 'baskets:agreed-in-the-future', { field: 'agreedOn' })
  const obstacle = await work.ask<string | null>(
    sql`baskets.join_case(${id}, ${referralId}, ${caseId}, ${personId},
      ${agreed ? agreedBy : null}, ${agreed ? agreedForm : null}, ${agreed ? agreedOn : null}::date)`,
  )
  orRefuse(
    'baskets',
    obstacle,
    obstacle === 'joined-already' ? 'referralId' : obstacle === 'no-basis-to-tell' ? 'agreedBy' : 'personId',
  )
  await recordJoining(work, caseId, referralId, 'joined')
  return { id }
}

/** In which case a referral of mine stands. */
export async function whereJoined(work: Work, id: string) {
  await work.mustHoldAnything(id)
  const joined = await work.find(
    sql<{ caseId: string }>`select scope_id as "caseId" from baskets.joined_by_me(${id})`,
  )
  return { caseId: joined?.caseId ?? null }
}

/** Takes a referral of mine out of the case again; it goes on between both institutions. */
export async function leaveCase(work: Work, caseId: string, referralId: string) {
  await recordJoining(work, caseId, referralId, 'left')
  orRefuse('baskets', await work.ask(sql`baskets.leave_case(${referralId})`))
  return {}
}

/**
 * Where somebody is kept from the referral the journal of the case tells of it to its sender's institution alone. Who left
 * the team holds nothing there, and leaves nothing in it.
 */
async function recordJoining(work: Work, scopeId: string, referralId: string, step: 'joined' | 'left') {
  const { id, holds, keeps } = await work.mustFind(sql<{ id: string; holds: boolean; keeps: boolean }>`
    select id, holds, keeps from baskets.joined_by_me(${referralId}, ${scopeId})`)
  if (!holds) return
  await work.record({
    verb: `joined-referral.${step}`,
    subjectId: id,
    scopeId,
    class: keeps ? 'own' : 'file',
    aboutId: work.actor.institutionId,
    fact: 'baskets.joined_referral',
  })
}
