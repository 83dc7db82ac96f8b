import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Whom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import type { Note } from './aNote.ts'
import { type Meeting, meetingsApi, type Point } from './api.ts'
import { Decide } from './Decide.tsx'
import { GuestWords } from './GuestWords.tsx'
import styles from './MeetingTable.module.css'
import { NoteField } from './NoteField.tsx'
import { Settled, useSettledWords } from './Settled.tsx'

type State = 'open' | 'done' | 'postponed'

/** The point that is talked about now: what is written down, what is settled, and on to the next. */
export function PointCard({
  meeting,
  point,
  note,
  next,
  whom,
  onNext,
}: {
  meeting: Meeting
  point: Point
  note: Note
  next: Point | undefined
  whom: Whom | null
  onNext: (id: string) => void
}) {
  const { t } = useTranslation('meetings')
  const move = useDeed(
    (state: State, key) =>
      meetingsApi.movePoint({ params: { id: meeting.id, pointId: point.id }, body: { state }, key }),
    (_, state) => state !== 'open' && next && onNext(next.id),
  )
  const undo = useDeed((decisionId: string, key) =>
    meetingsApi.undecide({ params: { id: meeting.id, decisionId }, key }),
  )
  const said = useSettledWords()
  const no = meeting.points.findIndex(({ id }) => id === point.id) + 1
  return (
    <Section
      heading={
        <>
          <span className="sm muted" style={{ display: 'block', fontWeight: 400 }}>
            {t('point.no', { no })}
          </span>
          {point.what}
        </>
      }
    >
      <NoteField
        note={note}
        label={t('note.label', { what: point.what })}
        readers={readersOf(point, whom, t)}
      />
      <GuestWords point={point} />
      <h3 style={{ marginTop: 20 }}>{t('decision.title')}</h3>
      <Rows>
        {point.decisions.map((decision) => (
          <Settled
            key={decision.id}
            meeting={meeting}
            decision={decision}
            end={
              <Button
                kind="quiet"
                size="small"
                onClick={() => undo.run(decision.id)}
                aria-label={t(decision.level ? 'decision.leaveOutNamed' : 'decision.undoNamed', {
                  what: said(decision),
                })}
              >
                {t(decision.level ? 'decision.leaveOut' : 'decision.undo')}
              </Button>
            }
          />
        ))}
      </Rows>
      <ProblemNotice problem={undo.problem} />
      <Decide meeting={meeting} point={point} />
      <ProblemNotice problem={move.problem} />
      <div className={styles.foot}>
        {point.done || point.postponed ? (
          <Button kind="quiet" busy={move.busy} onClick={() => move.run('open')}>
            {t('point.reopen')}
          </Button>
        ) : (
          <Button kind="quiet" busy={move.busy} onClick={() => move.run('postponed')}>
            {t('point.postpone')}
          </Button>
        )}
        {!point.done && (
          <Button icon={ArrowRight} busy={move.busy} onClick={() => move.run('done')}>
            {next ? t('point.next', { what: next.what }) : t('point.last')}
          </Button>
        )}
      </div>
    </Section>
  )
}

function readersOf(
  point: Point,
  whom: Whom | null,
  t: (key: string, values?: Record<string, unknown>) => string,
) {
  if (point.left.length) return t('note.without', { names: point.left.map(({ name }) => name).join(', ') })
  if (point.class === 'team') return t('note.readTeam')
  const names = whom?.beside(point.about)
  return names ? t('note.readAbout', { names }) : t(whom ? 'note.readFamily' : 'note.readAll')
}
