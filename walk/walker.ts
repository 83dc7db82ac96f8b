import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'

/** Somebody who does not sign in. */
export const nobody = 'ktoś z ulicy'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What axe is asked for. */
const everyRule = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const widths = [320, phone.width, desktop.width]

/** By how much a page scrolls sideways, in px, and the first things that reach beyond its edge. */
const goesBeside = () => {
  const { scrollWidth, clientWidth } = document.documentElement
  const over = scrollWidth - clientWidth
  if (over <= 0) return { over, by: '' }
  const isCut = ({ parentElement: of }: Element): boolean =>
    of !== null && of !== document.body && (getComputedStyle(of).overflowX !== 'visible' || isCut(of))
  const beyond = [...document.body.querySelectorAll('*')].filter(
    (each) => Math.round(each.getBoundingClientRect().right) > clientWidth && !isCut(each),
  )
  const by = beyond
    .slice(-3)
    .map((each) => `${each.tagName} ${each.className} "${each.textContent?.slice(0, 40)}"`)
    .join('; ')
  return { over, by }
}

export type Picture = { caption: string; who: string; wide: string; narrow: string }
export type Paper = { caption: string; file: string }
export type Count = { name: string; value: number; unit: string; bar: number; met: boolean }

/** What a deed took of everybody who has a hand in it. */
export type Effort = { taps: number; typed: number }

/** What a journey leaves: pictures with captions, papers, counts against the bars of quality, and what deeds took. */
export type Chapter = {
  title: string
  intro: string
  steps: (Picture | Paper)[]
  counts: Count[]
  deeds: (Effort & { name: string })[]
}

/** Somebody walking through Splot in a real browser, in a window of their own. */
export class Walker {
  readonly name: string
  readonly page: Page
  /** What this person has done so far: taps on the page, and fields typed into. */
  readonly done: Effort = { taps: 0, typed: 0 }
  /** What the page complained of in the console. */
  readonly complaints: string[] = []
  /** Addresses that this window came by. */
  readonly opened = new Set<string>()
  /** What a browser keeps and shows to whoever stands behind: whole addresses, and titles of pages. */
  readonly shown = new Set<string>()
  private readonly context: BrowserContext
  private readonly address: string
  private readonly chapter: Chapter
  private readonly folder: string
  private readonly pictures: boolean

  constructor(given: {
    name: string
    page: Page
    context: BrowserContext
    address: string
    chapter: Chapter
    folder: string
    pictures: boolean
  }) {
    this.name = given.name
    this.page = given.page
    this.context = given.context
    this.address = given.address
    this.chapter = given.chapter
    this.folder = given.folder
    this.pictures = given.pictures
  }

  /** By its address, as from a bookmark or a letter: the tap on it counts. */
  async open(path: string) {
    this.done.taps++
    await this.page.goto(this.address + path)
    await this.settled()
  }

  /** Goes by the bar of the frame. */
  async goesTo(name: string) {
    this.done.taps++
    await this.page.getByRole('banner').getByRole('link', { name }).click()
    await this.settled()
  }

  /** Opens a page that no journey comes by: it is there, it is accessible, it fits a phone and complains of nothing. */
  async looksAt(path: string) {
    const before = this.complaints.length
    await this.open(path)
    await this.showsAll(desktop)
    await this.mustBeAccessible(path)
    await this.mustFit(path)
    await this.page.setViewportSize(desktop)
    const heading = (await this.page.locator('h1').first().textContent()) ?? ''
    if (/Nie ma takiej strony|się zacięła/.test(heading)) throw new Error(`${path}: ${heading}`)
    // Who does not sign in is told so by every question.
    const complaints = this.complaints
      .slice(before)
      .filter((each) => this.name !== nobody || !each.startsWith('Failed to load resource'))
    if (complaints.length) throw new Error(`${path} complains: ${complaints.join('\n')}`)
  }

