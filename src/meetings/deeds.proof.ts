import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import { confirmAddress } from '../guests/invite.ts'
import type { Database } from '../platform/database/open.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { cast, family, partnership, type Role, roles, it as there } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'
import { doing, type Worker } from '../proof/partnership.ts'
import { callOfCase } from './call-meeting.ts'
import { inviteGuest } from './guests.ts'
import { beginMeeting, decide, putPoint, sendMinutes } from './hold-meeting.ts'
import { words } from './pages/words.ts'

/** Meetings of the coordinator with somebody of the police: one to come, one with dates, one that goes on, one that is over. */
const it = {} as Record<
  | 'planned'
  | 'asked'
  | 'date'
  | 'goesOn'
  | 'over'
  | 'invitee'
  | 'seat'
  | 'ahead'
  | 'here'
  | 'there'
  | 'decision'
  | 'undated'
  | 'guest'
  | 'unconfirmed',
  string
>
/** Who works with the family. */
const team: Role[] = ['coordinator', 'teammate', 'partner']
/** Who may read what is about everybody there. */
const file: Role[] = ['coordinator', 'teammate', 'partner']
const members: Role[] = roles.filter((role) => !['stranger', 'strangersHead'].includes(role))
const later = () => new Date(Date.now() + 86_400_000).toISOString()
const someEdit = () => {
  const doc = new Y.Doc()
  doc.getText(words).insert(0, 'Autobus.')
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
}

const called = (kind: string, people: Worker[], dates = [later()]) => ({
  id: randomUUID(),
  kind,
  place: 'Świetlica',
  minutes: 60,
  dates: dates.map((startsAt) => ({ id: randomUUID(), startsAt })),
  people: people.map(({ workerId }) => ({ id: randomUUID(), workerId, needed: false })),
})

const aGuest = (point: string) => ({
  id: randomUUID(),
  name: 'Ada Wymyślona',
  role: 'lekarka',
  institution: 'Przychodnia Zmyślona',
  email: 'ada@przychodnia.example',
  confirmerId: cast.partner.workerId,
  points: [point],
  basis: { kind: 'none' as const },
})

async function aMeeting(database: Database, dates?: string[]) {
  const meeting = {
    ...called('team', [cast.coordinator, cast.partner], dates),
    family: [{ id: randomUUID(), personId: family.mother.id }],
  }
  await doing(database, cast.coordinator, (work) => callOfCase(work, family.id, meeting))
  return meeting
}

