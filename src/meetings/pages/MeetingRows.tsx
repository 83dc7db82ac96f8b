import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { Listed } from './api.ts'
import { useWhen } from './when.ts'

/** Meetings, each with what is next there. */
export function MeetingRows({ meetings }: { meetings: Listed[] }) {
  const { t } = useTranslation('meetings')
  const { label } = useCodes()
  const when = useWhen()
  return (
    <Rows>
      {meetings.map((meeting) => (
        <Row
          key={meeting.id}
          to={pageAt('/meetings/$id', { id: meeting.id })}
          title={label('meetings.meeting_kind', meeting.kind)}
          sub={[meeting.startsAt ? when(meeting.startsAt) : t('list.noDate'), meeting.place]
            .filter(Boolean)
            .join(' · ')}
          end={<MeetingState of={meeting} />}
        />
      ))}
    </Rows>
  )
}

function MeetingState({ of }: { of: Listed }) {
  const { t } = useTranslation('meetings')
  if (of.asked) return <Status kind="wait">{t('state.asked')}</Status>
  if (of.state === 'sent' || of.state === 'approved')
    return <Status kind={of.read ? 'ok' : 'question'}>{t(of.read ? 'state.read' : 'state.minutes')}</Status>
  if (of.state === 'cancelled') return <Status kind="declined">{t('state.cancelled')}</Status>
  if (of.state === 'goes-on') return <Status kind="asked">{t('state.goesOn')}</Status>
  return of.mine ? <Status kind={of.mine === 'not' ? 'declined' : 'ok'}>{t(`mine.${of.mine}`)}</Status> : null
}
