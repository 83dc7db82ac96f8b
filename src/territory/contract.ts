import { z } from 'zod'
import { endpoint, nothing, terc } from '../platform/http/contract.ts'

export const commune = z.object({
  terc,
  name: z.string(),
  kind: z.string().nullable(),
  county: z.string(),
  voivodeship: z.string(),
})
const locality = z.object({ name: z.string(), kind: z.string(), latitude: z.number(), longitude: z.number() })

/** A whole TERC file has about 4,200 lines, 200 kB. */
const newerFile = z.object({ csv: z.string().max(900_000) })

export const territoryContract = {
  findCommunes: endpoint({
    method: 'GET',
    path: '/territory/communes',
    summary: 'Communes by the beginning or the likeness of their name, also without Polish letters.',
    query: z.object({ name: z.string().trim().min(1).max(80) }),
    answer: z.array(commune),
  }),
  commune: endpoint({
    method: 'GET',
    path: '/territory/communes/:terc',
    summary: 'One commune and its neighbours in the county.',
    params: z.object({ terc }),
    answer: commune,
  }),
  localities: endpoint({
    method: 'GET',
    path: '/territory/communes/:terc/localities',
    summary: 'Towns and villages of a commune.',
    params: z.object({ terc }),
    answer: z.array(locality),
  }),
  partsOf: endpoint({
    method: 'GET',
    path: '/territory/parts',
    summary: 'The voivodeships, the counties of a voivodeship, or the communes of a county.',
    query: z.object({
      of: z
        .string()
        .regex(/^\d{2}(\d{2})?$/)
        .optional(),
    }),
    answer: z.array(z.object({ terc: z.string(), name: z.string(), kind: z.string().nullable() })),
  }),
  previewUnits: endpoint({
    method: 'POST',
    question: true,
    path: '/administration/territory/preview',
    summary: 'What a newer TERC file of the statistical office would change; for the administrator.',
    who: 'account',
    body: newerFile,
    answer: z.object({
      since: z.string(),
      came: z.array(z.object({ terc: z.string(), name: z.string() })),
      renamed: z.array(z.object({ terc: z.string(), from: z.string(), to: z.string() })),
      moved: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
      ended: z.array(z.object({ terc: z.string(), name: z.string() })),
    }),
    problems: ['not-a-terc-file', 'letters-lost', 'older-than-present'],
  }),
  takeOverUnits: endpoint({
    method: 'POST',
    path: '/administration/territory',
    summary: 'Takes over a newer TERC file from its day on; for the administrator.',
    who: 'account',
    body: newerFile,
    answer: nothing,
    problems: ['not-a-terc-file', 'letters-lost', 'older-than-present'],
  }),
}
