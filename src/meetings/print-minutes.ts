import { sql } from 'kysely'
import type { z } from 'zod'
import { bare, party, shortIdOf } from '../partnerships/print-documents.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { clockTime, dayOf, longDate } from '../platform/texts/dates.ts'
import { record } from './call-meeting.ts'
import type { meetingsContract } from './contract.ts'
import { papers } from './papers.ts'
import { familyAt, guestsAt, meetingById, peopleOf, placeOf, pointsOf } from './questions.ts'
import { cameOfNeeded, wasThere } from './quorum.ts'

type Meeting = z.output<typeof meetingsContract.meeting.answer>

/** Prints the minutes as their reader may read them: points that they do not read are not there (decision 007). */
export async function printMinutes(work: Work, id: string) {
  const { scopeId, caseId } = await work.mustFind(placeOf(id))
  await work.enter([scopeId])
  const [[meeting], people, family, guests, points] = await work.allTogether(
    meetingById(id),
    peopleOf(id),
    familyAt(id),
    guestsAt(id),
    pointsOf(id),
  )
  if (!meeting!.endedAt) throw new Refusal(409, 'meetings:not-begun')
  const kind = await work.mustFind(
    sql<{ pl: string }>`select pl from meetings.meeting_kind where code = ${meeting!.kind}`,
  )
  const domains: Domains = new Map(
    (await work.all(sql<{ code: string; pl: string }>`select code, pl from assessments.life_domain`)).map(
      ({ code, pl }) => [code, pl],
    ),
  )
  const household = caseId
    ? await work.find(sql<{ label: string }>`
        select h.label from households.household h join cases."case" c on c.household_id = h.id where c.id = ${caseId}`)
    : undefined
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  await record(work, 'minutes-printed', id, scopeId)
  if (caseId) await work.look(caseId, 'meeting')
  const short = shortIdOf('P', id)
  const came = [
    ...family.map(({ name, attendance }) => ({ name: `${name} (${say('people.family')})`, attendance })),
    ...people.map(({ name, institution, standIn, attendance }) => ({
      name:
        attendance === 'stand_in' && standIn
          ? onPaper('meetings:paper.for', { standIn: standIn.name, institution, name })
          : `${name}, ${institution}`,
      attendance,
    })),
    ...guests
      .filter(({ state, attendance }) => attendance !== null || state === 'in')
      .map(({ name, role, institution, attendance }) => ({
        name: `${[name, role, institution].join(', ')} (${say('guest.short')})`,
        attendance,
      })),
  ]
  const counted = cameOfNeeded(people)
  return print(
    work,
    papers['meeting-minutes'],
    { id: short, name: `protokol-${short}` },
    {
      issuer: bare({ ...issuer, place }),
      place,
      kind: kind.pl,
      when: `${longDate(dayOf(meeting!.beganAt!), 'pl')}, ${clockTime(meeting!.beganAt!)}–${clockTime(meeting!.endedAt)}`,
      where: meeting!.place ?? meeting!.link,
      family: household?.label ?? null,
      present: came
        .filter(wasThere)
        .map(({ name, attendance }) =>
          attendance === 'remote' ? `${name} (${say('attendance.remote')})` : name,
        ),
      absent: came
        .filter((each) => each.attendance !== null && !wasThere(each))
        .map(({ name, attendance }) => `${name} (${say(`attendance.${attendance}`)})`),
      unsaid: came.filter(({ attendance }) => attendance === null).map(({ name }) => name),
      quorum:
        [meeting!.quorum, counted && onPaper('meetings:paper.needed', counted)].filter(Boolean).join('. ') ||
        null,
      points: points.filter(({ postponed }) => !postponed).map((point) => onPaperPoint(point, domains)),
      standing: onPaper(meeting!.approvedAt ? 'meetings:paper.approved' : 'meetings:paper.waits', {
        reader: work.account.name,
        day: meeting!.approvedAt && longDate(dayOf(meeting!.approvedAt), 'pl'),
        name: meeting!.approvedBy,
      }),
    },
  )
}

const say = (key: string) => onPaper(`meetings:${key}`)

type Point = Meeting['points'][number]
/** Life domains by their code, as a paper calls them. */
type Domains = Map<string, string>

function levelOnPaper(
  { domain, level, withoutLevel }: NonNullable<Point['decisions'][number]['level']>,
  domains: Domains,
) {
  const name = domains.get(domain)!
  return level === null
    ? onPaper(`meetings:decision.without.${withoutLevel}`, { domain: name })
    : onPaper('meetings:decision.level', { domain: name, level: String(level) })
}

const onPaperPoint = ({ what, words, left, guests, decisions, remarks }: Point, domains: Domains) => ({
  what,
  without: left.length
    ? onPaper('meetings:minutes.without', { names: left.map(({ name }) => name).join(', ') })
    : null,
  words,
  guests: guests.flatMap(({ name, words: said }) =>
    said ? [`${onPaper('meetings:guest.says', { name })} ${said}`] : [],
  ),
  decisions: decisions.map(({ what: settled, institution, worker, due, level, became }) => ({
    what: level ? levelOnPaper(level, domains) : settled!,
    who: [institution, worker].filter(Boolean).join(', ') || null,
    due: became === 'item' || became === 'referral' ? null : due,
    became:
      became && onPaper(`meetings:paper.became.${became}`, { from: due ? longDate(due, 'pl') : 'none' }),
  })),
  remarks: remarks.map(({ words: said, by, at }) => `${by}, ${longDate(dayOf(at), 'pl')}: ${said}`),
})
