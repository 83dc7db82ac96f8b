import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/families/$id/contract', () => import('./pages/ContractPage.tsx'), 'ContractPage'),
  page('/families/$id/print', () => import('./pages/CourtPrintPage.tsx'), 'CourtPrintPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    contracts: typeof pages
  }
}

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'contract',
      within: 'plan',
      position: 40,
      name: 'contracts:doors.contractPart',
      tab: 'contracts:doors.contractTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate') || may.includes('head'),
      led: true,
    },
    {
      key: 'print',
      within: 'course',
      position: 100,
      name: 'contracts:doors.printPart',
      tab: 'contracts:doors.printTab',
      seen: ({ may }) => may.includes('coordinate'),
    },
  ],
  notices: [
    {
      kind: 'service-not-happened',
      to: ({ scopeId }) => pageAt('/families/$id/contract', { id: scopeId! }),
    },
  ],
  asks: [
    {
      kind: 'mending',
      words: 'contracts:asks.mending',
      to: ({ scopeId }) => pageAt('/families/$id/contract', { id: scopeId! }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id/contract', { id: scopeId! }),
    },
    {
      kind: 'approval',
      words: 'contracts:asks.approval',
      to: ({ scopeId }) => pageAt('/families/$id/contract', { id: scopeId! }),
      waitedAt: ({ scopeId }) => pageAt('/families/$id/contract', { id: scopeId! }),
    },
  ],
}
