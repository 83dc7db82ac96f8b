import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { remindable } from '../contract.ts'
import { asksApi } from './api.ts'

type RemindProps = {
  ask: z.output<typeof remindable>
  /** Who is reminded, for whoever hears the page. */
  name: string | null
}

/** Reminds whoever is asked and silent, at most once a day; says when that was done, and when nobody could answer. */
export function Remind({ ask, name }: RemindProps) {
  const { t } = useTranslation('asks', { keyPrefix: 'remind' })
  const { eventDay } = useWords()
  const remind = useDeed((_: 'remind', key) => asksApi.remind({ params: { id: ask.id }, key }))
  const done = useRef<HTMLSpanElement>(null)
  // The button that had the focus is gone.
  useLayoutEffect(() => {
    if (remind.done) done.current?.focus()
  }, [remind.done])
  if (remind.done || ask.against === 'reminded-today')
    return (
      <span ref={done} tabIndex={-1}>
        <Status kind="ok">{t('today')}</Status>
      </span>
    )
  if (ask.against) return <Status kind="question">{t('nobody')}</Status>
  if (remind.problem) return <ProblemNotice problem={remind.problem} />
  return (
    <>
      {ask.remindedOn && <span className="sm muted">{t('on', { day: eventDay(ask.remindedOn) })}</span>}
      <Button
        size="small"
        busy={remind.busy}
        onClick={() => remind.run('remind')}
        aria-label={name ? t('named', { name }) : undefined}
      >
        {t('deed')}
      </Button>
    </>
  )
}
