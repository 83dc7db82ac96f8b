import { useTranslation } from 'react-i18next'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { Day } from './MyDayPage.tsx'

type Waiting = Day['waitingForMe'][number]

/** Who waits for my answer, families that nobody coordinates first, then the latest; one click leads to where the answer is given. */
export function WaitingForMe({ waiting }: { waiting: Waiting[] }) {
  const { t } = useTranslation('day')
  const { label } = useCodes()
  if (waiting.length === 0) return <EmptyState>{t('waitingForMe.empty')}</EmptyState>
  return (
    <Rows>
      {waiting.map((each) => {
        const family = each.family ?? (each.code && t('case', { code: each.code }))
        const from = [each.from, each.fromInstitution].filter(Boolean).join(', ')
        return (
          <Row
            key={each.id}
            lead={each.due && <DueLabel day={each.due} />}
            tile={each.fromKind && <InstitutionTile kind={each.fromKind} />}
            title={questionOf(
              each.kind === 'item' ? { ...each, what: label('baskets.service_kind', each.what ?? '') } : each,
              t,
            )}
            to={placeOf(each)}
            sub={[from, family].filter(Boolean).join(' · ')}
            end={
              <Button size="small" to={placeOf(each)}>
                {t(`answer.${each.kind}`)}
              </Button>
            }
          />
        )
      })}
    </Rows>
  )
}

/** An invitation asks in its own words where the coordinator gave some. */
function questionOf({ kind, what }: Waiting, t: (key: string, values?: { what: string }) => string): string {
  if (kind === 'invitation' && what) return what
  return t(`question.${kind}`, { what: what ?? '' })
}

function placeOf({ kind, id, caseId }: Waiting): string {
  const places: Record<Waiting['kind'], string> = {
    invitation: `/families/${caseId}`,
    item: `/items/${id}`,
    concern: `/concerns/${id}`,
    handover: `/handovers/${id}`,
    approval: `/families/${caseId}/contract`,
    coordinator: `/families/${caseId}/team`,
    declaration: '/partnerships',
    signature: '/partnerships',
    lead: `/partnerships/${id}`,
    officer: '/institution',
    record: '/oversight/records',
    entry: `/entry-requests/${id}`,
  }
  return places[kind]
}
