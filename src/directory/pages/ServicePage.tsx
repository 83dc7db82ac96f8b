import { EyeOff, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { directoryApi, type Service } from './api.ts'
import { DoubtIt } from './DoubtIt.tsx'
import { KeepIt } from './KeepIt.tsx'
import { useFreshness, usePlacesWords } from './usePlacesWords.ts'

/** One service: what it is, where and when, how to get it, how sure it is. */
export function ServicePage() {
  const { t } = useTranslation('directory')
  const query = useAsk(directoryApi.service, { params: { id: useParam('id') } })
  const service = query.data
  return (
    <PageFrame
      tab={t('page.tab')}
      title={service?.name ?? t('page.tab')}
      sub={service?.organization.name}
      crumbs={[{ to: '/services', label: t('page.crumb') }, { label: t('page.tab') }]}
      actions={
        service?.iKeep && (
          <Button to={pageAt('/services/$id/edit', { id: service.id })}>{t('page.edit')}</Button>
        )
      }
    >
      <Loaded query={query} rows={6}>
        {(found) => (
          <Columns aside={<Aside service={found} />}>
            {found.confidential && <Note>{t('page.confidential')}</Note>}
            {found.iKeep && <KeepIt service={found} />}
            <Contact service={found} />
            <What service={found} />
            <Where service={found} />
            <HowToGetIt service={found} />
          </Columns>
        )}
      </Loaded>
    </PageFrame>
  )
}

const known = (facts: { label: string; value: React.ReactNode }[]) => facts.filter(({ value }) => value)

function What({ service }: { service: Service }) {
  const { t } = useTranslation('directory')
  const { label } = useCodes()
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

function Where({ service }: { service: Service }) {
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

function HowToGetIt({ service }: { service: Service }) {
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

function Contact({ service }: { service: Service }) {
  const { t } = useTranslation('directory')
  const phones = service.phones.length
    ? service.phones
    : service.organization.phone
      ? [{ number: service.organization.phone, whose: null }]
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

function Aside({ service }: { service: Service }) {
  const { t } = useTranslation('directory')
  const { relativeDay, longDate } = useWords()
  const places = usePlacesWords()(service.places)
  const fresh = useFreshness()(service.checkedOn)
  return (
    <PlainSection heading={t('page.free')}>
      <p>
        <Status kind={places.kind}>{places.words}</Status>
      </p>
      {service.places && (
        <p className="sm muted">
          {t('places.said', { who: service.places.by, when: relativeDay(service.places.saidOn) })}
        </p>
      )}
      <p className={fresh.old ? 'sm late' : 'sm muted'}>
        {fresh.old && <TriangleAlert size={14} aria-hidden />} {fresh.words}
      </p>
      <p className="sm muted">
        {t('page.keeper')}:{' '}
        {service.keeper.kind === 'partnership'
          ? t('page.keeperPartnership', { name: service.keeper.name })
          : service.keeper.name}
      </p>
      {service.closedOn && <p>{t('page.closed', { day: longDate(service.closedOn) })}</p>}
      {!service.iKeep && !service.closedOn && <DoubtIt service={service} />}
    </PlainSection>
  )
}
