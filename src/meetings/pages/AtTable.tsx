import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { attendances } from '../contract.ts'
import { type Invited, type Meeting, meetingsApi, type Point } from './api.ts'
import { comes } from './comes.ts'
import { GuestRow } from './GuestRow.tsx'
import { useSettledWords } from './Settled.tsx'
import { useColleagues } from './useColleagues.ts'

type Attendance = (typeof attendances)[number]
type FamilyAttendance = Exclude<Attendance, 'stand_in'>

/** Who is at the table, the family first; who leaves the room for a point; all that was settled so far. */
export function AtTable({ meeting, point }: { meeting: Meeting; point: Point | undefined }) {
  const { t } = useTranslation('meetings')
  const { dayAndMonth } = useWords()
  const guests = meeting.guests.filter(({ state }) => state !== 'refused' && state !== 'gone')
  const all = [...meeting.family, ...meeting.people, ...guests]
  const here = all.filter(
    ({ attendance }) => attendance && attendance !== 'absent' && attendance !== 'excused',
  )
  const said = useSettledWords()
  const decisions = meeting.points.flatMap((each) => each.decisions)
  return (
    <>
      <PlainSection
        heading={t('table.people')}
        more={t('table.here', { here: here.length, all: all.length })}
      >
        <Rows onLinen>
          {meeting.family.map((person) => (
            <FamilyMember key={person.id} meeting={meeting} person={person} />
          ))}
          {meeting.people.map((person) => (
            <Worker key={person.id} meeting={meeting} person={person} point={point} />
          ))}
          {guests.map((guest) => (
            <GuestRow key={guest.id} meeting={meeting} guest={guest} atTable />
          ))}
        </Rows>
      </PlainSection>
      <PlainSection heading={t('decision.all')} count={decisions.length}>
        <Rows onLinen>
          {decisions.map((decision) => (
            <Row
              key={decision.id}
              title={said(decision)}
              sub={
                decision.institution && decision.due && !decision.became
                  ? t('decision.until', { institution: decision.institution, day: dayAndMonth(decision.due) })
                  : decision.became && t(`decision.became.${decision.became}`)
              }
            />
          ))}
        </Rows>
        <p className="sm muted" style={{ marginTop: 12 }}>
          {t('table.whoGets')}
        </p>
      </PlainSection>
    </>
  )
}

function FamilyMember({ meeting, person }: { meeting: Meeting; person: Meeting['family'][number] }) {
  const { t } = useTranslation('meetings')
  const came = useDeed((attendance: FamilyAttendance, key) =>
    meetingsApi.familyCame({ params: { id: meeting.id, seatId: person.id }, body: { attendance }, key }),
  )
  return (
    <Row
      title={person.name}
      sub={
        <>
          {t('people.family')}
          <br />
          <How attendance={came.trying ?? person.attendance} />
          <ProblemNotice problem={came.problem} />
        </>
      }
      end={
        <MoreDeeds of={person.name}>
          {attendances
            .filter((each): each is FamilyAttendance => each !== 'stand_in')
            .map((each) => (
              <Button key={each} kind="quiet" size="small" onClick={() => came.run(each)}>
                {t(`attendance.${each}`)}
              </Button>
            ))}
        </MoreDeeds>
      }
    />
  )
}

function Worker({ meeting, person, point }: { meeting: Meeting; person: Invited; point: Point | undefined }) {
  const { t } = useTranslation('meetings')
  const { id } = meeting
  const [replaced, setReplaced] = useState(false)
  const attend = useDeed(
    ({ attendance, standInId }: { attendance: Attendance; standInId?: string }, key) =>
      meetingsApi.attend({
        params: { id, inviteeId: person.id },
        body: { attendance, ...(standInId && { standInId }) },
        key,
      }),
    () => setReplaced(false),
  )
  const room = useDeed(({ workerId, back }: { workerId: string; back: boolean }, key) =>
    meetingsApi.leaveRoom({ params: { id, pointId: point!.id }, body: { workerId, back }, key }),
  )
  const atTable = person.attendance === 'stand_in' && person.standIn ? person.standIn.id : person.workerId
  const isOut = point?.left.some((each) => each.id === atTable) ?? false
  const colleagues = useColleagues(meeting, person.institutionId)
  const me = useSession().worker?.id
  return (
    <Row
      title={person.name}
      sub={
        <>
          {[
            person.institution,
            person.attendance === 'stand_in' &&
              person.standIn &&
              t('people.standIn', { name: person.standIn.name }),
            isOut && t('table.isOut'),
          ]
            .filter(Boolean)
            .join(' · ')}
          <br />
          <How attendance={attend.trying?.attendance ?? person.attendance} />
          {replaced && (
            <SelectField
              label={t('coming.standIn')}
              value={null}
              options={colleagues}
              onChange={(standInId) => standInId && attend.run({ attendance: 'stand_in', standInId })}
            />
          )}
          <ProblemNotice problem={attend.problem ?? room.problem} />
        </>
      }
      end={
        <MoreDeeds of={person.name}>
          {attendances
            .filter((each) => each !== 'stand_in' || colleagues.length > 0)
            .map((each) => (
              <Button
                key={each}
                kind="quiet"
                size="small"
                onClick={() => (each === 'stand_in' ? setReplaced(true) : attend.run({ attendance: each }))}
              >
                {t(`attendance.${each}`)}
              </Button>
            ))}
          {point && (meeting.iRun || (!isOut && atTable === me)) && (
            <Button kind="quiet" size="small" onClick={() => room.run({ workerId: atTable, back: isOut })}>
              {t(isOut ? 'table.comesBack' : 'table.leaves')}
            </Button>
          )}
        </MoreDeeds>
      }
    />
  )
}

function How({ attendance }: { attendance: Attendance | null }) {
  const { t } = useTranslation('meetings')
  return (
    <Status kind={attendance ? comes[attendance] : 'question'}>
      {t(attendance ? `attendance.${attendance}` : 'attendance.unsaid')}
    </Status>
  )
}
