import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { usePages } from '../../platform/web/usePages.ts'
import { oversightApi } from './api.ts'
import { asked, Filters, noFilter } from './Filters.tsx'
import { Noted, useVerbWords } from './Noted.tsx'
import { OversightFrame } from './OversightFrame.tsx'

/** The journal of an institution without content, for its officers. */
export function JournalPage() {
  const { t } = useTranslation('oversight')
  const words = useVerbWords()
  const [filter, setFilter] = useState(noFilter)
  const [filtered] = useDebouncedValue(filter, 250)
  const entries = usePages(oversightApi.journal, { query: { limit: 30, ...asked(filtered) } })
  return (
    <OversightFrame tab="journal">
      <Section heading={t('journal.heading')}>
        <Filters value={filter} onChange={setFilter} withVerb />
        <Loaded query={entries} rows={8}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState>{t('none')}</EmptyState>
            ) : (
              <Rows>
                {items.map((entry) => (
                  <Noted key={entry.id} {...entry} what={words(entry.verb)} />
                ))}
              </Rows>
            )
          }
        </Loaded>
        <MoreButton pages={entries} />
      </Section>
    </OversightFrame>
  )
}
