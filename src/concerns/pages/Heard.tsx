import { useTranslation } from 'react-i18next'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { Concern } from './ConcernPage.tsx'
import { RoundTheClock, untilWhen, useWhoHears } from './DangerNow.tsx'

/** What became of a danger that I reported: read, or not yet, or by nobody; and whom to call when something changes. */
export function Heard({ concern }: { concern: Concern }) {
  const { t } = useTranslation('concerns')
  const { dateAndTime, clockTime } = useWords()
  const heard = concern.heard!
  const hears = useWhoHears(concern.partnershipId, concern.addressedToId).data
  return (
    <>
      {!heard.readAt && (
        <Urgent heading={t(heard.unheardAt ? 'heard.unheard' : 'heard.waiting')} level="h2">
          <p className="sm">
            {heard.unheardAt
              ? t('heard.unheardSub', { when: dateAndTime(heard.unheardAt) })
              : heard.goesOnAt && t('heard.goesOn', { hour: clockTime(heard.goesOnAt) })}
          </p>
          <Rows>
            <Row title={t('danger.rescue')} end={<PhoneLink phone="112" />} />
            <RoundTheClock partnershipId={concern.partnershipId} />
          </Rows>
        </Urgent>
      )}
      <Section
        heading={heard.readAt ? t('heard.read', { when: dateAndTime(heard.readAt) }) : t('heard.told')}
      >
        <Rows>
          {heard.told.map(({ institution, at, people }) => (
            <Row
              key={institution}
              lead={<span className="sm muted">{clockTime(at)}</span>}
              title={t('heard.tells', { institution })}
              sub={
                people.length > 0 ? t('heard.mayRead', { people: people.join(', ') }) : t('heard.nobodyThere')
              }
            />
          ))}
          {heard.readAt && (
            <Row
              lead={<span className="sm muted">{clockTime(heard.readAt)}</span>}
              title={
                <Status kind="ok">
                  {t('heard.readBy', { name: heard.readBy, institution: heard.readIn })}
                </Status>
              }
            />
          )}
          {hears?.until && hears.phone && (
            <Row
              title={t('heard.changed')}
              sub={t('heard.changedSub', untilWhen(hears, clockTime))}
              end={<PhoneLink phone={hears.phone} />}
            />
          )}
        </Rows>
      </Section>
    </>
  )
}
