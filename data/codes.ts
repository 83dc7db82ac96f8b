/**
 * The shapes of the code lists in `data/codes` and of the competence map, and the one way to read them.
 * Every list is a file named after the table that owns it; README.md beside the lists explains the format.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** Class of data that a code carries to everything that hangs on it; `file` is the ordinary one. */
export const dataClass = z.enum(['file', 'health', 'addiction', 'justice', 'violence'])

/** Class that a disclosure may name: the classes of codes, and where people live and can be reached. */
export const disclosedClass = z.enum([...dataClass.options, 'whereabouts'])

const code = z.string().regex(/^[a-z][a-z0-9_]*$/)
const label = z.string().trim().min(1)
const day = z.iso.date()
const bothLanguages = z.strictObject({ pl: label, en: label })
const named = bothLanguages.extend({ abbr: label })

const entry = z.strictObject({
  code,
  pl: label,
  en: label,
  validFrom: day.optional(),
  validTo: day.optional(),
})

/** Whose institutions a basis covers: any, or these kinds together with all kinds of these groups. */
const institutions = z.union([
  z.strictObject({ any: z.literal(true) }),
  z
    .strictObject({ kinds: z.array(code).min(1).optional(), groups: z.array(code).min(1).optional() })
    .refine((who) => who.kinds || who.groups, 'names no institution'),
])

const anchor = z.strictObject({ level: z.int().min(1).max(5), pl: label, en: label })

/** The shape of an entry of each list that has fields of its own; every other list is plain, found by its file alone. */
export const entrySchemas = {
  'assessments.life_domain': entry.extend({
    class: dataClass,
    needsTodayAtOne: z.boolean(),
    whom: z.enum(['adults', 'children', 'everybody']).optional(),
      keptByWorker: z.literal(true).optional(),
    anchors: z
      .array(anchor)
      .length(5)
      .refine((anchors) => anchors.every((a, i) => a.level === i + 1), 'levels run from 1 to 5'),
  }),
  'referrals.reason': entry.extend({
    kind: z.enum(['refuse', 'return', 'withdraw', 'ahead', 'itself']),
    unmetNeed: z.boolean().optional(),
    needsText: z.literal(true).optional(),
  }),
  'directory.service_kind': entry.extend({
    group: code,
    unit: code,
    class: dataClass,
    providers: z.array(code).min(1),
    helps: z.array(code).min(1).optional(),
    words: label.optional(),
    needsDecision: z.boolean(),
  }),
  'cases.closing_reason': entry.extend({ afterCare: z.boolean(), needsText: z.literal(true).optional() }),
  'institutions.staffing_norm': entry.extend({ number: z.int().positive(), law: label }),
  'concerns.concern_urgency': entry.extend({ answerWorkingDays: z.int().min(0), hint: bothLanguages }),
  'partnerships.problem_kind': entry
    .extend({
      class: dataClass,
      statutory: z.boolean(),
      article: label.optional(),
      violence: z.literal(true).optional(),
    })
    .refine((kind) => kind.statutory === (kind.article !== undefined), 'a statutory kind names its article')
    .refine(
      (kind) => (kind.class === 'violence') === (kind.violence === true),
      'class and mark of violence agree',
    ),
  'consents.basis_rule': entry
    .extend({
      legalBasis: code,
      kind: z.enum(['consent', 'law']),
      from: institutions,
      to: institutions,
      classes: z.array(disclosedClass).min(1),
      longestDays: z.int().positive().nullable(),
      standing: z.boolean(),
      quiet: z.boolean(),
      onDemand: z.literal(true).optional(),
      article: label,
      note: label,
      verified: z.boolean(),
    })
    .refine((rule) => !rule.quiet || !rule.standing, 'what opens a file is told to the family')
    .refine((rule) => !rule.onDemand || (rule.kind === 'law' && !rule.standing), 'what is demanded is answered once, by law')
    .refine((rule) => rule.standing === (rule.longestDays !== null), 'only a standing basis lasts for days')
    .refine(
      (rule) => rule.kind === 'law' || !rule.classes.some((c) => c === 'justice' || c === 'violence'),
      'no consent opens convictions or violence (GDPR art. 10)',
    )
    .refine(
      (rule) => !rule.standing || !rule.classes.includes('violence'),
      'violence is never a standing disclosure',
    ),
  'consents.consent_form': entry.extend({ forSpecialData: z.boolean() }),
  'consents.legal_basis': entry.extend({ act: label, article: label, note: label, verified: z.boolean() }),
  'households.authority_kind': entry.extend({ representsChild: z.boolean(), checkOrder: z.boolean() }),
  'households.contact_way_kind': entry.extend({
    channel: z.enum(['phone', 'email', 'text', 'post', 'electronic', 'person']),
  }),
  'households.relation_kind': entry.extend({
    inverse: code,
    sex: z.enum(['female', 'male']).optional(),
    neutral: code.optional(),
  }),
  'institutions.institution_kind': entry.extend({
    abbr: label.optional(),
    tier: z.enum(['commune', 'county', 'region', 'national']),
    group: code,
    whom: z.enum(['adults', 'children']).optional(),
    tellsPlace: z.literal(true).optional(),
    tells: dataClass.exclude(['file']).optional(),
  }),
  'meetings.meeting_kind': entry.extend({ place: z.enum(['case', 'partnership', 'own']) }),
  'partnerships.team_role': entry.extend({
    level: z.enum(['partnership', 'task_team', 'family', 'support', 'programme', 'oversight']),
    sees: z.enum(['case', 'request', 'own', 'numbers', 'anonymised', 'log', 'none']),
  }),
  'partnerships.variant': entry.extend({
    model: label,
    partnershipTeam: named,
    taskTeam: named,
    taskTeamSeparate: z.boolean(),
    planDocument: named,
    defaults: z.strictObject({
      planMonths: z.int().positive(),
      partnershipMonths: z.int().positive(),
      partnershipMeetingEveryMonths: z.int().positive(),
      teamMeetingEveryWeeks: z.int().positive(),
      reviewEveryMonths: z.int().positive(),
      answerWorkingDays: z.int().positive(),
      afterCareMonths: z.array(z.int().positive()).min(1),
    }),
  }),
  'worklist.task_state': entry.extend({ open: z.boolean() }),
} as const

