import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { TaskRow } from '../../platform/kit/TaskRow.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { worklistApi } from './api.ts'

export type ListedTask = {
  id: string
  what: string
  due: string | null
  /** The family or the person it belongs to, in a word. */
  about?: string | null
  /** Mine to tick off; others' tasks are only shown. */
  mine?: boolean
}

/** A form, which travels when somebody asks for it. */
const WhyNot = lazy(() => import('./WhyNot.tsx').then(({ WhyNot }) => ({ default: WhyNot })))

type State = 'done' | 'not_done' | 'planned'

/** Tasks to tick off. What was ticked off here stays, struck through, until one leaves: so it can be taken back. */
export function TaskList({ tasks }: { tasks: ListedTask[] }) {
  const { t } = useTranslation('worklist')
  const [ended, setEnded] = useState<(ListedTask & { how: 'done' | 'not_done' })[]>([])
  const [refusing, setRefusing] = useState<ListedTask | null>(null)
  const moved = (id: string, state: State) => {
    setRefusing(null)
    const task = [...tasks, ...ended].find((each) => each.id === id)
    setEnded((before) => [
      ...before.filter((each) => each.id !== id),
      ...(task && state !== 'planned' ? [{ ...task, how: state }] : []),
    ])
  }
  const move = useDeed(
    ({ id, state }: { id: string; state: State }, key) =>
      worklistApi.moveTask({ params: { id }, body: { state }, key }),
    (_, { id, state }) => moved(id, state),
  )
  const shown = [...tasks.filter(({ id }) => !ended.some((each) => each.id === id)), ...ended]
  return (
    <>
      <ProblemNotice problem={move.problem} />
      <Rows>
        {shown.map((task) => {
          const how = ended.find(({ id }) => id === task.id)?.how
          const trying = move.trying?.id === task.id ? move.trying.state !== 'planned' : undefined
          return (
            <TaskRow
              key={task.id}
              done={trying ?? how !== undefined}
              onDone={(done) => move.run({ id: task.id, state: done ? 'done' : 'planned' })}
              readOnly={task.mine === false}
              about={task.about}
              due={how ? undefined : (task.due ?? undefined)}
              end={
                how ? (
                  <Button
                    kind="quiet"
                    size="small"
                    onClick={() => move.run({ id: task.id, state: 'planned' })}
                    aria-label={`${t(how === 'done' ? 'undoDone' : 'undoNotDone')}: ${task.what}`}
                  >
                    {t(how === 'done' ? 'undoDone' : 'undoNotDone')}
                  </Button>
                ) : (
                  task.mine !== false && (
                    <MoreDeeds of={task.what}>
                      <Button
                        kind="quiet"
                        size="small"
                        onClick={() => setRefusing(task)}
                        aria-label={t('notDoneNamed', { what: task.what })}
                      >
                        {t('notDone')}
                      </Button>
                    </MoreDeeds>
                  )
                )
              }
            >
              {task.what}
            </TaskRow>
          )
        })}
      </Rows>
      {refusing && (
        <Suspense>
          <WhyNot
            task={refusing}
            onClose={() => setRefusing(null)}
            onDone={() => moved(refusing.id, 'not_done')}
          />
        </Suspense>
      )}
    </>
  )
}
