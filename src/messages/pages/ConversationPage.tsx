import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Matter, messagesApi } from './api.ts'
import { Letters } from './Letters.tsx'
import { MatterRows } from './MatterRows.tsx'
import { Settle } from './Settle.tsx'
import { WhoReads } from './WhoReads.tsx'

/** A matter: others of its place on the left, what was written in the middle, who reads it on the right. */
export function ConversationPage() {
  const { t } = useTranslation('messages')
  const id = useParam('id')
  const query = useAsk(messagesApi.matter, { params: { id }, query: {} })
  const matter = query.data
  const gone = query.error instanceof Problem && query.error.status === 404
  return (
    <PageFrame
      tab={t('tab')}
      title={matter?.title ?? t('matter.title')}
      sub={matter && <Begun matter={matter} />}
      crumbs={matter ? crumbsOf(matter, t) : [{ to: '/conversations', label: t('list.title') }]}
      actions={
        matter &&
        !matter.rests && (
          <Button to={pageAt('/conversations/new', {}, { query: { place: matter.place.id } })}>
            {t('list.new')}
          </Button>
        )
      }
    >
      {matter ? (
        <Columns lead={<Others of={matter} />} leadOnlyBeside aside={<WhoReads matter={matter} />}>
          <Section heading={t('matter.letters')} more={<Settle matter={matter} />}>
            {matter.settled && (
              <Note>
                {t('matter.settledBy', {
                  name: matter.settled.by,
                  words: matter.settled.words ?? 'none',
                })}
              </Note>
            )}
            <Letters matter={matter} />
          </Section>
        </Columns>
      ) : gone ? (
        <EmptyState action={<Button to="/conversations">{t('matter.home')}</Button>}>
          {t('matter.gone')}
        </EmptyState>
      ) : query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
    </PageFrame>
  )
}

function crumbsOf({ place }: Matter, t: (key: string, values?: Record<string, unknown>) => string) {
  const name = place.name ?? t('case', { code: place.code })
  return place.kind === 'case'
    ? [
        { to: pageAt('/families/$id', { id: place.id }), label: name },
        { to: pageAt('/families/$id/conversations', { id: place.id }), label: t('doors.part') },
      ]
    : [
        { to: pageAt('/partnerships/$id', { id: place.id }), label: name },
        { to: '/conversations' as const, label: t('list.title') },
      ]
}

function Begun({ matter }: { matter: Matter }) {
  const { t } = useTranslation('messages')
  const { dayAndMonth } = useWords()
  return (
    <>
      {t('matter.begun', {
        name: matter.startedBy,
        institution: matter.startedIn,
        day: dayAndMonth(dayOf(matter.startedAt)),
      })}
    </>
  )
}

/** The other matters of the same place, as far as I read them. */
function Others({ of: { id, place } }: { of: Matter }) {
  const { t } = useTranslation('messages')
  const { data } = useAsk(messagesApi.conversations, { query: { place: place.id, show: 'all', limit: 30 } })
  const others = data?.items.filter((each) => each.id !== id) ?? []
  const settled = others.filter((each) => each.settled)
  const open = others.filter((each) => !each.settled)
  if (others.length === 0) return null
  return (
    <div data-screen-only>
      {open.length > 0 && (
        <PlainSection heading={t('list.open')}>
          <MatterRows matters={open} onLinen />
        </PlainSection>
      )}
      {settled.length > 0 && (
        <PlainSection heading={t('list.settled')}>
          <MatterRows matters={settled.slice(0, 5)} onLinen />
        </PlainSection>
      )}
    </div>
  )
}
