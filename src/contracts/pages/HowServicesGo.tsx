import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { contractsApi } from './api.ts'
import { HowItGoes } from './HowItGoes.tsx'

/** How services of the contract in force go, by the last word of those who do them, to who reads the contract. */
export function HowServicesGo({ caseId }: { caseId: string }) {
  const { t } = useTranslation('contracts')
  const query = useAsk(contractsApi.contracts, { params: { id: caseId } })
  const told = query.data?.contracts
    .find(({ state }) => state === 'approved')
    ?.actions.filter(({ progress }) => progress)
  if (!told?.length) return null
  return (
    <Section heading={t('howServicesGo')}>
      <Rows>
        {told.map(({ itemId, what, provider, progress }) => (
          <Row
            key={itemId}
            title={what}
            sub={
              <>
                {provider}
                <br />
                <HowItGoes progress={progress!} />
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
