import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'

export const due: DuePart = { kind: 'conversation', place: 'beside', position: 5, Part: Conversations }

/** In how many conversations something waits to be read. */
function Conversations({ query }: { query: DueQuery }) {
  const { t } = useTranslation('messages', { keyPrefix: 'due' })
  const count = query.data?.length ?? 0
  return (
    <PlainSection heading={t('title')}>
      <Rows onLinen>
        <Row title={t('waits', { count })} to="/conversations" />
      </Rows>
    </PlainSection>
  )
}
