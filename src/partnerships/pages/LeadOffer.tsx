import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Partnership, partnershipsApi } from './api.ts'

type Answer = 'accepted' | 'declined' | 'withdrawn'

/** The leading part is offered to a member: its head answers, the present leader may take it back, the others know. */
export function LeadOffer({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const [asking, setAsking] = useState(false)
  const deed = useDeed((answer: Answer, key) =>
    partnershipsApi.answerLeadOffer({
      params: { id: partnership.leadOffer?.id ?? '' },
      body: { answer },
      key,
    }),
  )
  const offer = partnership.leadOffer
  if (!offer) return null
  const mine = offer.mine && partnership.iSign
  return (
    <Section heading={t(mine ? 'lead.mine' : 'lead.offered', { name: offer.institution.name })}>
      <p style={{ marginBottom: 8 }}>{t('lead.decided', { day: longDate(offer.decidedOn) })}</p>
      <p style={{ marginBottom: 12, whiteSpace: 'pre-line' }}>{offer.decision}</p>
      <ProblemNotice problem={deed.problem} />
      {mine && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10 }}>
          <Button kind="filled" busy={deed.busy} onClick={() => setAsking(true)}>
            {t('lead.accept')}
          </Button>
          <Button busy={deed.busy} onClick={() => deed.run('declined')}>
            {t('lead.decline')}
          </Button>
        </div>
      )}
      {partnership.iLead && partnership.iSign && (
        <Button busy={deed.busy} onClick={() => deed.run('withdrawn')}>
          {t('lead.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('lead.ask')}
        deed={t('lead.accept')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          deed.run('accepted')
        }}
      >
        {t('lead.sure', { name: partnership.leadingInstitution.name })}
      </ConfirmDialog>
    </Section>
  )
}
