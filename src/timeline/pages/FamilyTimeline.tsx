import { House, MessageCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { LockedLine } from '../../platform/kit/LockedLine.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Tile } from '../../platform/kit/Tile.tsx'
import { Timeline, TimelineEntry } from '../../platform/kit/Timeline.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { AskForEntry } from './AskForEntry.tsx'
import { timelineApi } from './api.ts'

/** What happened, as far as the reader may know; the coordinator also learns that something is locked. */
export function FamilyTimeline({ caseId, coordinates }: { caseId: string; coordinates: boolean }) {
  const { t } = useTranslation('timeline')
  const { phrase } = useVerbs()
  const pages = usePages(timelineApi.timeline, { params: { id: caseId }, query: { limit: 8 } })
  return (
    <Section heading={t('timeline.title')}>
      <Loaded query={pages} rows={4}>
        {(entries) => (
          <>
            <Timeline label={t('timeline.title')}>
              {entries.map((entry) =>
                entry.locked ? (
                  <LockedLine
                    key={entry.id}
                    day={dayOf(entry.at)}
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
                ) : (
                  <TimelineEntry
                    key={entry.id}
                    day={dayOf(entry.at)}
                    tile={<Sign entry={entry} />}
                    title={[entry.institution, entry.worker].filter(Boolean).join(', ')}
                  >
                    {phrase(entry)}
                    {entry.verb === 'concern.attached' && (
                      <>
                        {' '}
                        <Link to={pageAt('/concerns/$id', { id: entry.subjectId })}>
                          {t('timeline.concern')}
                        </Link>
                      </>
                    )}
                  </TimelineEntry>
                ),
              )}
            </Timeline>
            {entries.length === 0 && <EmptyState>{t('timeline.empty')}</EmptyState>}
            {coordinates && entries.some(({ locked }) => locked) && (
              <p className="sm muted" style={{ paddingTop: 8 }}>
                {t('timeline.lockedWhy')}
              </p>
            )}
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

/** The sign of an entry: the family's own voice and visits have theirs, all others their institution's. */
function Sign({
  entry: { verb, values, institutionKind },
}: {
  entry: { verb: string; values: Record<string, unknown> | null; institutionKind: string | null }
}) {
  if (verb === 'family.answered') return <Tile icon={MessageCircle} look="voice" />
  if (verb.startsWith('contact.') && values?.kind === 'home_visit') return <Tile icon={House} />
  return <InstitutionTile kind={institutionKind ?? ''} />
}
