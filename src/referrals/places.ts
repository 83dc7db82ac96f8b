import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland } from '../platform/database/instants.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { referralsContract } from './contract.ts'

type Answer = z.output<typeof referralsContract.places.answer>

/** Of each service how many places there are; for who keeps its entries what takes them, and who waits, in order. */
const placesOfOurs = sql<Answer['services'][number]>`
  select s.id, s.name, s.kind, o.total, o.taken, o.waiting,
    case when d.id is not null then jsonb_build_object('state', d.state, 'free', d.free, 'saidOn', ${dayInPoland('d.said_at')}) end as stated,
    o.taken is not null and referrals.has_drifted(d, o.total - o.taken) as drifted,
    coalesce((select jsonb_agg(jsonb_build_object('pointId', p.id, 'referralId', r.id, 'place', l.place, 'urgency', r.urgency,
        'since', ${dayInPoland('p.answered_at')}, 'expectedOn', p.expected_on, 'who', w.who, 'aboutAs', r.about_as, 'age', r.age) order by l.place)
      from referrals.point p join referrals.referral r on r.id = p.referral_id cross join lateral referrals.place_on_list(p.id) l
      left join referrals.particulars w on w.referral_id = r.id
      where p.service_id = s.id and p.answer = 'waiting' and p.begun_on is null and p.withdrawn_at is null), '[]') as list,
    coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'referralId', t.referral_id, 'since', ${dayInPoland('t.taken_at')}, 'who', w.who,
        'aboutAs', r.about_as, 'age', r.age, 'goesOn', referrals.goes_on(t.point_id)) order by t.taken_at, t.id)
      from referrals.taken_place t left join referrals.referral r on r.id = t.referral_id
      left join referrals.particulars w on w.referral_id = t.referral_id
      where t.service_id = s.id and t.freed_at is null), '[]') as "takenBy"
  from referrals.places_of_ours() o join directory.service s on s.id = o.service_id and not s.confidential
  left join directory.places d on d.service_id = s.id and d.replaced_at is null
  order by s.name, s.id`

const servicesWithout = sql<Answer['others'][number]>`
  select s.id, s.name from directory.service s join directory.organization o on o.id = s.organization_id
  where o.institution_id = directory.my_keeping() and not s.confidential and s.closed_at is null
    and not exists (select from referrals.capacity c where c.service_id = s.id)
  order by s.name, s.id`

/** Places of the services of my institution. */
export async function places(work: Work): Promise<Answer> {
  const [services, others, [keeps]] = await work.allTogether(
    placesOfOurs,
    servicesWithout,
    sql<{ keeps: boolean }>`select directory.my_keeping() is not null as keeps`,
  )
  return { iKeep: keeps!.keeps, services, others }
}

/** Says how many places a service has in all; 404 for who does not keep its entry, and of what must not be found. */
export async function sayCapacity(
  work: Work,
  { serviceId, total }: z.output<typeof referralsContract.sayCapacity.body>,
) {
  orRefuse('referrals', await work.ask(sql`referrals.say_capacity(${serviceId}, ${total})`))
  await work.record({ verb: 'capacity.said', subjectId: serviceId })
  return {}
}

/** Says that a place is free again. */
export async function freePlace(work: Work, id: string) {
  const place = await work.mustFind(
    sql<{ serviceId: string }>`select service_id as "serviceId" from referrals.taken_place where id = ${id}`,
  )
  orRefuse('referrals', await work.ask(sql`referrals.free_place(${id})`))
  await work.record({ verb: 'place.freed', subjectId: place.serviceId })
  return {}
}
