import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Meeting, meetingsApi, type Point } from './api.ts'
import { GuestWords } from './GuestWords.tsx'
import { Settled } from './Settled.tsx'

/** What was written down and settled, as far as I read it; remarks until it is approved. */
export function Minutes({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const { longDate } = useWords()
  const talked = meeting.points.filter(({ postponed }) => !postponed)
  const postponed = meeting.points.filter((point) => point.postponed)
  return (
    <>
      <Standing meeting={meeting} />
      <Section
        heading={t('minutes.title')}
        more={
          meeting.approvedAt
            ? t('minutes.approved', { day: longDate(dayOf(meeting.approvedAt)), name: meeting.approvedBy })
            : t('minutes.sentOn', { day: longDate(dayOf(meeting.endedAt!)) })
        }
      >
        {talked.length === 0 && <EmptyState>{t('minutes.empty')}</EmptyState>}
        <Rows ordered>
          {talked.map((point, i) => (
            <PointMinutes key={point.id} no={i + 1} point={point} meeting={meeting} />
          ))}
        </Rows>
        {postponed.length > 0 && (
          <>
            <h3 style={{ marginTop: 16 }}>{t('minutes.postponed')}</h3>
            <Rows>
              {postponed.map(({ id, what }) => (
                <Row key={id} title={what} />
              ))}
            </Rows>
          </>
        )}
      </Section>
    </>
  )
}

/** One tap says that it is read; who runs it approves it. */
function Standing({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const [approving, setApproving] = useState(false)
  const { id } = meeting
  const read = useDeed((_: 'read', key) => meetingsApi.acknowledge({ params: { id }, key }))
  const approve = useDeed(
    (_: 'approve', key) => meetingsApi.approve({ params: { id }, key }),
    () => setApproving(false),
  )
  const approves = meeting.iRun && meeting.state === 'sent'
  if (meeting.read && !approves) return null
  return (
    <div data-screen-only>
      <Note>
        <p>{t(meeting.state === 'sent' ? 'minutes.remarksTaken' : 'minutes.stand')}</p>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
          {!meeting.read && (
            <Button busy={read.busy} onClick={() => read.run('read')}>
              {t('minutes.read')}
            </Button>
          )}
          {approves && <Button onClick={() => setApproving(true)}>{t('minutes.approve')}</Button>}
        </div>
        <ProblemNotice problem={read.problem} />
      </Note>
      <ConfirmDialog
        open={approving}
        title={t('minutes.approveTitle')}
        deed={t('minutes.approve')}
        busy={approve.busy}
        problem={approve.problem}
        onClose={() => setApproving(false)}
        onConfirm={() => approve.run('approve')}
      >
        <p>{t('minutes.approveText')}</p>
      </ConfirmDialog>
    </div>
  )
}

function PointMinutes({ no, point, meeting }: { no: number; point: Point; meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const { eventDay } = useWords()
  const [remarking, setRemarking] = useState(false)
  return (
    <li style={{ padding: '14px 0' }}>
      <h3>
        {no}. {point.what}
      </h3>
      {point.left.length > 0 && (
        <p className="sm muted">
          {t('minutes.without', { names: point.left.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <p style={{ whiteSpace: 'pre-line', marginTop: 4 }} className={point.words ? undefined : 'muted'}>
        {point.words ?? t('minutes.nothing')}
      </p>
      <GuestWords point={point} />
      {point.decisions.length > 0 && (
        <Rows label={t('decision.title')}>
          {point.decisions.map((decision) => (
            <Settled key={decision.id} meeting={meeting} decision={decision} />
          ))}
        </Rows>
      )}
      {point.remarks.map(({ id, words, by, at }) => (
        <p key={id} className="sm" style={{ marginTop: 8 }}>
          <b className="m">{t('remark.of', { name: by, day: eventDay(dayOf(at)) })}</b> {words}
        </p>
      ))}
      {meeting.state === 'sent' && (
        <p data-screen-only style={{ marginTop: 4 }}>
          {!remarking && (
            <Button
              kind="quiet"
              size="small"
              onClick={() => setRemarking(true)}
              aria-label={t('remark.addNamed', { what: point.what })}
            >
              {t('remark.add')}
            </Button>
          )}
        </p>
      )}
      {remarking && <Remark meetingId={meeting.id} pointId={point.id} onDone={() => setRemarking(false)} />}
    </li>
  )
}

function Remark({ meetingId, pointId, onDone }: { meetingId: string; pointId: string; onDone: () => void }) {
  const { t } = useTranslation('meetings')
  const form = useForm(meetingsApi.remark, {
    params: { id: meetingId, pointId },
    start: () => ({ id: newId(), words: '' }),
    draft: `meeting/${meetingId}/remark/${pointId}`,
    onDone,
  })
  return (
    <Form
      of={form}
      kind="default"
      deed={t('remark.keep')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('back')}
        </Button>
      }
    >
      <TextArea {...form.field('words', t('remark.words'), { lack: t('remark.lack') })} rows={2} />
    </Form>
  )
}
