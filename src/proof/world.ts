import fc from 'fast-check'
import type { SightProof } from './sight-proof.ts'

// Facts of two partnerships and the families they work with, as a test makes them up: instants are hours from now,
// things are named by their place in a list. Here stand those from which sight follows; a slice adds its own
// (sight-proof.ts). What they mean is told by oracle.ts and the slices' proofs alone.

export type Period = { from: number; to: number | null }
export const classes = ['file', 'whereabouts', 'health', 'addiction', 'justice'] as const
export type Class = (typeof classes)[number]

export type Authority = 'full' | 'contested' | 'removed' | null

/** Institutions 0 and 1 lead a partnership each; every institution has the workers 2i and 2i + 1. */
export const kinds = [
  'social_assistance_centre',
  'family_support_county_centre',
  'police_county',
  'primary_school',
] as const
/** Households 0 and 1 share the child (person 1); cases 0 and 1 are about household 0. */
export const households = [
  { partnership: 0, people: [0, 1] },
  { partnership: 0, people: [2, 1] },
  { partnership: 1, people: [3] },
] as const
export const cases = [{ household: 0 }, { household: 0 }, { household: 1 }, { household: 2 }] as const
export const householdOf = (caseNo: number) => cases[caseNo]!.household
/** One of the people whom a case is about. */
export const personOf = (caseNo: number, which: number): number => {
  const { people } = households[householdOf(caseNo)]!
  return people[which % people.length]!
}
export const workers = kinds.flatMap((_, i) => [2 * i, 2 * i + 1])
export const workplace = (worker: number) => worker >> 1
export const partnershipOf = (caseNo: number) => households[cases[caseNo]!.household]!.partnership

/** Facts from which sight follows. */
export interface Heart {
  order: number
  /** Facts of this kind come last, when every grant has been derived from the others. */
  last: string
  /** Hours until the child turns 18. */
  majority: number
  workers: Period[]
  /** Workers who are one person with another. */
  onePerson: [number, number][]
  /** Auditors of their institution: whoever has no other part, at either job. By their office they see no family. */
  officers: number[]
  heads: { institution: number; worker: number; period: Period; counts: boolean }[]
  delegations: { worker: number; part: 'stand_in' | 'duty'; period: Period }[]
  agreements: { partnership: number; period: Period; suspended: Period | null }[]
  memberships: {
    partnership: number
    institution: number
    period: Period | null
    suspended: Period | null
    appointed: { worker: number; period: Period } | null
  }[]
  openings: { case: number; period: Period }[]
  leads: { case: number; institution: number; period: Period }[]
  coordinators: { case: number; worker: number; period: Period }[]
  team: {
    case: number
    worker: number
    invited: number
    answer: 'accepted' | 'declined' | 'withdrawn' | null
    answered: number
    left: number | null
  }[]
  /** The case that was opened by mistake, if any. */
  voided: number | null
  exclusions: { case: number; worker: number; since: number; lifted: number | null }[]
  bases: {
    case: number
    from: number
    to: number
    person: number
    rule: 'consent' | 'court_demand'
    classes: Class[]
    period: Period
    withdrawn: number | null
  }[]
  /** What somebody says on a sheet of consent: the person, a representative, the child who was heard, a court (null). */
  ticks: {
    case: number
    person: number
    signer: number | null
    institution: number
    class: Class
    yes: boolean
    earlier: boolean
    period: Period
    ended: number | null
  }[]
  /** Whether the adult of households 0 and 1 has authority over the child. */
  authority: Authority[]
  handovers: { case: number; to: number; offered: number; declined: boolean }[]
  exits: { case: number; institution: number; sealed: number }[]
}

/** All facts: each slice adds its own beside its proof. */
export interface World extends Heart {}

