import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import type { Day } from './MyDayPage.tsx'
import { useAsks } from './useAsks.ts'

/** Who waits for my answer, families that nobody coordinates first, then the latest; one click leads to where the answer is given. */
export function WaitingForMe({ waiting }: { waiting: Day['waitingForMe'] }) {
  const { t } = useTranslation('day')
  const { question, deed, placeOf } = useAsks()
  if (waiting.length === 0) return <EmptyState>{t('waitingForMe.empty')}</EmptyState>
  return (
    <Rows>
      {waiting.map((ask) => {
        const family = ask.family ?? (ask.code && t('case', { code: ask.code }))
        const from = [ask.from, ask.fromInstitution].filter(Boolean).join(', ')
        return (
          <Row
            key={`${ask.kind} ${ask.id}`}
            lead={<DueLabel day={ask.due} />}
            tile={ask.fromKind && <InstitutionTile kind={ask.fromKind} />}
            title={question(ask)}
            to={placeOf(ask)}
            sub={[from, family].filter(Boolean).join(' · ')}
            end={
              <Button size="small" to={placeOf(ask)}>
                {deed(ask)}
              </Button>
            }
          />
        )
      })}
    </Rows>
  )
}
