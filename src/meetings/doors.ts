import { CalendarPlus } from 'lucide-react'
import { lazy } from 'react'
import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/families/$id/meetings', () => import('./pages/FamilyMeetingsPage.tsx'), 'FamilyMeetingsPage'),
  page('/families/$id/meetings/new', () => import('./pages/CallMeetingPage.tsx'), 'CallMeetingPage'),
  page(
    '/partnerships/$id/meetings/new',
    () => import('./pages/CallPartnershipMeetingPage.tsx'),
    'CallPartnershipMeetingPage',
  ),
  page('/meetings/$id', () => import('./pages/MeetingPage.tsx'), 'MeetingPage'),
  page('/guest/$visit/meeting', () => import('./pages/GuestMeetingPage.tsx'), 'GuestMeetingPage', 'quiet'),
  page('/meetings/$id/table', () => import('./pages/MeetingTablePage.tsx'), 'MeetingTablePage', 'table'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    meetings: typeof pages
  }
}

const itsPage = ({ id }: { id: string }) => pageAt('/meetings/$id', { id })

export const doors: Doors = {
  pages,
  familyParts: [
    {
      key: 'meetings',
      within: 'team',
      position: 57,
      name: 'meetings:doors.familyPart',
      tab: 'meetings:doors.familyTab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
    },
  ],
  partnershipParts: [
    {
      key: 'meetings',
      position: 5,
      Part: lazy(() =>
        import('./pages/PartnershipMeetings.tsx').then(({ PartnershipMeetings }) => ({
          default: PartnershipMeetings,
        })),
      ),
    },
  ],
  signs: { meeting: CalendarPlus },
  notices: ['stand-in', 'meeting-off', 'minutes'].map((kind) => ({ kind, to: itsPage })),
  asks: [
    {
      kind: 'meeting',
      words: 'meetings:asks.meeting',
      list: 'meetings.meeting_kind',
      to: itsPage,
      waitedAt: itsPage,
    },
  ],
}
