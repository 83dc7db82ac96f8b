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

const inHousehold = z.object({ id, householdId: id })

export const person = z.object({
  memberId: id,
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  otherNames: z.array(z.string()),
  birthDate: day.nullable(),
  birthYear: z.number().nullable(),
  age: z.number().nullable(),
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

const personFields = {
  givenName: line('households.person.given_name'),
  familyName: line('households.person.family_name'),
  birthDate: birthDay.optional(),
  birthYear: birthYear.optional(),
  sex: z.enum(['female', 'male']).optional(),
}

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
      locality: line(0, 120).optional(),
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
      pesel: z.string().max(20).optional(),
    }),
    answer: z.object({ personId: id }),
    problems: ['pesel-unfit', 'pesel-disagrees', 'year-disagrees', 'pesel-lives-here', 'pesel-of-another'],
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
    problems: ['pesel-disagrees', 'year-disagrees'],
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
    problems: ['same-person', 'relation-known'],
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
