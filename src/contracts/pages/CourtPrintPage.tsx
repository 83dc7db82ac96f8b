import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'

/** The whole case for a court: who asked and on what basis comes first and stays in the journal. */
export function CourtPrintPage() {
  const { t } = useTranslation('contracts')
  return (
    <FamilyFrame part="contract" title={t('court')} sub={t('courtHint')}>
      {(family) => (
        <Section heading={t('courtWho')}>
          <WhoAsks family={family} />
        </Section>
      )}
    </FamilyFrame>
  )
}

function WhoAsks({ family }: { family: Family }) {
  const { t } = useTranslation('contracts')
  const draft = useFormDraft(`case/${family.id}/print`, { requestedBy: '', basis: '' })
  const { requestedBy, basis } = draft.values
  const [tried, setTried] = useState(false)
  return (
    <OldForm
      onSubmit={() => {
        setTried(true)
        if (requestedBy.trim().length < 2 || basis.trim().length < 2) return
        window.open(`/api/cases/${family.id}/print.pdf?${new URLSearchParams({ requestedBy, basis })}`)
        setTried(false)
        draft.clear()
      }}
      actions={
        <>
          <Button kind="filled" type="submit" icon={Printer}>
            {t('courtPrint')}
          </Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <TextField
        label={t('requestedBy')}
        maxLength={200}
        value={requestedBy}
        onChange={(typed) => draft.change({ requestedBy: typed })}
        error={tried && requestedBy.trim().length < 2 && t('requestedByMissing')}
      />
      <TextField
        label={t('onBasis')}
        hint={t('onBasisHint')}
        maxLength={200}
        value={basis}
        onChange={(typed) => draft.change({ basis: typed })}
        error={tried && basis.trim().length < 2 && t('onBasisMissing')}
      />
    </OldForm>
  )
}
