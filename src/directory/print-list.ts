import { randomUUID } from 'node:crypto'
import { bare, party, shortIdOf } from '../partnerships/print-documents.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { hour } from '../platform/texts/dates.ts'
import { isAroundTheClock } from './around-the-clock.ts'
import { type Filters, onOnePaper } from './contract.ts'
import { findServices } from './find-services.ts'
import { papers } from './papers.ts'

type Listed = Awaited<ReturnType<typeof findServices>>['items'][number]

/** As many as are seen first. */
const firstPage = 20

/** Prints what was found for a family to take along: large, neutral, nothing that says for whom it was looked for. */
export async function printList(work: Work, asked: Filters) {
  const { items } = await findServices(work, { ...asked, limit: firstPage })
  if (!items.length) throw new Refusal(409, 'directory:nothing-to-print')
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  return print(
    work,
    papers['service-list'],
    { id: shortIdOf('U', randomUUID()), name: 'gdzie-po-pomoc' },
    {
      issuer: bare({ place, ...issuer }),
      place,
      from: asked.locality ?? null,
      services: items.slice(0, onOnePaper).map((service) => ({
        name: service.name,
        who: service.organization,
        where: service.place?.locality ?? null,
        open: hoursOf(service) || null,
        way: wayOf(service, asked.until),
        phone: service.phone,
        note: service.cost === 'free' ? null : onPaper(`directory:cost.${service.cost}`),
      })),
    },
  )
}

const hoursOf = ({ hours }: Listed) =>
  isAroundTheClock(hours)
    ? onPaper('directory:list.aroundTheClock')
    : [...Map.groupBy(hours, ({ opens, closes }) => `${hour(opens)}–${hour(closes)}`)]
        .map(([when, those]) => `${daysOf([...new Set(those.map(({ weekday }) => weekday))].sort())} ${when}`)
        .join('; ')

/** Days of a week, three and more in a row from the first to the last. */
function daysOf(days: number[]): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const word = (day: number) => onPaper(`directory:day.${day}`)
  return runs
    .map((run) => (run.length > 2 ? `${word(run[0]!)}–${word(run.at(-1)!)}` : run.map(word).join(', ')))
    .join(', ')
}

function wayOf({ place, way }: Listed, until: string): string | null {
  if (!place || place.km === null || !way) return null
  const km = Math.round(place.km)
  const { kind, minutes, lateBack } = way
  if (kind === 'own') return onPaper('directory:list.ownTransport')
  if (kind === 'here') return onPaper('directory:list.here')
  if (kind === 'none') return onPaper('directory:way.none', { km })
  const day = onPaper(`directory:day.${way.weekday}`)
  const leaves = hour(way.leaves ?? '')
  const back = way.back && hour(way.back)
  if (!back) return onPaper('directory:way.oneWay', { km, day, leaves })
  return lateBack
    ? onPaper('directory:way.bus', { km, day, leaves, minutes, back })
    : onPaper('directory:way.early', { km, day, leaves, back, until: hour(until) })
}
