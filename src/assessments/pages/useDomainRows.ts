import { useTranslation } from 'react-i18next'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { Assessment } from './api.ts'
import { domainRows } from './domainRows.ts'

/** The domains of an assessment as its table shows them. */
export function useDomainRows(assessment: Assessment) {
  const { t } = useTranslation('assessments')
  const { entries, label } = useCodes()
  return domainRows(
    assessment,
    (domain) => label('assessments.life_domain', domain),
    entries('assessments.life_domain').map(({ code }) => code),
    t('widest'),
  )
}
