import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/institution', () => import('./pages/InstitutionPage.tsx'), 'InstitutionPage'),
  page('/administration/second-factors', () => import('./pages/LostFactorsPage.tsx'), 'LostFactorsPage'),
  page('/institution/edit', () => import('./pages/EditInstitutionPage.tsx'), 'EditInstitutionPage'),
  page('/institution/workers/new', () => import('./pages/WorkerPage.tsx'), 'NewWorkerPage'),
  page('/institution/workers/$id', () => import('./pages/WorkerPage.tsx'), 'WorkerPage'),
  page('/institution/covers/$id', () => import('./pages/CoverPage.tsx'), 'CoverPage'),
  page('/invitation/$token', () => import('./pages/InvitationPage.tsx'), 'InvitationPage', 'quiet'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    institutions: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    {
      to: '/institution',
      name: 'institutions:doors.institution',
      sub: 'institutions:doors.institutionSub',
      more: 1,
    },
    {
      to: '/administration/second-factors',
      name: 'institutions:doors.factors',
      sub: 'institutions:doors.factorsSub',
      more: 7,
      seen: ({ account }) => account.administrator,
    },
  ],
}
