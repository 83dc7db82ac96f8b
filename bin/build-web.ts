import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Builds the web app when its sources changed since the last build. Returns the folder to serve. */
export async function buildWeb(root: string): Promise<string> {
  const folder = join(root, 'dist')
  const mark = join(folder, 'built-from')
  const hash = sourcesHash(root)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return folder
  console.log('Splot: buduję aplikację w przeglądarce …')
  // In a process of its own: what building takes in memory goes with it.
  const building = spawn(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  )
  const [code] = await once(building, 'exit')
  if (code !== 0) throw new Error('the web app could not be built; what is wrong is said above')
  for (const file of globSync('assets/*.{js,css,json,svg}', { cwd: folder })) compress(join(folder, file))
  writeFileSync(mark, hash)
  return folder
}

/** Beside each file what goes over the wire. */
function compress(file: string): void {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(bytes))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}

function sourcesHash(root: string): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      'index.html',
      'vite.config.ts',
      'bin/texts-of-code.ts',
      'package-lock.json',
      'src/**/*.{ts,tsx,css,json,svg}',
      'data/territory/*.json',
    ],
    { cwd: root, exclude: ['src/**/*.test.*'] },
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
