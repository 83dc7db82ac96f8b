import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LookedAt } from '../../looks/pages/LookedAt.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { usePages } from '../../platform/web/usePages.ts'
import { oversightApi } from './api.ts'
import { asked, Filters, noFilter } from './Filters.tsx'
import { Noted } from './Noted.tsx'
import { OversightFrame } from './OversightFrame.tsx'
import { LookUps, Searches } from './Searches.tsx'

/** Who of an institution looked where, for its officers. */
export function LooksPage() {
  const { t } = useTranslation('oversight')
  const [filter, setFilter] = useState(noFilter)
  const [filtered] = useDebouncedValue(filter, 250)
  const looks = usePages(oversightApi.looks, { query: { limit: 30, ...asked(filtered) } })
  return (
    <OversightFrame tab="looks">
      <Section heading={t('looks.heading')}>
        <Filters value={filter} onChange={setFilter} />
        <Loaded query={looks} rows={8}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState>{t('none')}</EmptyState>
            ) : (
              <Rows>
                {items.map((look) => (
                  <Noted key={look.at + look.id} {...look} what={<LookedAt pages={look.pages} />} />
                ))}
              </Rows>
            )
          }
        </Loaded>
        <MoreButton pages={looks} />
      </Section>
      <Searches />
      <LookUps />
    </OversightFrame>
  )
}
