import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { TaskRow } from '../../platform/kit/TaskRow.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
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

type Move = { id: string; state: 'done' | 'not_done' | 'planned'; notDoneReason?: string }

/** Tasks to tick off. What was ticked off here stays, struck through, until one leaves: so it can be taken back. */
export function TaskList({ tasks }: { tasks: ListedTask[] }) {
  const { t } = useTranslation('worklist')
  const [ended, setEnded] = useState<(ListedTask & { how: 'done' | 'not_done' })[]>([])
  const [refusing, setRefusing] = useState<ListedTask | null>(null)
  const move = useDeed(
    ({ id, ...body }: Move, key) => worklistApi.moveTask({ params: { id }, body, key }),
    (_, { id, state }) => {
      setRefusing(null)
      const task = [...tasks, ...ended].find((each) => each.id === id)
      setEnded((before) => [
        ...before.filter((each) => each.id !== id),
        ...(task && state !== 'planned' ? [{ ...task, how: state }] : []),
      ])
    },
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
                    <Button
                      kind="quiet"
                      size="small"
                      onClick={() => setRefusing(task)}
                      aria-label={t('notDoneNamed', { what: task.what })}
                    >
                      {t('notDone')}
                    </Button>
                  )
                )
              }
            >
              {task.what}
            </TaskRow>
          )
        })}
      </Rows>
      <WhyNot
        task={refusing}
        busy={move.busy}
        onClose={() => setRefusing(null)}
        onReason={(id, notDoneReason) => move.run({ id, state: 'not_done', notDoneReason })}
      />
    </>
  )
}

type WhyNotProps = {
  task: ListedTask | null
  busy: boolean
  onClose: () => void
  onReason: (id: string, reason: string) => void
}

function WhyNot({ task, busy, onClose, onReason }: WhyNotProps) {
  const { t } = useTranslation('worklist')
  const { options } = useCodes()
  const [reason, setReason] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  return (
    <ConfirmDialog
      open={task !== null}
      title={t('whyNot')}
      deed={t('keepReason')}
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setMissing(true)
        if (task && reason) onReason(task.id, reason)
      }}
    >
      <ChoiceCards
        label={task?.what ?? ''}
        look="rows"
        value={reason}
        onChange={setReason}
        choices={options('worklist.not_done_reason').map(({ value, label }) => ({ value, title: label }))}
        error={missing && !reason && t('lackReason')}
      />
    </ConfirmDialog>
  )
}
