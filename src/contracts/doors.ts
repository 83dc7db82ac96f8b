import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/families/$id/contract', () => import('./pages/ContractPage.tsx'), 'ContractPage'),
    page('/families/$id/print', () => import('./pages/CourtPrintPage.tsx'), 'CourtPrintPage'),
  ],
  familyParts: [
    {
      key: 'contract',
      position: 40,
      name: 'contracts:doors.contractPart',
      tab: 'contracts:doors.contractTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate') || may.includes('head'),
      led: true,
    },
  ],
  asks: [
    {
      kind: 'approval',
      words: 'contracts:asks.approval',
      to: ({ scopeId }) => `/families/${scopeId}/contract`,
      waitedAt: ({ scopeId }) => `/families/${scopeId}/contract`,
    },
  ],
}