export const proof: DeedsProof = {
  deeds: [
    [
      'meetings.callOfCase',
      'calls a meeting of the team',
      team,
      through('meetings.callOfCase', (me) => ({
        params: { id: family.id },
        body: { ...called('team', [me]), family: [], link: undefined },
      })),
    ],
    [
      'meetings.callOfPartnership',
      'calls a meeting of the partnership',
      members,
      through('meetings.callOfPartnership', (me) => ({
        params: { id: partnership.id },
        body: { ...called('partnership', [me]), link: undefined },
      })),
    ],
    [
      'meetings.answerDates',
      'says which dates suit them',
      ['coordinator', 'partner'],
      through('meetings.answerDates', () => ({
        params: { id: it.asked },
        body: { dates: [it.date, it.undated].map((id) => ({ id, answer: 'yes' })) },
      })),
    ],
    [
      'meetings.answer',
      'says whether they come',
      ['coordinator', 'partner'],
      through('meetings.answer', () => ({ params: { id: it.planned }, body: { answer: 'remote' } })),
    ],
    [
      'meetings.fix',
      'says when it is',
      ['coordinator'],
      through('meetings.fix', () => ({
        params: { id: it.asked },
        body: { startsAt: later(), place: 'Świetlica', link: undefined, minutes: 60 },
      })),
    ],
    [
      'meetings.cancel',
      'calls it off',
      ['coordinator'],
      through('meetings.cancel', () => ({ params: { id: it.planned }, body: { because: 'choroba' } })),
    ],
    ['meetings.begin', 'begins it', team, through('meetings.begin', () => ({ params: { id: it.planned } }))],
    [
      'meetings.attend',
      'says who came',
      team,
      through('meetings.attend', () => ({
        params: { id: it.goesOn, inviteeId: it.invitee },
        body: { attendance: 'remote', standInId: undefined },
      })),
    ],
    [
      'meetings.familyCame',
      'says who of the family came',
      team,
      through('meetings.familyCame', () => ({
        params: { id: it.goesOn, seatId: it.seat },
        body: { attendance: 'present' },
      })),
    ],
    [
      'meetings.putPoint',
      'puts a point on the agenda',
      team,
      through('meetings.putPoint', () => ({
        params: { id: it.planned },
        body: {
          id: randomUUID(),
          what: 'Dojazd',
          class: 'team',
          about: undefined,
          minutes: undefined,
          source: undefined,
        },
      })),
    ],
    [
      'meetings.inviteGuest',
      'names a guest',
      ['coordinator'],
      through('meetings.inviteGuest', () => ({ params: { id: it.planned }, body: aGuest(it.ahead) })),
    ],
    [
      'meetings.dismissGuest',
      'takes a guest’s invitation back',
      ['coordinator'],
      through('meetings.dismissGuest', () => ({
        params: { id: it.planned, guestId: it.guest },
        body: { because: 'removed' },
      })),
    ],
    [
      'meetings.guestCame',
      'says how a guest came',
      team,
      through('meetings.guestCame', () => ({
        params: { id: it.goesOn, guestId: it.unconfirmed },
        body: { attendance: 'present' },
      })),
    ],
    [
      'guests.confirm',
      'confirms the address of a guest',
      ['partner'],
      through('guests.confirm', () => ({ params: { id: it.unconfirmed }, body: { right: true } })),
    ],
    [
      'guests.confirm',
      'says that an address is wrong',
      ['partner'],
      through('guests.confirm', () => ({ params: { id: it.unconfirmed }, body: { right: false } })),
    ],
    [
      'guests.makeCode',
      'makes a code for a guest',
      ['coordinator'],
      through('guests.makeCode', () => ({ params: { id: it.guest } })),
    ],
    [
      'guests.sendAnew',
      'sends a guest a new link',
      ['coordinator'],
      through('guests.sendAnew', () => ({ params: { id: it.guest } })),
    ],
    [
      'meetings.orderPoints',
      'changes the order',
      file,
      through('meetings.orderPoints', () => ({ params: { id: it.goesOn }, body: { points: [it.here] } })),
    ],
    [
      'meetings.movePoint',
      'says that a point was talked about',
      file,
      through('meetings.movePoint', () => ({
        params: { id: it.goesOn, pointId: it.here },
        body: { state: 'done' },
      })),
    ],
    [
      'meetings.removePoint',
      'takes a point off the agenda',
      ['coordinator'],
      through('meetings.removePoint', () => ({ params: { id: it.planned, pointId: it.ahead } })),
    ],
    [
      'meetings.leaveRoom',
      'says who leaves the room',
      ['coordinator', 'partner'],
      through('meetings.leaveRoom', () => ({
        params: { id: it.goesOn, pointId: it.here },
        body: { workerId: cast.partner.workerId, back: false },
      })),
    ],
    [
      'meetings.editNote',
      'writes the minutes',
      file,
      through('meetings.editNote', () => ({
        params: { id: it.goesOn, pointId: it.here },
        body: { edit: someEdit() },
      })),
    ],
    [
      'meetings.decide',
      'writes down what was settled',
      file,
      through('meetings.decide', () => ({
        params: { id: it.goesOn, pointId: it.here },
        body: {
          id: randomUUID(),
          what: 'Zadzwonić',
          institutionId: cast.coordinator.institutionId,
          workerId: undefined,
          due: addDays(today(), 3),
        },
      })),
    ],
    [
      'meetings.decideItem',
      'puts what was settled into the basket',
      ['coordinator'],
      through('meetings.decideItem', () => ({
        params: { id: it.goesOn, pointId: it.here },
        body: {
          id: randomUUID(),
          goalId: there.goal,
          serviceKind: 'pedagogical_help',
          what: 'Korepetycje',
          providerId: cast.coordinator.institutionId,
          performers: [],
          forWhom: [],
          weekly: [],
          request: '',
          ask: false,
          agreed: false,
        },
      })),
    ],
    [
      'meetings.decideLevel',
      'writes down the level that was settled',
      ['coordinator'],
      through('meetings.decideLevel', () => ({
        params: {
          id: it.goesOn,
          pointId: it.here,
          assessmentId: there.assessment,
          agreedId: randomUUID(),
        },
        body: { domain: 'work', level: 3 },
      })),
    ],
    [
      'meetings.undecide',
      'takes back what was settled',
      file,
      through('meetings.undecide', () => ({ params: { id: it.goesOn, decisionId: it.decision } })),
    ],
    [
      'meetings.sendMinutes',
      'ends it and sends the minutes',
      ['coordinator'],
      through('meetings.sendMinutes', () => ({ params: { id: it.goesOn } })),
    ],
    [
      'meetings.acknowledge',
      'says that they read the minutes',
      team,
      through('meetings.acknowledge', () => ({ params: { id: it.over } })),
    ],
    [
      'meetings.remark',
      'remarks on the minutes',
      file,
      through('meetings.remark', () => ({
        params: { id: it.over, pointId: it.there },
        body: { id: randomUUID(), words: 'Było inaczej.' },
      })),
    ],
    [
      'meetings.approve',
      'approves the minutes',
      ['coordinator'],
      through('meetings.approve', () => ({ params: { id: it.over } })),
    ],
  ],
  async stage(database) {
    it.planned = (await aMeeting(database)).id
    it.ahead = randomUUID()
    await doing(database, cast.coordinator, (work) =>
      putPoint(work, it.planned, { id: it.ahead, what: 'Wakacje', class: 'file' }),
    )
    const guest = aGuest(it.ahead)
    it.guest = guest.id
    await doing(database, cast.coordinator, (work) => inviteGuest(work, it.planned, guest))
    await doing(database, cast.partner, (work) => confirmAddress(work, guest.id, true))
    const asked = await aMeeting(database, [later(), new Date(Date.now() + 2 * 86_400_000).toISOString()])
    it.asked = asked.id
    it.date = asked.dates[0]!.id
    it.undated = asked.dates[1]!.id
    for (const [when, where] of [
      ['goesOn', 'here'],
      ['over', 'there'],
    ] as const) {
      const meeting = await aMeeting(database)
      it[when] = meeting.id
      it[where] = randomUUID()
      await doing(database, cast.coordinator, async (work) => {
        await putPoint(work, meeting.id, { id: it[where], what: 'Dojazd', class: 'file' })
        await beginMeeting(work, meeting.id)
      })
      if (when === 'goesOn') {
        it.invitee = meeting.people[1]!.id
        it.seat = meeting.family[0]!.id
        it.decision = randomUUID()
        const unconfirmed = aGuest(it.here)
        it.unconfirmed = unconfirmed.id
        await doing(database, cast.coordinator, (work) => inviteGuest(work, meeting.id, unconfirmed))
        await doing(database, cast.coordinator, (work) =>
          decide(work, meeting.id, it.here, {
            id: it.decision,
            what: 'Zadzwonić',
            institutionId: cast.coordinator.institutionId,
            due: addDays(today(), 3),
          }),
        )
      } else await doing(database, cast.coordinator, (work) => sendMinutes(work, meeting.id))
    }
  },
  ids: {
    ofFamily: {
      meetings: 'select id from meetings.meeting where scope_id = $1',
      points: 'select id from meetings.point where scope_id = $1',
      'at-table': 'select id from meetings.invitee where scope_id = $1',
      'family-seats': 'select id from meetings.family_seat where scope_id = $1',
      decisions: 'select id from meetings.decision where scope_id = $1',
      guests: 'select id from guests.guest where scope_id = $1',
    },
  },
  // An address of a room in the net is none of what is made up for a line of text.
  bodies: {
    'meetings.callOfCase': { link: 'https://spotkanie.example/pokoj' },
    'meetings.callOfPartnership': { link: 'https://spotkanie.example/pokoj' },
    'meetings.decideLevel': { level: 3, withoutLevel: undefined },
    'meetings.inviteGuest': { email: 'ada@przychodnia.example', basis: { kind: 'none' } },
    'meetings.fix': { link: 'https://spotkanie.example/pokoj', startsAt: '2099-06-01T08:00:00Z' },
  },
}
