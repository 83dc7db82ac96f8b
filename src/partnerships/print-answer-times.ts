import { onPaper, print } from '../platform/documents/paper.ts'
import type { Work } from '../platform/http/work.ts'
import { daysWord } from '../platform/texts/dates.ts'
import { type AnswerTimes, answerTimes, type Over } from './answer-times.ts'
import { papers } from './papers.ts'
import { bare, party, shortIdOf, wordsOf } from './print-documents.ts'

type Row = AnswerTimes['institutions'][number]
const say = (key: string, values?: Record<string, string | number>) =>
  onPaper(`partnerships:times.${key}` as 'partnerships:times.heading', values)

/** The board of answer times for a meeting, as whoever prints it reads it: nothing under five. */
export async function printAnswerTimes(work: Work, partnershipId: string, over: Over) {
  const times = await answerTimes(work, partnershipId, over)
  const partnership = await wordsOf(work, partnershipId)
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  return print(
    work,
    papers['answer-times'],
    { id: shortIdOf('CO', partnershipId), name: 'jak-dlugo-czekamy' },
    {
      issuer: bare({ place, ...issuer }),
      place,
      partnership: partnership.onPaper,
      since: times.since,
      agreed: daysWord(times.agreedDays, 'pl'),
      institutions: times.institutions.map(lineOf),
      fair: [
        ...['working', 'theirs'].map((key) => say(`fair.runs.${key}`)),
        ...['away', 'completing', 'elsewhere'].map((key) => say(`fair.stands.${key}`)),
      ],
      steps: times.institutions.flatMap((row) =>
        [...(row.step ? [row.step] : []), ...(row.passedOn === 'under_5' ? [] : ['map'])].map((step) => ({
          what: say(`step.${step}.title`, { name: row.shortName ?? row.name }),
          why: say(`step.${step}.why`),
        })),
      ),
    },
  )
}

function lineOf({ name, asked, median, quarter, threeQuarters, inTime, away, completing, says }: Row) {
  const theirs = says && say('says', { words: says })
  if (median === null || quarter === null || threeQuarters === null) {
    const few = say('few', { count: onPaper('partnerships:band', { band: asked }) })
    return { name, beside: [few, theirs].filter(Boolean).join('\n') }
  }
  const beside = [away && say(`away.${away}`), completing && say(`completing.${completing}`), theirs].filter(
    Boolean,
  )
  return {
    name,
    usual: daysIn(median),
    most:
      Math.round(quarter) === Math.round(threeQuarters)
        ? daysIn(quarter)
        : say('from', { from: Math.round(quarter), to: Math.round(threeQuarters) }),
    inTime: inTime && say(`share.${inTime}`),
    beside: beside.join('\n') || null,
  }
}

const daysIn = (median: number) =>
  Math.round(median) === 0 ? say('sameDay') : daysWord(Math.round(median), 'pl')
