import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { Day } from './MyDayPage.tsx'

/** For heads: which partnership's agreement ends soon; the leading one can prepare the next. */
export function AgreementsThatEnd({ agreements }: { agreements: Day['agreementsThatEnd'] }) {
  const { t } = useTranslation('day')
  return (
    <Section heading={t('agreements.title')}>
      <Rows>
        {agreements.map(({ partnershipId, name, until, iLead }) => (
          <Row
            key={partnershipId}
            lead={<DueLabel day={until} />}
            title={name}
            to={pageAt('/partnerships/$id', { id: partnershipId })}
            sub={t(iLead ? 'agreements.prepareIt' : 'agreements.askLeader')}
            end={
              <Button
                size="small"
                to={pageAt(`/partnerships/$id/${iLead ? 'agreement' : 'documents'}`, { id: partnershipId })}
              >
                {t(iLead ? 'agreements.prepare' : 'agreements.see')}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
