import { useTranslation } from 'react-i18next'
import { GuestState } from '../../guests/pages/GuestState.tsx'
import { Way } from '../../guests/pages/Way.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { familyAttendances } from '../contract.ts'
import { type Meeting, meetingsApi } from './api.ts'
import { comes } from './comes.ts'

type Guest = Meeting['guests'][number]
type Attendance = (typeof familyAttendances)[number]

/** Who comes without an account: how far they are on their way in, whether they come; at the table, whether they came. */
export function GuestRow({ meeting, guest, atTable }: { meeting: Meeting; guest: Guest; atTable?: boolean }) {
  const { t } = useTranslation('meetings')
  const params = { id: meeting.id, guestId: guest.id }
  const came = useDeed((attendance: Attendance, key) =>
    meetingsApi.guestCame({ params, body: { attendance }, key }),
  )
  const dismiss = useDeed((because: 'removed' | 'basis', key) =>
    meetingsApi.dismissGuest({ params, body: { because }, key }),
  )
  const attendance = came.trying ?? guest.attendance
  const over = meeting.state !== 'planned' && meeting.state !== 'goes-on'
  const ended = guest.state === 'gone' || guest.state === 'refused'
  return (
    <Row
      title={guest.name}
      sub={
        <>
          {[guest.role, guest.institution, t('guest.is')].join(' · ')}
          <br />
          {attendance || (over && !ended) ? (
            <Status kind={attendance ? comes[attendance] : 'question'}>
              {t(attendance ? `attendance.${attendance}` : 'attendance.unsaid')}
            </Status>
          ) : guest.answer && !ended ? (
            <Status kind={guest.answer === 'not' ? 'declined' : 'ok'}>{t(`answer.${guest.answer}`)}</Status>
          ) : (
            <GuestState guest={guest} />
          )}
          {!over && guest.mine && <Way guest={guest} />}
          <ProblemNotice problem={came.problem ?? dismiss.problem} />
        </>
      }
      end={
        !over &&
        !ended && (
          <MoreDeeds of={guest.name}>
            {atTable &&
              familyAttendances.map((each) => (
                <Button key={each} kind="quiet" size="small" onClick={() => came.run(each)}>
                  {t(`attendance.${each}`)}
                </Button>
              ))}
            {meeting.iRun && (
              <Button kind="quiet" size="small" onClick={() => dismiss.run('removed')}>
                {t('guest.dismiss')}
              </Button>
            )}
            {meeting.iRun && guest.basis !== 'none' && (
              <Button kind="quiet" size="small" onClick={() => dismiss.run('basis')}>
                {t('guest.withdraw')}
              </Button>
            )}
          </MoreDeeds>
        )
      }
    />
  )
}
