import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { papers as baskets } from '../../baskets/papers.ts'
import { papers as cases } from '../../cases/papers.ts'
import { papers as consents } from '../../consents/papers.ts'
import { papers as contracts } from '../../contracts/papers.ts'
import { papers as copies } from '../../copies/papers.ts'
import { papers as directory } from '../../directory/papers.ts'
import { papers as meetings } from '../../meetings/papers.ts'
import { papers as partnerships } from '../../partnerships/papers.ts'
import { papers as referrals } from '../../referrals/papers.ts'
import type { FormData as DataOf } from './form.ts'
import { renderDocument, textsOf, UnfitFormData } from './render-document.ts'

const papers = {
  ...partnerships,
  ...cases,
  ...baskets,
  ...consents,
  ...referrals,
  ...contracts,
  ...meetings,
  ...directory,
  ...copies,
}
type FormName = keyof typeof papers
type FormData<Name extends FormName> = DataOf<(typeof papers)[Name]>
const formNames = Object.keys(papers) as FormName[]

const forms = new URL('../../../data/forms/', import.meta.url)

function example<Name extends FormName>(name: Name): FormData<Name> {
  return JSON.parse(readFileSync(new URL(`examples/${name}.json`, forms), 'utf8'))
}

async function pagesOf(pdf: Buffer) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text.map((page) => page.replaceAll('\u00a0', ' '))
}

/** The text without the places where lines happen to break. */
async function textOf(pdf: Buffer) {
  return (await pagesOf(pdf)).join(' ').replace(/\s+/g, ' ')
}

const render = <Name extends FormName>(name: Name, data: FormData<Name>) =>
  renderDocument(papers[name], data, { locale: 'pl' })

describe('every form, filled with its example', () => {
  test.each(formNames)('%s is a tagged PDF/UA-1 document with a title, in Polish', async (name) => {
    const pdf = await render(name, example(name))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

    const raw = pdf.toString('latin1')
    expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(raw).toContain('/MarkInfo')

    const { info } = await getMeta(await getDocumentProxy(new Uint8Array(pdf)))
    expect(info.Language).toMatch(/^pl/)
    expect(info.Title.length).toBeGreaterThan(5)
  })

  test.each(formNames)(
    '%s carries its Polish letters, the practice mark and the page number on each page',
    async (name) => {
      const data = example(name)
      const pages = await pagesOf(await render(name, data))
      expect(pages.join(' ')).toMatch(/[ąćęłńóśźż]/)
      for (const [index, page] of pages.entries()) {
        expect(page).toContain('Dane ćwiczebne')
        expect(page).toContain(`strona ${index + 1} z ${pages.length}`)
        expect(page).toContain(`Dokument ${data.document.id}, wersja ${data.document.version}`)
      }
    },
  )

  test.each(formNames)('%s has no practice mark in service mode', async (name) => {
    const text = await textOf(await render(name, { ...example(name), practice: false }))
    expect(text).not.toContain('Dane ćwiczebne')
  })
})

