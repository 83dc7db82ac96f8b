import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files that travel together, the largest first, and what they weigh: KB gzip. */
export type Load = { size: number; files: { file: string; size: number }[] }

/**
 * What a built web app sends: its first screen, My day beside it, and the largest page that may be opened after that,
 * once the frame had nothing to do. What is only asked for later (`import()`) is not counted.
 * @param folder as `buildWeb` returns it
 */
export function sizesOf(folder: string): { first: Load; day: Load; largest: Load & { page: string } } {
  const assets = join(folder, 'assets')
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'))
  const load = (names: Iterable<string>): Load => {
    const sizes = [...names].map((file) => ({ file, size: statSync(join(assets, `${file}.gz`)).size / 1024 }))
    return {
      size: sizes.reduce((sum, { size }) => sum + size, 0),
      files: sizes.sort((a, b) => b.size - a.size),
    }
  }
  /** Files with all that they import, but what is there. */
  const brought = (names: string[], there: Set<string>, found = new Set<string>()): Set<string> => {
    for (const name of names.filter((each) => !there.has(each) && !found.has(each))) {
      found.add(name)
      const code = readFileSync(join(assets, name), 'utf8')
      const imported = [...code.matchAll(/(?:from|import) ?"\.\/([^"]+\.js)"/g)].map(([, file]) => file!)
      brought(imported, there, found)
    }
    return found
  }
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/<script [^>]*src="\/assets\/([^"]+)"/g)].map(([, file]) => file!)
  const called = (name: RegExp) => files.filter((file) => name.test(file))
  const first = brought(scripts, new Set())
  const day = brought(called(/^MyDayPage-/), first)
  // The frame brings its menu once it has nothing to do.
  const idle = new Set([...first, ...day, ...brought(called(/^OpenUserMenu-/), first)])
  const [largest] = called(/Page-/)
    .map((page) => ({ page, ...load(brought([page], idle)) }))
    .sort((a, b) => b.size - a.size)
  return { first: load(first), day: load(day), largest: largest! }
}
