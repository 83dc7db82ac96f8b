import { NotebookPen, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { daysBetween, today } from '../../platform/texts/dates.ts'
import { inWork } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useOtherJobs } from '../../platform/web/useOtherJobs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { dayContract } from '../contract.ts'
import { dayApi } from './api.ts'
import { Begun } from './Begun.tsx'
import { IWaitFor } from './IWaitFor.tsx'
import { News } from './News.tsx'
import { Dangers, WaitingForMe } from './WaitingForMe.tsx'

export type Day = z.output<typeof dayContract.day.answer>
/** The job that something is about, of whoever has several; `elsewhere` where it is not the one of this page. */
export type OfJob<Thing> = Thing & { job?: { id: string; name: string; elsewhere: boolean } }

/** What I owe comes first, then whom I wait for, what is due, and what changed since yesterday. */
export function MyDayPage() {
  const { t } = useTranslation('day')
  const { weekdayAndDay } = useWords()
  const query = useAsk(dayApi.day, {})
  const { joined, elsewhere } = useAllJobs(query.data)
  const waiting = joined((day) => day.waitingForMe).sort(byUrgency)
  const awaited = joined((day) => day.iWaitFor)
  const news = joined((day) => day.sinceYesterday).sort((a, b) => b.at.localeCompare(a.at))
  const dangers = waiting.filter(({ urgent }) => urgent)
  const others = waiting.filter(({ urgent, answers }) => !urgent && answers)
  const read = waiting.filter(({ urgent, answers }) => !urgent && !answers)
  const here = query.data?.today ?? today()
  return (
    <PageFrame
      tab={t('title')}
      title={t('title')}
      sub={
        <>
          {capital(weekdayAndDay(here))}. {query.data && <Owed waiting={waiting} here={query.data.today} />}
        </>
      }
      actions={
        <>
          <Button icon={NotebookPen} to="/contacts/new">
            {t('note')}
          </Button>
          <Button kind="filled" icon={Plus} to="/concerns/new">
            {t('report')}
          </Button>
        </>
      }
    >
      <Columns
        aside={
          <div>
            <Due place="beside" query={query} />
            {query.data && <News news={news} />}
          </div>
        }
      >
        <Dangers waiting={dangers} />
        <Due place="above" query={query} />
        {read.length > 0 && (
          <Section heading={t('read.title')} count={read.length} more={t('read.sub')}>
            <WaitingForMe waiting={read} />
          </Section>
        )}
        {(dangers.length === 0 || others.length > 0) && (
          <Section heading={t('waitingForMe.title')} count={others.length || undefined}>
            <Loaded query={query}>{() => <WaitingForMe waiting={others} />}</Loaded>
          </Section>
        )}
        {awaited.length > 0 && (
          <Section heading={t('iWaitFor.title')} count={awaited.length} more={t('iWaitFor.agreed')}>
            <IWaitFor awaited={awaited} />
          </Section>
        )}
        <Begun />
        <Due place="below" query={query} />
        {elsewhere.length > 0 && (
          <Section heading={t('otherJobs.title')}>
            <Rows>
              {elsewhere.map(({ job, answer }) => (
                <Row
                  key={job.id}
                  title={job.institutionName}
                  sub={t('otherJobs.due', { count: answer.due.length })}
                  to={inWork('/', job.id)}
                />
              ))}
            </Rows>
          </Section>
        )}
      </Columns>
    </PageFrame>
  )
}

/** What is first in My day stays so over all jobs: danger, what has an hour, families that nobody coordinates, then what is due first. */
const byUrgency = (one: Day['waitingForMe'][number], other: Day['waitingForMe'][number]) =>
  Number(other.urgent) - Number(one.urgent) ||
  (one.answerAt ?? never).localeCompare(other.answerAt ?? never) ||
  Number(other.kind.startsWith('coordinator')) - Number(one.kind.startsWith('coordinator')) ||
  one.due.localeCompare(other.due)

/** My day over all my jobs. Each thing bears its job; what is due elsewhere is told in a number. */
function useAllJobs(here: Day | undefined) {
  const { worker, workers } = useSession()
  const others = useOtherJobs<Day>('/api/day')
  const mine = worker && workers.length > 1 ? nameOf(worker, false) : undefined
  return {
    joined: <Thing,>(of: (day: Day) => Thing[]): OfJob<Thing>[] => [
      ...(here ? of(here).map((thing) => ({ ...thing, ...(mine && { job: mine }) })) : []),
      ...others.flatMap(({ job, answer }) =>
        of(answer).map((thing) => ({ ...thing, job: nameOf(job, true) })),
      ),
    ],
    elsewhere: others.filter(({ answer }) => answer.due.length > 0),
  }
}

const nameOf = ({ id, institutionName }: { id: string; institutionName: string }, elsewhere: boolean) => ({
  id,
  name: institutionName,
  elsewhere,
})

const dueParts = Object.values(import.meta.glob<{ due: DuePart }>('../../*/pages/due.tsx', { eager: true }))
  .map(({ due }) => due)
  .sort((a, b) => a.position - b.position)

type DueProps = { place: DuePart['place']; query: Omit<DueQuery, 'data'> & { data: Day | undefined } }

/** What is due, drawn by the slices that tell it. */
function Due({ place, query }: DueProps) {
  return dueParts
    .filter((part) => part.place === place)
    .map(({ kind, Part, always }) => {
      const data = query.data?.due.filter((each) => each.kind === kind)
      if (!always && !data?.length) return null
      return <Part key={kind} query={{ data, error: query.error, refetch: query.refetch }} />
    })
}

function Owed({ waiting, here }: { waiting: Day['waitingForMe']; here: string }) {
  const { t } = useTranslation('day')
  const owed = waiting.filter(({ answers }) => answers)
  const late = owed.filter(({ due }) => daysBetween(here, due) < 0).length
  const read = waiting.length - owed.length
  if (read > 0 && owed.length === 0) return <>{t('read.count', { count: read })}</>
  return (
    <>
      {t('owed', { count: owed.length, late })} {read > 0 && t('read.count', { count: read })}
    </>
  )
}

/** After every instant. */
const never = '9'

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('pl') + words.slice(1)
