import { sql } from 'kysely'
import { see } from '../asks/see.ts'
import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { peopleAndDefaults, readBy } from './about.ts'
import { appointCoordinator, confirmCoordinator } from './appoint-coordinator.ts'
import { reopenCase } from './close-case.ts'
import { casesContract } from './contract.ts'
import { answerHandover, offerHandover } from './hand-over.ts'
import { keepRegistryNumber } from './keep-registry-number.ts'
import { printTeam } from './print-team.ts'
import {
  caseById,
  exclusionsOf,
  handoverToMe,
  opinionsOf,
  teamOf,
  whoMayCoordinate,
  whomToExclude,
  whomToInvite,
  whyISee,
} from './questions.ts'
import { recordOpinion } from './record-opinion.ts'
import { answerInvitation, delegateInvitation, endPart, exclude, invite, liftExclusion } from './team.ts'
import { voidCase } from './void-case.ts'

export const routes = routesOf('cases', casesContract, {
  case: (work, { params }) => {
    see(work, 'invitation', params.id)
    return work.mustFindAtLast(caseById(params.id, work.actor.workerId))
  },
  team: async (work, { params }) => {
    const rows = await work.allAtLast(teamOf(params.id))
    if (!rows.length) throw notFound()
    return rows.filter((row) => row.id !== null)
  },
  printTeam: (work, { params }) => printTeam(work, params.id),
  why: async (work, { params }) => {
    await work.mustFind(sql`select from cases."case" where id = ${params.id}`)
    const others = await work.ask<number | null>(sql`cases.how_many_see(${params.id})`)
    return { reasons: await work.all(whyISee(params.id)), others }
  },
  whom: (work, { params }) => work.mustFindAtLast(peopleAndDefaults(params.id)),
  readers: (work, { params, body }) => work.mustFindAtLast(readBy(params.id, work.actor.institutionId, body)),
  confirmCoordinator: (work, { params }) => confirmCoordinator(work, params.id),
  appointCoordinator: (work, { params, body }) => appointCoordinator(work, params.id, body),
  whoMayCoordinate: (work, { params }) => work.all(whoMayCoordinate(params.id)),
  whoMayBeInvited: (work, { params }) => work.all(whomToInvite(params.id)),
  invite: (work, { params, body }) => invite(work, params.id, body),
  answerInvitation: (work, { params, body }) => answerInvitation(work, params.id, body),
  delegateInvitation: (work, { params, body }) => delegateInvitation(work, params.id, body),
  endPart: (work, { params, body }) => endPart(work, params.id, params.memberId, body.because),
  whoMayBeExcluded: (work, { params }) => work.all(whomToExclude(params.id)),
  exclude: (work, { params, body }) => exclude(work, params.id, body),
  exclusions: (work, { params }) => work.all(exclusionsOf(params.id)),
  liftExclusion: (work, { params, body }) => liftExclusion(work, params.id, params.exclusionId, body.because),
  void: (work, { params, body }) => voidCase(work, params.id, body.because),
  keepRegistryNumber: (work, { params, body }) => keepRegistryNumber(work, params.id, body.number),
  reopen: (work, { params, body }) => reopenCase(work, params.id, body.id),
  offerHandover: (work, { params, body }) => offerHandover(work, params.id, body),
  offeredHandover: (work, { params }) => {
    see(work, 'handover', params.id)
    return work.mustFindAtLast(handoverToMe(params.id))
  },
  answerHandover: (work, { params, body }) => answerHandover(work, params.id, body.answer),
  opinions: async (work, { params }) => {
    await work.mustFind(sql`select from cases."case" where id = ${params.id}`)
    return work.all(opinionsOf(params.id))
  },
  recordOpinion: (work, { params, body }) => recordOpinion(work, params.id, body),
})
