import type { SightProof } from '../../proof/sight-proof.ts'
import { cases, personOf } from '../../proof/world.ts'
import { everybody } from '../access/about.ts'

const files = [
  { class: 'file', about: 'household', by: 0 },
  { class: 'health', about: 'person', by: 4 },
  { class: 'file', about: 'whole', by: 0 },
  { class: 'pointer', about: 'household', by: 2 },
] as const

export const proof: SightProof = {
  tables: { 'files.file': 'id', 'files.piece': `'piece of ' || file_id` },
  put(_, { of, step }) {
    for (const i of cases.keys())
      step(
        `files ${i}`,
        [`case ${i}`],
        `with f as (insert into files.file (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by)
           select f.id, $1, f.about, f.class, 'pismo', 'application/pdf', 1, 'x', f.by from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) f (id, about, class, by)
           returning id)
         insert into files.piece (file_id, no, content) select id, 0, 'x' from f`,
        of('case', i),
        files.map((_, n) => of('file', 10 * i + n)),
        files.map(({ about }) =>
          about === 'whole' ? everybody : about === 'person' ? of('person', personOf(i, 0)) : null,
        ),
        files.map((it) => it.class),
        files.map((it) => of('worker', it.by)),
      )
  },
  inCase({ worker, sight }, caseNo, show) {
    const pointer = sight.pointer(worker, caseNo)
    for (const [n, it] of files.entries()) {
      const about = it.about === 'person' ? { person: personOf(caseNo, 0) } : it.about
      const seen =
        (it.class === 'pointer' ? pointer : sight.holds(worker, caseNo, it.class, about)) ||
        (it.by === worker && pointer)
      show(`file ${10 * caseNo + n}`, seen)
      show(`piece of file ${10 * caseNo + n}`, seen)
    }
  },
}
