import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { AnswerOf, Endpoint } from '../../platform/http/contract.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import type { Call, Input } from '../../platform/web/client.ts'
import { forgetDrafts, guestDrafts } from '../../platform/web/draftsHere.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import type { ofVisit } from '../contract.ts'
import { guestsApi } from './api.ts'

/** A question of a visit, whose answer bears the guest's name. */
type GuestQuestion = Endpoint & { params: typeof ofVisit; answer: z.ZodType<{ name: string }> }

type GuestFrameProps<E extends GuestQuestion> = {
  title: string
  /** In place of it, once that is known. */
  titleOf?: (page: AnswerOf<E>) => string | undefined
  /** Who sees the page, and how long. */
  who: string
  /** What a guest reads; with their name. */
  ask: Call<E>
  children: (page: AnswerOf<E>) => ReactNode
}

/** A page of somebody without an account, on their phone; they close it when they are done. */
export function GuestFrame<E extends GuestQuestion>({
  title,
  titleOf,
  who,
  ask,
  children,
}: GuestFrameProps<E>) {
  const { t } = useTranslation('guests', { keyPrefix: 'page' })
  const visit = useParam('visit')
  const params = { visit }
  const [closed, setClosed] = useState(false)
  const query = useAsk(ask, { params } as Input<E>, { enabled: !closed })
  const leave = useDeed(
    () => guestsApi.leave({ params }),
    () => {
      forgetDrafts(guestDrafts(visit))
      setClosed(true)
    },
  )
  const gone = query.error instanceof Problem && query.error.status === 404
  useEffect(() => {
    if (gone) forgetDrafts(guestDrafts(visit))
  }, [gone, visit])
  if (closed)
    return (
      <PageFrame narrow tab={t('tab')} title={title}>
        <Done title={t('closed')} sub={t('closedSub')} />
      </PageFrame>
    )
  const page = query.error ? undefined : query.data
  return (
    <PageFrame
      narrow
      tab={t('tab')}
      title={gone ? t('tab') : ((page && titleOf?.(page)) ?? title)}
      sub={page && t('for', { name: page.name })}
    >
      {gone ? (
        <Done title={t('gone')} sub={t('goneSub')} />
      ) : query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      ) : page ? (
        <Stack>
          {children(page)}
          <Note>{who}</Note>
          <p>
            <Button kind="quiet" busy={leave.busy} onClick={() => leave.run()}>
              {t('close')}
            </Button>
          </p>
        </Stack>
      ) : (
        <LoadingRows rows={5} />
      )}
    </PageFrame>
  )
}
