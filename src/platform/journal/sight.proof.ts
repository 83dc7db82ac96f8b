import fc from 'fast-check'
import type { SightProof } from '../../proof/sight-proof.ts'
import {
  type Class,
  caseNo,
  classes,
  few,
  personOf,
  pick,
  worker,
  workers,
  workplace,
} from '../../proof/world.ts'
import { everybody } from '../access/about.ts'

type Entry = {
  case: number
  author: number
  class: Class | 'pointer' | 'request' | 'own' | 'team' | 'coordinate' | 'violence'
  about: number | 'everybody' | 'author' | null
  /** Whom the fact is about that it tells of. */
  people: number[] | null
}
declare module '../../proof/world.ts' {
  interface World {
    entries: Entry[]
  }
}

export const proof: SightProof = {
  tables: { 'journal.entry': 'id', 'journal.look': `'look of ' || worker_id` },
  facts: {
    made: fc.record({
      entries: few(
        fc.record({
          case: caseNo,
          author: worker,
          class: pick(...classes, 'pointer', 'request', 'own', 'team', 'coordinate', 'violence'),
          about: pick<Entry['about']>(null, null, 0, 1, 'everybody', 'author'),
          people: pick<Entry['people']>(null, null, [0], [1], [0, 1]),
        }),
        8,
      ),
    }),
    fitting: ({ entries }: { entries: Entry[] }) => ({
      entries: entries.map((it) => ({
        ...it,
        about: typeof it.about === 'number' ? personOf(it.case, it.about) : it.about,
        people: it.people && [...new Set(it.people.map((which) => personOf(it.case, which)))],
      })),
    }),
  },
  put(world, { of, step }) {
    for (const [i, it] of world.entries.entries()) {
      const author = of('institution', workplace(it.author))
      step(
        `entry ${i}`,
        [`case ${it.case}`],
        `insert into journal.entry (id, scope_id, institution_id, worker_id, class, about_id, about, verb, subject_id) values ($1, $2, $3, $4, $5, $6, $7, 'tried', $2)`,
        of('entry', i),
        of('case', it.case),
        author,
        of('worker', it.author),
        it.class,
        it.about === 'everybody'
          ? everybody
          : it.about === 'author'
            ? author
            : it.about === null
              ? null
              : of('person', it.about),
        it.people?.map((person) => of('person', person)) ?? null,
      )
    }
    step(
      'looks',
      ['case 0'],
      `insert into journal.look (worker_id, institution_id, scope_id, page) select l.worker, l.institution, $1, 'tried' from unnest($2::uuid[], $3::uuid[]) l (worker, institution)`,
      of('case', 0),
      workers.map((each) => of('worker', each)),
      workers.map((each) => of('institution', workplace(each))),
    )
  },
  inCase({ worker, world, sight }, caseNo, show) {
    for (const [i, it] of world.entries.entries()) {
      if (it.case !== caseNo) continue
      const author = workplace(it.author)
      const team = sight.onTeam(worker, caseNo)
      const head = sight.headsOver(worker, caseNo)
      const read = () => {
        switch (it.class) {
          case 'request':
            return team || sight.invited(worker, caseNo)
          case 'pointer':
          case 'team':
            return team || head
          case 'coordinate':
            return sight.coordinates(worker, caseNo) || head
          case 'own':
            return sight.own(worker, caseNo, author)
          case 'violence':
            return sight.pointer(worker, caseNo) && it.author === worker
          default:
            return (
              sight.holds(
                worker,
                caseNo,
                it.class,
                it.about === null
                  ? 'household'
                  : typeof it.about === 'number'
                    ? { person: it.about }
                    : 'whole',
              ) ||
              (it.people !== null &&
                sight.holds(worker, caseNo, it.class, {
                  people: it.people,
                  by: it.about === 'author' ? author : 'lead',
                  written: 0,
                }))
            )
        }
      }
      // What is told of an institution's entries, that institution reads.
      const ours = it.about === 'author' && it.class !== 'violence' && sight.own(worker, caseNo, author)
      show(`entry ${i}`, ours || read())
    }
  },
  elsewhere({ worker }, show) {
    show(`look of worker ${worker}`, true)
  },
}
