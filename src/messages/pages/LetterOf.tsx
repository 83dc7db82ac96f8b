import { CalendarCheck, CircleCheck, type LucideIcon, SquareCheck } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Became, Message, MessageWords, QuotedWords } from '../../platform/kit/Messages.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { messageParts } from '../../platform/web/all-doors.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { Acknowledge } from './Acknowledge.tsx'
import { Agree } from './Agree.tsx'
import { Attached, AttachMore } from './Attached.tsx'
import type { Matter, Written } from './api.ts'
import { EditMessage, inOneSentence, TaskOf, TopicOf } from './LetterForms.tsx'
import { useUntil } from './useUntil.ts'

/** Signs of what may become of a message here. */
const signs: Record<string, LucideIcon> = {
  agreement: CircleCheck,
  task: SquareCheck,
  topic: CalendarCheck,
}

type LetterOfProps = {
  message: Written
  matter: Matter
  /** What can be done stands open below the latest one, behind "…" below the others. */
  latest: boolean
  onQuote: () => void
}
/** What is being done with it; else a kind of what comes from elsewhere. */
type Work = 'edit' | 'agree' | 'task' | 'topic' | (string & {})

/** One message: its words, who confirmed it, what became of it, and what can be done with it. */
export function LetterOf({ message, matter, latest, onQuote }: LetterOfProps) {
  const { t } = useTranslation('messages')
  const { clockTime, relativeDay, list, dueWords, dayAndMonth } = useWords()
  const [work, setWork] = useState<Work | null>(null)
  const done = () => setWork(null)
  const { to, outcomes, earlier, answerAt } = message
  const asksMe = to.find((each) => each.asksMe)
  const writes = !matter.rests && !matter.settled
  const editable = message.editableUntil !== null && new Date(message.editableUntil) > new Date()
  const until = useUntil()
  const hour = (at: string) =>
    dayOf(at) === today() ? clockTime(at) : `${relativeDay(dayOf(at))} ${clockTime(at)}`
  const became = ({ kind, words, who, due, over }: Written['outcomes'][number]) =>
    kind === 'agreement'
      ? t('sent.agreed', { words })
      : kind === 'topic'
        ? t('sent.topic', { words, due: due ? dayAndMonth(due) : 'none' })
        : t('sent.task', { words, who, due: due ? dueWords(due).word : 'none', over: over ? 'yes' : 'no' })
  const deeds = (
    <>
      <Button kind="quiet" size="small" onClick={onQuote}>
        {t('sent.quote')}
      </Button>
      <Button kind="quiet" size="small" onClick={() => setWork('agree')}>
        {t('sent.agree')}
      </Button>
      {matter.place.kind === 'case' && (
        <Button kind="quiet" size="small" onClick={() => setWork('task')}>
          {t('sent.makeTask')}
        </Button>
      )}
      {message.mayBeTalkedOver && (
        <Button kind="quiet" size="small" onClick={() => setWork('topic')}>
          {t('sent.makeTopic')}
        </Button>
      )}
      {matter.coordinates &&
        messageParts.map(({ kind, deed }) => (
          <Button key={kind} kind="quiet" size="small" onClick={() => setWork(kind)}>
            {t(deed)}
          </Button>
        ))}
      {editable && (
        <Button kind="quiet" size="small" onClick={() => setWork('edit')}>
          {t('sent.edit')}
        </Button>
      )}
    </>
  )
  return (
    <Message
      id={message.id}
      at={message.writtenAt}
      tile={<InstitutionTile kind={message.institutionKind} />}
      by={message.author}
      from={`${message.institutionName}, ${message.position}`}
      to={
        to.length > 0 &&
        t('sent.to', { names: list(to.map(({ name, institutionName }) => name ?? institutionName)) })
      }
      urgent={answerAt && t('sent.urgent', { until: until(answerAt) })}
    >
      {message.quotes && <QuotedWords by={message.quotes.author}>{message.quotes.words}</QuotedWords>}
      {work === 'edit' ? (
        <>
          <EditMessage message={message} onDone={done} />
          <AttachMore message={message} place={matter.place.kind} />
        </>
      ) : (
        <MessageWords>{message.words}</MessageWords>
      )}
      <Attached message={message} editable={editable && writes} />
      {message.editedAt && (
        <Explain question={t('sent.edited', { hour: hour(message.editedAt) })}>
          {earlier.map((words) => (
            <MessageWords key={words}>{words}</MessageWords>
          ))}
        </Explain>
      )}
      {(answerAt || to.some(({ outside, answer }) => outside || answer)) && (
        <Rows label={t('sent.confirmed')}>
          {to.map((each) => (
            <Answer
              key={each.id}
              of={each}
              late={answerAt !== null && new Date(answerAt) < new Date()}
              hour={hour}
            />
          ))}
        </Rows>
      )}
      {asksMe && writes && (
        <>
          <Acknowledge id={asksMe.id} />
          <p className="xs muted">{t('sent.orElse', { until: until(answerAt!), name: message.author })}</p>
        </>
      )}
      {outcomes.map((outcome) => {
        const part = messageParts.find(({ kind }) => kind === outcome.kind)
        return (
          <Became key={outcome.id} icon={part?.icon ?? signs[outcome.kind]!}>
            {part ? (
              <Link to={part.to(matter.place)}>
                {t(part.became, { words: outcome.words, who: outcome.who ?? 'none' })}
              </Link>
            ) : (
              became(outcome)
            )}{' '}
            <span className="muted">{t('sent.by', { name: outcome.by })}</span>
          </Became>
        )
      })}
      {work === 'agree' && <Agree message={message} onDone={done} />}
      {work === 'topic' && <TopicOf message={message} onDone={done} />}
      {work === 'task' && <TaskOf message={message} matter={matter} onDone={done} />}
      {messageParts.map(
        ({ kind, Part }) =>
          work === kind && (
            <div key={kind} style={{ marginTop: 10 }}>
              <Suspense fallback={<LoadingRows rows={3} />}>
                <Part message={message} place={matter.place} words={inOneSentence(message)} onDone={done} />
              </Suspense>
            </div>
          ),
      )}
      {writes &&
        work === null &&
        (latest ? (
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 4px', marginTop: 6 }} data-screen-only>
            {deeds}
          </div>
        ) : (
          <MoreDeeds of={t('sent.of', { name: message.author })}>{deeds}</MoreDeeds>
        ))}
    </Message>
  )
}

function Answer({
  of: { name, institutionName, outside, phone, answer, answeredBy, answeredAt, words, asksMe },
  late,
  hour,
}: {
  of: Written['to'][number]
  late: boolean
  hour: (at: string) => string
}) {
  const { t } = useTranslation('messages')
  return (
    <Row
      title={[institutionName, answeredBy ?? name].filter(Boolean).join(', ')}
      sub={words ?? (outside && !answer && t('sent.outside'))}
      end={
        answer ? (
          <Status kind={answer === 'take' ? 'ok' : 'declined'}>
            {t(`sent.${answer}`, { hour: hour(answeredAt!) })}
          </Status>
        ) : (
          <>
            <Status kind={late ? 'late' : 'wait'}>
              {t(asksMe ? 'sent.waitsForMe' : late ? 'sent.call' : 'sent.waits')}
            </Status>
            {late && phone && !asksMe && <PhoneLink phone={phone} />}
          </>
        )
      }
    />
  )
}
