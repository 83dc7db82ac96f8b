import { z } from 'zod'
import {
  aboutPeople,
  codeOf,
  endpoint,
  id,
  instant,
  line,
  nothing,
  paging,
  readers,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

const contact = z.object({
  id,
  kind: z.string(),
  happenedAt: z.string(),
  place: z.string().nullable(),
  withWhom: z.string().nullable(),
  what: z.string(),
  nextStep: z.string().nullable(),
  class: z.string(),
  about: z.array(id).describe('Whom it is about.'),
  opened: z.boolean(),
  mine: z.boolean(),
  readers: readers
    .nullable()
    .describe('Who reads it, or will once it is opened; told to its institution and to who coordinates.'),
  authorName: z.string(),
  institutionName: z.string(),
  version,
})

export const contactsContract = {
  whereIWrite: endpoint({
    method: 'GET',
    path: '/contacts/families',
    summary: 'The families that I work with now, about whom I write down what happened.',
    answer: z.array(
      z.object({ id, code: z.string(), label: z.string().nullable(), locality: z.string().nullable() }),
    ),
  }),
  contacts: endpoint({
    method: 'GET',
    path: '/cases/:id/contacts',
    summary: 'Visits, calls and notes that I may read, newest first.',
    params: withId,
    within: 'id',
    look: 'contacts',
    query: paging,
    answer: z.object({ items: z.array(contact), next: z.string().nullable() }),
  }),
  writeContact: endpoint({
    method: 'POST',
    path: '/cases/:id/contacts',
    summary: 'Writes down a visit or a call; from it, if wanted, a task.',
    params: withId,
    within: 'id',
    body: z.object({
      id,
      kind: codeOf('contacts.contact_kind'),
      happenedAt: instant,
      place: line('contacts.contact.place').optional(),
      withWhom: line('contacts.contact.with_whom').optional(),
      what: text('contacts.contact.what'),
      nextStep: line('contacts.contact.next_step').optional(),
      class: z.enum(['file', 'health', 'addiction', 'justice', 'violence']).default('file'),
      about: aboutPeople,
      open: z
        .boolean()
        .default(false)
        .describe('Shown to the team at once; else it stays with my institution.'),
      task: z
        .object({ id, what: line('worklist.task.what'), due: workDay.optional(), workerId: id.optional() })
        .optional(),
      topic: z
        .object({ id, what: line('worklist.topic.what') })
        .optional()
        .describe('What the team talks about at its next meeting.'),
    }),
    answer: withId,
    problems: ['in-the-future', 'violence-stays', 'not-on-the-team', 'not-yours-to-read'],
  }),
  openContact: endpoint({
    method: 'POST',
    path: '/cases/:id/contacts/:contactId/open',
    summary: 'Opens a note of my institution to the team.',
    params: z.object({ id, contactId: id }),
    within: 'id',
    answer: nothing,
    problems: ['violence-stays'],
  }),
  correctContact: endpoint({
    method: 'PATCH',
    path: '/cases/:id/contacts/:contactId',
    summary: 'Corrects a note; the earlier words stay in the journal.',
    params: z.object({ id, contactId: id }),
    within: 'id',
    body: z.object({
      what: text('contacts.contact.what'),
      nextStep: line('contacts.contact.next_step').optional(),
      happenedAt: instant,
      about: aboutPeople,
    }),
    version: 'needed',
    answer: nothing,
    problems: ['in-the-future'],
  }),
  voidContact: endpoint({
    method: 'POST',
    path: '/cases/:id/contacts/:contactId/void',
    summary: 'Voids a note written by mistake: it is kept, but nobody reads it any more.',
    params: z.object({ id, contactId: id }),
    within: 'id',
    body: z.object({ because: line(2, 500) }),
    answer: nothing,
  }),
}
