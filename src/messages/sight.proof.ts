import fc from 'fast-check'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  type Class,
  caseNo,
  few,
  type Heart,
  institution,
  partnershipOf,
  personOf,
  pick,
  unique,
  worker,
  workers,
  workplace,
} from '../proof/world.ts'

type Matter = {
  /** A case, or a partnership. */
  case: number | null
  partnership: number
  /** Of each a worker, or all of an institution; `until` in hours, as far as it has ended. */
  readers: { worker: number; alone: boolean; until: number | null }[]
  messages: {
    author: number
    class: Class | 'request'
    /** Whom it is about; without a name, everybody. */
    of: number | null
    written: number
    /** An institution outside that it is written to. */
    outside: number | null
    /** Waits until an hour for the first reader. */
    urgent: number | null
  }[]
  settled: boolean
}
declare module '../proof/world.ts' {
  interface World {
    matters: Matter[]
  }
}

const noOf = (matter: number, of: number) => 3 * matter + of

/** On the team as a reader, or whoever coordinates; in a partnership at work in a full member, or answering for it. */
function reads(who: Who, it: Matter): boolean {
  const { worker, mine, sight } = who
  const named = it.readers.filter(
    (reader) =>
      workplace(reader.worker) === mine &&
      (!reader.alone || reader.worker === worker) &&
      (reader.until === null || sight.t < reader.until),
  )
  if (it.case !== null)
    return sight.coordinates(worker, it.case) || (named.length > 0 && sight.onTeam(worker, it.case))
  const member = sight.member(it.partnership, mine)
  return named.some(({ alone }) =>
    alone ? sight.works(worker) && member : answers(who, mine, it.partnership),
  )
}

/** Whoever answers for a member, and its head while nobody of those may. */
function answers(
  { worker, sight }: Who,
  of: number,
  partnership: number,
  mayRead = (_: number) => true,
): boolean {
  if (!sight.member(partnership, of) || !mayRead(worker)) return false
  const may = (other: number) => sight.answersFor(other, of, partnership) && mayRead(other)
  return may(worker) || (sight.heads(worker, of) && !workers.some(may))
}

const opens = ({ worker, sight }: Who, caseNo: number, m: Matter['messages'][number]) =>
  m.class === 'request' ||
  sight.own(worker, caseNo, workplace(m.author)) ||
  sight.holds(worker, caseNo, m.class, {
    people: m.of === null ? [...everybody(caseNo)] : [personOf(caseNo, m.of)],
    by: workplace(m.author),
    written: m.written,
  })
const everybody = (caseNo: number) => new Set([0, 1, 2].map((which) => personOf(caseNo, which)))

