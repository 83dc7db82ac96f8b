import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'places', place: 'below', position: 28, Part: FreePlaces }

/** Services where a place is free and somebody waits, or of which the directory says what is not so any more. */
function FreePlaces({ query }: { query: DueQuery }) {
  const { t } = useTranslation('referrals', { keyPrefix: 'due' })
  return (
    <Section heading={t('title')}>
      <Rows>
        {query.data!.map(({ id, what, state }) => (
          <Row
            key={id}
            title={what}
            to="/referrals/places"
            sub={t(state === 'next' ? 'next' : 'drift')}
            end={
              <Button size="small" to="/referrals/places">
                {t('see')}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
