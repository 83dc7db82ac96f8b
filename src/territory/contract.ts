import { z } from 'zod'
import { endpoint, terc } from '../platform/http/contract.ts'

export const commune = z.object({
  terc,
  name: z.string(),
  kind: z.string().nullable(),
  county: z.string(),
  voivodeship: z.string(),
})
const locality = z.object({ name: z.string(), kind: z.string(), latitude: z.number(), longitude: z.number() })

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
}
