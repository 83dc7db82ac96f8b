import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useGo } from '../../platform/web/place.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Meeting, meetingsApi } from './api.ts'
import { useWhen } from './when.ts'

/** Begins a meeting: on its day with one tap; on another it is asked about, for nobody can take it back. */
export function Begin({ meeting: { id }, startsAt }: { meeting: Pick<Meeting, 'id'>; startsAt: string }) {
  const { t } = useTranslation('meetings', { keyPrefix: 'begin' })
  const when = useWhen()
  const go = useGo()
  const [asks, setAsks] = useState(false)
  const begin = useDeed(
    (_: 'begin', key) => meetingsApi.begin({ params: { id }, key }),
    () => go(pageAt('/meetings/$id/table', { id })),
  )
  const isToday = dayOf(startsAt) === today()
  return (
    <>
      <Button kind="filled" busy={begin.busy} onClick={() => (isToday ? begin.run('begin') : setAsks(true))}>
        {t('deed')}
      </Button>
      {!asks && <ProblemNotice problem={begin.problem} />}
      <ConfirmDialog
        open={asks}
        title={t('title')}
        deed={t('deed')}
        busy={begin.busy}
        problem={begin.problem}
        onConfirm={() => begin.run('begin')}
        onClose={() => setAsks(false)}
      >
        <p>{t('agreed', { when: when(startsAt) })}</p>
        <p>{t('means')}</p>
      </ConfirmDialog>
    </>
  )
}
