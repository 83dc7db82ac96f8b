import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'referral', place: 'below', position: 28, Part: Referrals }

/** Letters that nobody answered; services where a place is free and somebody waits, or of which the directory is wrong. */
function Referrals({ query }: { query: DueQuery }) {
  const { t } = useTranslation('referrals', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')}>
      <Rows>
        {query.data!.map(({ id, what, state }) => {
          const to =
            state === 'unanswered' || state === 'returned'
              ? pageAt('/referrals/$id', { id })
              : '/referrals/places'
          return (
            <Row
              key={id}
              title={what}
              to={to}
              sub={t(state as 'unanswered' | 'returned' | 'next' | 'drift')}
              end={
                <Button size="small" to={to}>
                  {t('see')}
                </Button>
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}
