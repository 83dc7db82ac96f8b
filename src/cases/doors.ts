import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/handovers/$id', () => import('./pages/HandoverPage.tsx'), 'HandoverPage'),
    page('/families/$id/team', () => import('./pages/TeamPage.tsx'), 'TeamPage'),
    page('/families/$id/void', () => import('./pages/VoidCasePage.tsx'), 'VoidCasePage'),
  ],
  familyParts: [
    {
      key: 'team',
      position: 50,
      name: 'cases:doors.teamPart',
      tab: 'cases:doors.teamTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate') || may.includes('head'),
    },
  ],
  asks: [
    {
      kind: 'invitation',
      words: 'cases:asks.invitation',
      ownWords: true,
      to: ({ scopeId }) => `/families/${scopeId}`,
      waitedAt: ({ scopeId }) => `/families/${scopeId}/team`,
    },
    {
      kind: 'handover',
      words: 'cases:asks.handover',
      to: ({ id }) => `/handovers/${id}`,
      waitedAt: ({ scopeId }) => `/families/${scopeId}`,
    },
    {
      kind: 'coordinator',
      words: 'cases:asks.coordinator',
      to: ({ scopeId }) => `/families/${scopeId}/team`,
    },
  ],
}
