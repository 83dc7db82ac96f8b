import { endpoint, nothing, withId } from '../platform/http/contract.ts'

export const asksContract = {
  remind: endpoint({
    method: 'POST',
    path: '/asks/:id/remind',
    summary:
      'Reminds whoever is asked about something (an invitation, an item) and has not answered; at most once a day.',
    params: withId,
    answer: nothing,
    problems: ['reminded-today', 'nothing-to-remind-of', 'nobody-can-answer'],
  }),
}