type Shapes = typeof entrySchemas
export type Entry<Name extends string> = z.infer<Name extends keyof Shapes ? Shapes[Name] : typeof entry>
export type CodeList<Name extends string> = {
  list: Name
  title: { pl: string; en: string }
  entries: Entry<Name>[]
}
export type CodeLists = { [Name in keyof Shapes]: CodeList<Name> } & { [name: string]: CodeList<string> }

const hasShape = (name: string): name is keyof Shapes => Object.hasOwn(entrySchemas, name)

export const listNames = readdirSync(new URL('codes', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .sort()

/** The shape of the file of one list. */
export function codeListSchema(name: string) {
  return z
    .strictObject({
      list: z.literal(name),
      title: bothLanguages,
      entries: z.array(hasShape(name) ? entrySchemas[name] : entry).min(1),
    })
    .refine(
      ({ entries }) => new Set(entries.map((e) => e.code)).size === entries.length,
      'a code stands twice in the list',
    )
}

/**
 * Reads one code list that ships with Splot, entries in the order in which people see them.
 * Throws a ZodError that names the entry and the field if the file is not as README.md says.
 */
export function readCodeList<Name extends string>(name: Name): CodeList<Name> {
  const file = new URL(`codes/${name}.json`, import.meta.url)
  return codeListSchema(name).parse(JSON.parse(readFileSync(file, 'utf8'))) as CodeList<Name>
}

/** Reads all code lists, by name. */
export function readCodeLists(): CodeLists {
  return Object.fromEntries(listNames.map((name) => [name, readCodeList(name)])) as CodeLists
}

const competenceRow = z
  .strictObject({
    problemKind: code,
    institutionKind: code,
    part: z.enum(['leads', 'must', 'may']),
    law: label,
    note: bothLanguages.optional(),
    locked: z.boolean(),
  })
  .refine((row) => !(row.locked && row.part === 'may'), 'what one may do cannot be locked')

export const competenceSchema = z.strictObject({ title: bothLanguages, rows: z.array(competenceRow).min(1) })
export type CompetenceRow = z.infer<typeof competenceRow>

/** The competence map that a new partnership starts with; a locked row is the law's and cannot be weakened. */
export function readCompetence(): CompetenceRow[] {
  const file = new URL('competence/default.json', import.meta.url)
  return competenceSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).rows
}

/**
 * References from list to list, and from the competence map, that lead to no code.
 * Each is a sentence such as `directory.service_kind home_care: no kind of institution "ops"`; none is good.
 */
export function brokenReferences(lists: CodeLists, competence: CompetenceRow[]): string[] {
  const broken: string[] = []
  const known = (name: string) => new Set(lists[name]?.entries.map((e) => e.code))
  const kinds = known('institutions.institution_kind')
  const groups = known('institutions.institution_group')
  const expect = (codes: Set<string>, wanted: string | undefined, from: string, what: string) => {
    if (wanted !== undefined && !codes.has(wanted)) broken.push(`${from}: no ${what} "${wanted}"`)
  }

  for (const kind of lists['institutions.institution_kind'].entries)
    expect(groups, kind.group, `institutions.institution_kind ${kind.code}`, 'group of institutions')

  for (const service of lists['directory.service_kind'].entries) {
    const from = `directory.service_kind ${service.code}`
    expect(known('directory.service_group'), service.group, from, 'group of services')
    expect(known('directory.service_unit'), service.unit, from, 'unit')
    for (const provider of service.providers) expect(kinds, provider, from, 'kind of institution')
    for (const problem of service.helps ?? [])
      expect(known('partnerships.problem_kind'), problem, from, 'kind of problems')
  }

  const relations = known('households.relation_kind')
  for (const relation of lists['households.relation_kind'].entries) {
    const from = `households.relation_kind ${relation.code}`
    expect(relations, relation.inverse, from, 'inverse relation')
    expect(relations, relation.neutral, from, 'neutral relation')
  }

  for (const rule of lists['consents.basis_rule'].entries) {
    const from = `consents.basis_rule ${rule.code}`
    expect(known('consents.legal_basis'), rule.legalBasis, from, 'legal basis')
    for (const who of [rule.from, rule.to]) {
      if ('any' in who) continue
      for (const kind of who.kinds ?? []) expect(kinds, kind, from, 'kind of institution')
      for (const group of who.groups ?? []) expect(groups, group, from, 'group of institutions')
    }
  }

  const problems = known('partnerships.problem_kind')
  for (const row of competence) {
    const from = `competence ${row.problemKind}/${row.institutionKind}`
    expect(problems, row.problemKind, from, 'kind of problem')
    expect(kinds, row.institutionKind, from, 'kind of institution')
  }
  return broken
}