  /** Waits until the page has shown what it asked for. */
  async settled() {
    await this.page.waitForLoadState('load')
    await this.page.locator('h1').first().waitFor({ timeout: 15_000 })
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, {
      timeout: 15_000,
    })
    this.shown.add(await this.page.title())
  }

  /** In the page itself, not in the frame around it. */
  private main() {
    return this.page.locator('main')
  }

  /** Says yes in the dialog that asks once more. */
  async confirm(name: string | RegExp) {
    this.done.taps++
    await this.page.getByRole('dialog').getByRole('button', { name }).click()
    await this.settled()
  }

  /** Chooses an option of a list field by its label. */
  async choose(label: string | RegExp, option: string | RegExp) {
    this.done.taps += 2
    const field = this.page
      .getByRole('combobox', { name: label })
      .or(this.page.getByRole('textbox', { name: label }))
      .first()
    await field.click()
    if (typeof option === 'string' && (await field.getAttribute('readonly')) === null) {
      this.done.typed++
      await field.fill(option)
    }
    await this.page.getByRole('option', { name: option }).first().click()
  }

  /** Picks one of the cards or ticks a box by its words. */
  async pick(words: string | RegExp) {
    this.done.taps++
    await this.main().getByLabel(words).first().check()
  }

  /** Types into a field by its label. */
  async fill(label: string | RegExp, value: string) {
    this.done.typed++
    await this.main().getByLabel(label).first().fill(value)
  }

  /** Types into one of several fields of a name. */
  async type(field: Locator, value: string) {
    this.done.typed++
    await field.fill(value)
  }

  async press(name: string | RegExp) {
    await this.tap(this.main().getByRole('button', { name }).first())
  }

  /** Presses or ticks one of several of a name. */
  async tap(one: Locator) {
    this.done.taps++
    await one.click()
    await this.settled()
  }

  async follow(name: string | RegExp) {
    this.done.taps++
    await this.main().getByRole('link', { name }).first().click()
    await this.settled()
  }

  async reads(what: string | RegExp) {
    await this.page.getByText(what).first().waitFor({ timeout: 15_000 })
  }

  /** Whoever goes by keys stands at it, and a reader of screens has said it. */
  async stands(at: string) {
    await this.page
      .waitForFunction((text) => document.activeElement?.textContent === text, at, { timeout: 15_000 })
      .catch(async () => {
        const focused = await this.page.evaluate(() => document.activeElement?.textContent)
        throw new Error(`${this.name} stands at "${focused?.slice(0, 60)}", not at "${at}"`)
      })
  }

  async doesNotRead(what: string | RegExp) {
    const count = await this.page.getByText(what).count()
    if (count) throw new Error(`${this.name} reads "${what}", and should not`)
  }

  /** Lets axe look at the page, wide and narrow, and at its colours in strong contrast; where pictures are kept, keeps both. */
  async picture(caption: string) {
    await this.settled()
    const no = String(this.chapter.steps.length + 1).padStart(2, '0')
    const base = `${slug(this.chapter.title)}-${no}`
    const picture = { caption, who: this.name, wide: `${base}-1280.png`, narrow: `${base}-390.png` }
    for (const [size, file] of [
      [desktop, picture.wide],
      [phone, picture.narrow],
    ] as const) {
      await this.showsAll(size)
      await this.mustBeAccessible(`${caption} (${size.width} px)`)
      if (this.pictures) await this.page.screenshot({ path: join(this.folder, file), fullPage: true })
    }
    await this.page.evaluate(() => document.documentElement.setAttribute('data-contrast', 'more'))
    await this.mustBeAccessible(`${caption} (strong contrast)`, { type: 'rule', values: ['color-contrast'] })
    await this.page.evaluate(() => document.documentElement.setAttribute('data-contrast', 'normal'))
    await this.mustFit(caption)
    await this.page.setViewportSize(desktop)
    this.chapter.steps.push(picture)
  }

  /** Keeps a document as the person would print it, and reads what stands on it. */
  async paper(caption: string, path: string): Promise<string> {
    const answer = await this.context.request.get(this.address + path)
    const body = await answer.body()
    if (!answer.ok() || body.subarray(0, 4).toString() !== '%PDF')
      throw new Error(`${caption}: ${answer.status()} ${body.subarray(0, 300)}`)
    const file = `${slug(this.chapter.title)}-${String(this.chapter.steps.length + 1).padStart(2, '0')}.pdf`
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(this.folder, file), body)
    this.chapter.steps.push({ caption, file })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true })
    return text
  }

  /** Asks the API as this person, for what a picture cannot show: that something does not exist for them. */
  async asks(path: string): Promise<{ status: number; body: unknown }> {
    const answer = await this.context.request.get(`${this.address}/api${path}`)
    return { status: answer.status(), body: await answer.json().catch(() => null) }
  }

  /** Does something by the API, where a page is about what somebody else did. */
  async sends(path: string, data: object, method: 'POST' | 'PUT' = 'POST') {
    const answer = await this.context.request.fetch(`${this.address}/api${path}`, {
      method,
      data,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }

  /** Nothing goes beside the page: on a small phone, a phone and a desk, also where the browser writes twice as large. */
  /** As tall as its content: a bar that sticks to the bottom then stands where the page ends, and covers nothing. */
  private async showsAll(size: { width: number; height: number }) {
    await this.page.setViewportSize(size)
    await this.page.waitForTimeout(150)
    await this.settled()
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight)
    await this.page.setViewportSize({ ...size, height: Math.max(size.height, Math.min(height, 6000)) })
  }

  private async mustFit(where: string) {
    const browser = await this.context.newCDPSession(this.page)
    const beside: string[] = []
    for (const letters of [1, 2]) {
      await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 * letters } })
      for (const width of widths) {
        await this.page.setViewportSize({ width, height: 700 })
        const { over, by } = await this.page.evaluate(goesBeside)
        if (over > 0) beside.push(`${over} px at ${width} px, letters ${letters} × (${by})`)
      }
    }
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
    await browser.detach()
    if (beside.length) throw new Error(`${where}: scrolls sideways by ${beside.join(', ')}`)
  }

  private async mustBeAccessible(where: string, only = everyRule) {
    const found = await this.page.evaluate(
      async ({ source, only }) => {
        const scope = globalThis as unknown as {
          axe?: {
            run(
              context: unknown,
              options: unknown,
            ): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }>
          }
        }
        if (!scope.axe) new Function(source)()
        const { violations } = await scope.axe!.run(document, { runOnly: only })
        return violations.map(
          (each) =>
            `${each.id}: ${each.help} (${each.nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join('; ')})`,
        )
      },
      { source: axe, only },
    )
    if (found.length) throw new Error(`axe on "${where}":\n  ${found.join('\n  ')}`)
  }
}

