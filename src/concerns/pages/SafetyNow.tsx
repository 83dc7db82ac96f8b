import { useTranslation } from 'react-i18next'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'

export type SafetyNowProps = {
  emergency?: boolean
  /** Who reported it, for whoever reads it: to be called first. */
  reporter?: { name: string; phone: string | null }
  /** Somebody may take their own life. */
  suicide?: boolean
  violence?: {
    police?: { name: string; phone: string | null } | undefined
    /** Who alone reads a concern of violence, and whether its head does too. */
    centre: string
    wide: boolean
  }
}

/**
 * What to do before and besides a concern when somebody is in danger or suffers violence: 112, the Blue Card
 * (ustawa o przeciwdziałaniu przemocy domowej), the family court (kpc 572), the police or prosecutor (kpk 304 § 2).
 */
export function SafetyNow({ emergency, reporter, suicide, violence }: SafetyNowProps) {
  const { t } = useTranslation('concerns')
  return (
    <Urgent heading={t('safety.title')}>
      <Rows>
        {reporter?.phone && (
          <Row
            title={t('safety.reporter.title', { name: reporter.name })}
            sub={t('safety.reporter.text')}
            end={<PhoneLink phone={reporter.phone} />}
          />
        )}
        {emergency && (
          <Row
            title={t('safety.emergency.title')}
            sub={t(reporter ? 'safety.emergency.read' : 'safety.emergency.text')}
            end={<PhoneLink phone="112" />}
          />
        )}
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
              title={
                violence.police?.phone
                  ? t('safety.police.near', { name: violence.police.name })
                  : t('safety.police.title')
              }
              sub={t('safety.police.text')}
              end={violence.police?.phone && <PhoneLink phone={violence.police.phone} />}
            />
            <Row title={t('safety.blueCard.title')} sub={t('safety.blueCard.text')} />
            <Row title={t('safety.court.title')} sub={t('safety.court.text')} />
            <Row title={t('safety.calm.title')} sub={t('safety.calm.text')} />
            <Row
              title={t('safety.trace.title', { centre: violence.centre, wide: violence.wide ? 'yes' : 'no' })}
              sub={t('safety.trace.text')}
            />
          </>
        )}
      </Rows>
    </Urgent>
  )
}
