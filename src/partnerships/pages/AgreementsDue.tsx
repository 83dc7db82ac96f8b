import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DueQuery } from '../../platform/web/door.ts'

/** On My day of heads: which partnership's agreement ends soon; the leading one can prepare the next. */
export function AgreementsDue({ query }: { query: DueQuery }) {
  const { t } = useTranslation('partnerships')
  return (
    <Section heading={t('dueAgreements.title')}>
      <Rows>
        {query.data!.map(({ id, what, due, state }) => {
          const led = state === 'led'
          return (
            <Row
              key={id}
              lead={<DueLabel day={due!} />}
              title={what}
              to={pageAt('/partnerships/$id', { id })}
              sub={t(led ? 'dueAgreements.prepareIt' : 'dueAgreements.askLeader')}
              end={
                <Button
                  size="small"
                  to={pageAt(`/partnerships/$id/${led ? 'agreement' : 'documents'}`, { id })}
                >
                  {t(led ? 'dueAgreements.prepare' : 'dueAgreements.see')}
                </Button>
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}
