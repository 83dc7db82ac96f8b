import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'agreement-that-ends', place: 'above', position: 10, Part: Agreements }

/** On My day of heads: which partnership's agreement ends soon; the leading one can prepare the next. */
function Agreements({ query }: { query: DueQuery }) {
  const { t } = useTranslation('partnerships', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')}>
      <Rows>
        {query.data!.map(({ id, what, due, state }) => {
          const led = state === 'led'
          return (
            <Row
              key={id}
              lead={<DueLabel day={due!} />}
              title={what}
              to={pageAt('/partnerships/$id', { id })}
              sub={t(led ? 'prepareIt' : 'askLeader')}
              end={
                <Button
                  size="small"
                  to={pageAt(`/partnerships/$id/${led ? 'agreement' : 'documents'}`, { id })}
                >
                  {t(led ? 'prepare' : 'see')}
                </Button>
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}
