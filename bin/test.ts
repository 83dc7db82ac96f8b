// Everything that must hold, in the order in which it fails fastest: style, types, what nothing uses, tests against a
// real database, journeys in a real browser. Usage: npm test
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const tool = (name: string, ...args: string[]) => [join(root, 'node_modules', name), ...args]

const checks: [string, string[]][] = [
  ['styl (Biome)', tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')],
  ['typy (TypeScript)', tool('typescript/bin/tsc', '--noEmit')],
  ['nic zbędnego (knip)', tool('knip/bin/knip.js')],
  ['testy (vitest)', tool('vitest/vitest.mjs', 'run')],
  ['podróże w przeglądarce (walk)', [join(root, 'walk/run.ts')]],
]

let failed = 0
for (const [name, args] of checks) {
  console.log(`\n— ${name}`)
  const began = Date.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) failed++
  console.log(`${status === 0 ? '✓' : '✗'} ${name}, ${((Date.now() - began) / 1000).toFixed(0)} s`)
}
console.log(`\n${checks.length - failed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
