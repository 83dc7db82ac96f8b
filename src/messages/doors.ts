import { MessageSquare, MessagesSquare } from 'lucide-react'
import { lazy } from 'react'
import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/conversations', () => import('./pages/ConversationsPage.tsx'), 'ConversationsPage'),
  page('/conversations/new', () => import('./pages/NewConversationPage.tsx'), 'NewConversationPage'),
  page('/conversations/$id', () => import('./pages/ConversationPage.tsx'), 'ConversationPage'),
  page('/conversations/to/$id', () => import('./pages/AddressedPage.tsx'), 'AddressedPage'),
  page('/letters/$id', () => import('./pages/LetterPage.tsx'), 'LetterPage'),
  page(
    '/families/$id/conversations',
    () => import('./pages/FamilyConversationsPage.tsx'),
    'FamilyConversationsPage',
  ),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    messages: typeof pages
  }
}

const itsMatter = ({ id }: { id: string }) => pageAt('/conversations/$id', { id })
/** What is asked of an addressee leads to the matter, or to the one message that they read. */
const itsMessage = ({ id }: { id: string }) => pageAt('/conversations/to/$id', { id })

export const doors: Doors = {
  pages,
  places: [
    {
      to: '/conversations',
      name: 'messages:doors.conversations',
      bar: 4,
      icon: MessagesSquare,
      counts: { path: '/api/conversations/count', words: 'messages:doors.unread' },
    },
  ],
  deeds: [{ to: '/conversations/new', name: 'messages:doors.new', icon: MessageSquare }],
  signs: { matter: MessagesSquare },
  familyParts: [
    {
      key: 'conversations',
      within: 'team',
      position: 52,
      name: 'messages:doors.part',
      tab: 'messages:doors.tab',
      seen: ({ may }) => may.includes('team') || may.includes('coordinate'),
    },
  ],
  partnershipParts: [
    {
      key: 'conversations',
      position: 20,
      Part: lazy(() =>
        import('./pages/PartnershipConversations.tsx').then(({ PartnershipConversations }) => ({
          default: PartnershipConversations,
        })),
      ),
    },
  ],
  notices: [
    { kind: 'message', to: itsMatter },
    { kind: 'acknowledged', to: itsMatter },
  ],
  asks: [
    { kind: 'urgent-message', words: 'messages:asks.urgent', to: itsMessage, waitedAt: itsMessage },
    { kind: 'letter', words: 'messages:asks.letter', to: itsMessage, waitedAt: itsMessage },
  ],
}
