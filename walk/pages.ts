import { inEachFolder } from '../src/platform/parts.ts'
import type { Doors } from '../src/platform/web/door.ts'
import { journey } from './journey.ts'

/** Who opens a page that no journey comes by, and with which ids in its address. */
export type PagesProof = { [path: string]: { who: string; ids?: { [name: string]: string } } }

declare module '../src/platform/parts.ts' {
  interface Found {
    'doors.ts': { doors: Doors }
    'pages.proof.ts': { proof: PagesProof }
  }
}

const told = async (): Promise<PagesProof> =>
  Object.assign({}, ...(await inEachFolder('pages.proof.ts')).map(({ proof }) => proof))

const addressOf = (path: string, ids: { [name: string]: string } = {}) =>
  path.replace(/\$(\w+)/g, (_, name) => ids[name]!)

/** Every page that a folder tells of in its `pages.proof.ts` opens for whom it is meant. */
export const openEveryPage = journey('Każda strona się otwiera', '', async (walk) => {
  for (const [path, { who, ids }] of Object.entries(await told())) {
    const walker = await walk.as(who)
    await walker.looksAt(addressOf(path, ids))
  }
})

/** Pages of any folder's doors that are not among these addresses. */
export async function pagesNotOpened(opened: Set<string>): Promise<string[]> {
  const paths = (await inEachFolder('doors.ts')).flatMap(({ doors }) =>
    (doors.pages ?? []).map(({ path }) => path),
  )
  // The more exact first, as the router reads them: `new` is no id.
  const byExactness = paths.sort((a, b) => a.split('$').length - b.split('$').length)
  const left = new Set(paths)
  for (const address of opened)
    left.delete(
      byExactness.find((path) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}/?$`).test(address)) ?? '',
    )
  return [...left]
}
