import { useTranslation } from 'react-i18next'
import { basketsApi } from '../../baskets/pages/api.ts'
import { RemindInvited } from '../../cases/pages/RemindInvited.tsx'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { AnswerThreads } from '../../platform/kit/AnswerThreads.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
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
          end={
            <>
              {each.phone && <PhoneLink phone={each.phone} />}
              {each.kind === 'item' ? (
                <Remind caseId={each.caseId} itemId={each.id} />
              ) : (
                <RemindInvited caseId={each.caseId} memberId={each.id} name={each.worker} />
              )}
            </>
          }
        />
      ))}
    </Rows>
  )
}

/** A reminder reaches whoever answers for the institution, at most once a day. */
function Remind({ caseId, itemId }: { caseId: string; itemId: string }) {
  const { t } = useTranslation('day')
  const remind = useDeed((_: 'remind', key) => basketsApi.remind({ params: { id: caseId, itemId }, key }))
  if (remind.done) return <Status kind="ok">{t('iWaitFor.reminded')}</Status>
  if (remind.problem) return <ProblemNotice problem={remind.problem} />
  return (
    <Button size="small" busy={remind.busy} onClick={() => remind.run('remind')}>
      {t('iWaitFor.remind')}
    </Button>
  )
}
