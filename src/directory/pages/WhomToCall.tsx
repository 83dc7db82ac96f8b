import { useTranslation } from 'react-i18next'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'

/**
 * Whom anybody may call; first on the page where somebody typed of violence. The helplines answer day and night, as who runs
 * them says (KCPU, 116sos.pl, 116111.pl).
 */
export function WhomToCall({ first = false }: { first?: boolean }) {
  const { t } = useTranslation('directory')
  const rows = (
    <Rows>
      <Row title={t('call.now')} end={<PhoneLink phone="112" />} />
      <Row title={t('call.violence')} sub={t('call.hours')} end={<PhoneLink phone="800 120 002" />} />
      <Row title={t('call.adults')} sub={t('call.hours')} end={<PhoneLink phone="116 123" />} />
      <Row title={t('call.children')} sub={t('call.hours')} end={<PhoneLink phone="116 111" />} />
    </Rows>
  )
  return first ? (
    <Urgent heading={t('call.hurt')} level="h2">
      {rows}
    </Urgent>
  ) : (
    <Section heading={t('call.title')}>{rows}</Section>
  )
}
