import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import { SessionContext } from '../platform/kit/session.ts'
import { exampleSession } from './exampleSession.ts'
import { FailurePage } from './FailurePage.tsx'
import { Frame, QuietFrame } from './Frame.tsx'
import { LoadingPage } from './LoadingPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { WorkLayout } from './WorkLayout.tsx'

const root = createRootRoute()

/** Pages of a signed-in worker, in the full frame. */
const work = createRoute({ getParentRoute: () => root, id: 'work', component: WorkLayout })

/** Pages for those who are not signed in, or came by a link: sign-in, an answer from an e-mail. */
const quiet = createRoute({
  getParentRoute: () => root,
  id: 'quiet',
  component: () => (
    <QuietFrame>
      <Outlet />
    </QuietFrame>
  ),
})

/** The kit page: the full frame around an invented person, without a server. */
const example = createRoute({
  getParentRoute: () => root,
  id: 'example',
  component: () => (
    <SessionContext value={exampleSession}>
      <Frame waiting={6}>
        <Outlet />
      </Frame>
    </SessionContext>
  ),
})

type PageModule = { [name: string]: unknown }

/** A page is a file `XPage.tsx` that exports `XPage`; its code comes when it is first opened. */
function page<M extends PageModule>(
  path: string,
  load: () => Promise<M>,
  name: keyof M & `${string}Page`,
  parent: typeof work | typeof quiet | typeof example = work,
) {
  return createRoute({
    getParentRoute: () => parent as typeof work,
    path,
    component: lazyRouteComponent(load as never, name as never) as RouteComponent,
  })
}

