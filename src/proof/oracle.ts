import {
  type Class,
  cases,
  classes,
  households,
  kinds,
  type Period,
  partnershipOf,
  type World,
} from './world.ts'

// Who sees what, told once more from the tables of the model ("Who sees what", "Classes of data") and from nothing
// else: the SQL is compared with this, so neither may be written by looking at the other.

/** What a fact is about: somebody, all together ("shared"), everybody ("whole"), or the entries of an institution. */
export type About = 'whole' | 'shared' | { person: number } | { entriesOf: number }

export const workers = kinds.flatMap((_, i) => [2 * i, 2 * i + 1])
export const workplace = (worker: number) => worker >> 1
const household = (caseNo: number) => cases[caseNo]!.household
const during = (period: Period | null, t: number) =>
  period !== null && period.from <= t && (period.to === null || t < period.to)

/** Sight at one instant `t`, in hours from now. */
export function sightAt(world: World, t: number) {
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
  const headsOver = (worker: number, caseNo: number) =>
    free(worker, caseNo) &&
    leads(caseNo, workplace(worker)) &&
    heads(worker, workplace(worker)) &&
    open(caseNo)
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
  /** Reads a request: who answers for the provider, the worker it is meant for, the head while nobody may answer. */
  const asked = (worker: number, item: World['items'][number]) =>
    item.state === 'asked' &&
    t >= 0 &&
    free(worker, item.case) &&
    workplace(worker) === item.provider &&
    open(item.case) &&
    member(partnershipOf(item.case), item.provider) &&
    (answersFor(worker, item.provider, partnershipOf(item.case)) ||
      item.named === worker ||
      (heads(worker, item.provider) &&
        !workers.some(
          (other) =>
            answersFor(other, item.provider, partnershipOf(item.case)) &&
            !excluded(other, household(item.case)),
        )))

  const pointer = (worker: number, caseNo: number) =>
    onTeam(worker, caseNo) ||
    invited(worker, caseNo) ||
    headsOver(worker, caseNo) ||
    world.items.some((it) => it.case === caseNo && asked(worker, it))
  /** A class of data in a case. Convictions only on a basis in law, which the leading institution's own one is not. */
  const holds = (worker: number, caseNo: number, what: Class, about: About) => {
    if (onLeadingTeam(worker, caseNo)) return what !== 'justice'
    if (!onTeamElsewhere(worker, caseNo) || about === 'whole') return false
    const gives = (from: number) =>
      typeof about === 'object' && 'entriesOf' in about ? from === about.entriesOf : leads(caseNo, from)
    const covered = (person: number) =>
      world.bases.some(
        (it) =>
          it.case === caseNo &&
          it.to === workplace(worker) &&
          it.person === person &&
          it.rule === 'consent' &&
          it.classes.includes(what) &&
          during(it.period, t) &&
          (it.withdrawn === null || t < it.withdrawn) &&
          !(it.person === 1 && it.period.from < world.majority && t >= world.majority) &&
          gives(it.from),
      )
    if (typeof about === 'object' && 'person' in about) return covered(about.person)
    // About nobody by name, so it may be about anybody of the household.
    return households[household(caseNo)]!.people.every(covered)
  }
  const own = (worker: number, caseNo: number, institution: number) =>
    workplace(worker) === institution && onTeam(worker, caseNo)
  const inSome = (householdNo: number, seen: (caseNo: number) => boolean) =>
    cases.some((it, caseNo) => it.household === householdNo && seen(caseNo))

  return {
    pointer,
    holds,
    own,
    onTeam,
    onLeadingTeam,
    coordinates,
    invited,
    headsOver,
    offered,
    handedOver,
    asked,
    inSome,
    excluded,
  }
}

