import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router'
import { pages } from '../platform/web/all-doors.ts'
import { askAhead } from '../platform/web/queries.ts'
import { SessionContext } from '../platform/web/session.ts'
import { allTold } from '../platform/web/texts.ts'
import { exampleSession } from './exampleSession.ts'
import { FailurePage } from './FailurePage.tsx'
import { Frame, QuietFrame } from './Frame.tsx'
import { LoadingPage } from './LoadingPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { WorkLayout } from './WorkLayout.tsx'

const root = createRootRoute()

/** Pages of a signed-in worker, in the full frame. */
const work = createRoute({ getParentRoute: () => root, id: 'work', component: WorkLayout })

/** Pages of a signed-in worker that others look at too, on a wall: nothing of the rest of their work stands there. */
const table = createRoute({
  getParentRoute: () => root,
  id: 'table',
  component: () => <WorkLayout atTable />,
})

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

const frames = { work, table, quiet, example }

/** The code of a page, with its texts in the language that is spoken. */
const told = (load: () => Promise<unknown>) => async () => {
  const code = await load()
  await allTold()
  return code
}

/** Every page that a folder's `doors.ts` names; its code comes when it is first opened. */
const pagesIn = (kind: keyof typeof frames) =>
  pages
    .filter(({ frame }) => frame === kind)
    .map(({ path, load, name, asks }) =>
      createRoute({
        getParentRoute: () => frames[kind] as typeof work,
        path,
        loader: () => {
          if (asks) void askAhead(asks)
        },
        component: lazyRouteComponent(told(load) as never, name as never) as RouteComponent,
      }),
    )

const routeTree = root.addChildren([
  work.addChildren([
    ...pagesIn('work'),
    // Whatever else is asked for: nobody learns here, without signing in, which addresses exist.
    createRoute({ getParentRoute: () => work, path: '$', component: NotFoundPage }),
  ]),
  table.addChildren(pagesIn('table')),
  quiet.addChildren(pagesIn('quiet')),
  example.addChildren(pagesIn('example')),
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
