import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { acceptWithMyAccount, acceptWithNewAccount, invitationOf } from './accept-invitation.ts'
import { institutionsContract } from './contract.ts'
import { answerCover, askCover, endCover } from './cover.ts'
import { endAbsence, keepDutyHours, noteAbsence } from './duty-hours.ts'
import { inviteWorker } from './invite-worker.ts'
import { changeInstitution } from './keep-institution.ts'
import {
  changeWorker,
  confirmFirstHead,
  delegate,
  endDelegation,
  endWork,
  nameHead,
  sayPost,
  takeOn,
} from './keep-workers.ts'
import {
  coverById,
  firstHeadsToConfirm,
  institutionsByName,
  myColleagues,
  myInstitution,
} from './questions.ts'
import {
  askFactorReset,
  confirmFactorReset,
  confirmWithoutASecond,
  demandFactor,
  openResets,
  resetsWithoutASecond,
} from './second-factor.ts'
import { actAs, chooseLocale, endSession, sessionOf, sessionsOf } from './session.ts'

/** Endpoints about who is signed in, about institutions and the people who work there. */
export const routes = ({ database, identity }: Parts) =>
  routesOf('institutions', institutionsContract, {
    session: (account, _, { settings }) => sessionOf(database, account, settings.mode),
    actAs: (account, { body }) => actAs(database, account, body.workerId),
    chooseLocale: (account, { body }) => chooseLocale(database, account, body.locale),
    sessions: (account) => sessionsOf(database, account),
    endSession: (account, { params }) => endSession(database, account, params.id),
    practicePeople: async (_, { settings }) => {
      if (settings.mode !== 'practice') throw notFound()
      const { rows } = await database.jobs.query(
        'select account_id as "accountId", name, workers from institutions.practice_people()',
      )
      return rows
    },
    mine: async (work) => ({
      ...(await work.mustFind(myInstitution)),
      workers: await work.all(myColleagues),
    }),
    changeInstitution: (work, { body }) => changeInstitution(work, body),
    keepDutyHours: (work, { body }) => keepDutyHours(work, body),
    noteAbsence: (work, { params, body }) => noteAbsence(work, params.id, body),
    endAbsence: (work, { params }) => endAbsence(work, params.id),
    askCover: (work, { params, body }) => askCover(work, params.id, body),
    cover: async (work, { params }) => {
      const { workerId, ...cover } = await work.mustFind(coverById(params.id))
      return cover
    },
    answerCover: (work, { params, body }) => answerCover(work, params.id, body.answer),
    endCover: (work, { params }) => endCover(work, params.id),
    takeOn: (work, { body }) => takeOn(work, body),
    sayPost: (work, { params, body }) => sayPost(work, params.id, body.post),
    changeWorker: (work, { params, body }) => changeWorker(work, params.id, body),
    endWork: (work, { params }) => endWork(work, params.id),
    inviteWorker: (work, { params, body }) => inviteWorker(work, params.id, body),
    nameHead: (work, { body }) => nameHead(work, body),
    delegate: (work, { body }) => delegate(work, body),
    endDelegation: (work, { params }) => endDelegation(work, params.id),
    demandFactor: (work, { body }) => demandFactor(work, body.forAll),
    factorResets: (work) => work.all(openResets),
    askFactorReset: (work, { body }) => askFactorReset(work, body),
    confirmFactorReset: (work, { params }) => confirmFactorReset(work, params.id),
    resetsWithoutASecond: (account) => resetsWithoutASecond(database, account),
    confirmWithoutASecond: (account, { params }) => confirmWithoutASecond(database, account, params.id),
    findInstitutions: (work, { query }) => work.all(institutionsByName(query.name, query.kind)),
    firstHeads: (work) => work.all(firstHeadsToConfirm),
    confirmFirstHead: (work, { params }) => confirmFirstHead(work, params.id),
    invitation: (input) => invitationOf(database, input.params.token),
    acceptInvitation: ({ params, body }) => acceptWithNewAccount(database, identity, params.token, body),
    takeInvitation: (account, { params }) => acceptWithMyAccount(database, account, params.token),
  })
