import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../..')

test('whatever is written in sentences is kept as a draft: the page that stalls promises it', () => {
  const lost = globSync('**/pages/*.tsx', { cwd: source }).filter((file) => {
    const page = readFileSync(join(source, file), 'utf8')
    return /<(TextArea|WordsField)\b/.test(page) && /\buseForm\(/.test(page) && !/^\s+draft: /m.test(page)
  })
  expect(lost).toEqual([])
})
