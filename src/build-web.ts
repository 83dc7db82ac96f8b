import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Builds the web app when its sources changed since the last build. Returns the folder to serve. */
export async function buildWeb(root: string): Promise<string> {
  const folder = join(root, 'dist')
  const mark = join(folder, 'built-from')
  const hash = sourcesHash(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return folder
  console.log('Splot: buduję aplikację w przeglądarce …')
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn' })
  writeFileSync(mark, hash)
  return folder
}

function sourcesHash(root: string): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      'index.html',
      'vite.config.ts',
      'package-lock.json',
      'src/**/*.{ts,tsx,css,json,svg}',
      'data/territory/*.json',
    ],
    { cwd: root },
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
