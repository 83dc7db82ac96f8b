import { sql } from 'kysely'
import { keptApartFrom, keptOff } from '../households/on-paper.ts'
import { isKnownAdult } from '../households/paper-readers.ts'
import { readPesel } from '../households/pesel.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import type { Work } from '../platform/http/work.ts'
import { actionsForSignatories, mustHoldSomething } from './for-readers.ts'
import { costOnPaper, dotted, relationOf, serviceOnPaper } from './paper-questions.ts'
import { papers } from './papers.ts'
import { contractsOf, type SocialContract } from './questions.ts'

type Person = {
  id: string
  name: string
  peselSealed: Buffer | null
  relation: string | null
  adult: boolean
  livesHere: boolean
  sex: 'female' | 'male' | null
}

const peopleOf = (scopeId: string, unmentioned: string[]) => sql<Person>`
  select p.id, concat_ws(' ', p.family_name, p.given_name) as name, p.pesel_sealed as "peselSealed", p.sex,
    ${isKnownAdult} as adult,
    ${relationOf(unmentioned)} as relation, m.lives_here as "livesHere"
  from cases."case" c join households.member m on m.household_id = c.household_id join households.person p on p.id = m.person_id
  where c.id = ${scopeId} and m.period @> splot.today_pl() order by p.birth_date nulls last, p.id`

/** Facts of the case that its documents carry: the issuing centre, the place, the head, the address. */
export const frameOf = (scopeId: string) => sql<{
  code: string
  registryNumber: string | null
  issuer: { name: string; address: string; phone: string | null; email: string | null }
  place: string
  address: string
  head: { name: string; position: string } | null
  partnership: string
  commune: string
  planWord: string
  coordinator: { name: string; position: string; phone: string | null; email: string | null } | null
}>`
  select c.code, (
      select r.number from cases.registry_number r where r.case_id = c.id) as "registryNumber",
    jsonb_build_object('name', i.name, 'address', concat_ws(', ', i.address, coalesce(i.locality, s.name)), 'phone', i.phone, 'email', i.email) as issuer,
    coalesce(i.locality, s.name, '–') as place,
    case when a.protected then 'adres zastrzeżony' else concat_ws(', ', a.line, case when position(lower(h.locality) in lower(a.line)) = 0 then h.locality end) end as address,
    (select jsonb_build_object('name', w.given_name || ' ' || w.family_name, 'position', w.position) from institutions.head d
      join institutions.worker w on w.id = d.worker_id where d.institution_id = i.id and d.period @> now()) as head,
    p.name as partnership, coalesce(t.name, '–') as commune, coalesce(p.plan_name, v.plan_document ->> 'pl') as "planWord",
    (select jsonb_build_object('name', w.given_name || ' ' || w.family_name, 'position', w.position, 'phone', w.phone, 'email', w.email)
      from cases.coordinator k join institutions.worker w on w.id = k.worker_id where k.case_id = c.id and k.period @> now()) as coordinator
  from cases."case" c join partnerships.partnership p on p.id = c.partnership_id join partnerships.variant v on v.code = p.variant
  join cases.lead l on l.case_id = c.id and l.period @> now() join institutions.institution i on i.id = l.institution_id
  left join territory.unit_state s on s.terc = i.seat and s.valid @> splot.today_pl()
  join households.household h on h.id = c.household_id left join households.address a on a.household_id = h.id
  left join territory.unit_state t on t.terc = h.commune and t.valid @> splot.today_pl()
  where c.id = ${scopeId}`

/**
 * The social contract on paper, after the regulation's parts: A (I A and II A) or B (I B and II B); with what its
 * signatories may read of the plan.
 */
