import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { MessageDay, Messages, QuotedWords } from '../../platform/kit/Messages.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { AttachAgain } from './Attached.tsx'
import { type Matter, messagesApi, type Written } from './api.ts'
import { LetterOf } from './LetterOf.tsx'
import { faultsOf, MessageFields } from './MessageFields.tsx'
import { aboutAsAnswered, begun, messageBody } from './messageValues.ts'
import { useAttaching } from './useAttaching.ts'

/** What was written in a matter, and below it the next message. */
export function Letters({ matter }: { matter: Matter }) {
  const { t } = useTranslation('messages')
  const [before, setBefore] = useState<string[]>([])
  const [quoted, setQuoted] = useState<Written | null>(null)
  return (
    <>
      {before.map((after) => (
        <Earlier
          key={after}
          id={matter.id}
          after={after}
          onMore={(next) => setBefore([next, ...before])}
          deeper={before[0] === after}
          onQuote={setQuoted}
        />
      ))}
      {before.length === 0 && matter.earlier && (
        <p>
          <Button kind="quiet" size="small" onClick={() => setBefore([matter.earlier!])}>
            {t('matter.earlier')}
          </Button>
        </p>
      )}
      <PageOfLetters messages={matter.messages} matter={matter} latest onQuote={setQuoted} />
      {matter.messages.length === 0 && <EmptyState>{t('matter.empty')}</EmptyState>}
      {matter.rests ? (
        <Note>{t('matter.rests')}</Note>
      ) : (
        !matter.settled && <NextMessage matter={matter} quoted={quoted} onQuoted={setQuoted} />
      )}
    </>
  )
}

type EarlierProps = {
  id: string
  after: string
  deeper: boolean
  onMore: (after: string) => void
  onQuote: (message: Written) => void
}

/** A page of what was written before. */
function Earlier({ id, after, deeper, onMore, onQuote }: EarlierProps) {
  const { t } = useTranslation('messages')
  const { data } = useAsk(messagesApi.matter, { params: { id }, query: { after } })
  if (!data) return null
  return (
    <>
      {deeper && data.earlier && (
        <p>
          <Button kind="quiet" size="small" onClick={() => onMore(data.earlier!)}>
            {t('matter.earlier')}
          </Button>
        </p>
      )}
      <PageOfLetters messages={data.messages} matter={data} onQuote={onQuote} />
    </>
  )
}

function PageOfLetters({
  messages,
  matter,
  latest = false,
  onQuote,
}: {
  messages: Written[]
  matter: Matter
  /** The last page: its last message is the latest. */
  latest?: boolean
  onQuote: (message: Written) => void
}) {
  const { t } = useTranslation('messages')
  return (
    <Messages label={t('matter.letters')}>
      {messages.map((message, i) => {
        const day = dayOf(message.writtenAt)
        const first = i === 0 || dayOf(messages[i - 1]!.writtenAt) !== day
        return (
          <Fragment key={message.id}>
            {first && <MessageDay day={day} />}
            <LetterOf
              message={message}
              matter={matter}
              latest={latest && i === messages.length - 1}
              onQuote={() => onQuote(message)}
            />
          </Fragment>
        )
      })}
    </Messages>
  )
}

function NextMessage({
  matter,
  quoted,
  onQuoted,
}: {
  matter: Matter
  quoted: Written | null
  onQuoted: (message: Written | null) => void
}) {
  const { t } = useTranslation('messages')
  const people = useAsk(messagesApi.people, { params: { id: matter.place.id } })
  const latest = matter.messages.at(-1)
  const answered = aboutAsAnswered(quoted, matter.messages)
  const attaching = useAttaching(matter.place.kind)
  const form = useForm(messagesApi.writeMessage, {
    params: { id: matter.id },
    // What touches the same as what it answers.
    start: () => begun(latest?.class ?? (matter.place.kind === 'case' ? 'file' : 'request')),
    body: (values) =>
      messageBody({ ...values, about: values.about ?? answered ?? null, quotes: quoted?.id ?? null }),
    faults: (values) => faultsOf(values, t),
    draft: `matter/${matter.id}/message`,
    by: async (input, values) => {
      const written = await messagesApi.writeMessage(input)
      await attaching.sendWith(values)
      return written
    },
    onDone: () => onQuoted(null),
  })
  return (
    <div style={{ borderTop: '1px solid var(--line)', paddingTop: 14, marginTop: 8 }} id="write">
      <Form of={form} kind="default" deed={t('write.send')}>
        {quoted && (
          <div>
            <QuotedWords by={quoted.author}>{quoted.words}</QuotedWords>
            <Button kind="quiet" size="small" onClick={() => onQuoted(null)}>
              {t('write.unquote')}
            </Button>
          </div>
        )}
        <MessageFields
          of={form}
          place={matter.place}
          people={people.data ?? []}
          reading={matter.readers.map(({ institutionId }) => institutionId)}
          answered={answered}
          attaching={attaching}
        />
      </Form>
      <AttachAgain of={attaching} />
    </div>
  )
}
