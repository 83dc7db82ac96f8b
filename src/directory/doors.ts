import { MapPin, Plus } from 'lucide-react'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/services', () => import('./pages/ServicesPage.tsx'), 'ServicesPage'),
  page('/services/new', () => import('./pages/NewServicePage.tsx'), 'NewServicePage'),
  page('/services/mine', () => import('./pages/MyServicesPage.tsx'), 'MyServicesPage'),
  page('/services/missing', () => import('./pages/MissingPage.tsx'), 'MissingPage'),
  page('/services/departures', () => import('./pages/DeparturesPage.tsx'), 'DeparturesPage'),
  page('/services/roads', () => import('./pages/RoadsPage.tsx'), 'RoadsPage'),
  page('/services/import', () => import('./pages/BringServicesPage.tsx'), 'BringServicesPage'),
  page('/services/timetable', () => import('./pages/BringTimetablePage.tsx'), 'BringTimetablePage'),
  page('/services/timetables/$id', () => import('./pages/TimetablePage.tsx'), 'TimetablePage'),
  page('/services/$id', () => import('./pages/ServicePage.tsx'), 'ServicePage'),
  page('/services/$id/edit', () => import('./pages/NewServicePage.tsx'), 'EditServicePage'),
  page('/public/services', () => import('./pages/PublicServicesPage.tsx'), 'PublicServicesPage', 'quiet'),
  page('/public/services/$id', () => import('./pages/PublicServicePage.tsx'), 'PublicServicePage', 'quiet'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    directory: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    { to: '/services', name: 'directory:doors.services', sub: 'directory:doors.servicesSub', more: 0 },
  ],
  deeds: [{ to: '/services/new', name: 'directory:doors.new', icon: Plus }],
  notices: [{ kind: 'service-entries', to: () => '/services/mine' }],
  signs: { service: MapPin },
}
