import { z } from 'zod'
import { day, endpoint, id, nothing, terc, withId } from '../platform/http/contract.ts'
import { directoryContract, placesSaid } from './contract.ts'

/** What somebody who is not signed in may say that it holds no longer. */
export const publicDoubts = ['phone', 'hours', 'address', 'closed'] as const

/** What of the directory is told to anybody, on a page; a service that must not be found does not exist here. */
export const publicContract = {
  publicServices: endpoint({
    method: 'GET',
    path: '/public/services',
    summary: 'Services that are given now, for anybody, by words and by commune; the first hundred by name.',
    who: 'anybody',
    query: z.object({ wanted: z.string().trim().max(100).optional(), commune: terc.optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          name: z.string(),
          organization: z.string(),
          localities: z.array(z.string()),
          places: placesSaid.nullable(),
          checkedOn: day,
        }),
      ),
      more: z.int().describe('How many are not among these.'),
      communes: z.array(z.object({ terc, name: z.string() })).describe('In which something is given.'),
    }),
  }),
  publicService: endpoint({
    method: 'GET',
    path: '/public/services/:id',
    summary: 'One service for anybody, without signing in, with the day on which it was last checked.',
    who: 'anybody',
    params: withId,
    answer: directoryContract.service.answer
      .pick({
        id: true,
        kind: true,
        name: true,
        description: true,
        website: true,
        email: true,
        contactName: true,
        contactTitle: true,
        howToApply: true,
        referredBy: true,
        needs: true,
        cost: true,
        costGrosz: true,
        costWords: true,
        forWhom: true,
        minAge: true,
        maxAge: true,
        targetGroups: true,
        languages: true,
        accessibility: true,
        hoursWords: true,
        ownTransport: true,
        transportWords: true,
        neutralPlace: true,
        phones: true,
        locations: true,
        area: true,
        checkedOn: true,
        closedOn: true,
      })
      .extend({
        organization: z.object({ name: z.string(), phone: z.string().nullable() }),
        places: placesSaid.nullable(),
        labels: z
          .array(z.object({ list: z.string(), code: z.string(), pl: z.string(), en: z.string() }))
          .describe('Of the codes in this answer.'),
      }),
  }),
  publicDoubt: endpoint({
    method: 'POST',
    path: '/public/services/:id/doubts',
    summary:
      'Says that something of a service holds no longer, without signing in: a word of a list, of nobody. It waits for whoever keeps the entry.',
    who: 'anybody',
    aDay: 10,
    params: withId,
    body: z.object({ what: z.enum(publicDoubts) }),
    answer: nothing,
    problems: ['service-is-closed'],
  }),
}
