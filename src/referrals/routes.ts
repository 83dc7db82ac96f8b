import { see } from '../asks/see.ts'
import { paged } from '../platform/database/paging.ts'
import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { answerPoint, beginPoint, finishPoint, tellPoint } from './answer-point.ts'
import { referralsContract } from './contract.ts'
import { dismissGuest, guestAnswers, guestPage, guestTakesStep, inviteGuest } from './guests.ts'
import { freePlace, places, sayCapacity } from './places.ts'
import { printForFamily, printReferral } from './print-referral.ts'
import {
  firstRead,
  handlersOf,
  oursOf,
  placeOf,
  pointsOf,
  referralById,
  referralsListed,
  silenceOf,
  whereIMayRefer,
} from './questions.ts'
import { sendReferral } from './send-referral.ts'
import { complete, withdraw, withdrawBasis } from './withdraw.ts'

export const routes = ({ database }: Parts) =>
  routesOf('referrals', referralsContract, {
    whereToRefer: (work) => work.all(whereIMayRefer),
    sendReferral: (work, { body }) => sendReferral(work, body),
    referrals: async (work, { query }) =>
      paged(await work.all(referralsListed(query)), query.limit, (row) => row.sentAt),
    referral: async (work, { params }) => {
      const place = await work.mustFind(placeOf(params.id))
      const [[found], points, [read], handlers, silence] = await work.allTogether(
        referralById(place.id),
        pointsOf(place.id),
        firstRead(place.id),
        handlersOf(place.id),
        silenceOf(place.id),
      )
      if (!found) throw notFound()
      see(
        work,
        ['referral', 'completion'],
        place.scopeId === place.id ? place.id : (place.pointId ?? place.id),
      )
      await work.look(place.scopeId, 'referral')
      return { ...found, points, read: read ?? null, handlers, silence }
    },
    print: (work, { params }) => printReferral(work, params.id),
    printForFamily: (work, { params }) => printForFamily(work, params.id),
    oursOf: async (work, { params }) => {
      await work.mustHoldAnything(params.id)
      return work.all(oursOf(params.id))
    },
    places,
    sayCapacity: (work, { body }) => sayCapacity(work, body),
    freePlace: (work, { params }) => freePlace(work, params.id),
    answerPoint: (work, { params, body }) => answerPoint(work, params.id, body),
    beginPoint: (work, { params, body }) => beginPoint(work, params.id, body),
    tellPoint: (work, { params, body }) => tellPoint(work, params.id, body),
    finishPoint: (work, { params, body }) => finishPoint(work, params.id, body),
    withdraw: (work, { params, body }) => withdraw(work, params.id, body),
    withdrawBasis: (work, { params }) => withdrawBasis(work, params.id),
    complete: (work, { params, body }) => complete(work, params.id, body),
    inviteGuest: (work, { params, body }) => inviteGuest(work, params.id, body),
    dismissGuest: (work, { params }) => dismissGuest(work, params.id, params.guestId),
    guestPage: (visit) => guestPage(database, visit),
    guestAnswers: (visit, { params, body }) => guestAnswers(database, visit, params.id, body),
    guestBegins: (visit, { params, body }) => guestTakesStep(database, visit, params.id, 'begun', body),
    guestTells: (visit, { params, body }) => guestTakesStep(database, visit, params.id, 'told', body),
    guestFinishes: (visit, { params, body }) => guestTakesStep(database, visit, params.id, 'ended', body),
  })
