import type { SightProof } from '../proof/sight-proof.ts'
import { cases, type Period } from '../proof/world.ts'

export const proof: SightProof = {
  tables: {
    'cases.case': 'id',
    'cases.reported': `'reported in ' || case_id`,
    'cases.registry_number': `'number of ' || institution_id || ' in ' || case_id`,
    'cases.opening': 'id',
    'cases.lead': 'id',
    'cases.coordinator': 'id',
    'cases.team_member': 'id',
    'cases.exclusion': 'id',
    'cases.handover': 'id',
    'cases.offered_to_me()': `'offer of ' || id`,
    'cases.exit_handover': 'id',
    'cases.problem': 'id',
    'cases.opinion': 'id',
  },
  put(_, { of, step }) {
    for (const i of cases.keys())
      step(
        `kept in case ${i}`,
        [`case ${i}`],
        `with p as (insert into cases.problem (id, scope_id, kind, class)
           select p.id, $1, k.code, k.class from unnest($2::uuid[], array['poverty', 'alcohol', 'disability', 'after_prison']) p (id, code) join partnerships.problem_kind k using (code)),
         r as (insert into cases.reported (case_id, what) values ($1, 'Brakuje na czynsz.')),
         n as (insert into cases.registry_number (case_id, institution_id, number) values ($1, $5, '1/26'), ($1, $6, '2/26'))
         insert into cases.opinion (id, scope_id, institution_id, what, recorded_by) select o.id, $1, o.of, 'Dobrze.', $4 from unnest($3::uuid[], array[null, $5, $6]::uuid[]) o (id, of)`,
        of('case', i),
        [0, 1, 2, 3].map((n) => of('problem', 10 * i + n)),
        [0, 1, 2].map((n) => of('opinion', 10 * i + n)),
        of('worker', 0),
        of('institution', 0),
        of('institution', 2),
      )
  },
  inCase({ worker, mine, world, sight }, caseNo, show) {
    const team = sight.onTeam(worker, caseNo)
    const file = sight.holds(worker, caseNo, 'file', 'whole')
    const head = sight.headsOver(worker, caseNo)
    const pointer = sight.pointer(worker, caseNo)
    show(`case ${caseNo}`, pointer)
    show(`reported in case ${caseNo}`, file)
    for (const institution of [0, 2])
      show(`number of institution ${institution} in case ${caseNo}`, file && mine === institution)
    for (const [i, it] of world.openings.entries())
      if (it.case === caseNo) show(`opening ${i}`, file || ((team || head) && it.period.to === null))
    for (const [i, it] of world.leads.entries()) if (it.case === caseNo) show(`lead ${i}`, pointer)
    for (const [i, it] of world.coordinators.entries())
      if (it.case === caseNo) show(`coordinator ${i}`, pointer)
    for (const [i, it] of world.team.entries())
      if (it.case === caseNo) {
        show(`team ${i}`, team || head || (it.worker === worker && pointer))
        show(`invitation awaited: team ${i}`, it.answer === null && sight.coordinates(worker, caseNo))
      }
    for (const [i, it] of world.exclusions.entries())
      if (it.case === caseNo) show(`exclusion ${i}`, sight.coordinates(worker, caseNo) || head)
    for (const [i, it] of world.handovers.entries()) {
      if (it.case === caseNo) show(`handover ${i}`, file || head)
      if (it.case === caseNo) show(`offer of handover ${i}`, sight.offered(worker, it))
      if (it.case === caseNo) show(`handover awaited: handover ${i}`, !it.declined && head)
    }
    for (const [i, it] of world.exits.entries())
      if (it.case === caseNo) show(`exit ${i}`, sight.handedOver(worker, caseNo, it.institution))
    for (const [n, what] of ['file', 'addiction', 'health', 'justice'].entries())
      show(`problem ${10 * caseNo + n}`, sight.ofHousehold(worker, caseNo, what))
    for (const [n, institution] of [null, 0, 2].entries())
      show(
        `opinion ${10 * caseNo + n}`,
        file ||
          (institution !== null &&
            (sight.own(worker, caseNo, institution) || sight.handedOver(worker, caseNo, institution))),
      )
  },
  elsewhere({ worker, mine, world, sight }, show) {
    for (const [i, it] of world.team.entries())
      show(
        `invitation waits: team ${i}`,
        it.answer === null && it.worker === worker && sight.pointer(worker, it.case),
      )
    for (const [i, it] of world.handovers.entries())
      show(`handover waits: handover ${i}`, sight.offered(worker, it))
    // An opening, a lead or a coordinator of whom it is already known until when is as good as over.
    const lasting = ({ period }: { period: Period }) => period.to === null
    for (const caseNo of cases.keys()) {
      const nobodyCoordinates =
        world.openings.some((it) => it.case === caseNo && lasting(it)) &&
        world.coordinators
          .filter((it) => it.case === caseNo)
          .every(({ period }) => period.to !== null && period.to <= sight.t)
      const led = world.leads.find((it) => it.case === caseNo && lasting(it))
      show(
        `coordinator waits: case ${caseNo}`,
        nobodyCoordinates && led?.institution === mine && sight.headsOver(worker, caseNo),
      )
      show(
        `coordinator-elsewhere waits: case ${caseNo}`,
        nobodyCoordinates &&
          led !== undefined &&
          led.institution !== mine &&
          sight.appointsElsewhere(worker, caseNo),
      )
    }
  },
}
