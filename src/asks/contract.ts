import { z } from 'zod'
import { code, endpoint, id, nothing } from '../platform/http/contract.ts'

export const asksContract = {
  remind: endpoint({
    method: 'POST',
    path: '/asks/:kind/:id/remind',
    summary: 'Reminds whoever is asked and has not answered; at most once a day.',
    params: z.object({ kind: code, id }),
    answer: nothing,
    problems: ['reminded-today', 'nothing-to-remind-of'],
  }),
}
