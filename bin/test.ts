// Everything that must hold, in the order in which it fails fastest: style, types, what nothing uses, tests against a
// real database, journeys in a real browser. Usage: npm test
// While one works on a slice: `npm test -- baskets` asks style, types, arrows, the tests of that slice, and of the proofs
// that find endpoints and deeds by themselves those of that slice.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = (name: string, ...args: string[]) => [join(root, 'node_modules', name), ...args]

const slice = process.argv[2]
if (slice && !existsSync(join(root, 'src', slice))) {
  console.error(`Nie ma folderu src/${slice}. Podaj nazwę jednego z folderów w src/, np. npm test -- baskets`)
  process.exit(1)
}
const sweeping = ['strangers', 'bad-input', 'statements', 'who-does-what.access'].map(
  (name) => `src/proof/${name}.test.ts`,
)

const everything: [string, string[]][] = [
  ['styl (Biome)', tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')],
  ['typy (TypeScript)', tool('typescript/bin/tsc', '--noEmit')],
  ['nic zbędnego (knip)', tool('knip/bin/knip.js')],
  ['testy (vitest)', tool('vitest/vitest.mjs', 'run')],
  ['podróże w przeglądarce (walk)', [join(root, 'walk/run.ts'), '--without-pictures']],
]

const ofOneSlice: [string, string[]][] = [
  ['styl (Biome)', tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', `src/${slice}`)],
  ['typy (TypeScript)', tool('typescript/bin/tsc', '--noEmit')],
  ['testy (vitest)', tool('vitest/vitest.mjs', 'run', `src/${slice}/`, 'src/arrows.test.ts', ...sweeping)],
]

const checks = slice ? ofOneSlice : everything
let failed = 0
for (const [name, args] of checks) {
  console.log(`\n— ${name}`)
  const began = Date.now()
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(slice && { SPLOT_SLICE: slice }) },
  })
  if (status !== 0) failed++
  console.log(`${status === 0 ? '✓' : '✗'} ${name}, ${((Date.now() - began) / 1000).toFixed(0)} s`)
}
console.log(`\n${checks.length - failed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
