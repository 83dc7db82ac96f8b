import { z } from 'zod'
import { remindable } from '../asks/contract.ts'
import { due } from '../platform/due.ts'
import { happenings } from '../platform/happenings.ts'
import { day, endpoint, id, nothing } from '../platform/http/contract.ts'

/** The deputy of who is asked, their head, or also who leads and coordinates. */
const climbed = z.enum(['deputy', 'head', 'leader']).nullable()

/** Somebody waits for my answer. `family` is its label where I may know it, else nothing; `id` is what is asked about. */
const waiting = z.object({
  kind: z.string(),
  id,
  scopeId: id.nullable(),
  code: z.string().nullable(),
  family: z.string().nullable(),
  what: z.string().nullable(),
  from: z.string().nullable(),
  fromInstitution: z.string().nullable(),
  fromKind: z.string().nullable(),
  /** Of a danger: the phone of who reported it. */
  phone: z.string().nullable(),
  urgent: z.boolean(),
  /** Of a danger: when it was read first, and by whom. */
  seenAt: z.string().nullable(),
  seenBy: z.string().nullable(),
  due: day,
  /** The hour by which it is to be answered, where there is one. */
  answerAt: z.string().nullable(),
  /** Else I only read it: whoever is on duty answers. */
  answers: z.boolean(),
  /** Asked of a colleague for whom I stand in. */
  insteadOf: z.string().nullable(),
  /** Whom the rules of work told of the silence by now. */
  climbed,
})

/** I wait for somebody's answer. Of some kinds it is not told who answers, nor whether they saw it. */
const awaited = z.object({
  kind: z.string(),
  id,
  scopeId: id.nullable(),
  family: z.string().nullable(),
  code: z.string().nullable(),
  what: z.string().nullable(),
  worker: z.string().nullable(),
  institution: z.string().nullable(),
  institutionKind: z.string().nullable(),
  phone: z.string().nullable(),
  askedOn: day,
  usedDays: z.number().int(),
  totalDays: z.number().int(),
  /** The hour by which it is to be answered, where there is one. */
  answerAt: z.string().nullable(),
  urgent: z.boolean(),
  seenAt: z.string().nullable(),
  /** Until when who is asked by name is away; these days do not count. */
  awayUntil: day.nullable(),
  standIn: z.string().nullable(),
  climbed,
  /** Of what nobody is reminded of, nothing. */
  remindable: remindable.nullable(),
})

const news = z.object({
  id,
  at: z.string(),
  caseId: id.nullable(),
  code: z.string().nullable(),
  family: z.string().nullable(),
  verb: z.string(),
  kind: z.enum(happenings),
  worker: z.string().nullable(),
  institution: z.string().nullable(),
  values: z.record(z.string(), z.unknown()).nullable(),
  /** Where it stands, of what is about no case. */
  to: z.string().nullable(),
})

/** As long as nobody guesses it; made where it is used, so that no answer ever holds it. */
const calendarAddress = z.string().regex(/^[\w-]{43}$/)

export const dayContract = {
  calendar: endpoint({
    method: 'GET',
    path: '/calendar',
    summary: 'Since when my days can be read in a calendar elsewhere.',
    answer: z.object({ openSince: z.string().nullable() }),
  }),
  openCalendar: endpoint({
    method: 'PUT',
    path: '/calendar',
    summary: 'Opens my days at an address for a calendar; one that was open before is read no more.',
    body: z.object({ address: calendarAddress }),
    answer: nothing,
  }),
  closeCalendar: endpoint({
    method: 'DELETE',
    path: '/calendar',
    summary: 'Closes it: the address is read no more.',
    answer: nothing,
  }),
  days: endpoint({
    method: 'GET',
    path: '/calendar/:address/splot.ics',
    summary: 'The days of whoever opened this address, as iCalendar: neutral titles, no names.',
    who: 'anybody',
    params: z.object({ address: calendarAddress }),
    stream: true,
    answer: z.any(),
  }),
  day: endpoint({
    method: 'GET',
    path: '/day',
    summary: 'My day: who waits for me, for whom I wait, what is due, what happened since yesterday.',
    answer: z.object({
      today: day,
      waitingForMe: z.array(waiting),
      iWaitFor: z.array(awaited),
      /** The earliest first, what has no day last. */
      due: z.array(due),
      sinceYesterday: z.array(news),
    }),
  }),
  count: endpoint({
    method: 'GET',
    path: '/day/count',
    summary: 'How many things wait for my answer, and how many dangers among them nobody has read yet.',
    answer: z.object({ count: z.number().int(), urgent: z.number().int() }),
  }),
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'Families, people and colleagues by name, code or phone, as far as I may know them.',
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    answer: z.object({
      results: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          title: z.string(),
          sub: z.string().nullable(),
          phone: z.string().nullable(),
          to: z.string(),
        }),
      ),
    }),
  }),
}
