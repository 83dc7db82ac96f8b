import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { inMyName } from '../../platform/web/session.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { contractsContract } from '../contract.ts'
import { contractsApi } from './api.ts'

/** The whole case for a court: who asked and on what basis comes first and stays in the journal. */
export function CourtPrintPage() {
  const { t } = useTranslation('contracts')
  return (
    <FamilyFrame part="print" sub={t('courtHint')}>
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
  const form = useForm(contractsApi.casePrint, {
    params: { id: family.id },
    start: () => ({ requestedBy: '', basis: '' }),
    draft: `case/${family.id}/print`,
    by: async (input) => window.open(inMyName(pathOf(contractsContract.casePrint, input))),
  })
  return (
    <Form of={form} icon={Printer} deed={t('courtPrint')}>
      <TextField {...form.field('requestedBy', t('requestedBy'), { lack: t('requestedByMissing') })} />
      <TextField
        {...form.field('basis', t('onBasis'), { lack: t('onBasisMissing') })}
        hint={t('onBasisHint')}
      />
    </Form>
  )
}
