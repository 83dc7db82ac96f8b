import { House } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page('/handovers/$id', () => import('./pages/HandoverPage.tsx'), 'HandoverPage'),
    page('/entry-requests/$id', () => import('./pages/EntryRequestPage.tsx'), 'EntryRequestPage'),
    page('/families', () => import('./pages/FamiliesPage.tsx'), 'FamiliesPage'),
    page('/families/$id', () => import('./pages/FamilyPage.tsx'), 'FamilyPage'),
    page('/families/$id/team', () => import('./pages/TeamPage.tsx'), 'TeamPage'),
    page('/families/$id/household', () => import('./pages/HouseholdPage.tsx'), 'HouseholdPage'),
    page('/families/$id/consents', () => import('./pages/ConsentsPage.tsx'), 'ConsentsPage'),
    page(
      '/families/$id/questionnaires',
      () => import('./pages/QuestionnairesPage.tsx'),
      'QuestionnairesPage',
    ),
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
    page('/families/$id/void', () => import('./pages/VoidCasePage.tsx'), 'VoidCasePage'),
  ],
  places: [{ to: '/families', name: 'cases:doors.families', bar: 2, icon: House }],
  familyParts: [
    {
      key: 'overview',
      position: 10,
      name: 'cases:doors.overviewPart',
      tab: 'cases:doors.overviewTab',
      seen: () => true,
    },
    {
      key: 'team',
      position: 50,
      name: 'cases:doors.teamPart',
      tab: 'cases:doors.teamTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate') || may.includes('head'),
    },
    {
      key: 'household',
      position: 60,
      name: 'cases:doors.householdPart',
      tab: 'cases:doors.householdTab',
      seen: ({ may }) => may.includes('coordinate') || (may.includes('team') && may.includes('file')),
    },
    {
      key: 'consents',
      position: 70,
      name: 'cases:doors.consentsPart',
      tab: 'cases:doors.consentsTab',
      seen: ({ may }) => may.includes('coordinate') || (may.includes('team') && may.includes('file')),
    },
    {
      key: 'questionnaires',
      position: 90,
      name: 'cases:doors.questionnairesPart',
      tab: 'cases:doors.questionnairesTab',
      seen: ({ may, leads }) => may.includes('coordinate') || (may.includes('team') && leads),
    },
  ],
}
