import { BellRing, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Day, dayOf, today } from '../texts/dates.ts'
import { useWords } from '../web/useWords.ts'
import styles from './Messages.module.css'

/** What was written, one letter under another, the latest last; a line stands before each new day. Its children are `Message`. */
export function Messages({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className={styles.messages} aria-label={label}>
      {children}
    </ol>
  )
}

/** The day on which what follows was written. */
export function MessageDay({ day }: { day: Day }) {
  const { eventDay, dayAndMonth } = useWords()
  const said = eventDay(day)
  return (
    <li className={styles.day}>
      <time dateTime={day}>{/^\p{L}+$/u.test(said) ? `${said}, ${dayAndMonth(day)}` : said}</time>
    </li>
  )
}

export type MessageProps = {
  /** The instant at which it was written. */
  at: string
  /** A `Tile` of who writes; hidden on phones. */
  tile: ReactNode
  by: ReactNode
  /** Institution and position, in quiet words. */
  from: ReactNode
  to?: ReactNode
  /** What stands in a frame: "Pilne, do 14:00". */
  urgent?: ReactNode
  id?: string
  /** The words, then what became of them and what can be done. */
  children: ReactNode
}

/** A letter: who writes to whom, and when; one that is urgent stands in a frame. */
export function Message({ at, tile, by, from, to, urgent, id, children }: MessageProps) {
  const { clockTime } = useWords()
  return (
    <li className={urgent ? `${styles.message} ${styles.urgent}` : styles.message} id={id}>
      <div className={styles.tile}>{tile}</div>
      <article className={styles.letter}>
        <header>
          {urgent && (
            <b className={styles.head}>
              <BellRing size={18} aria-hidden /> {urgent}
            </b>
          )}
          <span>
            <b className="m">{by}</b> <span className="muted">{from}</span>
          </span>
          <time dateTime={at}>{clockTime(at)}</time>
        </header>
        {to && <p className="xs muted">{to}</p>}
        {children}
      </article>
    </li>
  )
}

/** The words of a letter, with the breaks that were typed. */
export function MessageWords({ children }: { children: string }) {
  return <p className={styles.words}>{children}</p>
}

/** Earlier words that somebody answers. */
export function QuotedWords({ by, children }: { by: string; children: string }) {
  return (
    <blockquote className={styles.quoted}>
      <span className="m">{by}</span> {children}
    </blockquote>
  )
}

/** What became of a letter, in its place. */
export function Became({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <p className={styles.became}>
      <Icon size={18} aria-hidden />
      <span>{children}</span>
    </p>
  )
}

/** The answers that a letter asks for: side by side, on a phone one under another. */
export function MessageAnswers({ children }: { children: ReactNode }) {
  return <div className={styles.answers}>{children}</div>
}

/** Stands before what has not been read yet. */
export function UnreadMark({ children }: { children: string }) {
  return (
    <span className={styles.unread}>
      <span className="vh">{children}, </span>
    </span>
  )
}

/** An instant of today as an hour, of another day as that day: beside what was read or written. */
export function useShortTime() {
  const { clockTime, eventDay } = useWords()
  return (at: string) => (dayOf(at) === today() ? clockTime(at) : eventDay(dayOf(at)))
}
