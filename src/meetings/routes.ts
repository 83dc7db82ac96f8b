import { sql } from 'kysely'
import { see } from '../asks/see.ts'
import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { callOfCase, callOfPartnership, cancelMeeting, fixMeeting } from './call-meeting.ts'
import { meetingsContract } from './contract.ts'
import { editNote } from './edit-note.ts'
import { dismissGuest, guestAnswers, guestCame, guestPage, guestSays, inviteGuest } from './guests.ts'
import {
  acknowledge,
  answerDates,
  answerMeeting,
  approveMinutes,
  beginMeeting,
  decide,
  leaveRoom,
  movePoint,
  noteAttendance,
  noteFamilyCame,
  orderPoints,
  putPoint,
  remark,
  removePoint,
  sendMinutes,
  undecide,
} from './hold-meeting.ts'
import { printMinutes } from './print-minutes.ts'
import {
  familyAt,
  guestsAt,
  meetingById,
  meetingsIn,
  offeredTo,
  peopleOf,
  placeOf,
  pointsOf,
  rulesOf,
  whomToInvite,
} from './questions.ts'
import { decideItem, decideLevel } from './settle.ts'
import { settleContract } from './settle-contract.ts'

export const routes = ({ database }: Parts) => [
  ...routesOf('meetings', meetingsContract, {
    ofCase: (work, { params }) => work.all(meetingsIn(params.id)),
    ofPartnership: async (work, { params }) => {
      await work.mustFind(sql`select from partnerships.partnership where id = ${params.id}`)
      return work.all(meetingsIn(params.id))
    },
    callOfCase: (work, { params, body }) => callOfCase(work, params.id, body),
    callOfPartnership: (work, { params, body }) => callOfPartnership(work, params.id, body),
    whomToInvite: async (work, { params }) => {
      await work.mustHold(params.id, 'file')
      const [people, [rules]] = await work.allTogether(whomToInvite(params.id), rulesOf(params.id))
      return { people, quorum: rules?.quorum ?? null, inviteDaysBefore: rules?.inviteDaysBefore ?? null }
    },
    meeting: async (work, { params }) => {
      const { scopeId, caseId } = await work.mustFind(placeOf(params.id))
      await work.enter([scopeId])
      const [[found], people, family, guests, points] = await work.allTogether(
        meetingById(params.id),
        peopleOf(params.id),
        familyAt(params.id),
        guestsAt(params.id),
        pointsOf(params.id),
      )
      if (!found) throw notFound()
      see(work, ['meeting'], params.id)
      if (caseId) await work.look(caseId, 'meeting')
      const { scopeId: _, ...meeting } = found
      return { ...meeting, people, family, guests, points }
    },
    answerDates: (work, { params, body }) => answerDates(work, params.id, body),
    answer: (work, { params, body }) => answerMeeting(work, params.id, body),
    fix: (work, { params, body }) => fixMeeting(work, params.id, body),
    cancel: (work, { params, body }) => cancelMeeting(work, params.id, body.because),
    begin: (work, { params }) => beginMeeting(work, params.id),
    attend: (work, { params, body }) => noteAttendance(work, params.id, params.inviteeId, body),
    familyCame: (work, { params, body }) => noteFamilyCame(work, params.id, params.seatId, body),
    inviteGuest: (work, { params, body }) => inviteGuest(work, params.id, body),
    dismissGuest: (work, { params, body }) => dismissGuest(work, params.id, params.guestId, body.because),
    guestCame: (work, { params, body }) => guestCame(work, params.id, params.guestId, body.attendance),
    guestPage: (visit) => guestPage(database, visit),
    guestAnswers: (visit, { body }) => guestAnswers(database, visit, body.answer),
    guestSays: (visit, { params, body }) => guestSays(database, visit, params.pointId, body.words),
    offered: async (work, { params }) => {
      const { scopeId, caseId } = await work.mustFind(placeOf(params.id))
      await work.enter([scopeId])
      const offered = await work.all(offeredTo(params.id))
      if (caseId) await work.look(caseId, 'meeting')
      return offered
    },
    putPoint: (work, { params, body }) => putPoint(work, params.id, body),
    orderPoints: (work, { params, body }) => orderPoints(work, params.id, body),
    movePoint: (work, { params, body }) => movePoint(work, params.id, params.pointId, body),
    removePoint: (work, { params }) => removePoint(work, params.id, params.pointId),
    leaveRoom: (work, { params, body }) => leaveRoom(work, params.id, params.pointId, body),
    editNote: (work, { params, body }) => editNote(work, params.id, params.pointId, body.edit),
    decide: (work, { params, body }) => decide(work, params.id, params.pointId, body),
    undecide: (work, { params }) => undecide(work, params.id, params.decisionId),
    sendMinutes: (work, { params }) => sendMinutes(work, params.id),
    print: (work, { params }) => printMinutes(work, params.id),
    acknowledge: (work, { params }) => acknowledge(work, params.id),
    remark: (work, { params, body }) => remark(work, params.id, params.pointId, body),
    approve: (work, { params }) => approveMinutes(work, params.id),
  }),
  ...routesOf('meetings', settleContract, {
    decideItem: (work, { params, body }) => decideItem(work, params.id, params.pointId, body),
    decideLevel: (work, { params, body }) => decideLevel(work, params, body),
  }),
]
