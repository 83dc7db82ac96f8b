import type { SightProof, Who } from '../proof/sight-proof.ts'
import { kinds, workers } from '../proof/world.ts'

// Of each institution, and on the list of each partnership, there is a service that everybody finds and one that must not
// be found.

const kept = [
  ...kinds.keys().map((institution) => ({ institution, partnership: null })),
  ...[0, 1].map((partnership) => ({ institution: partnership, partnership })),
]

/** Keeps entries for the institution: heads it, stands in, or answers for it in a partnership of which it is a full member. */
export const keeps = ({ worker, mine, sight }: Who, institution: number) =>
  mine === institution &&
  sight.works(worker) &&
  (sight.heads(worker, institution) ||
    [0, 1].some((p) => sight.member(p, institution) && sight.answersFor(worker, institution, p)))

/** What belongs to a service, each a row. */
const parts = ['phone', 'place', 'schedule', 'area', 'places', 'confirmation'] as const

/** What everybody finds is no secret: told of are the others. */
const hidden = (words: string) => `case when confidential then ${words} end`

export const proof: SightProof = {
  tables: {
    'directory.organization': `case when name = 'Ukryta' then id end`,
    'directory.service': hidden('id'),
    'directory.phone': hidden('id'),
    'directory.service_at_location': hidden('id'),
    'directory.schedule': hidden('id'),
    'directory.service_area': hidden(`'area of ' || service_id`),
    'directory.places': hidden('id'),
    'directory.confirmation': hidden('id'),
    'directory.doubt': 'id',
  },
  put(_, { of, step }) {
    for (const [no, { institution, partnership }] of kept.entries())
      for (const isHidden of [false, true]) {
        const n = 2 * no + Number(isHidden)
        step(
          `service ${n}`,
          [],
          `with o as (insert into directory.organization (id, name) values ($1, case when $5::boolean then 'Ukryta' else 'Zmyślona' end) returning id)
           insert into directory.service (id, organization_id, institution_id, partnership_id, kind, name, confidential, added_by)
           select $2, o.id, $3, $4, 'senior_club', 'Próba', $5, $6 from o`,
          of('organization', n),
          of('service', n),
          partnership === null ? of('institution', institution) : null,
          partnership === null ? null : of('partnership', partnership),
          isHidden,
          of('worker', 2 * institution),
        )
        step(
          `parts ${n}`,
          [`service ${n}`],
          `with f as (insert into directory.phone (id, service_id, confidential, n, number) values ($1, $7, $8, 1, '41 000')),
             l as (insert into directory.service_at_location (id, location_id, service_id, confidential, n, commune, locality, latitude, longitude)
               select $2::uuid, $2::uuid, $7::uuid, $8::boolean, 1, min(terc), 'Próbna', 50, 20 from territory.unit where level = 'commune'),
             a as (insert into directory.service_area (service_id, confidential, terc) select $7::uuid, $8::boolean, min(terc) from territory.unit),
             p as (insert into directory.places (id, service_id, confidential, state, said_by) values ($4, $7, $8, 'free', $9)),
             c as (insert into directory.confirmation (id, service_id, confidential, confirmed_by) values ($5, $7, $8, $9)),
             d as (insert into directory.doubt (id, service_id, confidential, what, asked_by) values ($6, $7, $8, 'hours', $10), ($11, $7, $8, 'hours', null))
           insert into directory.schedule (id, service_at_location_id, service_id, confidential, weekday, opens, closes) values ($3, $2, $7, $8, 1, '08:00', '09:00')`,
          of('phone', n),
          of('place', n),
          of('schedule', n),
          of('places', n),
          of('confirmation', n),
          of('doubt', n),
          of('service', n),
          isHidden,
          of('worker', 2 * institution),
          of('worker', doubter(no)),
          of('doubt of anybody', n),
        )
      }
  },
  elsewhere(who, show) {
    for (const [no, { institution }] of kept.entries())
      for (const isHidden of [false, true]) {
        const n = 2 * no + Number(isHidden)
        const mine = keeps(who, institution)
        if (isHidden) {
          show(`organization ${n}`, mine)
          show(`service ${n}`, mine)
          for (const part of parts) show(part === 'area' ? `area of service ${n}` : `${part} ${n}`, mine)
        }
        show(`doubt of anybody ${n}`, mine)
        show(`doubt ${n}`, mine || (!isHidden && who.worker === doubter(no)))
      }
  },
}

/** Who asked whether an entry still holds. */
const doubter = (no: number) => workers[(no + 3) % workers.length]!