describe('a text valid from a day', () => {
  const files = [
    '2031-01-01/paper.typ',
    'paper.typ',
    '2027-07-01/paper.typ',
    'paper-of-others.typ',
    'splot.typ',
  ]

  test('is a file in the folder of that day', () => {
    expect(textsOf('paper', files)).toEqual([
      { file: 'paper.typ', since: '' },
      { file: '2027-07-01/paper.typ', since: '2027-07-01' },
      { file: '2031-01-01/paper.typ', since: '2031-01-01' },
    ])
  })

  test.each(formNames.flatMap((name) => textsOf(name).map(({ file, since }) => ({ name, file, since }))))(
    '$file is printed from its day on',
    async ({ name, since }) => {
      const data = example(name)
      const printed = await render(name, { ...data, date: since || '2000-01-01' })
      expect((await pagesOf(printed)).length).toBeGreaterThan(0)
    },
  )

  test('each template is the text of a form, or a part that one takes in', () => {
    const templates = globSync('**/*.typ', { cwd: forms })
    const taken = templates.flatMap((file) =>
      [...readFileSync(new URL(file, forms), 'utf8').matchAll(/#import "(.+?)"/g)].map(([, part]) =>
        part!.startsWith('/') ? part!.slice(1) : join(dirname(file), part!),
      ),
    )
    const named = formNames.flatMap((name) => textsOf(name).map(({ file }) => file))
    expect(templates.filter((file) => !named.includes(file) && !taken.includes(file))).toEqual([])
  })
})

describe('what a person has written', () => {
  const written = [
    '#let x = 1 #panic("x")',
    '$ a^2 $ i 5 $',
    '*gwiazdki* _podkreślenia_ `kod`',
    '„cudzysłów” "prosty" \'pojedynczy\'',
    'C:\\katalog\\plik \\u{1F600}',
    'anna@przykladowo.example @etykieta <etykieta>',
    '= Nagłówek - lista + lista / pojęcie: opis',
    '// komentarz /* komentarz */ ~ -- --- ...',
    '{"json": [1]} #{sys.inputs}',
  ]

  test.each(written)('stands in the document letter by letter: %s', async (name) => {
    const sheet = { ...example('family-sheet'), forWhom: name }
    expect(await textOf(await render('family-sheet', sheet))).toContain(name)
  })

  test('may be Ukrainian', async () => {
    const sheet = { ...example('family-sheet'), forWhom: 'Олена Ґудзь-Приклад, Їжак' }
    expect(await textOf(await render('family-sheet', sheet))).toContain('Олена Ґудзь-Приклад, Їжак')
  })

  test('keeps its lines, loses invisible marks', async () => {
    const sheet = { ...example('family-sheet'), forWhom: 'Zofia\u202e\u0007 Nie\u200bby\r\nStaś \ud800' }
    expect(await textOf(await render('family-sheet', sheet))).toContain('Zofia Nieby Staś \ufffd')
  })

  test.each([
    ['Zofia 🙂 日本', 'Zofia □ □□'],
    ['👨‍👩‍👧 i pies', '□□□ i pies'],
    ['klasa 1️⃣, 🇵🇱, \u0378\u{10ffff}', 'klasa 1, □□, □□'],
    ['\u202eZofia\u2066', 'Zofia'],
  ])('that no font can print holds no paper up: %s is printed as %s', async (typed, printed) => {
    const pdf = await render('family-sheet', { ...example('family-sheet'), forWhom: typed })
    expect(await textOf(pdf)).toContain(printed)
    expect(pdf.toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
  })

  /** The data with this word in place of whatever was written in sentences. */
  const wordy = (value: unknown, word: string): unknown => {
    if (typeof value === 'string') return / /.test(value) && !/^\d/.test(value) ? word : value
    if (Array.isArray(value)) return value.map((each) => wordy(each, word))
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wordy(each, word)]))
    return value
  }
  test.each(
    formNames.flatMap((name) => [
      { name, what: 'a surname', word: 'Brzęczyszczykiewiczówna'.repeat(4).slice(0, 80) },
      { name, what: 'an address', word: `${'imie.nazwisko'.repeat(5)}@${'przyklad'.repeat(4)}.example` },
      { name, what: 'a number', word: '1234567890'.repeat(8) },
    ]),
  )('breaks within its place, however long it is without a space: $what in $name', async ({ name, word }) => {
    const data = wordy(example(name), word) as FormData<typeof name>
    const document = await getDocumentProxy(new Uint8Array(await render(name, data)))
    const outside: string[] = []
    for (let no = 1; no <= document.numPages; no++) {
      const page = await document.getPage(no)
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || !item.str.trim() || item.transform[1] !== 0) continue
        const [from, to] = [item.transform[4], item.transform[4] + item.width]
        if (from < 50 || to > page.view[2]! - 50) outside.push(`${no}: ${item.str}`)
      }
    }
    expect(outside).toEqual([])
  })

  test('is set in fonts that come with the product, whichever this machine has', async () => {
    const signs = 'Zofia Ա ა ⵣ ∀ ☺ Юлія Hồng Ǽ → ½'
    const pdf = await render('family-sheet', { ...example('family-sheet'), forWhom: signs })
    const fonts = [...pdf.toString('latin1').matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z]+)/g)].map(
      ([, name]) => name,
    )
    // Our own, and the two that the compiler brings along.
    const ours = ['AtkinsonHyperlegibleNext', 'LibertinusSerif', 'DejaVuSansMono']
    expect(fonts.filter((name) => !ours.includes(name!))).toEqual([])
    expect(fonts).toContain('AtkinsonHyperlegibleNext')
    expect(await textOf(pdf), 'Tifinagh, in no font of ours').toContain('ა □ ∀')
  })

  test('runs over pages when there is a lot of it, and the head of the table comes with it', async () => {
    const register = example('disclosure-register')
    const long = Array.from({ length: 120 }, () => register.entries[0]!)
    const pages = await pagesOf(await render('disclosure-register', { ...register, entries: long }))
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages.slice(0, -1)) expect(page).toContain('Kto przekazał')
  })
})

