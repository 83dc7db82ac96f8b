import { useTranslation } from 'react-i18next'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { dayOf, today } from '../../platform/texts/dates.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { concernsApi } from './api.ts'

export const useWhoHears = (partnershipId: string, institutionId: string) =>
  useAsk(concernsApi.whoHears, { query: { partnershipId, institutionId } })

/** Until when somebody is on duty; `lasts` where the next duty begins as this one ends. */
export const untilWhen = (
  { until, next }: { until: string | null; next: string | null },
  clockTime: (instant: string) => string,
) => ({ hour: until && clockTime(until), lasts: until === next ? 'yes' : 'no' })

/** When somebody is in danger: whom to call now, by name where somebody is on duty, and who will read the concern when. */
export function DangerNow({
  partnershipId,
  institution,
}: {
  partnershipId: string
  institution: { id: string; name: string }
}) {
  const { t } = useTranslation('concerns')
  const { clockTime, weekdayAndDay } = useWords()
  const hears = useWhoHears(partnershipId, institution.id).data
  const onDuty = hears?.people.find((person) => person.onDuty)
  const named = (who: 'hears' | 'hearsNext') =>
    hears?.people
      .filter((person) => person[who])
      .map(({ name }) => name)
      .join(', ')
  const people = named('hears')
  const later = named('hearsNext')
  const when =
    hears?.next &&
    `${dayOf(hears.next) === today() ? '' : `${weekdayAndDay(dayOf(hears.next))}, `}${t('danger.from', { hour: clockTime(hears.next) })}`
  return (
    <Urgent
      heading={
        hears && (hears.until ? t('danger.first') : t('danger.noDuty', { institution: institution.name }))
      }
    >
      <Rows>
        {hears?.until && hears.phone && (
          <Row
            title={
              onDuty
                ? t('danger.onDuty', {
                    name: onDuty.name,
                    institution: institution.name,
                    ...untilWhen(hears, clockTime),
                  })
                : t('danger.onDutyNobody', { institution: institution.name, ...untilWhen(hears, clockTime) })
            }
            end={<PhoneLink phone={hears.phone} />}
          />
        )}
        <Row
          title={hears?.until ? t('danger.now') : t('danger.rescue')}
          sub={t('safety.emergency.text')}
          end={<PhoneLink phone="112" />}
        />
        {!hears?.until && <RoundTheClock partnershipId={partnershipId} />}
      </Rows>
      {hears && (
        <p className="sm" style={{ margin: '8px 0 6px' }}>
          {people
            ? hears.until
              ? t('danger.getsIt', { people })
              : when && later
                ? t('danger.getsItLater', { people: later, when })
                : t('danger.getsItUnknown', { people })
            : t('danger.goesOn', { institution: institution.name })}
        </p>
      )}
    </Urgent>
  )
}

/** The police, and a crisis phone: of the partnership where it has one, else the country's. Nobody is told to call themselves. */
export function RoundTheClock({ partnershipId }: { partnershipId: string }) {
  const { t } = useTranslation('concerns')
  const { worker: me } = useSession()
  const where = useAsk(concernsApi.whereToReport, {}).data
  const members = where?.find((each) => each.partnershipId === partnershipId)?.institutions ?? []
  const of = (kind: string) =>
    members.find(({ id, kind: its, phone }) => its.startsWith(kind) && phone && id !== me?.institutionId)
  const police = of('police')
  const crisis = of('crisis_centre')
  return (
    <>
      {police && (
        <Row title={t('danger.police', { name: police.name })} end={<PhoneLink phone={police.phone!} />} />
      )}
      {crisis ? (
        <Row title={t('danger.crisis', { name: crisis.name })} end={<PhoneLink phone={crisis.phone!} />} />
      ) : (
        <>
          <Row title={t('danger.adults')} sub={t('danger.hours')} end={<PhoneLink phone="116 123" />} />
          <Row title={t('danger.children')} sub={t('danger.hours')} end={<PhoneLink phone="116 111" />} />
        </>
      )}
    </>
  )
}
