import { Save } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../texts/dates.ts'
import type { Draft } from '../web/useDraft.ts'
import { useOnline } from '../web/useOnline.ts'
import { useWords } from '../web/useWords.ts'
import { Button } from './Button.tsx'
import styles from './DraftLine.module.css'

/** Below a form: when the draft was saved, that it came back, that its deed waits for a connection, and a way to begin anew. */
export function DraftLine(props: {
  draft: Pick<Draft<unknown>, 'savedAt' | 'restored' | 'clear'>
  /** The deed was begun and is not done. */
  busy?: boolean
}) {
  const { draft, busy } = props
  const { t } = useTranslation('kit')
  const { clockTime, relativeDay } = useWords()
  const online = useOnline()
  const saved = draft.savedAt
  return (
    <div className={styles.line} role="status" data-screen-only>
      {saved && (
        <>
          <Save size={16} aria-hidden />
          <span>
            {!online
              ? t(busy ? 'draft.waits' : 'draft.offline')
              : draft.restored
                ? t('draft.restored', { when: whenWords(saved, clockTime, relativeDay) })
                : t('draft.saved', { time: clockTime(saved) })}
          </span>
          {draft.restored && (
            <Button kind="quiet" size="small" onClick={draft.clear}>
              {t('draft.anew')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function whenWords(at: Date, clockTime: (at: Date) => string, relativeDay: (day: string) => string): string {
  return `${relativeDay(dayOf(at))}, ${clockTime(at)}`
}
