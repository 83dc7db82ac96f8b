import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => void vi.unstubAllGlobals())

test('signing out leaves nothing written on a shared computer, and what was not signed out keeps it', async () => {
  const store: Record<string, string> = {}
  const localStorage = Object.defineProperty(store, 'removeItem', {
    value: (key: string) => delete store[key],
  })
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('document', { documentElement: { lang: 'pl' } })
  let answers = () => Promise.reject(new Error('no line'))
  vi.stubGlobal('fetch', () => answers())
  const { signOut } = await import('./signOut.ts')
  store['splot:draft:worker/contact/new'] = '{"values":{"what":"Brakuje na czynsz."}}'
  store['splot:contrast'] = 'more'
  await expect(signOut()).rejects.toThrow()
  expect(Object.keys(store)).toHaveLength(2)
  answers = () =>
    Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } })) as never
  await signOut()
  expect(Object.keys(store)).toEqual(['splot:contrast'])
})

test('no page signs out in a way of its own', async () => {
  const own: string[] = []
  for await (const file of glob('src/**/*.{ts,tsx}'))
    if (!/\.(test|proof)\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes("'/api/auth/sign-out'"))
      own.push(file)
  expect(own).toEqual(['src/platform/web/signOut.ts'])
})
