import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    invitation: 'cases:tellings.invitation',
    handover: 'cases:tellings.handover',
    coordinator: 'cases:tellings.coordinator',
    'coordinator-elsewhere': 'cases:tellings.coordinator-elsewhere',
    proposal: 'cases:tellings.proposal',
    'proposal.leader': 'asks:letters.silence.leaderCalls',
    'withdrawn-consent': 'cases:tellings.withdrawn',
  },
  news: ['team.accepted', 'team.declined', 'case.opened', 'case.closed'],
  course: {
    'opinion.recorded': 'voice',
    'coordinator.appointed': 'people',
    'handover.offered': 'people',
    'handover.accepted': 'people',
    'handover.declined': 'people',
    'handover.withdrawn': 'people',
    'team.invited': 'people',
    'team.delegated': 'people',
    'team.left': 'people',
    'worker.excluded': 'people',
    'exclusion.lifted': 'people',
    'team.accepted': 'answer',
    'team.declined': 'answer',
    'case.opened': 'agreed',
    'case.closed': 'agreed',
    'case.reopened': 'agreed',
    'case.voided': 'agreed',
    'case.printed': 'paper',
  },
}
