/**
 * Documents as PDF/UA-1, made by Typst from a template in `data/forms` and data of a known shape.
 * One compiler lives as long as the process: fonts, templates and layouts stay warm between documents.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Form, FormData } from './form.ts'

/** The forms are Polish by law; what goes to a family speaks its language too, where its template knows it. */
export type DocumentLocale = 'pl' | 'uk'

const dataFolder = fileURLToPath(new URL('../../../data/', import.meta.url))
const formsFolder = join(dataFolder, 'forms')
const dataFile = join(formsFolder, 'data.json')
const fontFiles = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']

/** How many documents long a piece of layout is kept that none of them used, so that memory stays level. */
const keptFor = 10

let warmCompiler: NodeCompiler | undefined

function compiler() {
  warmCompiler ??= NodeCompiler.create({
    workspace: formsFolder,
    fontArgs: [
      {
        fontBlobs: fontFiles.map((face) =>
          readFileSync(join(dataFolder, 'fonts', `AtkinsonHyperlegibleNext_${face}.ttf`)),
        ),
      },
    ],
  })
  return warmCompiler
}

/** The data do not fit the form. `fields` says which and why, e.g. `signatories.0.name: …`. */
export class UnfitFormData extends Error {
  readonly fields: string[]
  constructor(template: string, fields: string[]) {
    super(`${template}: ${fields.join('; ')}`)
    this.name = 'UnfitFormData'
    this.fields = fields
  }
}

const formFiles = globSync('{,*/}*.typ', { cwd: formsFolder })

/**
 * The texts of a form, the oldest first: `<form>.typ` is valid from the beginning, `<day>/<form>.typ` (ISO) from that day
 * on. A new text is a file in the folder of its day, named nowhere else.
 */
export const textsOf = (form: string, files = formFiles) =>
  files
    .map((file) => /^(?:(\d{4}-\d\d-\d\d)\/)?([a-z-]+)\.typ$/.exec(file))
    .filter((named) => named?.[2] === form)
    .map((named) => ({ file: named![0], since: named![1] ?? '' }))
    .sort((a, b) => (a.since < b.since ? -1 : 1))

/** Control, zero-width, direction marks and choosers of a look: invisible in a form, fatal to a PDF, sometimes a trick. */
const invisible = /[\p{Cc}\p{VS}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
const newline = /\r\n?|\u2028|\u2029/g

/** The data with each of their texts changed. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((part) => withTexts(part, change))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withTexts(part, change)]))
  return value
}

const printable = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(newline, '\n')
    .replaceAll('\t', ' ')
    .replace(invisible, (mark) => (mark === '\n' ? mark : ''))

/** What stands on paper in place of a sign that no font has: a paper with a deadline is never held up by an emoji. */
const substitute = '□'

/**
 * Replaces signs that the compiler found no shape for. It names each sign of a cluster ("1" of a keycap), so plain
 * letters stay and marks upon them go.
 */
const without = (signs: ReadonlySet<string>) => (text: string) =>
  [...text]
    .map((sign) =>
      !signs.has(sign) || /[\p{ASCII}\p{Script=Latin}]/u.test(sign)
        ? sign
        : /\p{M}/u.test(sign)
          ? ''
          : substitute,
    )
    .join('')

/**
 * Renders a form to a PDF/UA-1 document (tagged, with title and language, fonts embedded), in its text of that day.
 * The data reach the template as a JSON file, never as Typst source, so nothing a person types is markup.
 * A sign without a shape in any font is printed as □. Throws UnfitFormData if the data have another shape.
 */
export async function renderDocument<F extends Form>(
  { template, shape }: F,
  data: FormData<F>,
  { locale }: { locale: DocumentLocale },
): Promise<Buffer> {
  const checked = shape.safeParse(data)
  if (!checked.success)
    throw new UnfitFormData(
      template,
      checked.error.issues.map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`),
    )

  const { date } = checked.data
  const { file } = textsOf(template).findLast(({ since }) => since <= date)!

  // Other requests get their turn, and so do the finalisers that free the documents made before.
  await setImmediate()
  try {
    return compile(file, withTexts({ ...checked.data, locale }, printable))
  } finally {
    compiler().evictCache(keptFor)
  }
}

function compile(file: string, data: unknown, missing: ReadonlySet<string> = new Set()): Buffer {
  const typst = compiler()
  typst.mapShadow(dataFile, Buffer.from(JSON.stringify(withTexts(data, without(missing)))))
  try {
    const compiled = typst.compile({ mainFilePath: join(formsFolder, file) })
    if (!compiled.result) throw new Error(diagnostics(compiled.takeDiagnostics()))
    return typst.pdf(compiled.result, { pdfStandard: 'ua-1' })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const named = signsWithoutShape(message)
    if (named.every((sign) => missing.has(sign)))
      throw new Error(`The form ${file} did not compile: ${message}`)
    return compile(file, data, new Set([...missing, ...named]))
  }
}

/** The compiler names them only in its message: the text `\"中\"` could not be displayed with font … */
const signsWithoutShape = (message: string) =>
  [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].flatMap((match) => [
    ...match[1]!.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  ])

function diagnostics(error: { shortDiagnostics: Array<{ message?: string }> } | null) {
  return error?.shortDiagnostics.map((d) => d.message ?? JSON.stringify(d)).join('; ') ?? 'no diagnostics'
}
