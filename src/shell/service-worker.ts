/// <reference lib="webworker" />
// Keeps the app's own files on the device, so that it opens fast on a slow line and opens at all without one. Nothing
// about people is kept here: what the API answers passes by.

declare const self: ServiceWorkerGlobalScope

const files = 'splot-files'
const page = 'splot-page'

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fileOf(event))
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(pageOf(request))
})

// What waits is told by how much it is; the page it leads to asks who is here.
self.addEventListener('push', (event) => {
  const { body, url } = event.data!.json() as { body: string; url: string }
  event.waitUntil(self.registration.showNotification('Splot', { body, tag: 'splot', data: url }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const to = new URL(event.notification.data as string, self.location.origin)
  if (to.origin === self.location.origin) event.waitUntil(shown(to.href))
})

/** The page is shown in a window that is open already, else in a new one. */
async function shown(url: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) await self.clients.openWindow(url)
  else await (await open.focus()).navigate(url)
}

/** A file of the build never changes under its name: asked for once, and kept while it is used. */
async function fileOf(event: FetchEvent): Promise<Response> {
  const { request } = event
  const before = await caches.match(request, { cacheName: files })
  if (before) return before
  const answer = await fetch(request)
  if (answer.ok)
    event.waitUntil(kept(answer.clone(), async (copy) => (await caches.open(files)).put(request, copy)))
  return answer
}

/** The one page of the app as the server has it now, or the last one when the server cannot be reached. */
async function pageOf(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request)
    if (answer.ok) await kept(answer.clone(), keepPage)
    return answer
  } catch (unreachable) {
    const before = await caches.match('/', { cacheName: page })
    if (before) return before
    throw unreachable
  }
}

/** Keeps a copy where there is room. A device that is full still shows what the server answered. */
const kept = (copy: Response, keep: (copy: Response) => Promise<void>) => keep(copy).catch(() => undefined)

/** Remembers the page; when it comes from another build, the files of the one before are dropped. */
async function keepPage(answer: Response): Promise<void> {
  const cache = await caches.open(page)
  const [before, now] = await Promise.all([(await cache.match('/'))?.text(), answer.clone().text()])
  if (before && buildOf(before) !== buildOf(now)) await caches.delete(files)
  await cache.put('/', answer)
}

const buildOf = (html: string) => html.match(/\/assets\/[^"]+/g)?.join()
