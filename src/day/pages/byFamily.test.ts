import { expect, test } from 'vitest'
import { byFamily } from './byFamily.ts'

type Piece = Parameters<typeof byFamily>[0][number]
let no = 0
const piece = (caseId: string | null, verb: string, more: Partial<Piece> = {}) =>
  ({
    id: `${++no}`,
    caseId,
    verb,
    kind: 'change',
    institution: 'Szkoła',
    at: '2026-11-29T10:00:00Z',
    ...more,
  }) as Piece
const told = (news: Piece[]) =>
  byFamily(news).map(({ first, told }) => [first.caseId, told.map(({ piece, alike }) => [piece.verb, alike])])

test('what happened with a family stands together, the family with the newest first', () => {
  expect(
    told([
      piece('fikcyjni', 'item.declined'),
      piece('probni', 'task.done'),
      piece('fikcyjni', 'basket.frozen'),
    ]),
  ).toEqual([
    [
      'fikcyjni',
      [
        ['item.declined', 0],
        ['basket.frozen', 0],
      ],
    ],
    ['probni', [['task.done', 0]]],
  ])
})

test('twelve clicks of one institution are one line; a day, another institution and each answer are told apart', () => {
  const view = (more?: Partial<Piece>) => piece('probni', 'view.opened', more)
  expect(
    told([
      view(),
      view(),
      view({ institution: 'Poradnia' }),
      view({ at: '2026-11-28T10:00:00Z' }),
      piece('probni', 'item.declined', { kind: 'answer' }),
      piece('probni', 'item.declined', { kind: 'answer' }),
    ]),
  ).toEqual([
    [
      'probni',
      [
        ['view.opened', 1],
        ['view.opened', 0],
        ['view.opened', 0],
        ['item.declined', 0],
        ['item.declined', 0],
      ],
    ],
  ])
})

test('the same family in two jobs is told in each; what is of no family comes last', () => {
  const inJob = (id: string) => ({ job: { id, name: id, elsewhere: false } })
  expect(
    byFamily([
      piece(null, 'x'),
      piece('probni', 'x', inJob('gops')),
      piece('probni', 'x', inJob('pcpr')),
    ]).map(({ first }) => [first.caseId, first.job?.id]),
  ).toEqual([
    ['probni', 'gops'],
    ['probni', 'pcpr'],
    [null, undefined],
  ])
})
