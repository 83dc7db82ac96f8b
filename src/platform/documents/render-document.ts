/**
 * Documents as PDF/UA-1, made by Typst from a template in `data/forms` and data of a known shape.
 * One compiler lives as long as the process: fonts, templates and layouts stay warm between documents.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Form, FormData } from './form.ts'

/** The forms are Polish by law; a translation is a template of its own. */
export type DocumentLocale = 'pl'

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

/** The text holds characters that no shipped font can print; they must be changed by a person. */
export class UnprintableText extends Error {
  readonly characters: string[]
  constructor(template: string, characters: string[]) {
    super(`${template}: these characters cannot be printed: ${characters.join(' ')}`)
    this.name = 'UnprintableText'
    this.characters = characters
  }
}

/** Control, zero-width and direction marks: invisible in a form, fatal to a PDF, sometimes a trick. */
const invisible = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
const newline = /\r\n?|\u2028|\u2029/g

function printable(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .toWellFormed()
      .normalize('NFC')
      .replace(newline, '\n')
      .replaceAll('\t', ' ')
      .replace(invisible, (mark) => (mark === '\n' ? mark : ''))
  if (Array.isArray(value)) return value.map(printable)
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printable(part)]))
  return value
}

/**
 * Renders a form to a PDF/UA-1 document (tagged, with title and language, fonts embedded).
 * The data reach the template as a JSON file, never as Typst source, so nothing a person types is markup.
 * Throws UnfitFormData if the data have another shape, UnprintableText if a character has no glyph.
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

  // Other requests get their turn, and so do the finalisers that free the documents made before.
  await setImmediate()
  const typst = compiler()
  typst.mapShadow(dataFile, Buffer.from(JSON.stringify(printable({ ...(checked.data as object), locale }))))
  try {
    const compiled = typst.compile({ mainFilePath: join(formsFolder, `${template}.typ`) })
    if (!compiled.result) throw new Error(diagnostics(compiled.takeDiagnostics()))
    return typst.pdf(compiled.result, { pdfStandard: 'ua-1' })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const characters = charactersWithoutGlyph(message)
    if (characters.length > 0) throw new UnprintableText(template, characters)
    throw new Error(`The form ${template} did not compile: ${message}`)
  } finally {
    typst.evictCache(keptFor)
  }
}

/** The compiler names them only in its message: the text `\"中\"` could not be displayed with font … */
function charactersWithoutGlyph(message: string) {
  const named = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map((match) =>
    match[1]!.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  )
  return [...new Set(named)]
}

function diagnostics(error: { shortDiagnostics: Array<{ message?: string }> } | null) {
  return error?.shortDiagnostics.map((d) => d.message ?? JSON.stringify(d)).join('; ') ?? 'no diagnostics'
}
