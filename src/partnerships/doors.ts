import { Building2, Handshake, IdCard } from 'lucide-react'
import { pageAt } from '../platform/web/address.ts'
import { type Doors, page } from '../platform/web/door.ts'

const pages = [
  page('/partnerships', () => import('./pages/PartnershipsPage.tsx'), 'PartnershipsPage'),
  page('/partnerships/new', () => import('./pages/FoundPartnershipPage.tsx'), 'FoundPartnershipPage'),
  page('/partnerships/handover/$membershipId', () => import('./pages/HandoverPage.tsx'), 'HandoverPage'),
  page('/partnerships/$id', () => import('./pages/PartnershipPage.tsx'), 'PartnershipPage'),
  page(
    '/partnerships/$id/documents',
    () => import('./pages/PartnershipDocumentsPage.tsx'),
    'PartnershipDocumentsPage',
  ),
  page('/partnerships/$id/answers', () => import('./pages/AnswersPage.tsx'), 'AnswersPage'),
  page('/institution/answers', () => import('./pages/AnswersPage.tsx'), 'MyAnswersPage'),
  page('/partnerships/$id/rules', () => import('./pages/RulesPage.tsx'), 'RulesPage'),
  page('/partnerships/$id/history', () => import('./pages/HistoryPage.tsx'), 'HistoryPage'),
  page(
    '/partnerships/$id/invite',
    () => import('./pages/InviteInstitutionPage.tsx'),
    'InviteInstitutionPage',
  ),
  page('/partnerships/$id/agreement', () => import('./pages/DraftAgreementPage.tsx'), 'DraftAgreementPage'),
  page(
    '/partnerships/$id/agreements/$agreementId/end',
    () => import('./pages/EndAgreementPage.tsx'),
    'EndAgreementPage',
  ),
  page(
    '/partnerships/$id/agreements/$agreementId/suspend',
    () => import('./pages/SuspendAgreementPage.tsx'),
    'SuspendAgreementPage',
  ),
  page('/partnerships/$id/lead', () => import('./pages/OfferLeadPage.tsx'), 'OfferLeadPage'),
  page(
    '/partnerships/$id/members/$membershipId',
    () => import('./pages/MembershipPage.tsx'),
    'MembershipPage',
  ),
  page('/partnerships/$id/members/$membershipId/leave', () => import('./pages/LeavePage.tsx'), 'LeavePage'),
]

declare module '../platform/web/address.ts' {
  interface Pages {
    partnerships: typeof pages
  }
}

export const doors: Doors = {
  pages,
  places: [
    {
      to: '/partnerships',
      name: 'partnerships:doors.partnerships',
      bar: 5,
      wide: true,
      more: 1,
      icon: Handshake,
    },
    {
      to: '/institution/answers',
      name: 'partnerships:doors.answers',
      sub: 'partnerships:doors.answersSub',
      more: 1,
      seen: ({ worker }) => worker?.isHead === true,
    },
  ],
  signs: { worker: IdCard, institution: Building2 },
  asks: [
    { kind: 'declaration', words: 'partnerships:asks.declaration', to: () => '/partnerships' },
    { kind: 'signature', words: 'partnerships:asks.signature', to: () => '/partnerships' },
    {
      kind: 'lead',
      words: 'partnerships:asks.lead',
      to: ({ scopeId }) => pageAt('/partnerships/$id', { id: scopeId! }),
      waitedAt: ({ scopeId }) => pageAt('/partnerships/$id', { id: scopeId! }),
    },
  ],
}
