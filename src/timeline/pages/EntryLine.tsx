import { CornerDownRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { LockedLine } from '../../platform/kit/LockedLine.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { TimelineEntry } from '../../platform/kit/Timeline.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AskForEntry } from './AskForEntry.tsx'
import type { Entry } from './api.ts'
import { HappeningTile } from './HappeningTile.tsx'

/** One thing that happened: what it was, who did it, and what somebody said or wrote. */
export function EntryLine({ caseId, entry }: { caseId: string; entry: Entry }) {
  const { t } = useTranslation('timeline')
  const { headOf } = useVerbs()
  const { eventDay, clockTime } = useWords()
  if (entry.locked)
    return (
      <LockedLine
        at={entry.at}
        ask={
          entry.askable ? (
            <AskForEntry caseId={caseId} entryId={entry.id} asked={entry.asked} />
          ) : (
            <span className="muted">{t('locked.past')}</span>
          )
        }
      >
        {t('timeline.locked')}
      </LockedLine>
    )
  const { head, words } = headOf(entry)
  const { readOut } = entry
  const when =
    readOut?.at &&
    (dayOf(readOut.at) === dayOf(entry.at) ? clockTime(readOut.at) : eventDay(dayOf(readOut.at)))
  return (
    <TimelineEntry
      at={entry.at}
      tile={<HappeningTile entry={entry} />}
      title={head}
      by={[when, readOut?.withWhom, entry.worker, entry.institution].filter(Boolean).join(' · ')}
    >
      {words && (entry.kind === 'voice' ? <Quote large>{words}</Quote> : words)}
      {readOut?.words}
      {readOut?.next && (
        <p className="sm">
          <CornerDownRight size={14} aria-hidden /> {t('timeline.next', { what: readOut.next })}
        </p>
      )}
      {entry.verb === 'concern.attached' && (
        <Link to={pageAt('/concerns/$id', { id: entry.subjectId })}>{t('timeline.concern')}</Link>
      )}
    </TimelineEntry>
  )
}
