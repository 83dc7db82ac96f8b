import { useTranslation } from 'react-i18next'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { PartnershipPartProps } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { competenceApi } from './api.ts'
import { CompetenceMap } from './CompetenceMap.tsx'

/** Who answers for what, on the page of a partnership. */
export function PartnershipMap({ id, iLead, kinds }: PartnershipPartProps) {
  const { t } = useTranslation('competence')
  const query = useAsk(competenceApi.competence, { params: { id } })
  if (query.data)
    return (
      <CompetenceMap
        rows={query.data.rows}
        memberKinds={kinds}
        editAt={iLead ? pageAt('/partnerships/$id/competence', { id }) : undefined}
      />
    )
  return (
    <Section heading={t('heading')}>
      <Loaded query={query} rows={6}>
        {() => null}
      </Loaded>
    </Section>
  )
}
