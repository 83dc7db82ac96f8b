import fc from 'fast-check'
import type { SightProof } from '../proof/sight-proof.ts'
import { type Class, households } from '../proof/world.ts'

declare module '../proof/world.ts' {
  interface World {
    protectedAddresses: boolean[]
  }
}

export const proof: SightProof = {
  tables: {
    'households.household': 'id',
    'households.address': `'address of ' || household_id`,
    'households.member': 'id',
    'households.person': 'id',
    'households.name': `'name of ' || person_id`,
    'households.contact_way': 'id',
    'households.relation': 'id',
  },
  facts: {
    made: fc.record({ protectedAddresses: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) }),
    fitting: (made) => made,
  },
  put(world, { of, step }) {
    for (const [i, { people }] of households.entries()) {
      step(
        `address ${i}`,
        [],
        `insert into households.address (household_id, line, protected) values ($1, 'Polna 1', $2)`,
        of('household', i),
        world.protectedAddresses[i],
      )
      step(
        `contact ways ${i}`,
        [],
        `insert into households.contact_way (id, household_id, person_id, kind, value)
         select w.id, $1, w.person, (select min(code) from households.contact_way_kind), '600' from unnest($2::uuid[], $3::uuid[]) w (id, person)`,
        of('household', i),
        people.map((person) => of('contact way', 10 * i + person)),
        people.map((person) => of('person', person)),
      )
      step(
        `names ${i}`,
        [],
        `insert into households.name (person_id, partnership_id, kind, shown)
         select id, partnership_id, 'current', name from households.person where id = any ($1)
         on conflict do nothing`,
        people.map((person) => of('person', person)),
      )
      if (people.length === 2) {
        // Of a carer no authority was written down; of a parent it is only found out later.
        step(
          `relation ${i}`,
          [],
          `insert into households.relation (id, household_id, person_id, to_person_id, kind) values ($1, $2, $3, $4, $5)`,
          of('relation', i),
          of('household', i),
          of('person', people[0]),
          of('person', people[1]),
          world.authority[i] === null ? 'actual_carer' : 'mother',
        )
        step(
          `authority ${i}`,
          [`relation ${i}`],
          `update households.relation set authority = $2 where id = $1`,
          of('relation', i),
          world.authority[i],
        )
      }
    }
  },
  inHousehold({ worker, world, sight }, h, show) {
    const { people } = households[h]!
    const may = (what: Class, about: Parameters<typeof sight.holds>[3]) =>
      sight.inSome(h, (caseNo) => sight.holds(worker, caseNo, what, about))
    show(
      `household ${h}`,
      sight.inSome(h, (caseNo) => sight.headsOver(worker, caseNo)) ||
        may('file', 'household') ||
        people.some((person) => may('file', { person })),
    )
    show(
      `address of household ${h}`,
      may('whereabouts', 'whole') || (!world.protectedAddresses[h] && may('whereabouts', 'household')),
    )
    for (const person of people) {
      show(`member ${10 * h + person}`, may('file', { person }))
      show(`person ${person}`, may('file', { person }))
      show(`name of person ${person}`, may('file', { person }))
      show(`contact way ${10 * h + person}`, may('whereabouts', { person }))
    }
    if (people.length === 2)
      show(
        `relation ${h}`,
        people.every((person) => may('file', { person })),
      )
  },
}