export const pick = <T>(...values: T[]) => fc.constantFrom(...values)
const always: Period = { from: -1000, to: null }
const period: fc.Arbitrary<Period> = fc.oneof(
  { weight: 9, arbitrary: fc.constant(always) },
  {
    weight: 4,
    arbitrary: pick<Period>(
      { from: -900, to: -30 },
      { from: -400, to: 50 },
      { from: -300, to: 75 },
      { from: -100, to: null },
      { from: 20, to: null },
      { from: 30, to: 90 },
    ),
  },
)
const suspension = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: pick<Period>(
      { from: -60, to: -20 },
      { from: -20, to: 45 },
      { from: -10, to: null },
      { from: 20, to: null },
    ),
  },
)
const lasts = ['worker', 'head', 'delegation', 'agreement', 'suspended', 'membership', 'appointment'] as const
export const caseNo = fc.nat(3)
export const worker = fc.nat(7)
export const institution = fc.nat(3)
const dataClass = pick(...classes)
export const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(arbitrary, { maxLength, size: 'max' })

const facts = fc.record({
  order: fc.nat(1_000_000),
  last: pick(
    ...lasts,
    ...lasts,
    'opening',
    'lead',
    'coordinator',
    'team',
    'exclusion',
    'basis',
    'handover',
    'item',
  ),
  workers: fc.array(period, { minLength: 8, maxLength: 8 }),
  onePerson: few(fc.tuple(worker, worker), 3),
  officers: few(worker, 3),
  heads: fc.array(
    fc.record({
      first: fc.nat(1),
      changes: pick(null, -60, 40),
      counts: pick(true, true, true, false),
      period,
    }),
    { minLength: 4, maxLength: 4 },
  ),
  delegations: few(fc.record({ worker, part: pick('stand_in' as const, 'duty' as const), period }), 4),
  agreements: fc.tuple(
    fc.record({ period, suspended: suspension }),
    fc.record({ period, suspended: suspension }),
  ),
  memberships: fc.array(
    fc.record({
      in: pick([0], [0], [0, 1], [0, 1], [1], []),
      period: fc.oneof({ weight: 9, arbitrary: period }, { weight: 1, arbitrary: fc.constant(null) }),
      suspended: suspension,
      appointed: fc.option(fc.record({ which: fc.nat(1), period }), { freq: 2 }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  openings: fc.tuple(pick(0, 1, null), pick(0, 1, null), pick(0, 1), pick(null, null, 60, -20)),
  lastOpenings: fc.tuple(pick(null, null, 70), pick(null, -10)),
  leads: fc.array(
    fc.record({ first: pick(0, 0, 1, 2), next: institution, changes: pick(null, null, -120, 35) }),
    { minLength: 4, maxLength: 4 },
  ),
  coordinators: fc.array(
    fc.record({
      first: worker,
      next: worker,
      changes: pick(null, null, -80, 45),
      leaves: pick(false, false, true),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  team: fc.array(
    fc.record({
      case: caseNo,
      worker,
      invited: pick(-300, -90),
      answer: pick(
        'accepted' as const,
        'accepted' as const,
        'accepted' as const,
        'declined' as const,
        'withdrawn' as const,
        null,
      ),
      answered: pick(-80, -5),
      left: pick(null, null, null, -2, 25),
    }),
    { minLength: 2, maxLength: 20, size: 'max' },
  ),
  voided: pick(null, null, null, null, 0, 1, 2, 3),
  exclusions: few(
    fc.record({ case: caseNo, worker, since: pick(-50, -50, 55), lifted: pick(null, null, -20, 60) }),
    3,
  ),
  /** A family whose head is kin: who leads it, who takes in there, and whether anybody coordinates. */
  kin: fc.option(
    fc.record({
      /** Mostly one that is open now. */
      case: pick(0, 1, 2, 2, 2, 3),
      leading: institution,
      takesIn: fc.option(period, { freq: 2 }),
      coordinated: pick(true, false, false, false),
      lifted: pick(null, null, null, 60),
    }),
    { freq: 3 },
  ),
  bases: few(
    fc.record({
      /** Whose consent opens what to whom: for a part in a team, by who leads that case, or by anybody. */
      part: fc.nat(19),
      from: pick<'leader' | number>('leader', 'leader', 'leader', 0, 1, 2, 3),
      /** Of one person of the household, or of each. */
      which: pick<number | 'each'>(0, 1, 'each', 'each'),
      rule: pick('consent' as const, 'consent' as const, 'consent' as const, 'court_demand' as const),
      classes: fc.uniqueArray(dataClass, { minLength: 1, maxLength: 5 }),
      period: fc.oneof(period, fc.constant({ from: -100, to: 300 })),
      withdrawn: pick(null, null, -1, 65),
    }),
    14,
  ),
  ticks: few(
    fc.record({
      /** For a part in a team, sometimes for whoever else is there. */
      part: fc.nat(19),
      which: pick<number | 'each'>(0, 1, 'each', 'each', 'each'),
      signer: pick('must', 'must', 'must', 'must', 'child', 'court', 'stranger'),
      class: pick(...classes.filter((it) => it !== 'justice')),
      yes: pick(true, true, true, true, false),
      earlier: fc.boolean(),
      period: pick<Period>(
        { from: -100, to: 300 },
        { from: -100, to: 300 },
        { from: -3, to: 50 },
        { from: 20, to: 300 },
      ),
      ended: pick(null, null, null, -1, 65),
    }),
    20,
  ),
  authority: fc.array(pick<Authority>('full', 'full', 'full', 'contested', 'removed', null), {
    minLength: 2,
    maxLength: 2,
  }),
  handovers: few(
    fc.record({ case: caseNo, to: institution, offered: pick(-40, -3), declined: pick(false, false, true) }),
    4,
  ),
  exits: few(fc.record({ case: caseNo, institution, sealed: pick(-70, -4) }), 2),
})

type Raw = typeof facts extends fc.Arbitrary<infer Facts> ? Facts : never

/** Worlds with the facts of all slices, whose facts the database accepts: what would collide is left out. */
export function worldsOf(proofs: SightProof[]): fc.Arbitrary<World> {
  const made = proofs.map((proof) => proof.facts?.made ?? fc.constant({}))
  return fc.tuple(facts, ...made).map(([raw, ...ofSlices]) => {
    const world = withOfficers(fitting(withKin(raw)))
    return Object.assign(
      world,
      ...proofs.map((proof, i) => proof.facts?.fitting(ofSlices[i] as never, world) ?? {}),
    )
  })
}

/** Its head is kept from a family that an institution leads; the head of the partnership's leader is there. */
function withKin(raw: Raw): Raw {
  if (!raw.kin) return raw
  const { case: of, leading, takesIn, coordinated, lifted } = raw.kin
  const head = 2 * leading + raw.heads[leading]!.first
  const colleague = head ^ 1
  const heading = [leading, partnershipOf(of)]
  return {
    ...raw,
    voided: raw.voided === of ? null : raw.voided,
    workers: raw.workers.map((life, i) => (heading.includes(workplace(i)) ? always : life)),
    heads: raw.heads.map((it, i) =>
      heading.includes(i) ? { ...it, changes: null, counts: true, period: always } : it,
    ),
    leads: raw.leads.map((it, i) => (i === of ? { first: leading, next: leading, changes: null } : it)),
    coordinators: raw.coordinators.map((it, i) =>
      i === of && !coordinated ? { ...it, leaves: true, changes: -80 } : it,
    ),
    exclusions: [...raw.exclusions, { case: of, worker: head, since: -50, lifted }],
    delegations: [
      ...raw.delegations.filter(({ worker }) => worker !== colleague),
      ...(takesIn ? [{ worker: colleague, part: 'duty' as const, period: takesIn }] : []),
    ],
  }
}

function withOfficers(world: Heart): Heart {
  const busy = new Set([
    ...[...world.heads, ...world.delegations, ...world.coordinators, ...world.team].map((it) => it.worker),
    ...world.memberships.flatMap(({ appointed }) => (appointed ? [appointed.worker] : [])),
  ])
  const isFree = (worker: number) =>
    ![[worker], ...world.onePerson.filter((pair) => pair.includes(worker))].flat().some((it) => busy.has(it))
  return { ...world, officers: [...new Set(world.officers)].filter(isFree) }
}

function fitting(raw: Raw): Heart {
  const two = <T>(first: T, next: T, changes: number | null): [T, Period][] =>
    changes === null
      ? [[first, always]]
      : [
          [first, { from: -1000, to: changes }],
          [next, { from: changes, to: null }],
        ]
  const slots: [number | null, Period][] = [
    [raw.openings[0], { from: -800, to: -500 }],
    [raw.openings[1], { from: -450, to: -200 }],
    [raw.openings[2], { from: -110, to: raw.openings[3] }],
  ]
  const team = unique(raw.team, (it) => `${it.case} ${it.worker}`).map((it) => ({
    ...it,
    left: it.answer === 'accepted' ? it.left : null,
  }))
  return {
    ...raw,
    majority: 0,
    // Two jobs are in two institutions, and nobody is two people.
    onePerson: raw.onePerson.filter(
      ([one, other], i) =>
        one >> 1 !== other >> 1 &&
        !raw.onePerson.slice(0, i).some((pair) => pair.includes(one) || pair.includes(other)),
    ),
    heads: raw.heads.flatMap(({ first, changes, counts, period: life }, i) =>
      changes === null
        ? [{ institution: i, worker: 2 * i + first, period: life, counts }]
        : two(2 * i + first, 2 * i + 1 - first, changes).map(([who, when]) => ({
            institution: i,
            worker: who,
            period: when,
            counts,
          })),
    ),
    delegations: unique(raw.delegations, (it) => `${it.worker} ${it.part}`),
    agreements: raw.agreements.map((it, partnership) => ({ partnership, ...it })),
    memberships: raw.memberships.flatMap(({ in: partnerships, appointed, ...it }, i) =>
      partnerships.map((partnership) => ({
        ...it,
        partnership,
        institution: i,
        appointed: appointed && { worker: 2 * i + appointed.which, period: appointed.period },
      })),
    ),
    openings: [
      ...slots.flatMap(([of, when]) => (of === null ? [] : [{ case: of, period: when }])),
      { case: 2, period: { from: -600, to: raw.lastOpenings[0] } },
      { case: 3, period: { from: -600, to: raw.lastOpenings[1] } },
    ],
    leads: raw.leads.flatMap(({ first, next, changes }, i) =>
      two(first, next, changes).map(([who, when]) => ({ case: i, institution: who, period: when })),
    ),
    coordinators: raw.coordinators.flatMap(({ first, next, changes, leaves }, i) =>
      leaves && changes !== null
        ? [{ case: i, worker: first, period: { from: -1000, to: changes } }]
        : two(first, next, changes).map(([who, when]) => ({ case: i, worker: who, period: when })),
    ),
    team,
    exclusions: unique(raw.exclusions, (it) => `${it.case} ${it.worker}`).map((it) => ({
      ...it,
      lifted: it.lifted !== null && it.lifted > it.since ? it.lifted : null,
    })),
    bases: raw.bases
      .flatMap(({ which, part, from, ...it }) => {
        const to = team[part % team.length]!
        const leader = raw.leads[to.case]!.first
        const { people } = households[cases[to.case]!.household]!
        return (which === 'each' ? people : [personOf(to.case, which)]).map((person) => ({
          ...it,
          case: to.case,
          to: to.worker >> 1,
          from: typeof from === 'number' ? from : leader,
          person,
          withdrawn: it.withdrawn !== null && it.withdrawn > it.period.from ? it.withdrawn : null,
        }))
      })
      .filter((it) => it.from !== it.to),
    ticks: unique(
      raw.ticks.flatMap(({ which, part, signer, ...it }) => {
        const { case: of, worker: there } = team[part % team.length]!
        const home = householdOf(of)
        return (which === 'each' ? households[home]!.people : [personOf(of, which)]).map((person) => {
          const adult: number = person === 1 ? (home === 0 ? 0 : 2) : person
          return {
            ...it,
            case: of,
            institution: workplace(there),
            person,
            signer: signer === 'court' ? null : signer === 'must' ? adult : signer === 'child' ? person : 3,
            ended: it.ended !== null && it.ended > it.period.from ? it.ended : null,
          }
        })
      }),
      (it) => `${it.case} ${it.person} ${it.signer} ${it.institution} ${it.class}`,
    ),
    handovers: unique(raw.handovers, (it) => `${it.case}`),
    exits: unique(raw.exits, (it) => `${it.case} ${it.institution}`),
  }
}

export function unique<T>(list: T[], key: (it: T) => string): T[] {
  return [...new Map(list.map((it) => [key(it), it])).values()]
}
