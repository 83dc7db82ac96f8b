import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'service-entry', place: 'below', position: 30, Part: Services }

/** Entries of services that I keep: what somebody doubts, and how many nobody confirmed for long. */
function Services({ query }: { query: DueQuery }) {
  const { t } = useTranslation('directory', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')}>
      <Rows>
        {query.data!.map(({ id, what, state }) =>
          state ? (
            <Row
              key={id}
              title={what}
              to={pageAt('/services/$id', { id })}
              sub={t('doubted')}
              end={
                <Button size="small" to={pageAt('/services/$id', { id })}>
                  {t('see')}
                </Button>
              }
            />
          ) : (
            <Row
              key={id}
              title={t('old', { count: Number(what) })}
              to="/services/mine"
              sub={t('oldSub')}
              end={
                <Button size="small" to="/services/mine">
                  {t('check')}
                </Button>
              }
            />
          ),
        )}
      </Rows>
    </Section>
  )
}
