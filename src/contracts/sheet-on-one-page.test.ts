import { readFileSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { FormData } from '../platform/documents/form.ts'
import { renderDocument } from '../platform/documents/render-document.ts'
import { papers } from './papers.ts'

type Sheet = FormData<(typeof papers)['family-sheet']>
const example = JSON.parse(
  readFileSync(new URL('../../data/forms/examples/family-sheet.json', import.meta.url), 'utf8'),
) as Sheet

const names = ['Wacław', 'Bronisława', 'Krzysztof', 'Małgorzata', 'Aleksandra']
const institutions = [
  'Gminny Ośrodek Pomocy Społecznej w Przykładowie',
  'Zespół Szkół Przykładowych w Oksie',
  'Poradnia Psychologiczno-Pedagogiczna w Umownie',
  'Stowarzyszenie „Wymyślona Pomoc”',
  'Powiatowy Urząd Pracy w Umownie',
]
const often = '2 razy w tygodniu'
const [from, until] = ['2027-01-11', '2027-05-31']

/** A family of so many people, each with an action of their own, and as many institutions, each with one for them. */
const sheetOf = (count: number, language: 'pl' | 'uk'): Sheet => ({
  ...example,
  language,
  forWhom: names.slice(0, count).join(', '),
  weDo: Array.from({ length: count }, (_, i) => ({
    who: names[i % 5]!,
    does: 'zapisuje wydatki w zeszycie i chowa rachunki',
    often,
    until,
    sign: 'w trzeciej dekadzie nie trzeba pożyczać',
  })),
  othersDo: Array.from({ length: count }, (_, i) => ({
    institution: institutions[i % 5]!,
    contacts: [{ person: 'Tomasz Próbny-Zmyślony', phone: '00 000 00 99' }],
    does: [{ what: 'Pomoc w szkole po lekcjach', forWhom: names[i % 5]!, often, from, until }],
  })),
  sees: [{ institutions: institutions.slice(1), about: names.slice(0, 3) }],
})

async function pagesOf(sheet: Sheet) {
  const pdf = await renderDocument(papers['family-sheet'], sheet, { locale: sheet.language })
  return (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text
}

describe.each(['pl', 'uk'] as const)('the sheet for the family (%s)', (language) => {
  test.each([1, 3, 5])('is one page for %i people and as many institutions', async (count) => {
    expect(await pagesOf(sheetOf(count, language))).toHaveLength(1)
  })

  test('goes on in whole rows for more', async () => {
    const pages = await pagesOf(sheetOf(11, language))
    expect(pages).toHaveLength(2)
    // The last of the first page has its phone there, and so has the first of the second.
    for (const page of pages) {
      const lines = page.replace(/\s+/g, ' ')
      expect(lines.match(/00 000 00 99/g)?.length).toBe(lines.match(/Pomoc w szkole po/g)?.length)
    }
  })
})

test('the sheet promises that help hangs on no consent, and of a contract what the law says', async () => {
  const sheet = (await pagesOf(sheetOf(2, 'pl'))).join().replace(/\s+/g, ' ')
  expect(sheet).toContain(
    'Zgodę na wymianę danych możemy cofnąć zawsze, bez podawania powodu: pomoc ośrodka od niej nie zależy.',
  )
  expect(sheet).toContain('Za niedotrzymanie jej bez ważnego powodu ośrodek może odmówić świadczenia')
  expect(sheet).not.toMatch(/przestać\. Można w każdej chwili/)
  expect((await pagesOf(sheetOf(2, 'uk'))).join().replace(/\s+/g, ' ')).toContain(
    'Соціальний контракт – це угода.',
  )
})

test('the sheet speaks the language that was chosen', async () => {
  expect((await pagesOf(sheetOf(2, 'pl'))).join()).toContain('Co robimy my')
  expect((await pagesOf(sheetOf(2, 'uk'))).join()).toContain('Що робимо ми')
})
