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

test('what the server has not got yet is brought there before signing out, in the name of who wrote it', async () => {
  const store: Record<string, string> = {}
  const localStorage = Object.defineProperties(store, {
    removeItem: { value: (key: string) => delete store[key] },
    getItem: { value: (key: string) => store[key] ?? null },
    setItem: { value: (key: string, value: string) => Object.assign(store, { [key]: value }) },
  })
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('document', { documentElement: { lang: 'pl' } })
  const asked: string[] = []
  let status = 0
  let keptAt: string | null = null
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit) => {
    if (!status) return Promise.reject(new Error('no line'))
    asked.push([method, path, (headers as Record<string, string>)['acting-as'], body].join(' '))
    const answer = JSON.stringify({ content: null, keptAt })
    return Promise.resolve(
      new Response(answer, {
        status: path.includes('draft') ? status : 200,
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
  const { signOut } = await import('./signOut.ts')
  const worker = crypto.randomUUID()
  const draft = (what: string, unsent: boolean) =>
    JSON.stringify({ values: { what }, at: '2026-12-01T08:00:00.000Z', unsent })
  store[`splot:draft:${worker}/contact/new`] = draft('Brakuje na czynsz.', true)
  store[`splot:draft:${worker}/concern/new`] = draft('Już tam jest.', false)
  await expect(signOut()).rejects.toThrow()
  expect(Object.keys(store), 'without a connection nobody is signed out, and nothing goes').toHaveLength(2)
  status = 200
  await signOut()
  expect(asked[1]).toBe(`PUT /api/drafts/contact%2Fnew ${worker} {"content":{"what":"Brakuje na czynsz."}}`)
  expect(asked.slice(1).map((each) => each.split(' ')[1])).not.toContain('/api/drafts/concern%2Fnew')
  expect(Object.keys(store)).toEqual([])
  // What the server cannot take just now waits here, and keeps nobody from leaving either.
  store[`splot:draft:${worker}/contact/new`] = draft('Serwer ma za dużo pracy.', true)
  status = 503
  await signOut()
  expect(Object.keys(store)).toEqual([`splot:draft:${worker}/contact/new`])
  // What was written elsewhere since stays as it is there.
  const before = asked.length
  keptAt = '2026-12-01T09:00:00.000Z'
  status = 200
  await signOut()
  expect(asked.slice(before).filter((each) => each.startsWith('PUT'))).toEqual([])
  keptAt = null
  // What the server takes no more keeps nobody from leaving.
  store[`splot:draft:${worker}/contact/new`] = draft('O zamkniętej sprawie.', true)
  status = 404
  await signOut()
  expect(Object.keys(store)).toEqual([])
})

test('no page signs out in a way of its own', async () => {
  const own: string[] = []
  for await (const file of glob('src/**/*.{ts,tsx}'))
    if (!/\.(test|proof)\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes("'/api/auth/sign-out'"))
      own.push(file)
  expect(own).toEqual(['src/platform/web/signOut.ts'])
})
