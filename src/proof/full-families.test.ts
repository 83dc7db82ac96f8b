import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { papers } from '../contracts/papers.ts'
import { renderDocument } from '../platform/documents/render-document.ts'
import { type PaperName, paperOf, rendered, sizes } from './overfull.ts'

// Every paper that a family gets or signs, for a family with next to nothing, a usual one, and one that is more than full:
// what somebody saw on such a page once and mended does not come back.

async function pagesOf(...asked: Parameters<typeof rendered>): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await rendered(...asked))))
  return text.map((page) => page.replaceAll('\u{a0}', ' '))
}
/** What stands on a page between its head and its foot. */
const bodyOf = (page: string) =>
  page
    .replace(/^\s*Dane ćwiczebne – dokument bez mocy prawnej/, '')
    .replace(/Dokument [^\n]*\s*strona \d+ z \d+\s*$/, '')
const headings =
  /(?:Część I+ [AB]\. [^\n]*|[A-K]\. [A-ZŻŹĆŁÓ][^\n]{3,30}|Cel \d+|Zmiany kontraktu|Ocena końcowa|Cele|Co robi[^\n]{2,6}|Działania ustalone do realizacji)\s*$/

describe.each(Object.keys(paperOf) as PaperName[])('%s', (name) => {
  describe.each(sizes)('%s', (size) => {
    test('has its foot on each page, no page with next to nothing, no heading at its end', async () => {
      const pages = await pagesOf(name, size)
      for (const [i, page] of pages.entries()) {
        const which = `page ${i + 1} of ${pages.length}:\n${page}`
        expect(page, which).toMatch(new RegExp(`strona\\s${i + 1}\\sz\\s${pages.length}\\s*$`))
        expect(bodyOf(page).replace(/\s+/g, '').length, which).toBeGreaterThan(120)
        expect(bodyOf(page), which).not.toMatch(headings)
      }
    })

    test('guesses of nobody whether they are a woman or a man, and ends no sentence twice', async () => {
      const words = (await pagesOf(name, size)).join('\n').replace(/\s+/g, ' ')
      expect(words).not.toMatch(/\p{L}+łam ?\/|\p{L}+łem ?\/|\/ ?\p{L}+łem\b|\(a\)|\(y\)/u)
      expect(words).not.toMatch(/r\. ?\.(?!\.)/)
    })
  })
})

describe.each(['social-contract-a', 'social-contract-b'] as const)('%s', (name) => {
  test('has what it holds to and the signatures on one page, however full it is', async () => {
    for (const size of sizes) {
      const last = (await pagesOf(name, size)).at(-1)!
      expect(last).toContain('Pouczenie i podpisy')
      expect(last).toContain('Zatwierdzam:')
    }
  })
  test('says from when and until when in two lines, not in four', async () => {
    const page = (await pagesOf(name, 'short')).at(-1)!
    expect(page).toMatch(/od 01\.12\.2026\s+do 31\.05\.2027/)
  })
})

describe('the plan', () => {
  const empty = { links: [], monitoring: [], changes: [], reviews: [], closing: null }
  test('has no column and no section in which nothing stands, and never says that nothing happened', async () => {
    const plan = { ...paperOf['cooperation-plan']('short'), ...empty }
    const pdf = await renderDocument(papers['cooperation-plan'], plan, { locale: 'pl' })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
    const words = text.join('\n')
    for (const never of [
      'Co utrudnia',
      'Zdolność prawna',
      'Zmiany planu',
      'nie był',
      'nie zmieniano',
      'Plan trwa',
    ])
      expect(words).not.toContain(never)
    expect(words).toMatch(/G\. Zobowiązania/)
  })
  test('has signatures beside words, in whatever family', async () => {
    for (const size of sizes)
      expect((await pagesOf('cooperation-plan', size)).at(-1)).toContain('Gdy ustalenia nie są dotrzymywane')
  })
})

test('the sheet for the family ends with who sees its data and how to stop, on one page', async () => {
  for (const language of ['pl', 'uk'] as const) {
    const last = (await pagesOf('family-sheet', 'overfull', language)).at(-1)!
    expect(last).toMatch(/Nasze dane widzą|Наші дані бачать/)
    expect(last).toMatch(/Chcemy coś zmienić|Ми хочемо щось змінити/)
  }
})

test('a sheet of consent names whom it is about where it is signed', async () => {
  const pages = await pagesOf('consent-sheets', 'overfull')
  for (const page of pages.filter((each) => each.includes('podpis:')))
    expect(page).toMatch(/(?:jednej osobie|jednym dziecku):\s+\p{Lu}/u)
})
