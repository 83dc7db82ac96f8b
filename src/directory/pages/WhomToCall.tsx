import { useTranslation } from 'react-i18next'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'

/** Whom anybody may call; first on the page where somebody typed of violence. */
export function WhomToCall({ first = false }: { first?: boolean }) {
  const { t } = useTranslation('directory')
  const rows = (
    <Rows>
      <Row title={t('call.now')} end={<PhoneLink phone="112" />} />
      <Row title={t('call.violence')} end={<PhoneLink phone="800 120 002" />} />
      <Row title={t('call.adults')} end={<PhoneLink phone="116 123" />} />
      <Row title={t('call.children')} end={<PhoneLink phone="116 111" />} />
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
