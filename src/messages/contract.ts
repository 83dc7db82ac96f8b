import { z } from 'zod'
import {
  aboutPeople,
  day,
  endpoint,
  id,
  instant,
  line,
  nothing,
  paging,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'
import { namesOfPlaces } from './places.ts'

export const classes = ['request', 'file', 'health', 'addiction', 'justice'] as const

/** A worker, or an institution: whoever of it reads there. */
const whom = z.object({ institutionId: id, workerId: id.optional() })
const someone = z.object({
  institutionId: id,
  institutionName: z.string(),
  workerId: id.nullable(),
  name: z.string().nullable(),
})

const written = z.object({
  id,
  class: z
    .enum(classes)
    .default('file')
    .describe(
      'What it touches: `request` bears no name and no village, and is read by all who read the matter.',
    ),
  about: aboutPeople,
  words: text('messages.message.words'),
  quotes: id.optional(),
  answerAt: instant
    .optional()
    .describe('Urgent: the hour by which each to whom it is written acknowledges it.'),
  to: z.array(whom).max(40).default([]),
  outside: z
    .array(id)
    .max(10)
    .default([])
    .describe('Institutions that do not work with the family: they read this message alone, without names.'),
})

const place = z.object({
  kind: z.enum(namesOfPlaces),
  id,
  name: z
    .string()
    .nullable()
    .describe('How a family is called, where I may know it; the name of a partnership.'),
  code: z.string().nullable(),
})

const listed = z.object({
  id,
  title: z.string(),
  place,
  lastAt: z.string(),
  lastBy: z.string().nullable(),
  unread: z.boolean(),
  urgent: z
    .object({ answerAt: z.string(), said: z.int(), of: z.int() })
    .nullable()
    .describe('The last urgent message that waits: how many of those asked have said something.'),
  settled: z.boolean(),
})

const addressee = someone.extend({
  id,
  outside: z.boolean(),
  phone: z.string().nullable(),
  answer: z.enum(['take', 'cannot']).nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  words: z.string().nullable(),
  asksMe: z.boolean().describe('I may answer it now.'),
})

const message = z.object({
  id,
  author: z.string(),
  position: z.string(),
  institutionName: z.string(),
  institutionKind: z.string(),
  mine: z.boolean(),
  writtenAt: z.string(),
  editedAt: z.string().nullable(),
  editableUntil: z.string().nullable().describe('For its author, while it may be edited.'),
  earlier: z.array(z.string()).describe('What stood there before it was edited.'),
  class: z.enum(classes),
  about: z.array(id),
  mayBeTalkedOver: z.boolean().describe('Whether I may put it on the agenda of the next meeting.'),
  words: z.string(),
  quotes: z.object({ id, author: z.string(), words: z.string() }).nullable(),
  answerAt: z.string().nullable(),
  attached: z.array(z.object({ id, name: z.string(), size: z.int() })),
  to: z.array(addressee),
  outcomes: z.array(
    z.object({
      id,
      kind: z.string(),
      words: z.string().nullable(),
      by: z.string(),
      who: z.string().nullable(),
      due: day.nullable(),
      over: z.boolean(),
    }),
  ),
  version,
})

export const messagesContract = {
  conversations: endpoint({
    method: 'GET',
    path: '/conversations',
    summary: 'Matters that I read, in all my places or one: what I have not read first, then the latest.',
    query: paging.extend({
      place: id.optional(),
      show: z.enum(['open', 'settled', 'all']).default('open'),
      wanted: z.string().trim().max(100).optional(),
    }),
    answer: z.object({ items: z.array(listed), next: z.string().nullable() }),
  }),
  count: endpoint({
    method: 'GET',
    path: '/conversations/count',
    summary: 'In how many matters something waits that I have not read.',
    answer: z.object({ count: z.int() }),
  }),
  where: endpoint({
    method: 'GET',
    path: '/conversations/where',
    summary: 'Where I may begin a matter: the families on whose teams I work, and my partnerships.',
    answer: z.array(place),
  }),
  people: endpoint({
    method: 'GET',
    path: '/conversations/in/:id',
    summary: 'Whom I may write to in a place, and which institutions outside may be written one message.',
    params: withId,
    within: 'id',
    look: 'people',
    answer: z.array(
      someone.extend({
        kind: z.string(),
        position: z.string().nullable(),
        coordinates: z.boolean(),
        outside: z.boolean(),
      }),
    ),
  }),
  startMatter: endpoint({
    method: 'POST',
    path: '/conversations',
    summary:
      'Begins a matter with its first message. Its title, in neutral words, is read by all who read the matter.',
    body: z.object({
      id,
      place: id,
      title: line('messages.matter.title'),
      readers: z.array(whom).max(40).default([]),
      message: written,
    }),
    answer: withId,
    problems: [
      'title-names-somebody',
      'words-name-somebody',
      'cannot-read',
      'only-without-names',
      'cannot-be-written-to',
      'hour-is-over',
      'urgent-to-somebody',
      'urgent-and-unread',
    ],
  }),
  matter: endpoint({
    method: 'GET',
    path: '/conversations/:id',
    summary:
      'A matter: who reads it, and what was written of which I may read, the latest last. It counts as read.',
    params: withId,
    query: paging,
    answer: z.object({
      id,
      place,
      title: z.string(),
      startedBy: z.string(),
      startedIn: z.string(),
      startedAt: z.string(),
      settled: z.object({ at: z.string(), by: z.string(), words: z.string().nullable() }).nullable(),
      rests: z.boolean().describe('The case is closed: nothing is written.'),
      mayRemove: z.boolean(),
      coordinates: z.boolean().describe('Whether I coordinate the case.'),
      readers: z.array(
        someone.extend({
          id: id.nullable().describe('Nothing of who reads it because they coordinate.'),
          kind: z.string(),
          position: z.string().nullable(),
          coordinates: z.boolean(),
          me: z.boolean(),
          readAt: z.string().nullable(),
        }),
      ),
      others: z.array(z.string()).describe('Institutions on the team that do not read it.'),
      messages: z.array(message),
      earlier: z.string().nullable().describe('The key of what was written before.'),
    }),
  }),
  writeMessage: endpoint({
    method: 'POST',
    path: '/conversations/:id/messages',
    summary: 'Writes a message. Whoever it is written to reads the matter from then on, all of it.',
    params: withId,
    body: written,
    answer: withId,
    problems: [
      'words-name-somebody',
      'cannot-read',
      'only-without-names',
      'cannot-be-written-to',
      'hour-is-over',
      'urgent-to-somebody',
      'urgent-and-unread',
      'matter-is-settled',
    ],
  }),
  addReaders: endpoint({
    method: 'POST',
    path: '/conversations/:id/readers',
    summary: 'Lets others read a matter, from its beginning.',
    params: withId,
    body: z.object({ readers: z.array(whom).min(1).max(40) }),
    answer: nothing,
    problems: ['cannot-read', 'matter-is-settled'],
  }),
  removeReader: endpoint({
    method: 'POST',
    path: '/matter-readers/:id/end',
    summary: 'Ends somebody’s reading: one’s own, or, for who began the matter or coordinates, anybody’s.',
    params: withId,
    answer: nothing,
    problems: ['only-who-began'],
  }),
  settleMatter: endpoint({
    method: 'POST',
    path: '/conversations/:id/settle',
    summary: 'Says that a matter is settled. What was urgent in it waits no more.',
    params: withId,
    body: z.object({ words: line('messages.matter.closing_words').optional() }),
    answer: nothing,
    problems: ['matter-is-settled'],
  }),
  takeUpAgain: endpoint({
    method: 'POST',
    path: '/conversations/:id/take-up',
    summary: 'Takes a settled matter up again.',
    params: withId,
    answer: nothing,
    problems: ['matter-goes-on'],
  }),
  editMessage: endpoint({
    method: 'PATCH',
    path: '/messages/:id',
    summary: 'Edits what I wrote in the last ten minutes; the earlier words stay below it.',
    params: withId,
    body: z.object({ words: text('messages.message.words') }),
    version: 'needed',
    answer: nothing,
    problems: ['time-is-over', 'words-name-somebody'],
  }),
  attach: endpoint({
    method: 'POST',
    path: '/messages/:id/files',
    summary:
      'Attaches a file (PDF, PNG, JPEG, WebP, DOCX, ODT; at most 20 MB) to what I wrote in the last ten minutes. It is read by whom the message is read.',
    params: withId,
    query: z.object({ id }),
    upload: true,
    answer: withId,
    problems: ['time-is-over', 'no-papers-without-names', 'too-many-papers'],
  }),
  attached: endpoint({
    method: 'GET',
    path: '/message-files/:id',
    summary: 'What is attached to a message.',
    params: withId,
    stream: true,
    answer: z.any(),
  }),
  takeOut: endpoint({
    method: 'POST',
    path: '/message-files/:id/take-out',
    summary: 'Takes out what I attached, within the same ten minutes. It is kept nowhere.',
    params: withId,
    answer: nothing,
    problems: ['time-is-over'],
  }),
  agree: endpoint({
    method: 'POST',
    path: '/messages/:id/agreements',
    summary: 'Writes under a message what was agreed.',
    params: withId,
    body: z.object({ id, words: line('messages.outcome.words') }),
    answer: withId,
  }),
  makeTask: endpoint({
    method: 'POST',
    path: '/messages/:id/tasks',
    summary: 'Makes a task of a message in a case; it stands below the message.',
    params: withId,
    body: z.object({
      id,
      what: line('worklist.task.what'),
      due: workDay.optional(),
      workerId: id.optional(),
    }),
    answer: withId,
    problems: ['not-on-the-team', 'no-tasks-here'],
  }),
  putToMeeting: endpoint({
    method: 'POST',
    path: '/messages/:id/topics',
    summary: 'Puts a message on the agenda of the next meeting of its place; it says so below the message.',
    params: withId,
    body: z.object({ id, what: line('worklist.topic.what') }),
    answer: withId,
    problems: ['not-yours-to-read', 'not-yours-to-open'],
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/message-addressees/:id/answer',
    summary: 'Says to a message "I see it and take it", or that I cannot.',
    params: withId,
    body: z.object({
      answer: z.enum(['take', 'cannot']),
      words: line('messages.addressee.words').optional(),
    }),
    answer: nothing,
    problems: ['already-acknowledged', 'matter-is-settled'],
  }),
  addressed: endpoint({
    method: 'GET',
    path: '/message-addressees/:id',
    summary: 'Where a message that I was written, or wrote, stands: its matter, or the message alone.',
    params: withId,
    answer: z.object({ matterId: id.nullable(), messageId: id }),
  }),
  letter: endpoint({
    method: 'GET',
    path: '/letters/:id',
    summary: 'The one message that was written to my institution about a family that it does not work with.',
    params: withId,
    answer: z.object({
      id,
      author: z.string(),
      position: z.string(),
      institutionName: z.string(),
      phone: z.string().nullable(),
      writtenAt: z.string(),
      words: z.string(),
      answerAt: z.string().nullable(),
      addressee: addressee.pick({ id: true, answer: true, answeredAt: true, answeredBy: true, words: true }),
    }),
  }),
}
