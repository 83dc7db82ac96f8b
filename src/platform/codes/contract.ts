import { z } from 'zod'
import { endpoint } from '../http/contract.ts'

export const codesContract = {
  codes: endpoint({
    method: 'GET',
    path: '/codes',
    summary:
      'All code lists with their labels, for the reader to choose from and to read by: as they are shipped, of nobody in particular.',
    who: 'anybody',
    answer: z.record(
      z.string(),
      z.array(z.looseObject({ code: z.string(), pl: z.string(), en: z.string() })),
    ),
  }),
}
