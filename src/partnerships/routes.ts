import { sql } from 'kysely'
import { paged } from '../platform/database/paging.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import { readValues } from '../platform/journal/entries.ts'
import { adoptRules } from './adopt-rules.ts'
import { draftAgreement, signAgreement } from './agree.ts'
import { answerTimes } from './answer-times.ts'
import { appoint, endAppointment } from './appoint.ts'
import { partnershipsContract } from './contract.ts'
import { declareAccession } from './declare-accession.ts'
import { beforeEnding, endAgreement } from './end-agreement.ts'
import { foundPartnership, renamePartnership } from './found-partnership.ts'
import { inviteInstitution } from './invite-institution.ts'
import { handoverOf, leavePartnership } from './leave-partnership.ts'
import { objectToTimes, takeBackObjection } from './object-to-times.ts'
import { answerLeadOffer, offerLead } from './pass-leading.ts'
import { printAgreementEnd } from './print-agreement-end.ts'
import { printAnswerTimes } from './print-answer-times.ts'
import { printAgreement, printMembership, printRules } from './print-documents.ts'
import {
  agreementsOf,
  exitsOfMine,
  historyOf,
  memberById,
  membersOf,
  myPartnerships,
  openWorkBefore,
  partnershipById,
  rulesOf,
} from './questions.ts'
import { resumeAgreement, suspendAgreement } from './suspend-agreement.ts'
import { resumeMembership, suspendMembership } from './suspend-membership.ts'

/** 404 for a partnership that the worker does not see. */
const mustSee = (work: Work, id: string) =>
  work.mustFind(sql<object>`select from partnerships.partnership where id = ${id}`)

async function history(
  work: Work,
  partnershipId: string,
  page: { after?: string | undefined; limit: number },
) {
  await mustSee(work, partnershipId)
  const { items, next } = paged(await work.all(historyOf(partnershipId, page)), page.limit, ({ at }) => at)
  const read = items.map(async ({ scopeId, sealedValues, ...entry }) => ({
    ...entry,
    values: await readValues(work.db, work.surroundings.keys, { scopeId, sealedValues }),
  }))
  return { items: await Promise.all(read), next }
}

/** The institution level of the Model: who is in the partnership, on what agreement, who answers for what. */
export const routes = routesOf('partnerships', partnershipsContract, {
  partnerships: (work) => work.all(myPartnerships),
  partnership: (work, { params }) => work.mustFind(partnershipById(params.id)),
  members: async (work, { params }) => {
    await mustSee(work, params.id)
    return work.all(membersOf(params.id))
  },
  answerTimes: async (work, { params, query }) => {
    await mustSee(work, params.id)
    return answerTimes(work, params.id, query.over)
  },
  answerTimesDocument: async (work, { params, query }) => {
    await mustSee(work, params.id)
    return printAnswerTimes(work, params.id, query.over)
  },
  objectToTimes: (work, { params, body }) => objectToTimes(work, params.id, body),
  takeBackObjection: (work, { params }) => takeBackObjection(work, params.id),
  myAnswerTimes: (work, { query }) => answerTimes(work, null, query.over),
  agreements: async (work, { params }) => {
    await mustSee(work, params.id)
    return work.all(agreementsOf(params.id))
  },
  rules: async (work, { params }) => {
    await mustSee(work, params.id)
    return work.all(rulesOf(params.id))
  },
  history: (work, { params, query }) => history(work, params.id, query),
  found: (work, { body }) => foundPartnership(work, body),
  rename: (work, { params, body }) => renamePartnership(work, params.id, body),
  invite: (work, { params, body }) => inviteInstitution(work, params.id, body),
  declare: (work, { params, body }) => declareAccession(work, params.id, body),
  draftAgreement: (work, { params, body }) => draftAgreement(work, params.id, body),
  sign: (work, { params, body }) => signAgreement(work, params.id, body),
  beforeEnding: (work, { params }) => beforeEnding(work, params.id),
  endAgreement: (work, { params, body }) => endAgreement(work, params.id, body),
  suspendAgreement: (work, { params, body }) => suspendAgreement(work, params.id, body),
  resumeAgreement: (work, { params }) => resumeAgreement(work, params.id),
  offerLead: (work, { params, body }) => offerLead(work, params.id, body),
  answerLeadOffer: (work, { params, body }) => answerLeadOffer(work, params.id, body.answer),
  appoint: (work, { params, body }) => appoint(work, params.id, body),
  endAppointment: (work, { params }) => endAppointment(work, params.id),
  adoptRules: (work, { params, body }) => adoptRules(work, params.id, body),
  suspend: (work, { params, body }) => suspendMembership(work, params.id, body),
  resume: (work, { params }) => resumeMembership(work, params.id),
  beforeLeaving: async (work, { params }) => {
    await work.mustFind(memberById(params.id))
    return work.all(openWorkBefore(params.id))
  },
  leave: (work, { params, body }) => leavePartnership(work, params.id, body),
  handover: (work, { params }) => handoverOf(work, params.id),
  left: (work) => work.all(exitsOfMine),
  membershipDocument: (work, { params }) => printMembership(work, params.id, params.kind),
  agreementDocument: (work, { params }) => printAgreement(work, params.id),
  agreementEndDocument: (work, { params }) => printAgreementEnd(work, params.id),
  rulesDocument: (work, { params }) => printRules(work, params.id),
})