const routeTree = root.addChildren([
  work.addChildren([
    page('/', () => import('../day/pages/MyDayPage.tsx'), 'MyDayPage'),
    page('/concerns', () => import('../cases/pages/ConcernsPage.tsx'), 'ConcernsPage'),
    page('/concerns/new', () => import('../cases/pages/ReportConcernPage.tsx'), 'ReportConcernPage'),
    page('/concerns/$id', () => import('../cases/pages/ConcernPage.tsx'), 'ConcernPage'),
    page('/concerns/$id/take-up', () => import('../cases/pages/TakeUpPage.tsx'), 'TakeUpPage'),
    page('/contacts/new', () => import('../cases/pages/ContactFormPage.tsx'), 'ContactFormPage'),
    page('/handovers/$id', () => import('../cases/pages/HandoverPage.tsx'), 'HandoverPage'),
    page('/entry-requests/$id', () => import('../cases/pages/EntryRequestPage.tsx'), 'EntryRequestPage'),
    page('/families', () => import('../cases/pages/FamiliesPage.tsx'), 'FamiliesPage'),
    page('/families/$id', () => import('../cases/pages/FamilyPage.tsx'), 'FamilyPage'),
    page('/families/$id/team', () => import('../cases/pages/TeamPage.tsx'), 'TeamPage'),
    page('/families/$id/household', () => import('../cases/pages/HouseholdPage.tsx'), 'HouseholdPage'),
    page('/families/$id/consents', () => import('../cases/pages/ConsentsPage.tsx'), 'ConsentsPage'),
    page('/families/$id/contacts', () => import('../cases/pages/ContactsPage.tsx'), 'ContactsPage'),
    page('/families/$id/contacts/new', () => import('../cases/pages/ContactFormPage.tsx'), 'ContactFormPage'),
    page(
      '/families/$id/assessment',
      () => import('../assessments/pages/AssessmentPage.tsx'),
      'AssessmentPage',
    ),
    page('/families/$id/basket', () => import('../baskets/pages/BasketPage.tsx'), 'BasketPage'),
    page('/families/$id/contract', () => import('../contracts/pages/ContractPage.tsx'), 'ContractPage'),
    page('/families/$id/print', () => import('../contracts/pages/CourtPrintPage.tsx'), 'CourtPrintPage'),
    page(
      '/families/$id/questionnaires',
      () => import('../cases/pages/QuestionnairesPage.tsx'),
      'QuestionnairesPage',
    ),
    page(
      '/families/$id/questionnaires/$responseId',
      () => import('../cases/pages/QuestionnairesPage.tsx'),
      'QuestionnairePage',
    ),
    page(
      '/families/$id/questionnaires/blank/$questionnaireId',
      () => import('../cases/pages/QuestionnairesPage.tsx'),
      'BlankQuestionnairePage',
    ),
    page('/items/$id', () => import('../baskets/pages/AnswerItemPage.tsx'), 'AnswerItemPage'),
    page('/families/$id/close', () => import('../assessments/pages/CloseCasePage.tsx'), 'CloseCasePage'),
    page('/families/$id/void', () => import('../cases/pages/VoidCasePage.tsx'), 'VoidCasePage'),
    page('/institution', () => import('../institutions/pages/InstitutionPage.tsx'), 'InstitutionPage'),
    page(
      '/institution/edit',
      () => import('../institutions/pages/EditInstitutionPage.tsx'),
      'EditInstitutionPage',
    ),
    page('/institution/workers/new', () => import('../institutions/pages/WorkerPage.tsx'), 'NewWorkerPage'),
    page('/institution/workers/$id', () => import('../institutions/pages/WorkerPage.tsx'), 'WorkerPage'),
    page('/oversight', () => import('../oversight/pages/JournalPage.tsx'), 'JournalPage'),
    page('/oversight/looks', () => import('../oversight/pages/LooksPage.tsx'), 'LooksPage'),
    page('/oversight/records', () => import('../oversight/pages/RecordsPage.tsx'), 'RecordsPage'),
    page('/oversight/records/$id', () => import('../oversight/pages/RecordPage.tsx'), 'RecordPage'),
    page('/oversight/ask/$scopeId', () => import('../oversight/pages/AskRecordPage.tsx'), 'AskRecordPage'),
    page('/partnerships', () => import('../partnerships/pages/PartnershipsPage.tsx'), 'PartnershipsPage'),
    page(
      '/partnerships/new',
      () => import('../partnerships/pages/FoundPartnershipPage.tsx'),
      'FoundPartnershipPage',
    ),
    page(
      '/partnerships/handover/$membershipId',
      () => import('../partnerships/pages/HandoverPage.tsx'),
      'HandoverPage',
    ),
    page('/partnerships/$id', () => import('../partnerships/pages/PartnershipPage.tsx'), 'PartnershipPage'),
    page(
      '/partnerships/$id/documents',
      () => import('../partnerships/pages/PartnershipDocumentsPage.tsx'),
      'PartnershipDocumentsPage',
    ),
    page('/partnerships/$id/rules', () => import('../partnerships/pages/RulesPage.tsx'), 'RulesPage'),
    page('/partnerships/$id/history', () => import('../partnerships/pages/HistoryPage.tsx'), 'HistoryPage'),
    page(
      '/partnerships/$id/competence',
      () => import('../partnerships/pages/CompetencePage.tsx'),
      'CompetencePage',
    ),
    page(
      '/partnerships/$id/invite',
      () => import('../partnerships/pages/InviteInstitutionPage.tsx'),
      'InviteInstitutionPage',
    ),
    page(
      '/partnerships/$id/agreement',
      () => import('../partnerships/pages/DraftAgreementPage.tsx'),
      'DraftAgreementPage',
    ),
    page(
      '/partnerships/$id/agreements/$agreementId/end',
      () => import('../partnerships/pages/EndAgreementPage.tsx'),
      'EndAgreementPage',
    ),
    page(
      '/partnerships/$id/agreements/$agreementId/suspend',
      () => import('../partnerships/pages/SuspendAgreementPage.tsx'),
      'SuspendAgreementPage',
    ),
    page('/partnerships/$id/lead', () => import('../partnerships/pages/OfferLeadPage.tsx'), 'OfferLeadPage'),
    page(
      '/partnerships/$id/members/$membershipId',
      () => import('../partnerships/pages/MembershipPage.tsx'),
      'MembershipPage',
    ),
    page(
      '/partnerships/$id/members/$membershipId/leave',
      () => import('../partnerships/pages/LeavePage.tsx'),
      'LeavePage',
    ),
    page(
      '/administration/second-factors',
      () => import('../institutions/pages/LostFactorsPage.tsx'),
      'LostFactorsPage',
    ),
    page('/administration/territory', () => import('../territory/pages/TerritoryPage.tsx'), 'TerritoryPage'),
    page(
      '/administration/questionnaires',
      () => import('../platform/questionnaires/pages/QuestionnairesPage.tsx'),
      'QuestionnairesPage',
    ),
    page('/my-account', () => import('../platform/identity/pages/MyAccountPage.tsx'), 'MyAccountPage'),
    page('/my-looks', () => import('../looks/pages/MyLooksPage.tsx'), 'MyLooksPage'),
    page('/practice/outbox', () => import('../platform/mail/pages/OutboxPage.tsx'), 'OutboxPage'),
    page('/more', () => import('./MorePage.tsx'), 'MorePage'),
    page('/help', () => import('./HelpPage.tsx'), 'HelpPage'),
    page('/accessibility', () => import('./AccessibilityPage.tsx'), 'AccessibilityPage'),
    // Whatever else is asked for: nobody learns here, without signing in, which addresses exist.
    createRoute({ getParentRoute: () => work, path: '$', component: NotFoundPage }),
  ]),
  quiet.addChildren([
    page('/sign-in', () => import('./SignInPage.tsx'), 'SignInPage', quiet),
    page('/reset', () => import('../platform/identity/pages/ResetPage.tsx'), 'ResetPage', quiet),
    page(
      '/reset/new',
      () => import('../platform/identity/pages/NewPasswordPage.tsx'),
      'NewPasswordPage',
      quiet,
    ),
    page(
      '/invitation/$token',
      () => import('../institutions/pages/InvitationPage.tsx'),
      'InvitationPage',
      quiet,
    ),
  ]),
  example.addChildren([page('/kit', () => import('../platform/kit/pages/KitPage.tsx'), 'KitPage', example)]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: FailurePage,
  scrollRestoration: true,
  // A query is plain text, so that an address can be read, sent and typed.
  parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
  stringifySearch: (values) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
    return query && `?${query}`
  },
})
