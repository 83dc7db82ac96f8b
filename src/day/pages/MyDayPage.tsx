import { NotebookPen, Plus } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { daysBetween, today } from '../../platform/texts/dates.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { dayContract } from '../contract.ts'
import { dayApi } from './api.ts'
import { IWaitFor } from './IWaitFor.tsx'
import { News } from './News.tsx'
import { Dangers, WaitingForMe } from './WaitingForMe.tsx'

export type Day = z.output<typeof dayContract.day.answer>

/** What I owe comes first, then whom I wait for, what is due, and what changed since yesterday. */
export function MyDayPage() {
  const { t } = useTranslation('day')
  const { weekdayAndDay } = useWords()
  const query = useAsk(dayApi.day, {})
  const waiting = query.data?.waitingForMe ?? []
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
          {capital(weekdayAndDay(here))}. {query.data && <Owed day={query.data} />}
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
            {query.data && <News news={query.data.sinceYesterday} />}
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
        {(query.data?.iWaitFor.length ?? 0) > 0 && (
          <Section
            heading={t('iWaitFor.title')}
            count={query.data?.iWaitFor.length}
            more={t('iWaitFor.agreed')}
          >
            <IWaitFor awaited={query.data!.iWaitFor} />
          </Section>
        )}
        <Due place="below" query={query} />
      </Columns>
    </PageFrame>
  )
}

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
      return (
        <Suspense key={kind} fallback={place === 'below' && <LoadingRows rows={3} />}>
          <Part query={{ data, error: query.error, refetch: query.refetch }} />
        </Suspense>
      )
    })
}

function Owed({ day }: { day: Day }) {
  const { t } = useTranslation('day')
  const owed = day.waitingForMe.filter(({ answers }) => answers)
  const late = owed.filter(({ due }) => daysBetween(day.today, due) < 0).length
  const read = day.waitingForMe.length - owed.length
  if (read > 0 && owed.length === 0) return <>{t('read.count', { count: read })}</>
  return (
    <>
      {t('owed', { count: owed.length, late })} {read > 0 && t('read.count', { count: read })}
    </>
  )
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('pl') + words.slice(1)
