import { z } from 'zod'
import { guestStates, namedGuest, ofVisit } from '../guests/contract.ts'
import {
  aboutPeople,
  codeOf,
  day,
  endpoint,
  id,
  instant,
  line,
  nothing,
  text,
  version,
  webAddress,
  withId,
  workDay,
} from '../platform/http/contract.ts'

export const comings = ['coming', 'remote', 'not'] as const
export const attendances = ['present', 'remote', 'stand_in', 'excused', 'absent'] as const
export const availabilities = ['yes', 'if_need', 'no'] as const
export const familyAttendances = ['present', 'remote', 'excused', 'absent'] as const

const listed = z.object({
  id,
  kind: z.string(),
  startsAt: z.string().nullable(),
  minutes: z.int(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  state: z.enum(['planned', 'goes-on', 'sent', 'approved', 'cancelled']),
  mine: z.enum(comings).nullable().describe('What I said, where I am invited.'),
  asked: z.boolean().describe('Whether it waits for my answer.'),
  read: z.boolean().describe('Whether I said that I read its minutes.'),
})

const person = z.object({
  id: id.describe('Of the invitation.'),
  workerId: id,
  name: z.string(),
  institutionId: id,
  institution: z.string(),
  needed: z.boolean(),
  calls: z.boolean().describe('Whether they called it.'),
  answer: z.enum(comings).nullable(),
  words: z.string().nullable(),
  standIn: z.object({ id, name: z.string() }).nullable(),
  attendance: z.enum(attendances).nullable(),
  dates: z.record(z.string(), z.enum(availabilities)).describe('What they said of each proposed date.'),
  saidDates: z.boolean(),
  read: z.string().nullable().describe('When they said that they read the minutes.'),
})

export const guestBases = ['none', 'consent', 'law'] as const

const guest = z.object({
  id,
  name: z.string(),
  role: z.string(),
  institution: z.string(),
  email: z.string(),
  invitedBy: z.string(),
  confirmer: z.string(),
  state: z.enum(guestStates),
  mine: z.boolean().describe('Whether I invited them: I tell them the code.'),
  basis: z.enum(guestBases),
  answer: z.enum(comings).nullable(),
  attendance: z.enum(familyAttendances).nullable(),
})

/** Of a guest, in the words of their page. */
const ofGuest = z.object({
  name: z.string(),
  invitedBy: z.object({
    name: z.string(),
    institution: z.string(),
    phone: z.string().nullable().describe('Theirs, or their institution’s.'),
  }),
  startsAt: z.string().nullable(),
  minutes: z.int(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  goesOn: z.boolean(),
  answer: z.enum(comings).nullable(),
  opens: z.boolean().describe('Whether a basis opens to them what their points are.'),
  points: z.array(
    z.object({
      id,
      no: z.int(),
      minutes: z.int().nullable(),
      what: z.string().nullable(),
      written: z.string().nullable(),
      said: z.string().nullable(),
    }),
  ),
})

const decision = z.object({
  id,
  what: z.string().nullable().describe('None where a level was agreed.'),
  institution: z.string().nullable(),
  worker: z.string().nullable(),
  due: z.string().nullable().describe('Until when, or from when it is asked for.'),
  level: z
    .object({ domain: z.string(), level: z.int().nullable(), withoutLevel: z.string().nullable() })
    .nullable(),
  became: z
    .enum(['task', 'item', 'referral', 'level'])
    .nullable()
    .describe('What it became; nothing yet, it becomes a task when the minutes are sent.'),
})

const point = z.object({
  id,
  what: z.string(),
  source: z.string().nullable().describe('What it came from, where it came from something open.'),
  sourceOn: day.nullable(),
  minutes: z.int().nullable(),
  class: z.string(),
  about: z.array(id),
  putBy: z.string(),
  mayRemove: z.boolean(),
  done: z.boolean(),
  postponed: z.boolean(),
  words: z
    .string()
    .nullable()
    .describe('What was written down; as far as it is written, while the meeting goes on.'),
  left: z.array(z.object({ id, name: z.string() })).describe('Who left the room for it.'),
  guests: z
    .array(z.object({ id, name: z.string(), words: z.string().nullable() }))
    .describe('Guests who are needed for it, and what they say.'),
  decisions: z.array(decision),
  remarks: z.array(z.object({ id, words: z.string(), by: z.string(), at: z.string() })),
})

const meeting = listed.extend({
  caseId: id.nullable(),
  partnershipId: id,
  partnership: z.string(),
  calledBy: z.string(),
  calledAt: z.string(),
  beganAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  cancelledBecause: z.string().nullable(),
  iRun: z.boolean().describe('Whether I fix, call off, end and approve it.'),
  quorum: z.string().nullable().describe('How many are needed, as the rules of work say.'),
  dates: z.array(z.object({ id, startsAt: z.string() })),
  people: z.array(person),
  family: z.array(
    z.object({
      id,
      name: z.string(),
      wish: z.string().nullable(),
      attendance: z.enum(familyAttendances).nullable(),
    }),
  ),
  guests: z.array(guest),
  points: z.array(point),
  version,
})

const called = {
  id,
  kind: codeOf('meetings.meeting_kind'),
  place: line('meetings.meeting.place').optional(),
  link: webAddress(line('meetings.meeting.link')).optional(),
  minutes: z.int().min(15).max(480).default(60),
  dates: z
    .array(z.object({ id, startsAt: instant }))
    .min(1)
    .max(6)
    .describe('One, and it is fixed; several are asked of whoever is invited.'),
  people: z
    .array(z.object({ id, workerId: id, needed: z.boolean().default(false) }))
    .min(1)
    .max(40),
}

export const meetingsContract = {
  ofCase: endpoint({
    method: 'GET',
    path: '/cases/:id/meetings',
    summary: 'Meetings about a family, the nearest first, then those that were.',
    params: withId,
    within: 'id',
    look: 'meetings',
    needs: ['team'],
    answer: z.array(listed),
  }),
  ofPartnership: endpoint({
    method: 'GET',
    path: '/partnerships/:id/meetings',
    summary: 'Meetings of a partnership, and those of its reflection and supervision that I am invited to.',
    params: withId,
    answer: z.array(listed),
  }),
  callOfCase: endpoint({
    method: 'POST',
    path: '/cases/:id/meetings',
    summary: 'Calls a meeting of the team: for a time, or asks which of several suits whom.',
    params: withId,
    within: 'id',
    needs: ['team'],
    body: z.object({
      ...called,
      family: z
        .array(z.object({ id, personId: id, wish: line('meetings.family_seat.wish').optional() }))
        .max(20)
        .default([]),
    }),
    answer: withId,
    problems: ['place-or-link', 'is-over-already', 'twice-the-same', 'not-at-the-table'],
  }),
  callOfPartnership: endpoint({
    method: 'POST',
    path: '/partnerships/:id/meetings',
    summary: 'Calls a meeting of the partnership, of reflection or supervision.',
    params: withId,
    body: z.object(called),
    answer: withId,
    problems: ['place-or-link', 'is-over-already', 'twice-the-same', 'not-at-the-table'],
  }),
  whomToInvite: endpoint({
    method: 'GET',
    path: '/partnerships/:id/meetings/people',
    summary: 'Who may be invited to a meeting of a partnership: the people of its members.',
    params: withId,
    answer: z.object({
      quorum: z.string().nullable(),
      inviteDaysBefore: z.int().nullable(),
      people: z.array(z.object({ id, name: z.string(), institution: z.string(), represents: z.boolean() })),
    }),
  }),
  meeting: endpoint({
    method: 'GET',
    path: '/meetings/:id',
    summary:
      'A meeting: when, where, who, what is talked about, and what came of it, as far as I may read it.',
    params: withId,
    answer: meeting,
  }),
  answerDates: endpoint({
    method: 'POST',
    path: '/meetings/:id/dates',
    summary: 'Says of each proposed date whether I can come.',
    params: withId,
    body: z.object({
      dates: z
        .array(z.object({ id, answer: z.enum(availabilities) }))
        .min(1)
        .max(6),
    }),
    answer: nothing,
    problems: ['date-is-fixed', 'each-date'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/meetings/:id/answer',
    summary: 'Says whether I come; where I do not, why, and who comes in my place.',
    params: withId,
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('coming') }),
      z.object({ answer: z.literal('remote') }),
      z.object({
        answer: z.literal('not'),
        words: line('meetings.invitee.words').optional(),
        standInId: id.optional(),
      }),
    ]),
    answer: nothing,
    problems: ['meeting-is-over', 'cannot-stand-in'],
  }),
  fix: endpoint({
    method: 'PUT',
    path: '/meetings/:id/time',
    summary: 'Says when and where it is: one of the proposed dates, or another time.',
    params: withId,
    body: z.object({
      startsAt: instant,
      place: line('meetings.meeting.place').optional(),
      link: called.link,
      minutes: called.minutes,
    }),
    version: 'needed',
    answer: nothing,
    problems: ['meeting-is-over', 'place-or-link', 'is-over-already'],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/meetings/:id/cancel',
    summary: 'Calls it off, with a reason.',
    params: withId,
    body: z.object({ because: line('meetings.meeting.cancelled_because') }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  begin: endpoint({
    method: 'POST',
    path: '/meetings/:id/begin',
    summary: 'Begins it: from now on it is written down.',
    params: withId,
    answer: nothing,
    problems: ['no-date-yet', 'meeting-is-over'],
  }),
  attend: endpoint({
    method: 'PUT',
    path: '/meetings/:id/at-table/:inviteeId',
    summary: 'Says how somebody came, or who came in their place.',
    params: z.object({ id, inviteeId: id }),
    body: z.object({ attendance: z.enum(attendances), standInId: id.optional() }),
    answer: nothing,
    problems: ['meeting-is-over', 'cannot-stand-in'],
  }),
  familyCame: endpoint({
    method: 'PUT',
    path: '/meetings/:id/family-seats/:seatId',
    summary: 'Says whether somebody of the family came.',
    params: z.object({ id, seatId: id }),
    body: z.object({ attendance: z.enum(familyAttendances) }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  inviteGuest: endpoint({
    method: 'POST',
    path: '/meetings/:id/guests',
    summary:
      'Names a guest without an account, for some points, on a basis. A colleague is asked to confirm the address; nothing leaves before.',
    params: withId,
    body: z.object({
      id,
      ...namedGuest,
      points: z.array(id).min(1).max(20),
      basis: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('none') }),
        z.object({ kind: z.literal('consent'), form: codeOf('consents.consent_form'), on: day }),
        z.object({ kind: z.literal('law'), law: line('meetings.guest_seat.law') }),
      ]),
    }),
    answer: withId,
    problems: [
      'meeting-is-over',
      'not-your-point',
      'a-second-person',
      'agreed-ahead',
      'consent-does-not-open',
    ],
  }),
  dismissGuest: endpoint({
    method: 'POST',
    path: '/meetings/:id/guests/:guestId/dismiss',
    summary: 'They are a guest no longer, from this instant: not needed, or the basis is withdrawn.',
    params: z.object({ id, guestId: id }),
    body: z.object({ because: z.enum(['removed', 'basis']) }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  guestCame: endpoint({
    method: 'PUT',
    path: '/meetings/:id/guests/:guestId',
    summary: 'Says how a guest came.',
    params: z.object({ id, guestId: id }),
    body: z.object({ attendance: z.enum(familyAttendances) }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  guestPage: endpoint({
    method: 'GET',
    path: '/guests/visits/:visit/meeting',
    summary: 'What a guest reads: when, where, and the points that they are needed for.',
    who: 'guest',
    params: ofVisit,
    answer: ofGuest,
    problems: ['opens-nothing'],
  }),
  guestAnswers: endpoint({
    method: 'PUT',
    path: '/guests/visits/:visit/meeting/answer',
    summary: 'A guest says whether they come.',
    who: 'guest',
    params: ofVisit,
    body: z.object({ answer: z.enum(comings) }),
    answer: nothing,
    problems: ['opens-nothing', 'meeting-is-over'],
  }),
  guestSays: endpoint({
    method: 'PUT',
    path: '/guests/visits/:visit/meeting/points/:pointId',
    summary: 'A guest says something to a point of theirs; empty words take it back.',
    who: 'guest',
    params: ofVisit.extend({ pointId: id }),
    body: z.object({ words: text(0, 'meetings.guest_point.words').describe('In their own words.') }),
    answer: nothing,
    problems: ['opens-nothing', 'point-is-closed', 'speaks-of-violence'],
  }),
  offered: endpoint({
    method: 'GET',
    path: '/meetings/:id/offered',
    summary:
      'What is open there and may be put on the agenda: what waits, was refused, is late, was put off.',
    params: withId,
    answer: z.array(
      z.object({
        kind: z.string(),
        id,
        what: z
          .string()
          .nullable()
          .describe(
            'Its words; none where its kind says it all. Of what is missing around, codes of services.',
          ),
        class: z.string(),
        about: z.array(id),
        on: day.nullable(),
      }),
    ),
  }),
  putPoint: endpoint({
    method: 'POST',
    path: '/meetings/:id/points',
    summary: 'Puts a point on the agenda: of one’s own, or one that is offered.',
    params: withId,
    body: z.object({
      id,
      what: line('meetings.point.what'),
      minutes: z.int().min(1).max(480).optional(),
      class: z.enum(['team', 'file', 'health', 'addiction', 'justice']).default('file'),
      about: aboutPeople,
      source: z
        .object({ kind: z.string().max(40), id })
        .optional()
        .describe('One that is offered: class and people are its own.'),
    }),
    answer: withId,
    problems: ['meeting-is-over', 'not-yours-to-read', 'not-offered'],
  }),
  orderPoints: endpoint({
    method: 'PUT',
    path: '/meetings/:id/points',
    summary: 'Says in which order the points that I read are talked about.',
    params: withId,
    body: z.object({ points: z.array(id).min(1).max(60) }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  movePoint: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/state',
    summary: 'Says that a point was talked about, is put off, or is open again.',
    params: z.object({ id, pointId: id }),
    body: z.object({ state: z.enum(['open', 'done', 'postponed']) }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  removePoint: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/remove',
    summary: 'Takes a point off the agenda before the meeting: by who put it there, or runs the meeting.',
    params: z.object({ id, pointId: id }),
    answer: nothing,
    problems: ['meeting-has-begun'],
  }),
  leaveRoom: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/room',
    summary:
      'Says who leaves the room for a point and does not read it, or comes back: who runs the meeting; each of themselves, that they leave.',
    params: z.object({ id, pointId: id }),
    body: z.object({ workerId: id, back: z.boolean().default(false) }),
    answer: nothing,
    problems: ['meeting-is-over', 'has-a-task-there'],
  }),
  editNote: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/edits',
    summary:
      'Writes at a point together with others: an update of its document (Yjs), whose one text is called `words`.',
    params: z.object({ id, pointId: id }),
    body: z.object({ edit: z.string().min(4).max(700_000).describe('In base64.') }),
    answer: nothing,
    problems: ['meeting-is-over', 'not-an-edit', 'edit-does-not-follow', 'note-is-full'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/decisions',
    summary:
      'Writes down what was settled: by which institution, until when. It becomes a task when the minutes are sent.',
    params: z.object({ id, pointId: id }),
    body: z.object({
      id,
      what: line('meetings.decision.what'),
      institutionId: id,
      workerId: id.optional(),
      due: workDay,
    }),
    answer: withId,
    problems: ['meeting-is-over', 'cannot-be-given'],
  }),
  undecide: endpoint({
    method: 'DELETE',
    path: '/meetings/:id/decisions/:decisionId',
    summary:
      'Takes back what was settled, until the minutes are sent: out of the basket too; a level stays agreed, and is not in these minutes.',
    params: z.object({ id, decisionId: id }),
    answer: nothing,
    problems: ['meeting-is-over'],
  }),
  sendMinutes: endpoint({
    method: 'POST',
    path: '/meetings/:id/minutes',
    summary: 'Ends it and sends the minutes; what was settled becomes tasks at once.',
    params: withId,
    answer: nothing,
    problems: ['not-begun', 'minutes-are-sent'],
  }),
  print: endpoint({
    method: 'GET',
    path: '/meetings/:id/minutes.pdf',
    summary: 'The minutes as PDF, as far as I may read them.',
    params: withId,
    answer: z.any(),
    stream: true,
    problems: ['not-begun'],
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/meetings/:id/read',
    summary: 'Says that I read the minutes.',
    params: withId,
    answer: nothing,
    problems: ['not-begun'],
  }),
  remark: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/remarks',
    summary: 'Remarks on a point of the minutes, until they are approved.',
    params: z.object({ id, pointId: id }),
    body: z.object({ id, words: text('meetings.remark.words') }),
    answer: withId,
    problems: ['minutes-are-approved'],
  }),
  approve: endpoint({
    method: 'POST',
    path: '/meetings/:id/approval',
    summary: 'Approves the minutes; who wrote what meanwhile is destroyed.',
    params: withId,
    answer: nothing,
    problems: ['not-begun'],
  }),
}
