import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { wasThere } from '../quorum.ts'
import type { Invited, Meeting } from './api.ts'
import { comes } from './comes.ts'
import { GuestRow } from './GuestRow.tsx'

/** Who is at the table, the family first: what each said, and afterwards whether they came. */
export function People({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const held = meeting.beganAt !== null
  const needed = meeting.people.filter((each) => each.needed)
  return (
    <PlainSection
      heading={t(meeting.endedAt ? 'people.were' : 'people.title')}
      count={meeting.people.length + meeting.family.length + meeting.guests.length}
    >
      <Rows onLinen>
        {meeting.family.map((person) => (
          <Row
            key={person.id}
            title={person.name}
            sub={[t('people.family'), person.wish && t('people.wish', { wish: person.wish })]
              .filter(Boolean)
              .join(' · ')}
            end={
              held && (
                <Status kind={person.attendance ? comes[person.attendance] : 'question'}>
                  {t(person.attendance ? `attendance.${person.attendance}` : 'attendance.unsaid')}
                </Status>
              )
            }
          />
        ))}
        {meeting.people.map((person) => (
          <Row
            key={person.id}
            title={person.name}
            sub={
              <>
                {[
                  person.institution,
                  person.needed && t('people.needed'),
                  person.standIn && t('people.standIn', { name: person.standIn.name }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {person.words && <br />}
                {person.words && `„${person.words}”`}
              </>
            }
            end={<How person={person} held={held} />}
          />
        ))}
        {meeting.guests.map((guest) => (
          <GuestRow key={guest.id} meeting={meeting} guest={guest} />
        ))}
      </Rows>
      {meeting.startsAt && needed.length > 0 && (
        <p className="sm muted" style={{ marginTop: 8 }}>
          {t(held ? 'people.enoughWere' : 'people.enough', {
            coming: needed.filter(held ? wasThere : isComing).length,
            needed: needed.length,
          })}
        </p>
      )}
    </PlainSection>
  )
}

const isComing = ({ answer, standIn }: Invited) =>
  answer === 'coming' || answer === 'remote' || standIn !== null

function How({ person, held }: { person: Invited; held: boolean }) {
  const { t } = useTranslation('meetings')
  if (held)
    return (
      <Status kind={person.attendance ? comes[person.attendance] : 'question'}>
        {t(person.attendance ? `attendance.${person.attendance}` : 'attendance.unsaid')}
      </Status>
    )
  if (person.answer)
    return <Status kind={person.answer === 'not' ? 'declined' : 'ok'}>{t(`answer.${person.answer}`)}</Status>
  if (person.calls) return <Status kind="ok">{t('answer.calls')}</Status>
  return (
    <Status kind={person.saidDates ? 'ok' : 'wait'}>
      {t(person.saidDates ? 'answer.dates' : 'answer.waits')}
    </Status>
  )
}
