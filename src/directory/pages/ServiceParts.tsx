import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { isAroundTheClock } from '../around-the-clock.ts'
import type { PublicService } from './api.ts'

/** What a service tells of itself, to who is signed in and to anybody. */
type Told = Omit<PublicService, 'labels' | 'places'>

const known = (facts: { label: string; value: React.ReactNode }[]) => facts.filter(({ value }) => value)

export function What({ service, label }: { service: Told; label: (list: string, code: string) => string }) {
  const { t } = useTranslation('directory')
  const { money } = useWords()
  const { minAge: from, maxAge: to, cost, costGrosz, costWords } = service
  const labels = (list: string, codes: string[]) => codes.map((code) => label(list, code)).join(', ')
  return (
    <Section heading={t('page.what')}>
      {service.description && <p style={{ whiteSpace: 'pre-line' }}>{service.description}</p>}
      <KeyFacts
        facts={known([
          { label: t('page.kind'), value: label('directory.service_kind', service.kind) },
          {
            label: t('page.forWhom'),
            value: [labels('directory.target_group', service.targetGroups), service.forWhom]
              .filter(Boolean)
              .join('. '),
          },
          {
            label: t('page.ages'),
            value:
              from !== null && to !== null
                ? t('page.agesFromTo', { from, to })
                : from !== null
                  ? t('page.agesFrom', { from })
                  : to !== null && t('page.agesTo', { to }),
          },
          {
            label: t('page.cost'),
            value: [costGrosz === null ? t(`cost.${cost}`) : money(costGrosz / 100), costWords]
              .filter(Boolean)
              .join(', '),
          },
          { label: t('page.languages'), value: labels('directory.language', service.languages) },
          { label: t('page.accessibility'), value: labels('directory.accessibility', service.accessibility) },
          {
            label: t('page.area'),
            value: service.area.map(({ name }) => name).join(', ') || t('page.everywhere'),
          },
        ])}
      />
    </Section>
  )
}

export function Where({ service }: { service: Told }) {
  const { t } = useTranslation('directory')
  const { numericDate } = useWords()
  return (
    <Section heading={t('page.where')}>
      {service.neutralPlace && (
        <p>
          <EyeOff size={16} aria-hidden /> {t('page.neutral')}
        </p>
      )}
      {service.locations.length === 0 && <p className="muted">{t('page.noPlaces')}</p>}
      <Rows>
        {service.locations.map((place) => (
          <Row
            key={place.id}
            title={[place.name, place.address, place.locality].filter(Boolean).join(', ')}
            sub={
              place.hours.length === 0
                ? t('page.noHours')
                : isAroundTheClock(place.hours) &&
                    place.hours.every(({ validFrom, validTo }) => !validFrom && !validTo)
                  ? t('list.aroundTheClock')
                  : place.hours.map(({ weekday, nth, opens, closes, validFrom, validTo }) => (
                      <span key={[weekday, nth, opens, validFrom].join()} style={{ display: 'block' }}>
                        {[
                          `${t(`weekday.${weekday}`)}${nth ? ` (${t(`nth.${nth}`)})` : ''} ${hour(opens)}–${hour(closes)}`,
                          (validFrom || validTo) &&
                            t('page.validFromTo', {
                              from: validFrom ? numericDate(validFrom) : 'none',
                              to: validTo ? numericDate(validTo) : 'none',
                            }),
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                    ))
            }
          />
        ))}
      </Rows>
      {service.hoursWords && <p>{service.hoursWords}</p>}
      {service.ownTransport && (
        <p>
          <b>{t('page.transport')}:</b> {service.transportWords ?? t('page.ownTransport')}
        </p>
      )}
    </Section>
  )
}

export function HowToGetIt({ service }: { service: Told }) {
  const { t } = useTranslation('directory')
  return (
    <Section heading={t('page.get')}>
      <KeyFacts
        facts={known([
          {
            label: t('page.referredBy'),
            value: service.referredBy.map((who) => t(`referrer.${who}`)).join(', '),
          },
          { label: t('page.needs'), value: service.needs },
          { label: t('page.howToApply'), value: service.howToApply },
        ])}
      />
    </Section>
  )
}

export function Contact({ service }: { service: Told }) {
  const { t } = useTranslation('directory')
  const { phone: organizationPhone } = service.organization
  const phones = service.phones.length
    ? service.phones
    : organizationPhone
      ? [{ number: organizationPhone, whose: null }]
      : []
  return (
    <Section heading={t('page.contact')}>
      <Rows>
        {phones.map(({ number, whose }) => (
          <Row key={number} title={<PhoneLink phone={number} />} sub={whose} />
        ))}
      </Rows>
      <KeyFacts
        facts={known([
          { label: service.contactTitle ?? t('form.contactName'), value: service.contactName },
          { label: t('page.email'), value: service.email },
          {
            label: t('page.website'),
            value: service.website && (
              <a href={service.website} target="_blank" rel="noreferrer">
                {new URL(service.website).hostname}
              </a>
            ),
          },
        ])}
      />
    </Section>
  )
}
