import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { asksApi } from './api.ts'

type RemindProps = {
  /** What is asked about: an invitation, an item. */
  id: string
  /** Who is reminded, for whoever hears the page. */
  name?: string | null
  /** Whether a reminder went out today already. */
  reminded?: boolean
}

/** Reminds whoever is asked and silent, at most once a day. */
export function Remind({ id, name, reminded }: RemindProps) {
  const { t } = useTranslation('asks')
  const remind = useDeed((_: 'remind', key) => asksApi.remind({ params: { id }, key }))
  const done = useRef<HTMLSpanElement>(null)
  // The button that had the focus is gone.
  useEffect(() => {
    if (remind.done) done.current?.focus()
  }, [remind.done])
  if (remind.done || reminded)
    return (
      <span ref={done} tabIndex={-1}>
        <Status kind="ok">{t('remind.done')}</Status>
      </span>
    )
  if (remind.problem) return <ProblemNotice problem={remind.problem} />
  return (
    <Button
      size="small"
      busy={remind.busy}
      onClick={() => remind.run('remind')}
      aria-label={name ? t('remind.named', { name }) : undefined}
    >
      {t('remind.deed')}
    </Button>
  )
}
