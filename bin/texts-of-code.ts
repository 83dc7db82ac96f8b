import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Parts of a slice's texts that are read where the slice itself is not: names of its doors, words for its deeds and asks. */
const parts: Record<string, string[]> = {
  doors: ['doors'],
  phrases: ['verbs', 'verbHeads', 'verbLists', 'plain', 'asks'],
}

const part = /\.json\?(doors|phrases)$/
const own = 'splot-texts:'

/**
 * Texts come with the code that says them: a file that calls `useTranslation('cases')` imports the texts of `cases`, so
 * that they travel in parallel with it and no page shows before them. `texts/pl.json?doors` is a part of the file.
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
        const file = id.replace(part, '.json')
        this.addWatchFile(file)
        const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
        const wanted = Object.fromEntries(parts[name]!.map((key) => [key, messages[key]]))
        return { code: `export default ${JSON.stringify(wanted)}`, moduleType: 'js' }
      }
      if (!id.startsWith(`\0${own}`)) return undefined
      const folder = folderOf(id.slice(own.length + 1))
      return [
        "import { bring } from '/src/platform/web/texts.ts'",
        `const pl = import.meta.glob('/${folder}/pl.json', { eager: true, import: 'default' })`,
        `const others = import.meta.glob('/${folder}/{en,uk}.json', { import: 'default' })`,
        "bring('whole', pl, others)",
      ].join('\n')
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return undefined
      const said = new Set(
        [...code.matchAll(/\buseTranslation\('([\w-]+)'\)/g)].map(([, namespace]) => namespace!),
      )
      const missing = [...said].filter((namespace) => !folderOf(namespace))
      if (missing.length) this.error(`no texts/pl.json for ${missing.join(', ')}`)
      if (!said.size) return undefined
      // On the same line, so that what a browser says of a line stays true.
      return { code: [...said].map((namespace) => `import '${own}${namespace}';`).join('') + code, map: null }
    },
  }
}
