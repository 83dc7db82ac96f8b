import { CloudOff, Save, TriangleAlert } from 'lucide-react'
import {
  type FormEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { Heard } from '../../platform/kit/Heard.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { Note } from './aNote.ts'
import styles from './MeetingTable.module.css'

/** What is written down at a point, by whoever types: others' words come in beside, and the caret stays where it is. */
export function NoteField({ note, label, readers }: { note: Note; label: string; readers: string }) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(() => note.text.toString())

  // The field is written at once, not with the next drawing: a key that is pressed in between must find what the note holds.
  useEffect(() => {
    const shown = field.current!
    shown.value = note.text.toString()
    setWords(shown.value)
    let caret: Y.RelativePosition[] = []
    const keepCaret = () => {
      caret = [shown.selectionStart, shown.selectionEnd].map((at) =>
        // Beside the letter before it: where two write at one place, each one's words stay together.
        Y.createRelativePositionFromTypeIndex(note.text, at, -1),
      )
    }
    const show = (_: unknown, { origin }: Y.Transaction) => {
      const now = note.text.toString()
      setWords(now)
      if (origin === 'here' && shown.value === now) return
      shown.value = now
      if (document.activeElement !== shown) return
      const [start, end] = caret.map(
        (at) => Y.createAbsolutePositionFromRelativePosition(at, note.doc)?.index ?? now.length,
      )
      shown.setSelectionRange(start!, end!)
    }
    note.doc.on('beforeTransaction', keepCaret)
    note.text.observe(show)
    return () => {
      note.doc.off('beforeTransaction', keepCaret)
      note.text.unobserve(show)
    }
  }, [note])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows with its words
  useLayoutEffect(() => {
    const shown = field.current!
    shown.style.height = 'auto'
    shown.style.height = `${shown.scrollHeight + 2}px`
  }, [words])

  const typed = ({ currentTarget: { value, selectionStart } }: FormEvent<HTMLTextAreaElement>) =>
    note.write(value, selectionStart)
  return (
    <div>
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className={styles.note}
        rows={4}
        onInput={typed}
        onCompositionStart={note.hold}
        onCompositionEnd={(event) => {
          typed(event)
          note.letGo()
        }}
      />
      <div className={styles.below}>
        <HowItStands note={note} />
        <span>{readers}</span>
      </div>
      <Heard written={[{ column: 'meetings.note.words', words }]} />
    </div>
  )
}

/** Kept by all, on its way, or waiting for the line: what is typed is never lost, and says where it is. */
function HowItStands({ note }: { note: Note }) {
  const { t } = useTranslation('meetings')
  const { clockTime } = useWords()
  const standing = useSyncExternalStore(note.onStanding, note.standing)
  if (standing.is === 'refused')
    return (
      <div role="alert">
        <p>
          <TriangleAlert size={16} aria-hidden /> {t('note.refused')}
        </p>
        <ProblemNotice problem={standing.problem} />
      </div>
    )
  if (standing.is === 'waiting')
    return (
      <span role="status">
        <CloudOff size={16} aria-hidden /> {t('note.waiting')}
      </span>
    )
  return (
    <span>
      <Save size={16} aria-hidden />{' '}
      {standing.is === 'going'
        ? t('note.going')
        : standing.at
          ? t('note.kept', { hour: clockTime(standing.at) })
          : t('note.together')}
    </span>
  )
}
