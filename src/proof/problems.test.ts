import { globSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { allRoutes } from './deeds.ts'
import { isTold } from './problems.ts'

// Problems that an endpoint raises are told in its contract: OpenAPI says of each what may stand in the way. What the
// tests meet over HTTP or in `who-does-what` and no contract tells is red there; here, that none is forgotten altogether.

const source = join(import.meta.dirname, '..')
const endpoints = (await allRoutes()).map(({ endpoint }) => endpoint)
const isToldBySome = (code: string) => endpoints.some((endpoint) => isTold(endpoint, code))

test('a problem that code raises is told by some endpoint', () => {
  const raised = globSync('**/*.ts', { cwd: source })
    .filter((file) => !/\.(test|proof)\.ts$|^proof/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/Refusal\(\s*\d+,\s*'([a-z]+):([a-z-]+)'/g)].map(
        ([, slice, code]) => ({ slice: slice!, code: code! }),
      ),
    )
    // The sign-in library answers on addresses of its own.
    .filter(({ slice }) => slice !== 'identity')
  expect(raised.length).toBeGreaterThan(100)
  expect(raised.filter(({ code }) => !isToldBySome(code))).toEqual([])
})

test('a problem that has words, which are those of SQL too, is told by some endpoint', () => {
  const worded = globSync('**/texts/pl.json', { cwd: source })
    .filter((file) => relative('platform', file).split(sep)[0] !== 'identity')
    .flatMap((file) =>
      Object.keys(
        (JSON.parse(readFileSync(join(source, file), 'utf8')) as { problems?: object }).problems ?? {},
      ).map((code) => `${file}: ${code}`),
    )
  expect(worded.length).toBeGreaterThan(100)
  expect(worded.filter((each) => !isToldBySome(each.split(': ')[1]!))).toEqual([])
})

test('what a contract tells has words', () => {
  const words = new Set(
    globSync('**/texts/pl.json', { cwd: source }).flatMap((file) =>
      Object.keys(
        (JSON.parse(readFileSync(join(source, file), 'utf8')) as { problems?: object }).problems ?? {},
      ),
    ),
  )
  expect(endpoints.flatMap(({ problems }) => problems ?? []).filter((code) => !words.has(code))).toEqual([])
})
