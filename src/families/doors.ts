import { House, User } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/families', () => import('./pages/FamiliesPage.tsx'), 'FamiliesPage'),
  page('/my-team', () => import('./pages/MyTeamPage.tsx'), 'MyTeamPage'),
  page('/families/$id', () => import('./pages/FamilyPage.tsx'), 'FamilyPage'),
  page('/families/$id/household', () => import('./pages/HouseholdPage.tsx'), 'HouseholdPage'),
  page('/families/$id/consents', () => import('./pages/ConsentsPage.tsx'), 'ConsentsPage'),
  page('/families/$id/questionnaires', () => import('./pages/QuestionnairesPage.tsx'), 'QuestionnairesPage'),
  page(
    '/families/$id/questionnaires/$responseId',
    () => import('./pages/QuestionnairesPage.tsx'),
    'QuestionnairePage',
  ),
  page(
    '/families/$id/questionnaires/blank/$questionnaireId',
    () => import('./pages/QuestionnairesPage.tsx'),
    'BlankQuestionnairePage',
  ),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    families: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    { to: '/families', name: 'families:doors.families', bar: 2, icon: House },
    {
      to: '/my-team',
      name: 'families:doors.team',
      sub: 'families:doors.teamSub',
      more: 0,
      seen: ({ worker }) => worker?.isHead === true,
    },
  ],
  signs: { family: House, person: User },
  familyParts: [
    {
      key: 'overview',
      within: 'family',
      position: 10,
      name: 'families:doors.overviewPart',
      tab: 'families:doors.overviewTab',
      seen: () => true,
    },
    {
      key: 'household',
      within: 'family',
      position: 60,
      name: 'families:doors.householdPart',
      tab: 'families:doors.householdTab',
      seen: ({ may }) => may.includes('coordinate') || (may.includes('team') && may.includes('file')),
    },
    {
      key: 'consents',
      within: 'family',
      position: 70,
      name: 'families:doors.consentsPart',
      tab: 'families:doors.consentsTab',
      seen: ({ may }) => may.includes('coordinate') || (may.includes('team') && may.includes('file')),
    },
    {
      key: 'questionnaires',
      within: 'assessment',
      position: 90,
      name: 'families:doors.questionnairesPart',
      tab: 'families:doors.questionnairesTab',
      seen: ({ may, leads }) => may.includes('coordinate') || (may.includes('team') && leads),
    },
  ],
}
