import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '../bin/build-web.ts'
import { sizesOf } from '../bin/web-sizes.ts'
import { papers } from '../src/contracts/papers.ts'
import { renderDocument } from '../src/platform/documents/render-document.ts'
import { openBrowser } from '../walk/browser.ts'
import { tell, timed } from './figures.ts'

const root = join(import.meta.dirname, '..')

/** A social contract, with other words each time: what was compiled once is remembered. */
export async function documents() {
  const example = JSON.parse(readFileSync(join(root, 'data/forms/examples/social-contract-a.json'), 'utf8'))
  const { p50 } = await timed((i) =>
    renderDocument(
      papers['social-contract-a'],
      { ...example, reference: `GOPS.5120.${i}`, place: `Przykładowo ${i}` },
      { locale: 'pl' },
    ),
  )
  tell({ name: 'contract as PDF/UA', value: p50, unit: 'ms', bar: '< 100', met: p50 < 100 })
}

/** What goes over the wire for the first screen, for My day beside it, and for the largest page after that. */
export async function webSize() {
  const { first, day, largest } = sizesOf(await buildWeb(root))
  tell({
    name: 'first screen, JavaScript',
    value: first.size,
    unit: 'KB gzip',
    bar: '≤ 200',
    met: first.size <= 200,
  })
  tell({ name: 'My day beside it', value: day.size, unit: 'KB gzip', bar: '≤ 80', met: day.size <= 80 })
  tell({
    name: 'largest further page',
    value: largest.size,
    unit: 'KB gzip',
    bar: '≤ 80',
    met: largest.size <= 80,
  })
}

/** My day on a slow phone: a quarter of this processor, 1.6 Mbit/s, 150 ms; for the first time, and once it is known. */
export async function slowPhone() {
  const folder = mkdtempSync(join(tmpdir(), 'splot-bench-'))
  chmodSync(folder, 0o755)
  const port = 4391
  const address = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd: root,
    env: { ...process.env, SPLOT_DATA: folder, PORT: String(port) },
    stdio: 'ignore',
  })
  const browser = await openBrowser()
  try {
    const reached = () =>
      fetch(`${address}/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    while (!(await reached())) await new Promise((done) => setTimeout(done, 100))
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL' })
    const people = (await (await context.request.get(`${address}/api/practice/people`)).json()) as {
      accountId: string
      name: string
    }[]
    const { accountId } = people.find(({ name }) => name === 'Joanna Przykładna')!
    await context.request.post(`${address}/api/auth/practice/choose`, { data: { accountId } })
    const page = await context.newPage()
    const phone = await context.newCDPSession(page)
    await phone.send('Network.enable')
    const bytes = 1_600_000 / 8
    await phone.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytes,
      uploadThroughput: bytes / 2,
    })
    await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const opened = async () => {
      const began = performance.now()
      await page.goto(address)
      await page.locator('h1').first().waitFor()
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
      return (performance.now() - began) / 1000
    }
    const first = await opened()
    tell({ name: 'slow phone, first time', value: first, unit: 's', bar: '< 2.5', met: first < 2.5 })
    await page.waitForFunction(() => navigator.serviceWorker.controller, undefined, { timeout: 30_000 })
    await opened()
    const known = await opened()
    tell({ name: 'slow phone, from the service worker', value: known, unit: 's', bar: '< 1', met: known < 1 })
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await new Promise((done) => server.once('exit', done))
    rmSync(folder, { recursive: true, force: true })
  }
}
