import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Happening, happenings } from '../../platform/happenings.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TimelineDay, TimelineFold, TimelineMonth } from '../../platform/kit/Timeline.tsx'
import { usePages } from '../../platform/web/usePages.ts'
import { type Entry, timelineApi } from './api.ts'
import { byMonths, small } from './byDays.ts'
import { EntryLine } from './EntryLine.tsx'
import { HappeningTile } from './HappeningTile.tsx'

/** What happened day by day, as far as the reader may know; the coordinator also learns that something is locked. */
export function FamilyTimeline({ caseId, coordinates }: { caseId: string; coordinates: boolean }) {
  const { t } = useTranslation('timeline')
  const [kind, setKind] = useState<Happening | null>(null)
  const [whole, setWhole] = useState(false)
  const pages = usePages(timelineApi.timeline, {
    params: { id: caseId },
    query: { limit: 200, ...(kind && { kind }) },
  })
  return (
    <Section
      heading={t('timeline.title')}
      more={
        !kind && (
          <Button kind="quiet" size="small" onClick={() => setWhole(!whole)}>
            {t(whole ? 'timeline.fold' : 'timeline.whole')}
          </Button>
        )
      }
    >
      <fieldset data-screen-only>
        <legend className="vh">{t('timeline.filter')}</legend>
        <Chips
          oneRow
          choices={happenings.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind ? [kind] : []}
          onTurn={(turned) => setKind(turned === kind ? null : turned)}
        />
      </fieldset>
      <div style={{ marginTop: 16 }}>
        <Loaded query={pages} rows={4}>
          {(entries) => (
            <>
              {byMonths(entries).map(({ month, count, kinds, days }, i, months) => (
                <TimelineMonth
                  key={`${month} ${kind} ${whole}`}
                  month={month}
                  // Of the last one more may lie on the next page.
                  said={
                    pages.more && i === months.length - 1
                      ? undefined
                      : [
                          t('timeline.count', { count }),
                          kinds.map((each) => t(`months.${each.kind}`, { count: each.count })).join(', '),
                        ]
                          .filter(Boolean)
                          .join(': ')
                  }
                  open={i === 0 || whole || kind !== null}
                >
                  {days.map(({ day, entries: its }) => (
                    <TimelineDay key={day} day={day}>
                      <Day caseId={caseId} entries={its} whole={whole || kind !== null} />
                    </TimelineDay>
                  ))}
                </TimelineMonth>
              ))}
              {entries.length === 0 && (
                <EmptyState>{t(kind ? 'timeline.noneOfKind' : 'timeline.empty')}</EmptyState>
              )}
              {coordinates && entries.some(({ locked }) => locked) && (
                <p className="sm muted" style={{ paddingTop: 8 }}>
                  {t('timeline.lockedWhy')}
                </p>
              )}
              <MoreButton pages={pages} />
            </>
          )}
        </Loaded>
      </div>
    </Section>
  )
}

/** What people said and did, and below it the small things of the day, each kind in one line. */
function Day({ caseId, entries, whole }: { caseId: string; entries: Entry[]; whole: boolean }) {
  const { t } = useTranslation('timeline')
  const folds = whole
    ? []
    : small.map((kind) => ({ kind, its: entries.filter((entry) => entry.kind === kind && !entry.locked) }))
  const folded = new Set(folds.flatMap(({ its }) => (its.length > 1 ? its : [])))
  return (
    <>
      {entries
        .filter((entry) => !folded.has(entry))
        .map((entry) => (
          <EntryLine key={entry.id} caseId={caseId} entry={entry} />
        ))}
      {folds
        .filter(({ its }) => its.length > 1)
        .map(({ kind, its }) => (
          <TimelineFold
            key={kind}
            tile={<HappeningTile entry={its[0]!} />}
            title={t(`folded.${kind}`, { count: its.length })}
          >
            {its.map((entry) => (
              <EntryLine key={entry.id} caseId={caseId} entry={entry} />
            ))}
          </TimelineFold>
        ))}
    </>
  )
}
