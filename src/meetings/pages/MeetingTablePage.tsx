import { Presentation, Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Mark } from '../../platform/kit/Mark.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AtTable } from './AtTable.tsx'
import { type Meeting, meetingsApi } from './api.ts'
import styles from './MeetingTable.module.css'
import { Plan } from './Plan.tsx'
import { PointCard } from './PointCard.tsx'
import { PutPoint } from './PutPoint.tsx'
import { useNotes } from './useNotes.ts'
import { useTitle } from './useTitle.ts'
import { endOf } from './when.ts'

/** A meeting while it is held: what is talked about, what is written down and settled, who is at the table. */
export function MeetingTablePage() {
  const { t } = useTranslation('meetings')
  const id = useParam('id')
  const query = useAsk(meetingsApi.meeting, { params: { id } })
  const meeting = query.data
  useOverWhenSent(meeting)
  if (meeting?.state === 'goes-on') return <Held meeting={meeting} />
  return (
    <PageFrame narrow tab={t('table.tab')} title={t('page.title')}>
      {query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      ) : meeting ? (
        <EmptyState action={<Button to={pageAt('/meetings/$id', { id })}>{t('table.toMeeting')}</Button>}>
          {t('table.notNow')}
        </EmptyState>
      ) : (
        <LoadingRows rows={6} />
      )}
    </PageFrame>
  )
}

/** Whoever still sits at the table when the minutes are sent goes on to them. */
function useOverWhenSent(meeting: Meeting | undefined) {
  const go = useGo()
  const [wasOn, setWasOn] = useState(false)
  useEffect(() => {
    if (meeting?.state === 'goes-on') setWasOn(true)
    if (wasOn && meeting?.state === 'sent') go(pageAt('/meetings/$id', { id: meeting.id }), true)
  }, [meeting, wasOn, go])
}

function Held({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const noteOf = useNotes(meeting.id)
  const whom = useWhom(meeting.caseId)
  const [wall, setWall] = useState(false)
  const [chosen, choose] = useState<string | null>(null)
  const open = meeting.points.filter(({ done, postponed }) => !done && !postponed)
  const current = meeting.points.find(({ id }) => id === chosen) ?? open[0] ?? meeting.points[0]
  useEffect(() => {
    document.title = `${t('table.tab')} – Splot`
  }, [t])
  return (
    <div className={wall ? `${styles.table} ${styles.wall}` : styles.table}>
      <Header meeting={meeting} wall={wall} onWall={() => setWall(!wall)} />
      <div className={styles.columns}>
        <div className={styles.plan}>
          <Plan meeting={meeting} current={current?.id} onChoose={choose} />
          {!wall && (whom || !meeting.caseId) && <PutPoint meeting={meeting} whom={whom} />}
        </div>
        <div className={styles.point}>
          {current ? (
            <PointCard
              key={current.id}
              meeting={meeting}
              point={current}
              note={noteOf(current.id)}
              next={open[open.findIndex(({ id }) => id === current.id) + 1]}
              whom={whom}
              onNext={choose}
            />
          ) : (
            <EmptyState>{t('table.noPoints')}</EmptyState>
          )}
        </div>
        {!wall && (
          <aside className={styles.people}>
            <AtTable meeting={meeting} point={current} />
          </aside>
        )}
      </div>
    </div>
  )
}

function Header({ meeting, wall, onWall }: { meeting: Meeting; wall: boolean; onWall: () => void }) {
  const { t } = useTranslation('meetings')
  const { clockTime } = useWords()
  const now = useNow()
  const go = useGo()
  const { id, caseId } = meeting
  const title = useTitle(meeting)
  const [asking, setAsking] = useState(false)
  const unsaid = [
    ...meeting.family,
    ...meeting.people,
    ...meeting.guests.filter(({ state }) => state === 'in'),
  ].flatMap(({ attendance, name }) => (attendance ? [] : [name]))
  const sends = useDeed(
    (_: 'send', key) => meetingsApi.sendMinutes({ params: { id }, key }),
    () => go(pageAt('/meetings/$id', { id }), true),
  )
  return (
    <header className={styles.header}>
      <div className={styles.inside}>
        <span className={styles.mark}>
          <Mark />
        </span>
        <div className={styles.words}>
          <p className="sm muted">
            {t('table.mode')} ·{' '}
            <Link
              to={
                caseId
                  ? pageAt('/families/$id', { id: caseId })
                  : pageAt('/partnerships/$id', { id: meeting.partnershipId })
              }
            >
              {t(caseId ? 'table.toFamily' : 'table.toPartnership')}
            </Link>
          </p>
          <h1 tabIndex={-1}>{title}</h1>
          <p className="sm muted">{meeting.place ?? meeting.link}</p>
        </div>
        <div className={styles.clock}>
          <p className="b">{clockTime(now)}</p>
          <p className="sm muted">
            {t('table.end', {
              hour: clockTime(endOf({ startsAt: meeting.beganAt!, minutes: meeting.minutes })),
            })}
          </p>
        </div>
        <div className={styles.deeds}>
          <Button icon={Presentation} aria-pressed={wall} onClick={onWall}>
            {t(wall ? 'table.offWall' : 'table.wall')}
          </Button>
          {meeting.iRun && (
            <Button
              kind="filled"
              icon={Send}
              busy={sends.busy}
              onClick={() => (unsaid.length ? setAsking(true) : sends.run('send'))}
            >
              {t('table.send')}
            </Button>
          )}
        </div>
      </div>
      <ProblemNotice problem={asking ? null : sends.problem} />
      <ConfirmDialog
        open={asking}
        title={t('table.unsaid', { count: unsaid.length })}
        deed={t('table.sendSo')}
        busy={sends.busy}
        problem={sends.problem}
        onConfirm={() => sends.run('send')}
        onClose={() => setAsking(false)}
      >
        {t('table.unsaidMeans', { names: unsaid.join(', ') })}
      </ConfirmDialog>
      <div className={styles.selvage} />
    </header>
  )
}

function useNow() {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const beat = setInterval(() => setNow(new Date()), 10_000)
    return () => clearInterval(beat)
  }, [])
  return now
}
