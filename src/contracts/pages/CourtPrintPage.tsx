import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'

/** The whole case for a court: who asked and on what basis comes first and stays in the journal. */
export function CourtPrintPage() {
  const { t } = useTranslation('contracts')
  const [requestedBy, setRequestedBy] = useState('')
  const [basis, setBasis] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <FamilyFrame part="contract" title={t('court')} sub={t('courtHint')}>
      {(family) => (
        <Section heading={t('courtWho')}>
          <Form
            problem={undefined}
            onSubmit={() => {
              setTried(true)
              if (requestedBy.trim().length > 1 && basis.trim().length > 1)
                window.open(
                  `/api/cases/${family.id}/print.pdf?${new URLSearchParams({ requestedBy, basis })}`,
                )
            }}
            actions={
              <Button kind="filled" type="submit" icon={Printer}>
                {t('courtPrint')}
              </Button>
            }
          >
            <TextField
              label={t('requestedBy')}
              maxLength={200}
              value={requestedBy}
              onChange={setRequestedBy}
              error={tried && requestedBy.trim().length < 2 && t('requestedByMissing')}
            />
            <TextField
              label={t('onBasis')}
              hint={t('onBasisHint')}
              maxLength={200}
              value={basis}
              onChange={setBasis}
              error={tried && basis.trim().length < 2 && t('onBasisMissing')}
            />
          </Form>
        </Section>
      )}
    </FamilyFrame>
  )
}
