import { useTranslation } from 'react-i18next'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { MiniPhase } from '../../platform/kit/PhaseStrip.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { DuePart, DueQuery } from '../../platform/web/door.ts'
import type { phases } from '../contract.ts'
import { usePhases } from './usePhases.ts'

export const due: DuePart = { kind: 'review', place: 'beside', position: 10, Part: Reviews }

/** Reviews that come near, each with how far the work is. */
function Reviews({ query }: { query: DueQuery }) {
  const { t } = useTranslation('families', { keyPrefix: 'due' })
  const { steps, placeOf, nameOf } = usePhases()
  return (
    <PlainSection heading={t('title')} more={<Link to="/families">{t('all')}</Link>}>
      <Rows onLinen>
        {query.data!.map(({ id, scopeId, family, code, due, state }) => {
          const phase = state as (typeof phases)[number]
          return (
            <Row
              key={id}
              title={family ?? t('case', { code })}
              to={pageAt('/families/$id', { id: scopeId! })}
              sub={nameOf(phase)}
              end={
                <span style={{ display: 'grid', justifyItems: 'start', width: 130 }}>
                  <DueLabel day={due!} inline />
                  <MiniPhase steps={steps} current={placeOf(phase)} />
                </span>
              }
            />
          )
        })}
      </Rows>
    </PlainSection>
  )
}
