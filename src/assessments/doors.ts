import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/families/$id/assessment', () => import('./pages/AssessmentPage.tsx'), 'AssessmentPage'),
  page('/families/$id/close', () => import('./pages/CloseCasePage.tsx'), 'CloseCasePage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    assessments: typeof pages
  }
}

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'assessment',
      within: 'assessment',
      position: 20,
      name: 'assessments:doors.assessmentPart',
      tab: 'assessments:doors.assessmentTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
      led: true,
    },
  ],
}
