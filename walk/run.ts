// Walks the journeys in a real browser and leaves pictures, documents and an index that reads as the handbook. Each begins
// in a practice world of its own; as many go side by side as there are cores, two at most.
// Usage: npm run walk [-- part of a journey's file name] [--without-pictures], for whoever only wants to know whether all holds
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buildWeb } from '../bin/build-web.ts'
import { openBrowser } from './browser.ts'
import { handbook } from './handbook.ts'
import type { Journey } from './journey.ts'
import { openEveryPage, pagesNotOpened } from './pages.ts'
import { type Chapter, type Walker, windowFor } from './walker.ts'
import { practiceWorlds } from './worlds.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'out/walk')
const pictures = !process.argv.includes('--without-pictures')
const only = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? ''
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const home = join(tmpdir(), `splot-walk-${process.pid}`)
const port = Number(process.env.PORT ?? 4380)
const worlds = await practiceWorlds(home, await buildWeb(root))
const browser = await openBrowser()

const chapters: Chapter[] = []
/** Addresses that were opened in any journey. */
const opened = new Set<string>()
let passed = 0
let failed = 0

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)

/** One story, told in a world of its own behind a port. */
async function tell(name: string, told: Journey, chapter: Chapter, ofItsPort: number) {
  const world = await worlds.another(ofItsPort)
  const windows = new Map<string, Walker>()
  const began = Date.now()
  const effort = () => ({
    taps: sum([...windows.values()].map(({ done }) => done.taps)),
    typed: sum([...windows.values()].map(({ done }) => done.typed)),
  })
  try {
    await told.story({
      as: async (who) => {
        const known = windows.get(who)
        if (known) return known
        const window = await windowFor(browser, who, world.url, chapter, { folder: out, pictures })
        windows.set(who, window)
        return window
      },
      letters: world.letters,
      later: world.later,
      count: (count) => chapter.counts.push({ ...count, met: count.value <= count.bar }),
      effort,
      deed: async (name, done) => {
        const before = effort()
        await done()
        const { taps, typed } = effort()
        chapter.deeds.push({ name, taps: taps - before.taps, typed: typed - before.typed })
      },
    })
    const { letters, names } = await world.told()
    const outside = [...letters, ...[...windows.values()].flatMap(({ shown }) => [...shown])]
    for (const name of names)
      for (const text of outside)
        if (text.includes(name)) throw new Error(`a letter, an address or a title tells "${name}": ${text}`)
    passed++
    console.log(
      `✓ ${told.title} (${((Date.now() - began) / 1000).toFixed(1)} s, ${chapter.steps.length} obrazów i dokumentów)`,
    )
  } catch (error) {
    failed++
    console.error(`✗ ${told.title}: ${(error as Error).message}`)
    for (const each of windows.values()) {
      for (const complaint of each.complaints) console.error(`  ${each.name}: ${complaint.slice(0, 1500)}`)
      const shot = join(out, `failed-${name}-${each.name.replaceAll(' ', '-')}.png`)
      await each.page.screenshot({ path: shot, fullPage: true }).catch(() => undefined)
    }
  }
  for (const { name, taps, typed } of chapter.deeds)
    console.log(`${String(taps).padStart(5)} dotknięć ${String(typed).padStart(3)} tekstów  ${name}`)
  for (const count of chapter.counts) console.log(JSON.stringify(count))
  for (const each of windows.values()) {
    for (const address of each.opened) opened.add(address)
    await each.page.context().close()
  }
  await world.end()
}

try {
  const journeys = globSync('journeys/*.ts', { cwd: import.meta.dirname })
    .filter((file) => file.includes(only))
    .sort()
  const waiting = []
  for (const file of journeys) {
    const { default: told } = (await import(join(import.meta.dirname, file))) as { default: Journey }
    const chapter: Chapter = { title: told.title, intro: told.intro, steps: [], counts: [], deeds: [] }
    chapters.push(chapter)
    waiting.push({ name: basename(file, '.ts'), told, chapter })
  }
  // The longest first: told last, it would be walked alone.
  const longestFirst = waiting.sort((a, b) => String(b.told.story).length - String(a.told.story).length)
  await Promise.all(
    Array.from({ length: Math.min(2, availableParallelism()) }, async (_, i) => {
      for (let next = longestFirst.shift(); next; next = longestFirst.shift())
        await tell(next.name, next.told, next.chapter, port + i)
    }),
  )
  if ('every-page'.startsWith(only)) {
    const chapter: Chapter = { title: openEveryPage.title, intro: '', steps: [], counts: [], deeds: [] }
    await tell('every-page', openEveryPage, chapter, port)
    for (const path of only ? [] : await pagesNotOpened(opened)) {
      failed++
      console.error(
        `✗ Nikt nie otwiera strony ${path}: dopisz, kto i gdzie, w pages.proof.ts jej folderu albo w podróży.`,
      )
    }
  }
} finally {
  if (pictures) writeFileSync(join(out, 'index.html'), handbook(chapters))
  await browser.close()
  await worlds.end()
  rmSync(home, { recursive: true, force: true })
}
const missed = chapters.flatMap((chapter) => chapter.counts).filter((count) => !count.met)
console.log(`\n${passed} passed, ${failed + missed.length} failed`)
process.exit(failed || missed.length ? 1 : 0)
