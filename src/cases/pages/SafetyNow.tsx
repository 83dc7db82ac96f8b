import { useTranslation } from 'react-i18next'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'

export type SafetyNowProps = {
  violence: boolean
  /** Somebody may take their own life. */
  suicide: boolean
  police: { name: string; phone: string | null } | undefined
  /** Who alone will read a concern of violence. */
  centre: string
}

/**
 * What to do before and besides a concern when somebody is in danger or suffers violence: 112, the Blue Card
 * (ustawa o przeciwdziałaniu przemocy domowej), the family court (kpc 572), the police or prosecutor (kpk 304 § 2).
 */
export function SafetyNow({ violence, suicide, police, centre }: SafetyNowProps) {
  const { t } = useTranslation('cases')
  return (
    <div role="status">
      <Section heading={t('safety.title')}>
        <Rows ordered>
          <Row
            title={t('safety.emergency.title')}
            sub={t('safety.emergency.text')}
            end={<PhoneLink phone="112" />}
          />
          {suicide && (
            <Row
              title={t('safety.suicide.title')}
              sub={t('safety.suicide.text')}
              end={
                <>
                  <PhoneLink phone="116 123" />
                  <PhoneLink phone="116 111" />
                </>
              }
            />
          )}
          {violence && (
            <>
              <Row
                title={police ? t('safety.police.near', { name: police.name }) : t('safety.police.title')}
                sub={t('safety.police.text')}
                end={<PhoneLink phone={police?.phone ?? '112'} />}
              />
              <Row title={t('safety.blueCard.title')} sub={t('safety.blueCard.text')} />
              <Row title={t('safety.court.title')} sub={t('safety.court.text')} />
              <Row title={t('safety.calm.title')} sub={t('safety.calm.text')} />
              <Row title={t('safety.trace.title', { centre })} sub={t('safety.trace.text')} />
            </>
          )}
        </Rows>
      </Section>
    </div>
  )
}
