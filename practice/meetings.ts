import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { callOfCase } from '../src/meetings/call-meeting.ts'
import { editNote } from '../src/meetings/edit-note.ts'
import { inviteGuest } from '../src/meetings/guests.ts'
import {
  acknowledge,
  answerMeeting,
  approveMinutes,
  beginMeeting,
  decide,
  noteFamilyCame,
  putPoint,
  sendMinutes,
} from '../src/meetings/hold-meeting.ts'
import { words } from '../src/meetings/pages/words.ts'
import { decideItem, decideLevel } from '../src/meetings/settle.ts'
import type { Work } from '../src/platform/http/work.ts'
import { moveTask } from '../src/worklist/move-task.ts'
import { idOf, institutionId, workerId } from './act.ts'
import type { Clock } from './clock.ts'
import { guestCameIn } from './guests.ts'
import type { Stage } from './story.ts'

/** Somebody without an account who is needed for one point, and what they say to it. */
type Guest = {
  name: string
  role: string
  institution: string
  email: string
  confirmer: string
  point: string
  law: string
  words: string
}

/** What was settled, and what it becomes: a task, help in the basket that an institution is asked for, or a level that was agreed. */
type Settled = {
  task?: { what: string; by: string; of: string; inDays: number }
  help?: {
    key: string
    goal: string
    kind: string
    what: string
    provider: string
    for: string[]
    frequency: string
    request: string
  }
  level?: { assessment: string; domain: string; level: number }
}

type Talked = {
  key: string
  what: string
  minutes: number
  /** People of the family whom it is about; everybody, where nobody is named. */
  about?: string[]
  words: string
  settled?: Settled
}

/** A meeting of a family's team that was held: called, answered, written down, approved; what was settled was done. */
export async function teamMet(
  { act, clock }: Stage,
  family: string,
  {
    coordinator,
    people,
    relatives,
    wish,
    points,
    guest,
  }: {
    coordinator: string
    people: string[]
    relatives: string[]
    wish: string
    points: Talked[]
    guest?: Guest
  },
) {
  const id = (name: string) => idOf(`${family}/meeting/${name}`)
  const person = (key: string) => idOf(`${family}/person/${key}`)
  const meeting = id('first')
  await act(coordinator, (work) =>
    callOfCase(work, idOf(`${family}/case`), {
      id: meeting,
      kind: 'team',
      place: 'GOPS w Oksie, pokój 4',
      minutes: 60,
      dates: [{ id: id('date'), startsAt: new Date(Date.now() + 3_600_000).toISOString() }],
      people: [coordinator, ...people].map((key) => ({
        id: id(`invitation/${key}`),
        workerId: workerId(key),
        needed: false,
      })),
      family: relatives.map((key) => ({ id: id(`seat/${key}`), personId: person(key), wish })),
    }),
  )
  for (const key of people) await act(key, (work) => answerMeeting(work, meeting, { answer: 'coming' }))
  await act(coordinator, async (work) => {
    for (const { key, what, minutes, about } of points)
      await putPoint(work, meeting, {
        id: id(`point/${key}`),
        what,
        minutes,
        class: 'file',
        ...(about && { about: about.map(person) }),
      })
  })
  if (guest) await guestSpoke(act, coordinator, meeting, guest, id)
  await act(coordinator, (work) => beginMeeting(work, meeting))
  await act(coordinator, async (work) => {
    for (const key of relatives)
      await noteFamilyCame(work, meeting, id(`seat/${key}`), { attendance: 'present' })
    for (const { key, words: written, settled } of points) {
      const doc = new Y.Doc()
      doc.getText(words).insert(0, written)
      await editNote(
        work,
        meeting,
        id(`point/${key}`),
        Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
      )
      if (settled) await settle(work, { family, meeting, point: id(`point/${key}`), clock }, settled)
    }
    await sendMinutes(work, meeting)
  })
  await clock.tomorrow()
  for (const key of [coordinator, ...people]) await act(key, (work) => acknowledge(work, meeting))
  await act(coordinator, (work) => approveMinutes(work, meeting))
  for (const { settled } of points)
    if (settled?.task) {
      const { what, by } = settled.task
      await act(by, async (work) => {
        const { id: task } = await work.mustFind(
          sql<{
            id: string
          }>`select id from worklist.task where what = ${what} and worker_id = ${workerId(by)}`,
        )
        await moveTask(work, task, { state: 'done' })
      })
    }
}

/** Writes down what was settled at a point, by the deed of what it becomes. */
async function settle(
  work: Work,
  at: { family: string; meeting: string; point: string; clock: Clock },
  { task, help, level }: Settled,
) {
  if (task)
    await decide(work, at.meeting, at.point, {
      id: randomUUID(),
      what: task.what,
      institutionId: institutionId(task.of),
      workerId: workerId(task.by),
      due: at.clock.after(task.inDays),
    })
  if (help)
    await decideItem(work, at.meeting, at.point, {
      id: idOf(`${at.family}/item/${help.key}`),
      goalId: idOf(`${at.family}/goal/${help.goal}`),
      serviceKind: help.kind,
      what: help.what,
      providerId: institutionId(help.provider),
      forWhom: help.for.map((key) => idOf(`${at.family}/person/${key}`)),
      performers: [],
      weekly: [],
      frequency: help.frequency,
      starts: at.clock.after(10),
      ends: at.clock.after(180),
      request: help.request,
      ask: true,
      agreed: false,
    })
  if (level) {
    const assessmentId = idOf(`${at.family}/${level.assessment}`)
    const agreedId = idOf(`${at.family}/${level.assessment}/agreed/${level.domain}`)
    await decideLevel(work, { id: at.meeting, pointId: at.point, assessmentId, agreedId }, level)
  }
}

/** The guest is invited, a colleague confirms the address, and they come in by a link and a code, as from a phone of theirs. */
async function guestSpoke(
  act: Stage['act'],
  coordinator: string,
  meeting: string,
  { point, words: said, confirmer, law, ...who }: Guest,
  id: (name: string) => string,
) {
  const guest = id('guest')
  await act(coordinator, (work) =>
    inviteGuest(work, meeting, {
      id: guest,
      ...who,
      confirmerId: workerId(confirmer),
      points: [id(`point/${point}`)],
      basis: { kind: 'law', law },
    }),
  )
  const visit = await guestCameIn(act, coordinator, confirmer, guest)
  await act(coordinator, async (work) => {
    await work.ask(sql`meetings.guest_page(${visit})`)
    await work.ask(sql`meetings.guest_answers(${visit}, 'remote')`)
    await work.ask(sql`meetings.guest_says(${visit}, ${id(`point/${point}`)}, ${said})`)
  })
}
