import type { SightProof } from '../proof/sight-proof.ts'
import { kinds } from '../proof/world.ts'

// Workers whom one meets in a partnership are added by `partnerships`.

export const proof: SightProof = {
  tables: {
    'institutions.delegation': 'id',
    'institutions.absence': 'id',
    'institutions.cover': 'id',
    'institutions.factor_reset': 'id',
  },
  put(_, { of, step }) {
    for (const i of kinds.keys()) {
      step(
        `factor reset ${i}`,
        [],
        'insert into institutions.factor_reset (id, institution_id, worker_id, asked_by) values ($1, $2, $3, $4)',
        of('factor reset', i),
        of('institution', i),
        of('worker', 2 * i),
        of('worker', 2 * i + 1),
      )
      step(
        `absence ${i}`,
        [],
        `insert into institutions.absence (id, institution_id, worker_id, period, noted_by) values ($1, $2, $3, tstzrange(now(), null), $3)`,
        of('absence', i),
        of('institution', i),
        of('worker', 2 * i),
      )
      step(
        `cover ${i}`,
        [`absence ${i}`],
        `insert into institutions.cover (id, absence_id, institution_id, worker_id, stand_in_id, named_by, answer, answered_at) values ($1, $2, $3, $4, $5, $4, 'yes', now())`,
        of('cover', i),
        of('absence', i),
        of('institution', i),
        of('worker', 2 * i),
        of('worker', 2 * i + 1),
      )
    }
  },
  elsewhere({ worker, mine, world, sight }, show) {
    const works = sight.works(worker)
    for (const [i, it] of world.delegations.entries())
      show(`delegation ${i}`, works && it.worker >> 1 === mine)
    for (const [i, officer] of world.officers.entries()) show(`officer ${i}`, works && officer >> 1 === mine)
    show(`factor reset ${mine}`, works)
    show(`absence ${mine}`, works)
    show(`cover ${mine}`, works)
  },
}
