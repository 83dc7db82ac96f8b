import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page(
    '/administration/questionnaires',
    () => import('./pages/QuestionnairesPage.tsx'),
    'QuestionnairesPage',
  ),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    questionnaires: typeof pages
  }
}

export const doors: Doors = {
  pages,
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
