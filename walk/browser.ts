import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** A browser to walk in: the one from npm, one at a path, or the Chrome that is installed where Chrome usually is. */
export type Choice = 'from npm' | { path: string } | { channel: 'chrome' }

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The one from npm runs on Linux x64 alone, as root and without system packages; elsewhere an installed one is taken. */
export function browserFor(
  { platform, arch }: { platform: string; arch: string },
  named: string | undefined,
  isThere: (path: string) => boolean,
): Choice {
  if (named) return { path: named }
  if (platform === 'linux' && arch === 'x64') return 'from npm'
  const path = usualPaths.find(isThere)
  return path ? { path } : { channel: 'chrome' }
}

/** Opens it. SPLOT_CHROME names a browser of one's own. */
export async function openBrowser(): Promise<Browser> {
  const choice = browserFor(process, process.env.SPLOT_CHROME, existsSync)
  const args = ['--lang=pl', '--disable-quic', '--disable-background-networking']
  if (choice === 'from npm')
    return playwright.launch({
      executablePath: await chromium.executablePath(),
      // One process for everything would end with the first page that is closed.
      args: [...chromium.args.filter((arg) => arg !== '--single-process'), ...args],
      headless: true,
    })
  return playwright
    .launch({ ...('path' in choice ? { executablePath: choice.path } : choice), args, headless: true })
    .catch((error: Error) => {
      throw new Error(
        `Podróże potrzebują przeglądarki Chrome albo Chromium. Zainstaluj ją lub podaj jej ścieżkę w SPLOT_CHROME.\n${error.message}`,
      )
    })
}
