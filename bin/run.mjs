// Runs one of Splot's TypeScript programmes on the pinned Node, whatever Node npm itself runs on (18 or newer),
// after installing what is missing. Plain JavaScript on purpose: this is the only file the host's Node reads.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const mark = join(root, 'node_modules', '.installed-for-splot')
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(readFileSync(join(root, 'package.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex')

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
  console.log('Splot: instaluję brakujące części (raz na wydanie) …')
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  // Not `ci`: it refuses a lock file when the registry lacks a binary of some other platform.
  const done = spawnSync(
    command,
    [...args, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: !npm && process.platform === 'win32',
    },
  )
  if (done.status !== 0) {
    console.error('Splot: instalacja się nie udała. Sprawdź połączenie z rejestrem npm i uruchom ponownie.')
    process.exit(1)
  }
  writeFileSync(mark, lock)
}

const windows = process.platform === 'win32'
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  cwd: root,
  // What was compiled at one start is not compiled again at the next.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
