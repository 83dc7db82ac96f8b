import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Parts of a slice's texts that are read where the slice itself is not: names of its doors, words for its deeds and asks. */
const parts: Record<string, string[]> = {
  doors: ['doors'],
  phrases: ['verbs', 'verbHeads', 'verbLists', 'asks'],
  plain: ['plain'],
}
/** What a server says. A form that says some of it as well names that part. */
const ofServers = ['problems', 'constraints', 'letters', 'tellings']
/** What does not come with the whole of a slice's texts: it travels by itself, or not at all. */
export const apart = [...Object.values(parts).flat(), ...ofServers]

const part = /[\\/]texts[\\/]\w+\.json\?([\w.]+)$/
const own = 'splot-texts:'
const said = /\buseTranslation\('([\w-]+)'(?:, \{ keyPrefix: '([\w.]+)' \})?\)/g

type Messages = { [key: string]: unknown }

/** A part of texts, where it stands among them: `problems.invalid`. */
function within(messages: Messages, [key, ...deeper]: string[]): Messages {
  const found = messages[key!]
  if (found === undefined) return {}
  return { [key!]: deeper.length ? within(found as Messages, deeper) : found }
}

function partOf(messages: Messages, name: string): Messages {
  if (name === 'whole')
    return Object.fromEntries(Object.entries(messages).filter(([key]) => !apart.includes(key)))
  return Object.assign({}, ...(parts[name] ?? [name]).map((path) => within(messages, path.split('.'))))
}

/**
 * Texts come with the code that says them: a file that calls `useTranslation('cases')` imports the texts of `cases`, so
 * that they travel in parallel with it and no page shows before them; with `{ keyPrefix: 'due' }` only that part of them.
 * `texts/pl.json?due` is a part of the file.
 */
export function textsOfCode(root: string): Plugin {
  const folderOf = (namespace: string) =>
    [`src/${namespace}/texts`, `src/platform/${namespace}/texts`].find((folder) =>
      existsSync(join(root, folder, 'pl.json')),
    )
  return {
    name: 'texts-of-code',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(own) ? `\0${id}` : undefined),
    load(id) {
      const [, name] = id.match(part) ?? []
      if (name) {
        const file = id.slice(0, id.lastIndexOf('?'))
        this.addWatchFile(file)
        const messages = partOf(JSON.parse(readFileSync(file, 'utf8')) as Messages, name)
        return { code: `export default ${JSON.stringify(messages)}`, moduleType: 'js' }
      }
      if (!id.startsWith(`\0${own}`)) return undefined
      const [slice, of] = id.slice(own.length + 1).split('/')
      const asked = `import: 'default', query: '?${of}'`
      return [
        "import { bring } from '/src/platform/web/texts.ts'",
        `const pl = import.meta.glob('/${folderOf(slice!)}/pl.json', { eager: true, ${asked} })`,
        `const others = import.meta.glob('/${folderOf(slice!)}/{en,uk}.json', { ${asked} })`,
        `bring('${of}', pl, others)`,
      ].join('\n')
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return undefined
      const spoken = [...code.matchAll(said)].map(([, slice, of]) => ({ slice: slice!, of: of ?? 'whole' }))
      const missing = spoken.filter(({ slice }) => !folderOf(slice)).map(({ slice }) => slice)
      if (missing.length) this.error(`no texts/pl.json for ${missing.join(', ')}`)
      if (!spoken.length) return undefined
      const texts = new Set(spoken.map(({ slice, of }) => `${slice}/${of}`))
      // On the same line, so that what a browser says of a line stays true.
      return { code: [...texts].map((each) => `import '${own}${each}';`).join('') + code, map: null }
    },
  }
}
