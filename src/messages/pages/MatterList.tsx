import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { usePages } from '../../platform/web/usePages.ts'
import { messagesApi } from './api.ts'
import { MatterRows } from './MatterRows.tsx'

type MatterListProps = {
  show: 'open' | 'settled'
  onShow: (show: 'open' | 'settled') => void
  /** Of one place; else of all of mine. */
  place?: string
  places?: boolean
}

/** Matters that go on or are settled, found by a word. */
export function MatterList({ show, onShow, place, places = false }: MatterListProps) {
  const { t } = useTranslation('messages')
  const [wanted, setWanted] = useState('')
  const pages = usePages(messagesApi.conversations, {
    query: { show, place, wanted: wanted.trim() || undefined },
  })
  return (
    <Section heading={t('list.heading')}>
      <Tabs
        below
        label={t('list.which')}
        current={show}
        onChoose={(key) => onShow(key as 'open' | 'settled')}
        tabs={(['open', 'settled'] as const).map((key) => ({ key, label: t(`list.${key}`) }))}
      />
      <div style={{ maxWidth: 420, margin: '12px 0' }}>
        <TextField
          label={t('list.wanted')}
          hint={t('list.wantedHint')}
          value={wanted}
          onChange={setWanted}
          type="search"
          optional={false}
        />
      </div>
      <Loaded query={pages} rows={4}>
        {(matters) => (
          <>
            <MatterRows matters={matters} places={places} />
            {matters.length === 0 && (
              <EmptyState>{t(wanted ? 'list.nothing' : `list.${show}Empty`)}</EmptyState>
            )}
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Section>
  )
}