/** Names of all rows that a worker sees now; or of those about one case and its household, when asked for it alone. */
export function rowsSeenBy(worker: number, world: World, within?: number): Set<string> {
  const sight = sightAt(world, 0.0001)
  const mine = workplace(worker)
  const seen = new Set<string>()
  const show = (name: string, when: boolean) => when && seen.add(name)
  const shared = (caseNo: number, what: string) =>
    classes.includes(what as Class) && sight.holds(worker, caseNo, what as Class, 'shared')

  for (const caseNo of within === undefined ? cases.keys() : [within]) {
    const team = sight.onTeam(worker, caseNo)
    const leading = sight.onLeadingTeam(worker, caseNo)
    const head = sight.headsOver(worker, caseNo)
    const pointer = sight.pointer(worker, caseNo)
    show(`case ${caseNo}`, pointer)
    for (const [i, it] of world.openings.entries())
      if (it.case === caseNo) show(`opening ${i}`, leading || (pointer && it.period.to === null))
    for (const [i, it] of world.leads.entries()) if (it.case === caseNo) show(`lead ${i}`, pointer)
    for (const [i, it] of world.coordinators.entries())
      if (it.case === caseNo) show(`coordinator ${i}`, pointer)
    for (const [i, it] of world.team.entries())
      if (it.case === caseNo) show(`team ${i}`, team || head || (it.worker === worker && pointer))
    for (const [i, it] of world.exclusions.entries())
      if (it.case === caseNo) show(`exclusion ${i}`, sight.coordinates(worker, caseNo) || head)
    for (const [i, it] of world.handovers.entries()) {
      if (it.case === caseNo) show(`handover ${i}`, leading || head)
      if (it.case === caseNo) show(`offer handover ${i}`, sight.offered(worker, it))
    }
    for (const [i, it] of world.exits.entries())
      if (it.case === caseNo) show(`exit ${i}`, sight.handedOver(worker, caseNo, it.institution))
    for (const [n, what] of ['file', 'addiction', 'health', 'justice'].entries())
      show(`problem ${10 * caseNo + n}`, shared(caseNo, what))
    for (const [n, what] of ['file', 'health', 'addiction'].entries())
      show(`agreed ${10 * caseNo + n}`, shared(caseNo, what))
    show(`assessment ${caseNo}`, team)
    for (const [n, institution] of [null, 0, 2].entries())
      show(
        `opinion ${10 * caseNo + n}`,
        leading ||
          (institution !== null &&
            (sight.own(worker, caseNo, institution) || sight.handedOver(worker, caseNo, institution))),
      )
    for (const [n, what] of (['file', 'health', 'justice'] as const).entries())
      show(`response ${10 * caseNo + n}`, sight.holds(worker, caseNo, what, 'whole'))
    show(`response ${10 * caseNo + 3}`, worker === 0 && sight.holds(worker, caseNo, 'file', 'whole'))
    for (const [i, it] of world.contacts.entries()) {
      if (it.case !== caseNo) continue
      const institution = workplace(it.author)
      const ours = sight.own(worker, caseNo, institution)
      show(
        `contact ${i}`,
        it.class === 'violence'
          ? ours && it.author === worker
          : ours ||
              sight.handedOver(worker, caseNo, institution) ||
              (it.opened && sight.holds(worker, caseNo, it.class, { entriesOf: institution })),
      )
    }
    for (const [i, it] of world.entries.entries()) {
      if (it.case !== caseNo) continue
      const author = workplace(it.author)
      // What is told of an institution's entries, that institution reads.
      const ours = it.about === 'author' && it.class !== 'violence' && sight.own(worker, caseNo, author)
      show(
        `entry ${i}`,
        ours ||
          (it.class === 'pointer'
            ? pointer
            : it.class === 'request'
              ? team || sight.invited(worker, caseNo)
              : it.class === 'team'
                ? team || head
                : it.class === 'coordinate'
                  ? sight.coordinates(worker, caseNo) || head
                  : it.class === 'own'
                    ? sight.own(worker, caseNo, author)
                    : it.class === 'violence'
                      ? pointer && it.author === worker
                      : sight.holds(
                          worker,
                          caseNo,
                          it.class,
                          it.about === null
                            ? 'shared'
                            : it.about === 'everybody'
                              ? 'whole'
                              : it.about === 'author'
                                ? { entriesOf: author }
                                : { person: it.about },
                        )),
      )
    }
    for (const [i, it] of world.bases.entries())
      if (it.case === caseNo) show(`basis ${i}`, leading || (team && [it.from, it.to].includes(mine)))
    for (const [i, it] of world.items.entries()) {
      if (it.case !== caseNo) continue
      const item =
        (shared(caseNo, it.class) && shared(caseNo, it.goalClass)) ||
        (['asked', 'answered', 'removed'].includes(it.state) && sight.own(worker, caseNo, it.provider))
      show(`goal ${i}`, shared(caseNo, it.goalClass))
      show(`item ${i}`, item)
      show(`item ${i} for ${it.person}`, item && sight.holds(worker, caseNo, 'file', { person: it.person }))
      show(`request item ${i}`, sight.asked(worker, it))
    }
  }
  for (const [h, { people }] of households.entries()) {
    if (within !== undefined && household(within) !== h) continue
    const may = (what: Class, about: About) =>
      sight.inSome(h, (caseNo) => sight.holds(worker, caseNo, what, about))
    show(`household ${h}`, may('file', 'shared') || people.some((person) => may('file', { person })))
    show(
      `address ${h}`,
      may('whereabouts', 'whole') || (!world.protectedAddresses[h] && may('whereabouts', 'shared')),
    )
    for (const person of people) {
      show(`member ${10 * h + person}`, may('file', { person }))
      show(`person ${person}`, may('file', { person }))
      show(`contact-way ${10 * h + person}`, may('whereabouts', { person }))
    }
    if (people.length === 2)
      show(
        `relation ${h}`,
        people.every((person) => may('file', { person })),
      )
  }
  return seen
}