describe('data of another shape', () => {
  test('are refused with the place and the reason', async () => {
    const { signatories, ...contract } = example('social-contract-a')
    const broken = { ...contract, signatories: [{ ...signatories[0], name: '' }], date: '24 listopada' }
    const refused = await render('social-contract-a', broken as FormData<'social-contract-a'>).catch(
      (e: unknown) => e,
    )
    expect(refused).toBeInstanceOf(UnfitFormData)
    expect((refused as UnfitFormData).fields.map((field) => field.split(':')[0])).toEqual([
      'date',
      'signatories.0.name',
    ])
    expect((refused as Error).message).toMatch(/^social-contract-a: date: /)
  })

  test('with a field nobody knows are refused, so that nothing is printed by halves', async () => {
    const odd = { ...example('family-sheet'), colour: 'zielony' } as FormData<'family-sheet'>
    await expect(render('family-sheet', odd)).rejects.toThrow(/colour/)
  })
})

describe('the social contract', () => {
  test('says nothing of itself in the margin', async () => {
    for (const name of ['social-contract-a', 'social-contract-b'] as const)
      expect(await textOf(await render(name, example(name)))).not.toContain('Dziennikiem Ustaw')
  })

  test('has the parts of its type and only those', async () => {
    const a = await textOf(await render('social-contract-a', example('social-contract-a')))
    expect(a).toMatch(/Część I A\. .*Część II A\. /)
    expect(a).not.toContain('Część I B.')
    const b = await textOf(await render('social-contract-b', example('social-contract-b')))
    expect(b).toMatch(/Część I B\. .*Część II B\. /)
    expect(b).not.toContain('Część I A.')
  })

  test('is the same document, byte for byte, when nothing has changed', async () => {
    const [first, second] = [example('social-contract-b'), example('social-contract-b')]
    expect(await render('social-contract-b', first)).toEqual(await render('social-contract-b', second))
  })
})

describe('a name on a consent', () => {
  const consentOf = async (name: string) => {
    const data = example('consent')
    return render('consent', { ...data, person: { ...data.person, name }, representatives: [] })
  }
  test.each(['Hồng Nguyễn', 'Thị Mĩ Lệ', 'Юлія Коваленко', 'Jūratė Žemaitytė', 'Ğülşen Şahin', 'Łucja Żółć'])(
    'reads the same in the text of the PDF: %s',
    async (name) => {
      for (const written of [name, name.normalize('NFD')]) {
        const text = await textOf(await consentOf(written))
        expect(text.split(name).length - 1, text.slice(0, 600)).toBe(2)
      }
    },
  )
  test('of eighty letters without a hyphen stays inside its column and its place for a signature', async () => {
    const family = 'Brzęczyszczykiewiczówna'.repeat(4).slice(0, 80)
    const pdf = await consentOf(`Anna ${family}`)
    expect((await textOf(pdf)).replace(/[\s\u200b]/g, '').split(family)).toHaveLength(3)
    const edges: number[] = []
    const document = await getDocumentProxy(new Uint8Array(pdf))
    for (let page = 1; page <= document.numPages; page++)
      for (const item of (await (await document.getPage(page)).getTextContent()).items)
        if ('str' in item && /brzęczy|szczyk|iewicz/i.test(item.str))
          edges.push(item.transform[4], item.transform[4] + item.width)
    // A4 is 595 points wide, with margins of 68 and 57; of two places for a signature the first ends in the middle.
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(68)
    expect(Math.max(...edges)).toBeLessThanOrEqual(538)
  })
})
