/** The pages of the app, by folder: each folder's `doors.ts` adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: the folders fill it
export interface Pages {}

type PathsIn<Folder> = Folder extends readonly { path: infer Path }[] ? Path : never
/** A page as its door names it: `/families/$id/basket`. */
export type Path = PathsIn<Pages[keyof Pages]>

type Names<P> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never

type Still<P> = P extends string ? ([Names<P>] extends [never] ? P : never) : never

declare const checked: unique symbol
/** Where a link may lead: a page that takes no name, what `pageAt` made, a place on this page, a paper, another site. */
export type Address =
  | Still<Path>
  | (string & { [checked]: true })
  | `#${string}`
  | `/api/${string}`
  | `${'http' | 'https'}://${string}`

/**
 * The address of a page: `pageAt('/families/$id/basket', { id })`. A page that is not there, or lacks a name, does not
 * compile.
 */
export function pageAt<P extends Path>(
  page: P,
  names: { [Name in Names<P>]: string },
  { query = {}, hash }: { query?: Record<string, string | undefined>; hash?: string } = {},
): Address {
  const path = (page as string).replace(/\$(\w+)/g, (_, name: Names<P>) => encodeURIComponent(names[name]))
  const asked = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(asked).toString()
  return `${path}${search && `?${search}`}${hash ? `#${hash}` : ''}` as Address
}

/** The same page in another job of the same person: it is opened anew, and this tab stands for that job from then on. */
export const inWork = (to: Address, workerId: string): Address => {
  const [page, hash] = to.split('#') as [string, string?]
  return `${page}${page.includes('?') ? '&' : '?'}as=${workerId}${hash ? `#${hash}` : ''}` as Address
}

/** An address that was told from elsewhere: by the server, or by where somebody came from. */
export const told = (address: string) => address as Address
