import { expect, test } from 'vitest'
import type { JointClass } from './api.ts'
import { boxKey, crossesOn, mayBeAsked, refuses } from './crosses.ts'

const sheet = {
  id: 'sheet',
  personId: 'ewa',
  signerId: 'ewa',
  askedOn: '2026-11-30',
  first: true,
  boxes: [{ institutionId: 'school', classes: ['file', 'health'] as JointClass[] }],
}
const file = boxKey('sheet', 'school', 'file')
const health = boxKey('sheet', 'school', 'health')
const onPaper = (each: JointClass) => mayBeAsked(each, { inWriting: true, heard: false })
const byWord = (each: JointClass) => mayBeAsked(each, { inWriting: false, heard: false })

test('a sheet with nothing ticked, or with less than stands, says no', () => {
  expect(refuses(sheet, [], onPaper, [])).toBe(true)
  expect(refuses(sheet, [file], onPaper, [])).toBe(false)
  expect(refuses(sheet, [file], onPaper, sheet.boxes)).toBe(true)
  expect(refuses(sheet, [file, health], onPaper, sheet.boxes)).toBe(false)
})

test('what stands and is not on the sheet is not refused by it', () => {
  const elsewhere = [{ institutionId: 'clinic', classes: ['file'] as JointClass[] }]
  expect(refuses(sheet, [file], onPaper, elsewhere)).toBe(false)
})

test('health cannot be asked by word: it is neither a yes nor a no', () => {
  expect(crossesOn(sheet, [file, health], byWord)).toEqual([{ institutionId: 'school', classes: ['file'] }])
  expect(refuses(sheet, [file], byWord, sheet.boxes)).toBe(false)
  const ofHealth = { ...sheet, boxes: [{ institutionId: 'school', classes: ['health'] as JointClass[] }] }
  expect(refuses(ofHealth, [], byWord, [])).toBe(false)
})

test('how a child was heard is noted whatever it said, also by word', () => {
  expect(mayBeAsked('health', { inWriting: false, heard: true })).toBe(true)
})