export const proof: SightProof = {
  tables: {
    'messages.matter': 'id',
    'messages.reader': 'id',
    'messages.message': 'id',
    'messages.addressee': 'id',
    'messages.earlier': 'id',
    'messages.outcome': 'id',
    'messages.attachment': `'attached ' || file_id`,
    'messages.read_mark': `'read mark of ' || worker_id || ' in ' || matter_id`,
    'messages.my_matters()': `'mine: ' || id || case when last_by is not null then ' with words' else '' end`,
  },
  facts: {
    made: fc.record({
      matters: few(
        fc.record({
          case: fc.option(caseNo, { freq: 4 }),
          partnership: fc.nat(1),
          readers: fc.array(
            fc.record({ worker, alone: fc.boolean(), until: pick(null, null, null, -1, 40) }),
            { minLength: 1, maxLength: 3 },
          ),
          messages: fc.array(
            fc.record({
              author: worker,
              class: pick<Class | 'request'>('request', 'file', 'file', 'health', 'addiction', 'justice'),
              of: pick(null, 0, 1),
              written: pick(-200, -50, -2),
              outside: fc.option(institution, { freq: 2 }),
              urgent: pick(null, null, -1, 20),
            }),
            { minLength: 1, maxLength: 3 },
          ),
          settled: pick(false, false, true),
        }),
        5,
      ),
    }),
    fitting: ({ matters }: { matters: Matter[] }, _: Heart) => ({
      matters: matters.map((it) => ({
        ...it,
        readers: unique(it.readers, ({ worker: of, alone }) => (alone ? `${of}` : `of ${workplace(of)}`)),
        messages: it.messages.map((m) => ({
          ...m,
          class: it.case === null || m.outside !== null ? ('request' as const) : m.class,
          outside: it.case === null ? null : m.outside,
        })),
      })),
    }),
  },
  put(world, { of, at, range, step }) {
    for (const [i, it] of world.matters.entries()) {
      const place = it.case === null ? of('partnership', it.partnership) : of('case', it.case)
      const first = it.readers[0]!
      step(
        `matter ${i}`,
        it.case === null ? [] : [`case ${it.case}`],
        `insert into messages.matter (id, scope_id, title, started_by, institution_id, started_at) values ($1, $2, 'Kto otworzy', $3, $4, $5)`,
        of('matter', i),
        place,
        of('worker', first.worker),
        of('institution', workplace(first.worker)),
        at(-300),
      )
      for (const [j, reader] of it.readers.entries())
        step(
          `reader ${noOf(i, j)}`,
          [`matter ${i}`],
          `insert into messages.reader (id, matter_id, scope_id, institution_id, worker_id, period, added_by) values ($1, $2, $3, $4, $5, $6, $7)`,
          of('reader', noOf(i, j)),
          of('matter', i),
          place,
          of('institution', workplace(reader.worker)),
          reader.alone ? of('worker', reader.worker) : null,
          range({ from: -300, to: reader.until }),
          of('worker', reader.worker),
        )
      step(
        `mark ${i}`,
        [`matter ${i}`],
        `insert into messages.read_mark (matter_id, worker_id, scope_id, until) values ($1, $2, $3, now())`,
        of('matter', i),
        of('worker', first.worker),
        place,
      )
      for (const [j, m] of it.messages.entries()) {
        const no = noOf(i, j)
        step(
          `message ${no}`,
          [`matter ${i}`],
          `insert into messages.message (id, matter_id, scope_id, institution_id, author_id, class, about, words, written_at, answer_at) values ($1, $2, $3, $4, $5, $6, $7, 'Proszę.', $8, $9)`,
          of('message', no),
          of('matter', i),
          place,
          of('institution', workplace(m.author)),
          of('worker', m.author),
          m.class,
          m.of === null || it.case === null ? [] : [of('person', personOf(it.case, m.of))],
          at(m.written),
          m.urgent === null ? null : at(m.urgent),
        )
        step(
          `below message ${no}`,
          [`message ${no}`],
          `with e as (insert into messages.earlier (id, message_id, matter_id, scope_id, words) values ($1, $2, $3, $4, 'Wcześniej.'))
           insert into messages.outcome (id, message_id, matter_id, scope_id, kind, words, made_by) values ($5, $2, $3, $4, 'agreement', 'Tak.', $6)`,
          of('earlier', no),
          of('message', no),
          of('matter', i),
          place,
          of('outcome', no),
          of('worker', m.author),
        )
        step(
          `attached to message ${no}`,
          [`message ${no}`],
          `with f as (insert into files.file (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by)
             values ($1, $2, $3, 'letters', 'plan', 'application/pdf', 1, 'x', $4) returning id),
           p as (insert into files.piece (file_id, no, content) select id, 0, 'x' from f)
           insert into messages.attachment (file_id, message_id, matter_id, scope_id) select id, $5, $3, $2 from f`,
          of('enclosure', no),
          place,
          of('matter', i),
          of('worker', m.author),
          of('message', no),
        )
        step(
          `addressee ${no}`,
          [`message ${no}`],
          `insert into messages.addressee (id, message_id, matter_id, scope_id, institution_id, worker_id) values ($1, $2, $3, $4, $5, $6)`,
          of('addressee', no),
          of('message', no),
          of('matter', i),
          place,
          of('institution', workplace(first.worker)),
          first.alone ? of('worker', first.worker) : null,
        )
        if (m.outside !== null && m.outside !== workplace(first.worker))
          step(
            `outside ${no}`,
            [`message ${no}`],
            `insert into messages.addressee (id, message_id, matter_id, scope_id, institution_id, outside) values ($1, $2, $3, $4, $5, true)`,
            of('outside', no),
            of('message', no),
            of('matter', i),
            place,
            of('institution', m.outside),
          )
      }
      if (it.settled)
        step(
          `matter ${i} settled`,
          [`matter ${i}`, ...it.messages.map((_, j) => `message ${noOf(i, j)}`)],
          `update messages.matter set closed_at = $2, closed_by = started_by where id = $1`,
          of('matter', i),
          at(-0.5),
        )
    }
  },
  elsewhere(who, show, within) {
    const { worker, mine, world, sight } = who
    for (const [i, it] of world.matters.entries()) {
      const isThere = it.case === null || it.case !== world.voided
      const reading = isThere && reads(who, it)
      // A question about one case finds nothing of another place.
      const here = within === undefined || it.case === within
      const seen = here && reading
      show(`matter ${i}`, seen)
      show(`read mark of worker ${it.readers[0]!.worker} in matter ${i}`, seen)
      for (const j of it.readers.keys()) show(`reader ${noOf(i, j)}`, seen)
      const open = it.messages.map((m) => reading && (it.case === null || opens(who, it.case, m)))
      show(`mine: matter ${i}${open.some(Boolean) ? ' with words' : ''}`, reading)
      for (const [j, m] of it.messages.entries()) {
        const no = noOf(i, j)
        const shown = seen && open[j]!
        const outside = m.outside !== null && m.outside !== workplace(it.readers[0]!.worker)
        const letter =
          isThere &&
          outside &&
          !it.settled &&
          it.case !== null &&
          sight.open(it.case) &&
          mine === m.outside &&
          answers(who, m.outside!, partnershipNo(it), (other) => sight.free(other, it.case!))
        // A place of its own: a question about one case finds nothing of it.
        const alone = letter && within === undefined
        show(`message ${no}`, shown || alone)
        show(`earlier ${no}`, shown)
        show(`outcome ${no}`, shown)
        for (const row of ['attached enclosure', 'enclosure', 'piece of enclosure'])
          show(`${row} ${no}`, shown)
        show(`addressee ${no}`, shown)
        if (outside) show(`outside ${no}`, shown || alone)
        const asks = !it.settled && (it.case === null || sight.open(it.case))
        if (outside)
          show(`letter waits: outside ${no}`, asks && letter && !sight.samePerson(m.author, worker))
        const to = it.readers[0]!
        // The second of an institution stands in for its first, who is away (`institutions/sight.proof.ts`).
        const standsIn = to.worker % 2 === 0 && worker === to.worker + 1 && sight.works(to.worker)
        const mayAnswer =
          mine === workplace(to.worker) &&
          (!to.alone || worker === to.worker || standsIn || (m.urgent !== null && m.urgent <= sight.t))
        show(
          `urgent-message waits: addressee ${no}`,
          m.urgent !== null && asks && mayAnswer && open[j]! && !sight.samePerson(m.author, worker),
        )
        const waits = sight.works(worker) && m.author === worker && asks && isThere
        show(`urgent-message awaited: addressee ${no}`, waits && m.urgent !== null)
        if (outside) show(`letter awaited: outside ${no}`, waits)
      }
    }
  },
}

const partnershipNo = ({ case: of }: Matter) => (of === null ? 0 : partnershipOf(of))
