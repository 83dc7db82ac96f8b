import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { textFor } from '../texts/server.ts'
import { receiveFile } from './receive.ts'

const given = async (bytes: Buffer) => {
  const taken = await receiveFile({ filename: 'skan', file: Readable.from([bytes]) })
  await taken.discard()
  return { type: taken.type, size: taken.size }
}

/** The first bytes of images that say how wide and high they are. */
const png = (wide: number, high: number) => {
  const head = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000000',
    'hex',
  )
  head.writeUInt32BE(wide, 16)
  head.writeUInt32BE(high, 20)
  return head
}
const frame = (wide: number, high: number) => {
  const bytes = Buffer.from('ffc00011080000000003012200021101031101', 'hex')
  bytes.writeUInt16BE(high, 5)
  bytes.writeUInt16BE(wide, 7)
  return bytes
}
const beginning = Buffer.from('ffd8ffe000104a46494600010101004800480000', 'hex')
const jpegWith = (...parts: Buffer[]) => Buffer.concat([beginning, ...parts, Buffer.from('ffd9', 'hex')])
const jpeg = (wide: number, high: number) => jpegWith(frame(wide, high))
const webp = (wide: number, high: number) => {
  const head = Buffer.alloc(30)
  head.write('RIFF', 0, 'latin1')
  head.write('WEBPVP8X', 8, 'latin1')
  head.writeUIntLE(wide - 1, 24, 3)
  head.writeUIntLE(high - 1, 27, 3)
  return head
}
/** What an application keeps in a JPEG: a preview, a map of depths. */
const kept = (length: number) => {
  const bytes = Buffer.alloc(length + 2)
  bytes.writeUInt32BE(0xffe1_0000 + length)
  return bytes
}
const tooMany = { status: 413, name: 'files:too-many-pixels' }
const noKind = { status: 415, name: 'files:kind-not-taken' }

describe('an image', () => {
  test.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['image/webp', webp],
  ])(
    'that would fill the memory of who opens it is refused, what phones and scanners make is taken: %s',
    async (type, image) => {
      for (const [wide, high] of [
        [4000, 3000],
        [8160, 6144],
        [7016, 9933],
        [12_000, 9000],
      ] as const)
        expect(await given(image(wide, high))).toMatchObject({ type })
      await expect(given(image(60_000, 60_000))).rejects.toMatchObject(tooMany)
    },
  )

  test.each([
    ['fill bytes before its frame', jpegWith(Buffer.from('ffffff', 'hex'), frame(60_000, 60_000))],
    ['strays before its frame', jpegWith(Buffer.from('0012ff00', 'hex'), frame(60_000, 60_000))],
    ['a preview of 400 kB before its frame', jpegWith(...Array(7).fill(kept(60_000)), frame(60_000, 60_000))],
    ['its height behind the picture', jpegWith(frame(60_000, 0))],
  ])('with %s holds to the same bound', async (_, bytes) => {
    await expect(given(bytes)).rejects.toMatchObject(tooMany)
  })

  test('of a phone with large previews is taken', async () => {
    expect(await given(jpegWith(...Array(7).fill(kept(60_000)), frame(8160, 6144)))).toMatchObject({
      type: 'image/jpeg',
    })
  })

  test('that never says how large it is is none', async () => {
    await expect(given(jpegWith())).rejects.toMatchObject(noKind)
    await expect(given(png(1, 1).subarray(0, 20))).rejects.toMatchObject(noKind)
  })

  test('is told how many pixels it may have', () => {
    expect(textFor('pl')('files:problems.too-many-pixels.detail', { millions: 120 })).toContain(
      'do 120 milionów punktów',
    )
  })
})

describe('a PDF', () => {
  test('may say so anywhere in its first 1,024 bytes, as some scanners do', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n%%EOF\n')
    for (const before of ['\r\n', ' '.repeat(1019)])
      expect(await given(Buffer.concat([Buffer.from(before), pdf]))).toMatchObject({
        type: 'application/pdf',
      })
    await expect(given(Buffer.concat([Buffer.alloc(1020, ' '), pdf]))).rejects.toMatchObject(noKind)
  })
})

/** A ZIP archive as offices write it: files one after another, then the list of them. */
function zip(...files: [name: string, content: Buffer][]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]))
    parts.push(entry)
    at += entry.length
  }
  const ended = Buffer.alloc(22)
  ended.write('PK\x05\x06')
  ended.writeUInt16LE(files.length, 8)
  ended.writeUInt16LE(files.length, 10)
  ended.writeUInt32LE(Buffer.concat(list).length, 12)
  ended.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...list, ended])
}
const contents = (type: string) =>
  Buffer.from(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Override PartName="/word/document.xml" ContentType="${type}"/></Types>`)
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const picture = (bytes: number): [string, Buffer] => ['word/media/image1.png', randomBytes(bytes)]

describe('a document', () => {
  test.each([270_000, 3_000_000])(
    'may have its list of contents at the end, behind a picture of %i bytes',
    async (bytes) => {
      const docx = zip(picture(bytes), ['[Content_Types].xml', contents(`${word}.main+xml`)])
      expect(await given(docx)).toEqual({ type: word, size: docx.length })
    },
  )

  test.each([
    [
      'with macros',
      zip(picture(270_000), [
        '[Content_Types].xml',
        contents('application/vnd.ms-word.document.macroEnabled.main+xml'),
      ]),
    ],
    ['without a list of contents', zip(picture(270_000))],
    [
      'that is torn',
      zip(picture(270_000), ['[Content_Types].xml', contents(`${word}.main+xml`)]).subarray(0, -40),
    ],
  ])('%s is none of those that we take', async (_, bytes) => {
    await expect(given(bytes)).rejects.toMatchObject(noKind)
  })
})
