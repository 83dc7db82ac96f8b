import { useTranslation } from 'react-i18next'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { InstitutionTile } from '../../platform/kit/InstitutionTile.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import type { Day } from './MyDayPage.tsx'

/** Those who have not answered yet: days used of the agreed time, and the phone, which is faster than waiting. */
export function IWaitFor({ owed }: { owed: Day['iWaitFor'] }) {
  const { t } = useTranslation('day')
  return (
    <Rows>
      {owed.map((each) => (
        <Row
          key={each.id}
          tile={<InstitutionTile kind={each.institutionKind} />}
          title={[each.institution, each.what ?? t(`iWaitFor.${each.kind}`)].join(' · ')}
          to={each.kind === 'item' ? `/families/${each.caseId}/basket` : `/families/${each.caseId}/team`}
          sub={
            <>
              <AnswerThreads used={each.usedDays} total={each.totalDays} />
              {' · '}
              {[each.worker, each.family ?? each.code].filter(Boolean).join(' · ')}
            </>
          }
          end={each.phone && <PhoneLink phone={each.phone} />}
        />
      ))}
    </Rows>
  )
}
