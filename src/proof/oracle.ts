import type { SightProof, Who } from './sight-proof.ts'
import {
  type Class,
  cases,
  classes,
  householdOf as household,
  households,
  type Period,
  partnershipOf,
  type World,
  workers,
  workplace,
} from './world.ts'

// Who sees what, told once more from the tables of the model ("Who sees what", "Classes of data") and from nothing
// else: the SQL is compared with this, so neither may be written by looking at the other. Here stands who works with a
// family; of which rows it opens each slice tells in its `sight.proof.ts`.

/**
 * What a fact is about: everybody ("whole"), the household as such, somebody in its file, or people whom it names: shared in
 * the case, or the entry of an institution.
 */
export type About =
  | 'whole'
  | 'household'
  | { person: number }
  | { people: readonly number[]; by: number | 'lead'; written?: number | undefined }

/** Who belongs to the household of a case. */
const everybodyIn = (caseNo: number): readonly number[] => households[household(caseNo)]!.people

const during = (period: Period | null, t: number) =>
  period !== null && period.from <= t && (period.to === null || t < period.to)

export type Sight = ReturnType<typeof sightAt>

/** Sight at one instant `t`, in hours from now. */
export function sightAt(world: World, t: number, proofs: SightProof[]) {
  const works = (worker: number) => during(world.workers[worker]!, t)
  const leads = (caseNo: number, institution: number) =>
    world.leads.some((it) => it.case === caseNo && it.institution === institution && during(it.period, t))
  const open = (caseNo: number) => world.openings.some((it) => it.case === caseNo && during(it.period, t))
  const agreementHolds = (partnership: number) =>
    world.agreements.some(
      (it) => it.partnership === partnership && during(it.period, t) && !during(it.suspended, t),
    )
  /** A full member: acceded, not suspended, under an agreement in force. */
  const member = (partnership: number, institution: number) =>
    agreementHolds(partnership) &&
    world.memberships.some(
      (it) =>
        it.partnership === partnership &&
        it.institution === institution &&
        during(it.period, t) &&
        !during(it.suspended, t),
    )
  const heads = (worker: number, institution: number) =>
    works(worker) &&
    workplace(worker) === institution &&
    (world.heads.some((it) => it.counts && it.worker === worker && during(it.period, t)) ||
      world.delegations.some((it) => it.part === 'stand_in' && it.worker === worker && during(it.period, t)))
  const samePerson = (one: number, other: number) =>
    one === other || world.onePerson.some((pair) => pair.includes(one) && pair.includes(other))
  /**
   * Kin, neighbour: out of everything about the household, at each of their jobs and in whichever of its cases it was
   * recorded, until lifted.
   */
  const excluded = (worker: number, householdNo: number) =>
    world.exclusions.some(
      (it) =>
        samePerson(it.worker, worker) &&
        household(it.case) === householdNo &&
        it.since <= t &&
        (it.lifted === null || t < it.lifted),
    )
  /** Works now, is not excluded, and the case was not voided: then nobody sees anything of it. */
  const free = (worker: number, caseNo: number) =>
    works(worker) && !excluded(worker, household(caseNo)) && caseNo !== world.voided

  const coordinates = (worker: number, caseNo: number) =>
    free(worker, caseNo) &&
    leads(caseNo, workplace(worker)) &&
    world.coordinators.some((it) => it.case === caseNo && it.worker === worker && during(it.period, t))
  const accepted = (worker: number, caseNo: number) =>
    world.team.some(
      (it) =>
        it.case === caseNo &&
        it.worker === worker &&
        it.answer === 'accepted' &&
        it.answered <= t &&
        (it.left === null || t < it.left),
    )
  const takesPart = (institution: number, caseNo: number) =>
    leads(caseNo, institution) ||
    world.team.some((it) => workplace(it.worker) === institution && accepted(it.worker, caseNo))
  const onLeadingTeam = (worker: number, caseNo: number) =>
    coordinates(worker, caseNo) ||
    (free(worker, caseNo) && leads(caseNo, workplace(worker)) && accepted(worker, caseNo))
  const onTeamElsewhere = (worker: number, caseNo: number) =>
    free(worker, caseNo) &&
    !leads(caseNo, workplace(worker)) &&
    member(partnershipOf(caseNo), workplace(worker)) &&
    accepted(worker, caseNo)
  const onTeam = (worker: number, caseNo: number) =>
    onLeadingTeam(worker, caseNo) || onTeamElsewhere(worker, caseNo)
  const invited = (worker: number, caseNo: number) =>
    free(worker, caseNo) &&
    (leads(caseNo, workplace(worker)) || member(partnershipOf(caseNo), workplace(worker))) &&
    world.team.some(
      (it) =>
        it.case === caseNo &&
        it.worker === worker &&
        it.invited <= t &&
        (it.answer === null || t < it.answered),
    )
  const onDuty = (worker: number) =>
    works(worker) &&
    world.delegations.some((it) => it.part === 'duty' && it.worker === worker && during(it.period, t))
  /** Somebody heads the institution that leads, or stands in there, and everybody who does is kept from the family. */
  const keptFromItsHeads = (caseNo: number) =>
    open(caseNo) &&
    workers.some((worker) => leads(caseNo, workplace(worker)) && heads(worker, workplace(worker))) &&
    workers.every(
      (worker) =>
        !leads(caseNo, workplace(worker)) ||
        !heads(worker, workplace(worker)) ||
        excluded(worker, household(caseNo)),
    )
  /** Whoever takes in there does the head's deeds then. */
  const inPlaceOfHead = (worker: number, caseNo: number) =>
    free(worker, caseNo) && leads(caseNo, workplace(worker)) && onDuty(worker) && keptFromItsHeads(caseNo)
  const headsOver = (worker: number, caseNo: number) =>
    (free(worker, caseNo) &&
      leads(caseNo, workplace(worker)) &&
      heads(worker, workplace(worker)) &&
      open(caseNo)) ||
    inPlaceOfHead(worker, caseNo)
  /** Where nobody takes in there either and nobody coordinates, whoever heads the partnership's leader finds a coordinator. */
  const appointsElsewhere = (worker: number, caseNo: number) =>
    free(worker, caseNo) &&
    workplace(worker) === partnershipOf(caseNo) &&
    !leads(caseNo, workplace(worker)) &&
    heads(worker, workplace(worker)) &&
    keptFromItsHeads(caseNo) &&
    !workers.some((other) => inPlaceOfHead(other, caseNo)) &&
    !world.coordinators.some((it) => it.case === caseNo && during(it.period, t))
  const offered = (worker: number, handover: World['handovers'][number]) =>
    free(worker, handover.case) &&
    !handover.declined &&
    handover.offered <= t &&
    open(handover.case) &&
    member(partnershipOf(handover.case), handover.to) &&
    heads(worker, handover.to)
  const handedOver = (worker: number, caseNo: number, institution: number) =>
    free(worker, caseNo) &&
    heads(worker, institution) &&
    !world.memberships.some(
      (it) =>
        it.partnership === partnershipOf(caseNo) && it.institution === institution && during(it.period, t),
    ) &&
    world.exits.some((it) => it.case === caseNo && it.institution === institution && it.sealed <= t)

  const answersFor = (worker: number, institution: number, partnership: number) =>
    works(worker) &&
    workplace(worker) === institution &&
    (world.delegations.some((it) => it.part === 'duty' && it.worker === worker && during(it.period, t)) ||
      world.memberships.some(
        (it) =>
          it.partnership === partnership &&
          it.institution === institution &&
          it.appointed?.worker === worker &&
          during(it.appointed.period, t),
      ))
  const pointer = (worker: number, caseNo: number) =>
    onTeam(worker, caseNo) ||
    invited(worker, caseNo) ||
    headsOver(worker, caseNo) ||
    appointsElsewhere(worker, caseNo) ||
    proofs.some((proof) => proof.pointer?.({ worker, mine: workplace(worker), world, sight }, caseNo))
  /**
   * Is a class about a person open to an institution through joint work: everybody who must sign says yes, or a court, and
   * the person does not say no? Of what was written before, only where all agreed to that.
   */
  const exchanged = (caseNo: number, person: number, institution: number, what: Class, written?: number) => {
    const said = world.ticks.filter(
      (it) =>
        it.case === caseNo &&
        it.person === person &&
        it.institution === institution &&
        it.class === what &&
        (it.ended === null || it.ended > 0),
    )
    const stands = (it: World['ticks'][number]) =>
      during(it.period, t) && (it.ended === null || t < it.ended) && !(person === 1 && t >= world.majority)
    const authority = world.authority[household(caseNo)]
    const must =
      person !== 1 ? person : authority === 'full' ? households[household(caseNo)]!.people[0] : undefined
    const counted = said.filter((it) => it.yes && (it.signer === null || it.signer === must))
    const objects = said.some((it) => !it.yes && it.signer === person && stands(it))
    const agreed = counted.some((it) => stands(it) && (it.signer === null || !objects))
    return agreed && (written === undefined || counted.every((it) => it.earlier || it.period.from <= written))
  }
  /** Does a basis open a class about a person, from who gives it to who receives it? */
  const isCovered = (
    caseNo: number,
    person: number,
    what: Class,
    gives: (from: number) => boolean,
    receives: (to: number) => boolean,
  ) =>
    world.bases.some(
      (it) =>
        it.case === caseNo &&
        receives(it.to) &&
        it.person === person &&
        it.rule === 'consent' &&
        it.classes.includes(what) &&
        during(it.period, t) &&
        (it.withdrawn === null || t < it.withdrawn) &&
        !(it.person === 1 && it.period.from < world.majority && t >= world.majority) &&
        gives(it.from),
    )
  /** A class of data in a case. Convictions only on a basis in law, which the leading institution's own one is not. */
  const holds = (worker: number, caseNo: number, what: Class, about: About) => {
    if (onLeadingTeam(worker, caseNo)) return what !== 'justice'
    const who: Who = { worker, mine: workplace(worker), world, sight }
    if (proofs.some((proof) => proof.holds?.(who, caseNo).includes(what))) return true
    if (!onTeamElsewhere(worker, caseNo) || about === 'whole') return false
    const covered = (person: number, gives: (from: number) => boolean) =>
      isCovered(caseNo, person, what, gives, (to) => to === workplace(worker))
    const leader = (from: number) => leads(caseNo, from)
    const mine = workplace(worker)
    if (about === 'household')
      return households[household(caseNo)]!.people.every(
        (person) =>
          // Where it is, is said by who is of age.
          (what === 'whereabouts' && person === 1 && t < world.majority) ||
          covered(person, leader) ||
          exchanged(caseNo, person, mine, what),
      )
    if ('person' in about) return covered(about.person, leader) || exchanged(caseNo, about.person, mine, what)
    const { by } = about
    // Who led gives, by its own law, what it wrote until it led no more.
    const gaveByLaw = (from: number, written: number) =>
      world.leads.some(
        (it) =>
          it.case === caseNo && it.institution === from && (it.period.to === null || written < it.period.to),
      )
    return about.people.every(
      (person) =>
        covered(person, by === 'lead' ? leader : (from) => from === by && takesPart(from, caseNo)) ||
        (exchanged(caseNo, person, mine, what, about.written) &&
          (by === 'lead' || gaveByLaw(by, about.written ?? 0) || exchanged(caseNo, person, by, what))),
    )
  }
  const own = (worker: number, caseNo: number, institution: number) =>
    workplace(worker) === institution && onTeam(worker, caseNo)
  const inSome = (householdNo: number, seen: (caseNo: number) => boolean) =>
    cases.some((it, caseNo) => it.household === householdNo && seen(caseNo))

  /** An entry of a worker for their institution: its own until opened; what touches violence, its author's alone. */
  const entry = (
    worker: number,
    caseNo: number,
    it: {
      author: number
      class: Class | 'violence'
      opened: boolean
      about?: readonly number[] | undefined
      written?: number
    },
  ) => {
    const institution = workplace(it.author)
    if (it.class === 'violence') return own(worker, caseNo, institution) && it.author === worker
    return (
      own(worker, caseNo, institution) ||
      handedOver(worker, caseNo, institution) ||
      (it.opened &&
        holds(worker, caseNo, it.class, {
          people: it.about ?? everybodyIn(caseNo),
          by: institution,
          written: it.written ?? 0,
        }))
    )
  }
  /** What is shared in a case, by its class and whom it is about: everybody, where it names nobody. */
  const shared = (
    worker: number,
    caseNo: number,
    what: string,
    people: readonly number[] = everybodyIn(caseNo),
    over?: number,
  ) =>
    classes.includes(what as Class) &&
    holds(worker, caseNo, what as Class, { people, by: 'lead', written: over })
  /** What is about the household as such. */
  const ofHousehold = (worker: number, caseNo: number, what: string) =>
    classes.includes(what as Class) && holds(worker, caseNo, what as Class, 'household')
  /** Knows of a partnership: their institution is in it, invited to it, or leads it. */
  const partner = (worker: number, partnership: number) =>
    works(worker) &&
    (workplace(worker) === partnership ||
      world.memberships.some(
        (it) =>
          it.partnership === partnership &&
          it.institution === workplace(worker) &&
          (it.period === null || during(it.period, t)),
      ))

  const sight = {
    t,
    works,
    during: (period: Period | null) => during(period, t),
    leads,
    open,
    member,
    heads,
    samePerson,
    free,
    answersFor,
    pointer,
    isCovered,
    exchanged,
    holds,
    shared,
    ofHousehold,
    entry,
    own,
    onTeam,
    onLeadingTeam,
    coordinates,
    invited,
    headsOver,
    appointsElsewhere,
    offered,
    handedOver,
    inSome,
    excluded,
    partner,
  }
  return sight
}

/** Names of all rows that a worker sees now; or of those about one case and its household, when asked for it alone. */
export function rowsSeenBy(worker: number, world: World, proofs: SightProof[], within?: number): Set<string> {
  const who: Who = { worker, mine: workplace(worker), world, sight: sightAt(world, 0.0001, proofs) }
  const seen = new Set<string>()
  const show = (row: string, when: boolean) => when && seen.add(row)
  for (const proof of proofs) {
    for (const caseNo of within === undefined ? cases.keys() : [within]) proof.inCase?.(who, caseNo, show)
    for (const householdNo of within === undefined ? households.keys() : [household(within)])
      proof.inHousehold?.(who, householdNo, show)
    proof.elsewhere?.(who, show, within)
  }
  return seen
}
