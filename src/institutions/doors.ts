import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/institution', () => import('./pages/InstitutionPage.tsx'), 'InstitutionPage'),
    page('/administration/second-factors', () => import('./pages/LostFactorsPage.tsx'), 'LostFactorsPage'),
    page('/institution/edit', () => import('./pages/EditInstitutionPage.tsx'), 'EditInstitutionPage'),
    page('/institution/workers/new', () => import('./pages/WorkerPage.tsx'), 'NewWorkerPage'),
    page('/institution/workers/$id', () => import('./pages/WorkerPage.tsx'), 'WorkerPage'),
    page('/invitation/$token', () => import('./pages/InvitationPage.tsx'), 'InvitationPage', 'quiet'),
  ],
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
