import { z } from 'zod'
import { day, endpoint, id, line, nothing, withId } from '../platform/http/contract.ts'

/** Who a guest is, as whoever invites them writes it down, and which colleague confirms their address. */
export const namedGuest = {
  name: line('guests.guest.name'),
  role: line('guests.guest.role').describe('What they are: a doctor, a teacher, the head of a village.'),
  institution: line('guests.guest.institution'),
  email: line('guests.guest.email').pipe(z.email()),
  confirmerId: id.describe('The colleague who confirms the address; nothing leaves before that.'),
}

/** One of the visits that a browser keeps, by the name that it gave it. */
export const ofVisit = z.object({ visit: id })

/** Whether the address is confirmed, the link sent, shut after wrong codes, used; or they are a guest no longer. */
export const guestStates = ['asked', 'refused', 'sent', 'shut', 'in', 'gone'] as const

export const guestsContract = {
  guest: endpoint({
    method: 'GET',
    path: '/guests/:id',
    summary: 'A guest whose address I am asked to confirm, or that I may know of.',
    params: withId,
    answer: z.object({
      id,
      kind: z.string(),
      subjectId: id,
      name: z.string(),
      role: z.string(),
      institution: z.string(),
      email: z.string(),
      invitedBy: z.string(),
      confirmer: z.string(),
      state: z.enum(guestStates),
      iConfirm: z.boolean(),
    }),
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/guests/:id/address',
    summary: 'Says that the address is right: the letter with the link goes out; or that it is not.',
    params: withId,
    body: z.object({ right: z.boolean() }),
    answer: nothing,
    problems: ['said-already', 'guest-is-gone'],
  }),
  sendAnew: endpoint({
    method: 'POST',
    path: '/guests/:id/letter',
    summary: 'Sends a new link; the earlier one, and who came in by it, are out.',
    params: withId,
    answer: nothing,
    problems: ['guest-is-gone'],
  }),
  makeCode: endpoint({
    method: 'POST',
    path: '/guests/:id/code',
    summary: 'Makes a code for the telephone; the one before opens nothing any more.',
    params: withId,
    answer: nothing,
    problems: ['guest-is-gone', 'link-is-used'],
  }),
  code: endpoint({
    method: 'GET',
    path: '/guests/:id/code',
    summary: 'The code that I made, for ten minutes.',
    params: withId,
    answer: z.object({ code: z.string().nullable() }),
  }),
  enter: endpoint({
    method: 'POST',
    path: '/guests/enter',
    summary:
      'Comes in by a link and the code that was told by telephone: once, in one browser, which names the visit.',
    who: 'guest',
    body: z.object({ id, link: line(0, 100), code: line(0, 20) }),
    answer: nothing,
    problems: ['opens-nothing'],
  }),
  visits: endpoint({
    method: 'GET',
    path: '/guests/visits',
    summary: 'Of what whoever came in by this browser is a guest, and who invited, the latest first.',
    who: 'guest',
    answer: z.array(z.object({ id, kind: z.string(), from: z.string(), openedOn: day })),
  }),
  leave: endpoint({
    method: 'POST',
    path: '/guests/visits/:visit/leave',
    summary: 'Closes one visit in this browser; it opens by a new link.',
    who: 'guest',
    params: ofVisit,
    answer: nothing,
    problems: ['opens-nothing'],
  }),
}
