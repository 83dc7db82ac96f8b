import { type Doors, page } from '../platform/web/door.ts'

export const doors: Doors = {
  pages: [
    page(
      '/administration/questionnaires',
      () => import('./pages/QuestionnairesPage.tsx'),
      'QuestionnairesPage',
    ),
  ],
  places: [
    {
      to: '/administration/questionnaires',
      name: 'questionnaires:doors.questionnaires',
      sub: 'questionnaires:doors.questionnairesSub',
      more: 8,
      seen: ({ account }) => account.administrator,
    },
  ],
}
