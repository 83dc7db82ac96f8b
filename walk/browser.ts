import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Chromium from npm: runs as root and without system packages. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // One process for everything would end with the first page that is closed.
    args: [
      ...chromium.args.filter((arg) => arg !== '--single-process'),
      '--lang=pl',
      '--disable-quic',
      '--disable-background-networking',
    ],
    headless: true,
  })
}
