import { describe, expect, test } from 'vitest'
import {
  brokenReferences,
  codeListSchema,
  entrySchemas,
  listNames,
  readCodeList,
  readCodeLists,
  readCompetence,
} from './codes.ts'

const polishLetters = /[ąćęłńóśźż]/i

describe('code lists that ship with Splot', () => {
  test('each shape has a file', () => {
    expect(Object.keys(entrySchemas).filter((name) => !listNames.includes(name))).toEqual([])
  })

  test('a field that no shape has is refused in a list found by its file', () => {
    const list = readCodeList('baskets.funding')
    const odd = { ...list, entries: [{ ...list.entries[0], colour: 'red' }] }
    expect(codeListSchema('baskets.funding').safeParse(odd).error?.message).toContain('colour')
  })

  test.each(listNames)(
    '%s: codes are unique, labels stand in both languages, fields are as described',
    (name) => {
      const list = readCodeList(name)
      expect(list.list).toBe(name)
      for (const entry of list.entries) {
        expect(entry.pl.trim()).toBe(entry.pl)
        expect(entry.en).not.toMatch(polishLetters)
        expect(entry.pl[0]).toBe(entry.pl[0]?.toUpperCase())
        expect(entry.pl).not.toMatch(/ {2}| - /)
      }
    },
  )

  test('a code that stands twice is refused', () => {
    const list = readCodeList('baskets.funding')
    const twice = { ...list, entries: [...list.entries, list.entries[0]] }
    expect(codeListSchema('baskets.funding').safeParse(twice).error?.message).toContain('a code stands twice')
  })

  test('a label without English is refused, and the message names the entry', () => {
    const list = readCodeList('baskets.funding')
    const silent = { ...list, entries: [{ code: 'free', pl: 'Bez kosztów' }] }
    expect(codeListSchema('baskets.funding').safeParse(silent).error?.issues[0]?.path).toEqual([
      'entries',
      0,
      'en',
    ])
  })

  test('references between lists and from the competence map resolve', () => {
    expect(brokenReferences(readCodeLists(), readCompetence())).toEqual([])
  })
})

describe('relations', () => {
  const relations = readCodeList('households.relation_kind').entries
  const find = (code: string) => relations.find((relation) => relation.code === code)!

  test('the inverse of an inverse is the relation itself, or its neutral form', () => {
    for (const relation of relations)
      expect(find(relation.inverse).inverse, relation.code).toBe(relation.neutral ?? relation.code)
  })

  test('a relation with a sex has a neutral form', () => {
    for (const relation of relations)
      expect(Boolean(relation.sex), relation.code).toBe(Boolean(relation.neutral))
  })
})

describe('what the law says, as data', () => {
  test('there are thirteen life domains; level one in three of them asks what we do today', () => {
    const domains = readCodeList('assessments.life_domain').entries
    expect(domains).toHaveLength(13)
    expect(domains.filter((d) => d.needsTodayAtOne).map((d) => d.code)).toEqual([
      'safety',
      'mental_health',
      'parenting',
    ])
    expect(domains.filter((d) => d.keptByWorker).map((d) => d.code)).toEqual(['safety'])
  })

  test('every notice to a court, the police or a prosecutor justifies one disclosure', () => {
    const notices = readCodeList('consents.basis_rule').entries.filter((r) => r.legalBasis.startsWith('kp'))
    expect(notices.length).toBeGreaterThan(0)
    for (const notice of notices) expect(notice.standing, notice.code).toBe(false)
  })

  test('convictions flow only on a basis in law', () => {
    for (const rule of readCodeList('consents.basis_rule').entries)
      if (rule.classes.includes('justice')) expect(rule.kind, rule.code).toBe('law')
  })

  test('each kind of problem has one default leader; violence and suspected abuse cannot be handed elsewhere', () => {
    const rows = readCompetence()
    for (const problem of readCodeList('partnerships.problem_kind').entries) {
      const leaders = rows.filter((row) => row.problemKind === problem.code && row.part === 'leads')
      expect(leaders, problem.code).toHaveLength(1)
      if (problem.violence) expect(leaders[0]?.locked, problem.code).toBe(true)
    }
    const told = rows.filter(
      (row) => row.problemKind === 'child_abuse_suspected' && row.locked && row.part === 'must',
    )
    expect(told.map((row) => row.institutionKind)).toEqual([
      'court_family',
      'police_county',
      'police_station',
      'prosecutor',
    ])
  })

  test('a local police station stands in for its county command: it owes the same part', () => {
    const owedBy = (kind: string) =>
      readCompetence()
        .filter((row) => row.institutionKind === kind && row.part === 'must')
        .map(({ problemKind, locked }) => ({ problemKind, locked }))
    expect(owedBy('police_county').length).toBeGreaterThan(0)
    expect(owedBy('police_station')).toEqual(owedBy('police_county'))
  })

  test('an institution stands once beside a kind of problem', () => {
    const pairs = readCompetence().map((row) => `${row.problemKind}/${row.institutionKind}`)
    expect(pairs).toHaveLength(new Set(pairs).size)
  })
})
