import { useTranslation } from 'react-i18next'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'service', place: 'below', position: 20, Part: Services }

/** Services of ours that are to begin, or go on: one tap on the family's page says how it went. */
function Services({ query }: { query: DueQuery }) {
  const { t } = useTranslation('contracts', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')} count={query.data!.length}>
      <Rows>
        {query.data!.map(({ id, scopeId, what, family, code, state, due }) => (
          <Row
            key={id}
            lead={due && <DueLabel day={due} />}
            title={what}
            sub={[family ?? code, t(state ? `states.${state}` : 'notYet')].filter(Boolean).join(' · ')}
            to={pageAt('/families/$id', { id: scopeId! })}
          />
        ))}
      </Rows>
    </Section>
  )
}
