import { NotebookPen, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { daysBetween, today } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { TaskList } from '../../worklist/pages/TaskList.tsx'
import type { dayContract } from '../contract.ts'
import { AgreementsThatEnd } from './AgreementsThatEnd.tsx'
import { dayApi } from './api.ts'
import { IWaitFor } from './IWaitFor.tsx'
import { ReviewsAndNews } from './ReviewsAndNews.tsx'
import { Dangers, WaitingForMe } from './WaitingForMe.tsx'

export type Day = z.output<typeof dayContract.day.answer>

/** What I owe comes first, then whom I wait for, what I do today and tomorrow, and what changed since yesterday. */
export function MyDayPage() {
  const { t } = useTranslation('day')
  const { weekdayAndDay } = useWords()
  const query = useAsk(dayApi.day, {})
  const waiting = query.data?.waitingForMe ?? []
  const dangers = waiting.filter(({ urgent }) => urgent)
  const others = waiting.filter(({ urgent }) => !urgent)
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
      <Columns aside={query.data && <ReviewsAndNews day={query.data} />}>
        <Dangers waiting={dangers} />
        {(query.data?.agreementsThatEnd.length ?? 0) > 0 && (
          <AgreementsThatEnd agreements={query.data!.agreementsThatEnd} />
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
        <Section heading={t('tasks.title')} count={query.data?.tasks.length || undefined}>
          <Loaded query={query}>
            {({ tasks }) => (
              <>
                <TaskList tasks={tasks.map((task) => ({ ...task, about: task.family ?? task.code }))} />
                {tasks.length === 0 && <EmptyState>{t('tasks.empty')}</EmptyState>}
              </>
            )}
          </Loaded>
        </Section>
      </Columns>
    </PageFrame>
  )
}

function Owed({ day }: { day: Day }) {
  const { t } = useTranslation('day')
  const late = day.waitingForMe.filter(({ due }) => daysBetween(day.today, due) < 0).length
  return <>{t('owed', { count: day.waitingForMe.length, late })}</>
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('pl') + words.slice(1)
