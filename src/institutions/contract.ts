import { z } from 'zod'
import { endpoint, id, nothing } from '../platform/http/contract.ts'

const actingAs = z.object({
  id,
  name: z.string(),
  position: z.string(),
  institutionId: id,
  institutionName: z.string(),
  isHead: z.boolean(),
})

const mySession = z.object({
  id,
  current: z.boolean(),
  startedAt: z.string(),
  expiresAt: z.string(),
  device: z.string().nullable(),
})

export const institutionsContract = {
  session: endpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and as which worker they act.',
    who: 'account',
    answer: z.object({
      account: z.object({ id, name: z.string(), administrator: z.boolean(), secondFactor: z.boolean() }),
      worker: actingAs.nullable(),
      workers: z.array(actingAs),
      mode: z.enum(['practice', 'service']),
      locale: z.enum(['pl', 'en', 'uk']),
    }),
  }),
  actAs: endpoint({
    method: 'POST',
    path: '/session/act-as',
    summary: 'Chooses for which institution the person acts from now on.',
    who: 'account',
    body: z.object({ workerId: id }),
    answer: nothing,
  }),
  chooseLocale: endpoint({
    method: 'PUT',
    path: '/session/locale',
    summary: 'Chooses the language of the app.',
    who: 'account',
    body: z.object({ locale: z.enum(['pl', 'en']) }),
    answer: nothing,
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/session/all',
    summary: 'My sessions on all devices.',
    who: 'account',
    answer: z.array(mySession),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/session/all/:id',
    summary: 'Ends one of my sessions.',
    who: 'account',
    params: z.object({ id }),
    answer: nothing,
  }),
  practicePeople: endpoint({
    method: 'GET',
    path: '/practice/people',
    summary: 'Practice mode only: the fictional people one can act as.',
    who: 'anybody',
    answer: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        workers: z.array(
          z.object({
            position: z.string(),
            institutionName: z.string(),
            institutionKind: z.string(),
            isHead: z.boolean(),
          }),
        ),
      }),
    ),
  }),
}