export async function contractOnPaper(work: Work, scopeId: string, contractId: string) {
  const { readers, contract, withGoal } = await contractForSignatories(work, scopeId, contractId)
  mustHoldSomething(contract.actions)
  const frame = await work.mustFind(frameOf(scopeId))
  const people = await work.all(peopleOf(scopeId, keptApartFrom(readers)))
  const official = await work.mustFind(sql<{ name: string; position: string; phone: string | null }>`
    select given_name || ' ' || family_name as name, position, phone from institutions.worker where id = ${contract.socialWorker.id}`)
  // Where somebody lives is on no paper of whom a court keeps away from there.
  const mayStandAt = !keptOff(
    { about: people.filter((each) => each.livesHere).map(({ id }) => id) },
    { ...readers, only: null },
  )
  const party = (person: Person) => ({
    name: person.name,
    pesel: readPesel(work.surroundings.keys, person.peselSealed),
    address: (person.livesHere && mayStandAt && frame.address) || '–',
  })
  const parties = people.filter((person) => signs(contract, person))
  const services = new Map(
    (await work.all(sql<{ code: string; pl: string }>`select code, pl from directory.service_kind`)).map(
      ({ code, pl }) => [code, pl],
    ),
  )
  const { number } = contract
  const common = {
    issuer: frame.issuer,
    place: frame.place,
    reference: frame.registryNumber ?? frame.code,
    number,
    concludedOn: null,
    period: { from: contract.from, to: contract.to },
    socialWorker: { ...official, phone: official.phone ?? frame.issuer.phone ?? '–' },
    // The social worker's line is the form's own.
    signatories: contract.signatures
      .filter(({ part }) => part !== 'social_worker')
      .map((each) => ({
        name: each.name,
        role: roleOf(each, people),
        note: each.cannotDeclareWill
          ? 'nie może świadomie wyrazić woli – nie podpisuje'
          : each.forPerson
            ? `za: ${each.forPerson}`
            : null,
        signs: !each.cannotDeclareWill,
      })),
    approver: frame.head ?? { name: '–', position: onPaper('contracts:head') },
    mainGoal: contract.mainGoal || '–',
    goals: otherGoalsOf(contract, withGoal),
    expectedEffects: contract.effects || '–',
    actions: contract.actions.map((action) => ({
      action: [
        [
          serviceOnPaper({ what: action.what, service: services.get(action.serviceKind ?? '') ?? null }),
          action.frequency,
          costOnPaper(action),
        ]
          .filter(Boolean)
          .join(', '),
        action.indicator && onPaper('contracts:signOnPaper', { sign: action.indicator }),
      ]
        .filter(Boolean)
        .join('\n'),
      obliged: [
        ...action.performers.map(({ name }) => name),
        [action.worker, action.provider].filter(Boolean).join(', '),
        action.forWhom.length ? `dla: ${action.forWhom.join(', ')}` : null,
      ]
        .filter(Boolean)
        .join('\n'),
      due: [action.starts && `od ${dotted(action.starts)}`, `do ${dotted(action.ends ?? contract.to)}`]
        .filter(Boolean)
        .join('\n'),
      evaluation:
        action.evaluations
          .map((each) => [onPaper(`contracts:results.${each.result}`), each.what].filter(Boolean).join(': '))
          .join('; ') || null,
      evaluatedOn: action.evaluations.at(-1)?.on ?? null,
    })),
    changes: [],
    finalEvaluation: null,
    copies: 2,
  }
  const name = { id: `KS ${number}`, version: 1, name: `kontrakt-${frame.code}` }
  if (contract.type === 'A')
    return print(work, papers['social-contract-a'], name, {
      ...common,
      persons: parties.map(party),
      family: people
        .filter((person) => !parties.includes(person))
        .filter(({ id }) => !keptOff({ about: [id] }, { ...readers, only: null }))
        .map((person) => ({
          name: person.name,
          relation: person.relation ?? '–',
          pesel: readPesel(work.surroundings.keys, person.peselSealed),
        })),
      causes: contract.causes || '–',
      possibilities: contract.possibilities || '–',
      limitations: contract.limits || '–',
      barriers: contract.barriers || '–',
    })
  return print(work, papers['social-contract-b'], name, {
    ...common,
    person: party(parties[0]!),
    referral: null,
    education: contract.education || '–',
    skills: contract.skills || '–',
    experience: contract.experience || '–',
    causes: contract.causes || '–',
    limitations: contract.limits || '–',
    earlierAttempts: contract.earlierAttempts || '–',
    strengths: contract.possibilities || '–',
  })
}

/** A contract with those of its actions that stand on its paper. */
export async function contractForSignatories(work: Work, scopeId: string, contractId: string) {
  const contract = await work.mustFind(contractsOf(scopeId, contractId))
  const { readers, itemIds, withGoal } = await actionsForSignatories(work, scopeId, contractId)
  return {
    readers,
    withGoal,
    contract: { ...contract, actions: contract.actions.filter(({ itemId }) => itemIds.includes(itemId)) },
  }
}

/** What each draft's paper would have a dash for: whose number, and where they live. */
export async function lacksOf(work: Work, scopeId: string, drafts: string[]) {
  if (!drafts.length) return {}
  const { address } = await work.mustFind(frameOf(scopeId))
  const lacks: Record<string, { what: 'pesel' | 'address'; name: string }[]> = {}
  for (const id of drafts) {
    const { readers, contract } = await contractForSignatories(work, scopeId, id)
    const people = (await work.all(peopleOf(scopeId, keptApartFrom(readers)))).filter(
      (person) =>
        signs(contract, person) ||
        (contract.type === 'A' && !keptOff({ about: [person.id] }, { ...readers, only: null })),
    )
    lacks[id] = [
      ...people
        .filter(({ peselSealed }) => !peselSealed)
        .map(({ name }) => ({ what: 'pesel' as const, name })),
      ...people
        .filter((person) => signs(contract, person) && !(person.livesHere && address))
        .map(({ name }) => ({ what: 'address' as const, name })),
    ]
  }
  return lacks
}

const signs = ({ signatures }: SocialContract, { id }: Person) =>
  signatures.some((each) => each.personId === id)

/** The goals that the main one does not say already, each once. */
function otherGoalsOf(
  { actions, mainGoal }: Pick<SocialContract, 'actions' | 'mainGoal'>,
  withGoal: string[],
) {
  const goals = actions.filter(({ itemId }) => withGoal.includes(itemId)).map(({ goalWords }) => goalWords)
  return [...new Set(goals)].filter((words) => !mainGoal.includes(words)).map((words) => `„${words}”`)
}

function roleOf(signature: SocialContract['signatures'][number], people: Person[]): string {
  if (signature.part === 'guardian') return 'opiekun prawny lub przedstawiciel'
  return people.find(({ id }) => id === signature.personId)?.adult ? 'osoba dorosła' : 'osoba'
}
