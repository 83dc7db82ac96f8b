import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'

/** Who is signed in, by all their jobs. */
const session = (...workers: string[]) =>
  JSON.stringify({ account: { id: 'account' }, workers: workers.map((id) => ({ id })) })

afterEach(() => void vi.unstubAllGlobals())

test('signing out leaves nothing written on a shared computer, and what was not signed out keeps it', async () => {
  const store: Record<string, string> = {}
  const localStorage = Object.defineProperty(store, 'removeItem', {
    value: (key: string) => delete store[key],
  })
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('document', { documentElement: { lang: 'pl' } })
  const worker = crypto.randomUUID()
  let answers = () => Promise.reject(new Error('no line'))
  vi.stubGlobal('fetch', () => answers())
  const { signOut } = await import('./signOut.ts')
  store[`splot:draft:${worker}/contact/new`] = '{"values":{"what":"Brakuje na czynsz."}}'
  store['splot:contrast'] = 'more'
  await expect(signOut()).rejects.toThrow()
  expect(Object.keys(store)).toHaveLength(2)
  answers = () =>
    Promise.resolve(
      new Response(session(worker), { headers: { 'content-type': 'application/json' } }),
    ) as never
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
  let code = ''
  const worker = crypto.randomUUID()
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit) => {
    if (!status) return Promise.reject(new Error('no line'))
    asked.push([method, path, (headers as Record<string, string>)?.['acting-as'], body].join(' '))
    const answer = path === '/api/session' ? session(worker) : JSON.stringify({ content: null, keptAt, code })
    return Promise.resolve(
      new Response(answer, {
        status: path.includes('draft') ? status : 200,
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
  const { signOut } = await import('./signOut.ts')
  const draft = (what: string, unsent: boolean) =>
    JSON.stringify({ values: { what }, at: '2026-12-01T08:00:00.000Z', unsent })
  store[`splot:draft:${worker}/contact/new`] = draft('Brakuje na czynsz.', true)
  store[`splot:draft:${worker}/concern/new`] = draft('Już tam jest.', false)
  await expect(signOut()).rejects.toThrow()
  expect(Object.keys(store), 'without a connection nobody is signed out, and nothing goes').toHaveLength(2)
  status = 200
  await signOut()
  expect(asked[2]).toBe(`PUT /api/drafts/contact%2Fnew ${worker} {"content":{"what":"Brakuje na czynsz."}}`)
  expect(asked.slice(2).map((each) => each.split(' ')[1])).not.toContain('/api/drafts/concern%2Fnew')
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
  // Nor is anything lost to who did not show their second factor.
  store[`splot:draft:${worker}/contact/new`] = draft('Bez drugiego składnika.', true)
  ;[status, code] = [403, 'factor-needed']
  await signOut()
  expect(Object.keys(store)).toEqual([`splot:draft:${worker}/contact/new`])
  code = ''
  // What the server takes no more keeps nobody from leaving.
  store[`splot:draft:${worker}/contact/new`] = draft('O zamkniętej sprawie.', true)
  status = 404
  await signOut()
  expect(Object.keys(store)).toEqual([])
})

test('what a colleague could not send from a shared computer stays for them, and is brought nowhere in another name', async () => {
  const store: Record<string, string> = {}
  const localStorage = Object.defineProperties(store, {
    removeItem: { value: (key: string) => delete store[key] },
    getItem: { value: (key: string) => store[key] ?? null },
    setItem: { value: (key: string, value: string) => Object.assign(store, { [key]: value }) },
  })
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('document', { documentElement: { lang: 'pl' } })
  const [mine, otherJob, colleague] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const asked: string[] = []
  let here: string | null = session(mine, otherJob)
  vi.stubGlobal('fetch', (path: string, { headers }: RequestInit) => {
    asked.push(`${path} ${(headers as Record<string, string>)?.['acting-as']}`)
    // The server refuses whoever would act as somebody else.
    const refused = path.includes('draft') && asked.at(-1)?.includes(colleague)
    const status = refused ? 404 : path === '/api/session' && !here ? 401 : 200
    return Promise.resolve(
      new Response(path === '/api/session' && here ? here : JSON.stringify({ content: null, keptAt: null }), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
    )
  })
  const { signOut } = await import('./signOut.ts')
  const { draftsOf } = await import('./draftsHere.ts')
  const theirs = [
    `splot:draft:${colleague}/contact/new`,
    'splot:draft:guest/visit/point',
    'splot:draft:account-2/form',
  ]
  const writes = () => {
    for (const key of [
      ...theirs,
      `splot:draft:${mine}/a`,
      `splot:draft:${otherJob}/b`,
      'splot:draft:account/c',
    ])
      store[key] = JSON.stringify({
        values: { what: 'Brakuje na czynsz.' },
        at: '2026-12-01T08:00:00.000Z',
        page: '/',
        title: 'Kontakt',
        unsent: key.includes('-') && !key.includes('account'),
      })
  }
  writes()
  expect(draftsOf(mine)).toHaveLength(1)
  await signOut()
  expect(Object.keys(store)).toEqual(theirs)
  expect(asked.filter((each) => each.includes(colleague))).toEqual([])
  // A session that ended by itself is nobody's: what is written waits for whoever wrote it.
  here = null
  writes()
  await signOut()
  expect(Object.keys(store)).toHaveLength(6)
})

test('no page signs out in a way of its own', async () => {
  const own: string[] = []
  for await (const file of glob('src/**/*.{ts,tsx}'))
    if (!/\.(test|proof)\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes("'/api/auth/sign-out'"))
      own.push(file)
  expect(own).toEqual(['src/platform/web/signOut.ts'])
})
