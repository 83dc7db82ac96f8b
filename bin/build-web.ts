import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/**
 * Builds the web app when its sources changed since the last build. Returns the folder to serve, which bears the hash of
 * its sources and appears whole: two starts at once may both build, and the second finds it there.
 */
export async function buildWeb(root: string): Promise<string> {
  const hash = sourcesHash(root)
  const folder = join(root, 'dist', hash)
  if (existsSync(folder)) return folder
  console.log('Splot: buduję aplikację w przeglądarce …')
  const making = join(root, 'dist', `making-${process.pid}`)
  // In a process of its own: what building takes in memory goes with it.
  const building = spawn(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', making],
    // Whoever builds it, a test too: it is the one that people get.
    { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  )
  const [code] = await once(building, 'exit')
  if (code !== 0) throw new Error('the web app could not be built; what is wrong is said above')
  for (const file of globSync('assets/*.{js,css,json,svg}', { cwd: making })) compress(join(making, file))
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(making, { recursive: true, force: true })
  }
  for (const other of readdirSync(join(root, 'dist')))
    if (other !== hash && !other.startsWith('making-'))
      rmSync(join(root, 'dist', other), { recursive: true, force: true, maxRetries: 3 })
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
      'bin/fetched-ahead.ts',
      'bin/texts-of-code.ts',
      'package-lock.json',
      'src/**/*.{ts,tsx,css,json,svg}',
      'data/territory/*.json',
    ],
    { cwd: root, exclude: ['src/**/*.test.*'] },
  )
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
