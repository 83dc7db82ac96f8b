import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    invitation: 'cases:tellings.invitation',
    handover: 'cases:tellings.handover',
    coordinator: 'cases:tellings.coordinator',
    proposal: 'cases:tellings.proposal',
    'withdrawn-consent': 'cases:tellings.withdrawn',
  },
  news: ['team.accepted', 'team.declined', 'case.closed'],
}