/** Opens a window for a person of the practice partnership, who signs in by the chooser, or for nobody of it. */
export async function windowFor(
  browser: Browser,
  name: string,
  address: string,
  chapter: Chapter,
  { folder, pictures }: { folder: string; pictures: boolean },
): Promise<Walker> {
  // The policy of the app forbids foreign scripts; axe comes in from the test, so the walk goes around it.
  const context = await browser.newContext({
    viewport: desktop,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    bypassCSP: true,
  })
  if (name !== nobody) {
    const people = (await (await context.request.get(`${address}/api/practice/people`)).json()) as {
      accountId: string
      name: string
    }[]
    const person = people.find((each) => each.name === name)
    if (!person) throw new Error(`there is no ${name} in the practice partnership`)
    await context.request.post(`${address}/api/auth/practice/choose`, {
      data: { accountId: person.accountId },
    })
  }
  const page = await context.newPage()
  const walker = new Walker({ name, page, context, address, chapter, folder, pictures })
  page.on('pageerror', (error) => walker.complaints.push(error.stack ?? error.message))
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return
    walker.opened.add(new URL(frame.url()).pathname)
    walker.shown.add(decodeURIComponent(frame.url().replaceAll('+', ' ')))
  })
  page.on('console', (message) => {
    if (message.type() === 'error') walker.complaints.push(`${message.text()} ${message.location().url}`)
  })
  return walker
}

const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
