import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'
import { useWords } from '../../platform/web/useWords.ts'

export const due: DuePart = { kind: 'cover', place: 'beside', position: 5, Part: Covers }

/** On My day: for whom I stand in, and until when. */
function Covers({ query }: { query: DueQuery }) {
  const { t } = useTranslation('asks', { keyPrefix: 'due' })
  const { longDate } = useWords()
  return (
    <PlainSection heading={t('title')}>
      <Rows onLinen>
        {query.data!.map(({ id, what, due }) => (
          <Row
            key={id}
            title={what}
            to={pageAt('/institution/covers/$id', { id })}
            sub={t('until', { day: longDate(due!) })}
          />
        ))}
      </Rows>
    </PlainSection>
  )
}
