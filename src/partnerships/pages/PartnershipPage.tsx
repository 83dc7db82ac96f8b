import { Plus } from 'lucide-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { partnershipParts } from '../../platform/web/all-doors.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { AnswerTimes } from './AnswerTimes.tsx'
import { type Partnership, partnershipsApi } from './api.ts'
import { FirstHeads } from './FirstHeads.tsx'
import { LeadOffer } from './LeadOffer.tsx'
import { Members } from './Members.tsx'
import { NextSteps } from './NextSteps.tsx'
import { PartnershipFrame } from './PartnershipFrame.tsx'
import styles from './PartnershipPage.module.css'

/** A partnership: what to do next, who is in it, how long we wait for one another; and the parts that other slices have for it. */
export function PartnershipPage() {
  const { t } = useTranslation('partnerships')
  return (
    <PartnershipFrame
      tab="team"
      actions={(partnership) =>
        partnership.iLead && (
          <Button kind="filled" icon={Plus} to={pageAt('/partnerships/$id/invite', { id: partnership.id })}>
            {t('invite.deed')}
          </Button>
        )
      }
    >
      {(partnership) => <Team partnership={partnership} />}
    </PartnershipFrame>
  )
}

function Team({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships')
  const { id } = partnership
  const members = useAsk(partnershipsApi.members, { params: { id } })
  const kinds = (members.data ?? [])
    .filter(({ state }) => state !== 'left')
    .map(({ institution }) => institution.kind)
  return (
    <div className={styles.page}>
      <LeadOffer partnership={partnership} />
      {members.data && <NextSteps partnership={partnership} members={members.data} />}
      {partnership.iLead && <FirstHeads />}
      <div className={styles.columns}>
        {members.data ? (
          <Members partnership={partnership} members={members.data} />
        ) : (
          <Section heading={t('members.heading')}>
            <Loaded query={members} rows={8}>
              {() => null}
            </Loaded>
          </Section>
        )}
        {partnership.state !== 'founding' &&
          partnership.mine !== 'invited' &&
          (partnership.iLead || partnership.iSign) && <AnswerTimes partnershipId={id} />}
      </div>
      {members.data &&
        partnershipParts.map(({ key, Part }) => (
          <Suspense key={key} fallback={<LoadingRows rows={6} />}>
            <Part id={id} iLead={partnership.iLead} kinds={kinds} />
          </Suspense>
        ))}
    </div>
  )
}
