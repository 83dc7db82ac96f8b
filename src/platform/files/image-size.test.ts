import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { pixelsOf } from './image-size.ts'
import { receiveFile } from './receive.ts'

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
const jpeg = (wide: number, high: number) => {
  const head = Buffer.from(
    'ffd8ffe000104a46494600010101004800480000ffc00011080000000003012200021101031101',
    'hex',
  )
  head.writeUInt16BE(high, 25)
  head.writeUInt16BE(wide, 27)
  return head
}
const webp = (wide: number, high: number) => {
  const head = Buffer.alloc(30)
  head.write('RIFF', 0, 'latin1')
  head.write('WEBPVP8X', 8, 'latin1')
  head.writeUIntLE(wide - 1, 24, 3)
  head.writeUIntLE(high - 1, 27, 3)
  return head
}

test.each([
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
])('the header of an %s says how many pixels it has', (type, image) => {
  expect(pixelsOf(type, image(4000, 3000))).toBe(12_000_000)
  expect(pixelsOf(type, image(60_000, 60_000))).toBe(3_600_000_000)
  expect(pixelsOf(type, image(1, 1).subarray(0, 15))).toBeNull()
})

test('an image that would fill the memory of who opens it is refused, a photograph is taken', async () => {
  const given = (bytes: Buffer) => receiveFile({ filename: 'skan.png', file: Readable.from([bytes]) })
  await expect(given(png(60_000, 60_000))).rejects.toMatchObject({
    status: 413,
    name: 'files:too-many-pixels',
  })
  const taken = await given(png(4000, 3000))
  expect(taken.type).toBe('image/png')
  await taken.discard()
})
