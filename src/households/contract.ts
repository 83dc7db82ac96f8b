import { z } from 'zod'
import {
  birthDay,
  birthYear,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  terc,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'
import { digitsOf, isPesel } from './digits.ts'

/** A PESEL as it was typed, with spaces or hyphens; nothing where the field was left empty. */
export const pesel = z
  .string()
  .trim()
  .max(20)
  .refine((typed) => typed === '' || isPesel(digitsOf(typed)), { params: { said: 'pesel' } })

const inHousehold = z.object({ id, householdId: id })

export const person = z.object({
  memberId: id,
  personId: id,
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  name: z.string().describe('The names that there are: some bear one only, a newborn has no given name yet.'),
  otherNames: z.array(z.string()),
  birthDate: day.nullable(),
  birthYear: z.number().nullable(),
  age: z
    .number()
    .nullable()
    .describe(
      'Full years; of whom the year of birth alone is known, as many as are sure. Stands still after a death.',
    ),
  child: z.boolean().nullable().describe('Null while nobody knows how old they are.'),
  expected: z.boolean().describe('A child that is not born yet.'),
  diedOn: day.nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  languages: z.array(z.string()),
  pesel: z.string().nullable().describe('Masked; whole only on documents.'),
  part: z.enum(['active', 'supported', 'informed']),
  livesHere: z.boolean(),
  runsHousehold: z.boolean(),
  version,
  memberVersion: version,
})

const relation = z.object({
  id,
  personId: id,
  toPersonId: id,
  kind: z.string(),
  authority: z.string().nullable(),
  contactForbidden: z.boolean(),
  version,
})

const contactWay = z.object({
  id,
  personId: id.nullable(),
  kind: z.string(),
  value: z.string(),
  safe: z.boolean(),
  hours: z.string().nullable(),
  whoMustNotKnow: z.string().nullable(),
  version,
})

export const household = z.object({
  id,
  label: z.string(),
  commune: terc.nullable(),
  communeName: z.string().nullable(),
  locality: z.string().nullable(),
  version,
  address: z
    .object({ line: z.string(), howToGetThere: z.string().nullable(), protected: z.boolean(), version })
    .nullable(),
  people: z.array(person),
  relations: z.array(relation),
  contactWays: z.array(contactWay),
  mayKeep: z.boolean(),
})

/** Who a person is, as it is typed: one of the names at least. */
export const personFields = {
  givenName: line('households.person.given_name').optional(),
  familyName: line('households.person.family_name').optional(),
  birthDate: birthDay.optional(),
  birthYear: birthYear.optional(),
  sex: z.enum(['female', 'male']).optional(),
  expected: z.boolean().optional().describe('A child that is not born yet.'),
}
/** Where somebody who comes into a household lives. */
export const home = {
  livesElsewhere: z
    .boolean()
    .optional()
    .describe('Belongs to the family, and lives and keeps house elsewhere.'),
}
/** What a deed may answer that takes `personFields`. */
export const personProblems = ['year-disagrees', 'not-born-yet', 'name-missing'] as const

export const householdsContract = {
  household: endpoint({
    method: 'GET',
    path: '/households/:id',
    summary: 'A household: its people, relations and safe ways of contact, as far as I may know them.',
    params: withId,
    within: 'id',
    look: 'household',
    answer: household,
  }),
  changeHousehold: endpoint({
    method: 'PATCH',
    path: '/households/:id',
    summary: 'Corrects the label or the place of a household.',
    params: withId,
    within: 'id',
    body: z.object({
      label: line('households.household.label'),
      commune: terc.optional(),
      locality: line('households.address.locality').optional(),
    }),
    version: 'needed',
    answer: nothing,
    problems: ['unknown-commune'],
  }),
  setAddress: endpoint({
    method: 'PUT',
    path: '/households/:id/address',
    summary:
      'Sets where a household is; a protected address is left out of prints and hidden from other institutions.',
    params: withId,
    within: 'id',
    body: z.object({
      line: line('households.address.line'),
      howToGetThere: line(0, 500).optional(),
      protected: z.boolean(),
    }),
    version: 'taken',
    answer: nothing,
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/households/:id/people',
    summary: 'Adds a person to a household; one whose PESEL is known in the partnership is the same person.',
    params: withId,
    within: 'id',
    body: z.object({
      memberId: id,
      personId: id,
      ...personFields,
      ...home,
      pesel: pesel.optional(),
    }),
    answer: z.object({ personId: id }),
    problems: [...personProblems, 'pesel-disagrees', 'pesel-lives-here', 'pesel-of-another'],
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/households/:householdId/people/:id',
    summary: 'Corrects the facts of a person; an earlier name stays known for search.',
    params: inHousehold,
    within: 'householdId',
    body: z.object({
      ...personFields,
      languages: z
        .array(z.string().regex(/^[a-z]{2}$/))
        .min(1)
        .max(5),
    }),
    version: 'needed',
    answer: nothing,
    problems: [...personProblems, 'pesel-disagrees'],
  }),
  keepPesel: endpoint({
    method: 'PUT',
    path: '/households/:householdId/people/:id/pesel',
    summary: 'Adds the PESEL of a person, or corrects it; the journal keeps the one before.',
    params: inHousehold,
    within: 'householdId',
    body: z.object({ pesel: pesel.min(1) }),
    version: 'needed',
    answer: nothing,
    problems: ['pesel-disagrees', 'pesel-of-another', 'not-born-yet'],
  }),
  keepDeath: endpoint({
    method: 'PUT',
    path: '/households/:householdId/people/:id/death',
    summary:
      'Says on which day a person died: age stands still, consents end, nobody asks them to sign. Without a day it was a mistake.',
    params: inHousehold,
    within: 'householdId',
    body: z.object({ diedOn: birthDay.optional() }),
    version: 'needed',
    answer: nothing,
    problems: ['died-before-birth', 'not-born-yet'],
  }),
  addName: endpoint({
    method: 'POST',
    path: '/households/:householdId/people/:id/names',
    summary: 'Adds a name that a person was or is known by, so that search finds them.',
    params: inHousehold,
    within: 'householdId',
    body: z.object({ kind: z.enum(['maiden', 'earlier', 'other']), name: line('households.name.shown') }),
    answer: nothing,
  }),
  changeMember: endpoint({
    method: 'PATCH',
    path: '/households/:householdId/members/:id',
    summary: 'Changes the part of a person in the household, or ends it when they move out.',
    params: inHousehold,
    within: 'householdId',
    body: z.object({
      part: z.enum(['active', 'supported', 'informed']),
      livesHere: z.boolean(),
      runsHousehold: z.boolean(),
      movedOutOn: workDay.optional(),
    }),
    version: 'needed',
    answer: nothing,
    problems: ['not-moved-out-yet'],
  }),
  addRelation: endpoint({
    method: 'POST',
    path: '/households/:id/relations',
    summary:
      'Records that one person is something to another, with parental authority where it concerns a child.',
    params: withId,
    within: 'id',
    body: z.object({
      id,
      personId: id,
      toPersonId: id,
      kind: codeOf('households.relation_kind'),
      authority: codeOf('households.authority_kind').optional(),
      contactForbidden: z.boolean().default(false),
    }),
    answer: withId,
    problems: ['same-person', 'relation-known', 'relation-contradicts'],
  }),
  changeRelation: endpoint({
    method: 'PATCH',
    path: '/households/:householdId/relations/:id',
    summary: 'Says anew what authority goes with a relation, and whether a court forbade contact.',
    params: inHousehold,
    within: 'householdId',
    body: z.object({
      authority: codeOf('households.authority_kind').optional(),
      contactForbidden: z.boolean(),
    }),
    version: 'needed',
    answer: nothing,
  }),
  removeRelation: endpoint({
    method: 'DELETE',
    path: '/households/:householdId/relations/:id',
    summary: 'Takes back a relation recorded by mistake; the journal keeps it.',
    params: inHousehold,
    within: 'householdId',
    answer: nothing,
  }),
  addContactWay: endpoint({
    method: 'POST',
    path: '/households/:id/contact-ways',
    summary: 'Records how to reach somebody safely: hours, who must not know.',
    params: withId,
    within: 'id',
    body: z.object({
      id,
      personId: id.optional(),
      kind: codeOf('households.contact_way_kind'),
      value: line('households.contact_way.value'),
      safe: z.boolean().default(true),
      hours: line(0, 120).optional(),
      whoMustNotKnow: line(0, 200).optional(),
    }),
    answer: withId,
  }),
  removeContactWay: endpoint({
    method: 'DELETE',
    path: '/households/:householdId/contact-ways/:id',
    summary: 'Takes away a way of contact that no longer holds; the journal keeps it.',
    params: inHousehold,
    within: 'householdId',
    answer: nothing,
  }),
  search: endpoint({
    method: 'GET',
    path: '/people',
    summary:
      'Finds people of the families I may know about, also misspelt, by maiden name or without Polish letters.',
    query: z.object({ name: z.string().trim().min(2).max(100) }),
    answer: z.array(
      z.object({
        personId: id,
        name: z.string(),
        alsoKnown: z.string().nullable(),
        householdId: id,
        householdLabel: z.string(),
      }),
    ),
  }),
}
