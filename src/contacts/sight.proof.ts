import fc from 'fast-check'
import type { SightProof } from '../proof/sight-proof.ts'
import { type Class, caseNo, few, personOf, pick, worker, workplace } from '../proof/world.ts'

declare module '../proof/world.ts' {
  interface World {
    contacts: {
      case: number
      author: number
      class: Class | 'violence'
      opened: boolean
      voided: boolean
      /** Whom it is about; without a name, everybody. */
      of: number | null
      /** When it was written. */
      written: number
    }[]
  }
}

export const proof: SightProof = {
  tables: { 'contacts.contact': 'id' },
  facts: {
    made: fc.record({
      contacts: few(
        fc.record({
          case: caseNo,
          author: worker,
          class: pick('file', 'file', 'health', 'addiction', 'justice', 'violence'),
          opened: fc.boolean(),
          of: pick(null, 0, 1),
          written: pick(-200, -50, 0),
          voided: pick(false, false, false, true),
        }),
        10,
      ),
    }),
    fitting: (made) => made,
  },
  put(world, { of, at, step }) {
    for (const [i, it] of world.contacts.entries())
      step(
        `contact ${i}`,
        [`case ${it.case}`],
        `insert into contacts.contact (id, scope_id, institution_id, author_id, class, opened_at, voided_at, about, written_at, kind, happened_at, what) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'phone', now(), 'Rozmowa.')`,
        of('contact', i),
        of('case', it.case),
        of('institution', workplace(it.author)),
        of('worker', it.author),
        it.class,
        it.opened ? at(-1) : null,
        it.voided ? at(-1) : null,
        it.of === null ? null : [of('person', personOf(it.case, it.of))],
        at(it.written),
      )
  },
  inCase({ worker, world, sight }, caseNo, show) {
    for (const [i, it] of world.contacts.entries())
      if (it.case === caseNo)
        show(
          `contact ${i}`,
          !it.voided &&
            sight.entry(worker, caseNo, {
              ...it,
              about: it.of === null ? undefined : [personOf(caseNo, it.of)],
            }),
        )
  },
}
