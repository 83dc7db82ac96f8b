import type { SightProof } from '../proof/sight-proof.ts'
import { cases, householdOf } from '../proof/world.ts'

/** Records of an institution: of one the head knows, of the other not yet. */
const records = [
  { of: 0, told: -1 },
  { of: 2, told: 700 },
]

export const proof: SightProof = {
  tables: { 'oversight.record': 'id' },
  put(_, { of, at, step }) {
    for (const i of cases.keys())
      step(
        `records ${i}`,
        [`case ${i}`],
        `insert into oversight.record (id, institution_id, scope_id, scope_kind, worker_id, purpose, reason, valid, head_told_from)
         select r.id, r.of, $1, 'case', $4, 'audit', 'sprawdzenie', tstzrange(now(), now() + interval '24 hours'), r.told
         from unnest($2::uuid[], $3::uuid[], $5::timestamptz[]) r (id, of, told)`,
        of('case', i),
        records.map((_, n) => of('record', 10 * i + n)),
        records.map((it) => of('institution', it.of)),
        of('worker', 0),
        records.map((it) => at(it.told)),
      )
  },
  elsewhere({ worker, mine, world, sight }, show) {
    const officer = sight.works(worker) && world.officers.includes(worker)
    for (const i of cases.keys())
      for (const [n, it] of records.entries())
        show(
          `record ${10 * i + n}`,
          mine === it.of &&
            (officer || (sight.heads(worker, mine) && it.told <= 0)) &&
            !sight.excluded(worker, householdOf(i)),
        )
    // Whoever opened it has nothing to take note of.
    for (const i of cases.keys())
      for (const [n, it] of records.entries())
        show(
          `record waits: record ${10 * i + n}`,
          mine === it.of &&
            it.told <= 0 &&
            sight.heads(worker, mine) &&
            !sight.samePerson(worker, 0) &&
            !sight.excluded(worker, householdOf(i)),
        )
  },
}
