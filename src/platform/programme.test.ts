import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inWords, Obstacle } from './obstacle.ts'

/** A programme that opens two things and then does `what`. */
function run(what: string) {
  const source = `
    import { programme } from ${JSON.stringify(join(import.meta.dirname, 'programme.ts'))}
    import { Obstacle } from ${JSON.stringify(join(import.meta.dirname, 'obstacle.ts'))}
    await programme(async ({ atEnd, serve }) => {
      atEnd(async () => console.log('server stopped'))
      atEnd(() => { throw new Error('cannot be closed') })
      ${what}
    })`
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' })
  return { code: ended.status, out: ended.stdout, err: ended.stderr }
}

describe('however it ends, what was opened is closed', () => {
  test('done', () => {
    expect(run('')).toEqual({ code: 0, out: 'server stopped\n', err: '' })
  })

  test('by what stands in its way: a sentence and no trace', () => {
    const { code, out, err } = run(`throw new Obstacle('Zrób miejsce na dysku.')`)
    expect({ code, out, err }).toEqual({
      code: 1,
      out: 'server stopped\n',
      err: '\nZrób miejsce na dysku.\n\n',
    })
  })

  test.each([
    [
      'thrown in its own time',
      `setTimeout(() => { throw new TypeError('nobody catches me') }, 10); await serve()`,
    ],
    [
      'of a promise that nobody waits for',
      `void Promise.reject(new TypeError('nobody catches me')); await serve()`,
    ],
    ['thrown by the work', `throw new TypeError('nobody catches me')`],
  ])('by an error %s: words first, then what its authors need', (_, what) => {
    const { code, out, err } = run(what)
    expect({ code, out }).toEqual({ code: 1, out: 'server stopped\n' })
    expect(err).toMatch(/^\s*Splot natrafił na błąd[\s\S]*Uruchom go jeszcze raz[\s\S]*nobody catches me/)
  })

  test.each([
    [
      'while it serves, in order',
      `setTimeout(() => process.kill(process.pid, 'SIGTERM'), 10); setInterval(() => 0, 1000); await serve()`,
      0,
    ],
    [
      'before it was done, not',
      `process.kill(process.pid, 'SIGINT'); await new Promise((d) => setTimeout(d, 5000))`,
      1,
    ],
  ])('told by a signal %s', (_, what, code) => {
    expect(run(what)).toEqual({ code, out: 'server stopped\n', err: '' })
  })
})

test.each([
  [{ code: 'EADDRINUSE', port: 4300 }, /Port 4300 .*PORT=4301/],
  [{ code: 'EACCES', path: '/kopie' }, /pisać ani czytać: \/kopie/],
  [{ code: 'EACCES', port: 80 }, /porcie 80/],
  [{ code: 'ENOSPC' }, /zabrakło miejsca/],
  [{ code: '53100' }, /zabrakło miejsca/],
  [{ code: 'ENOTFOUND', hostname: 'baza.example' }, /„baza\.example”/],
  [{ code: 'ECONNREFUSED' }, /nie odpowiada/],
  [{ code: '28P01' }, /nazwę i hasło w DATABASE_URL/],
  [{ code: '3D000' }, /createdb/],
  [{ code: '42501', message: 'permission denied to create role' }, /CREATEROLE/],
  [{ code: '57P01' }, /Baza zamknęła połączenie/],
])('whoever runs the machine reads what to do about %o', (given, words) => {
  expect(inWords(Object.assign(new Error('x'), given))).toMatch(words)
})

test('of an error that nobody foresaw there are no words, and of ours the very ones', () => {
  expect(inWords(new TypeError('x is not a function'))).toBeUndefined()
  const rule = Object.assign(new Error('permission denied for table person'), { code: '42501' })
  expect(inWords(rule)).toBeUndefined()
  expect(inWords(new Obstacle('Zrób miejsce.'))).toBe('Zrób miejsce.')
})
