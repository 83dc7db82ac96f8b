import { Plus } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/contacts/new', () => import('./pages/ContactFormPage.tsx'), 'ContactFormPage'),
  page('/families/$id/contacts', () => import('./pages/ContactsPage.tsx'), 'ContactsPage'),
  page('/families/$id/tasks', () => import('./pages/TasksPage.tsx'), 'TasksPage'),
  page('/families/$id/contacts/new', () => import('./pages/ContactFormPage.tsx'), 'ContactFormPage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    contacts: typeof pages
  }
}

export const doors: Doors = {
  pages,
  deeds: [{ to: '/contacts/new', name: 'contacts:doors.note', icon: Plus }],
  familyParts: [
    {
      key: 'tasks',
      within: 'team',
      position: 55,
      name: 'contacts:doors.tasksPart',
      tab: 'contacts:doors.tasksTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
    },
    {
      key: 'contacts',
      within: 'course',
      position: 80,
      name: 'contacts:doors.contactsPart',
      tab: 'contacts:doors.contactsTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
    },
  ],
}
