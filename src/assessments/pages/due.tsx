import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'view', place: 'below', position: 5, Part: Views }

/** Families whose joint assessment is open, and of which my institution has said nothing yet. */
function Views({ query }: { query: DueQuery }) {
  const { t } = useTranslation('assessments', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')} count={query.data!.length}>
      <Rows>
        {query.data!.map(({ id, scopeId, family, code }) => (
          <Row
            key={id}
            title={family ?? t('case', { code })}
            to={pageAt('/families/$id/assessment', { id: scopeId! })}
            sub={t('sub')}
          />
        ))}
      </Rows>
    </Section>
  )
}
