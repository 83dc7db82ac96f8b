import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { contractsApi, type SocialContract } from './api.ts'
import { wordsIn } from './wordsIn.ts'

/** The words and days of a draft, as long as nobody printed it, or after its head sent it back. */
export function EditDraft({
  family,
  contract,
  onDone,
}: {
  family: Family
  contract: SocialContract
  onDone: () => void
}) {
  const { t } = useTranslation('contracts')
  const parts = wordsIn(contract.type)
  const form = useForm(contractsApi.changeDraft, {
    params: { id: family.id, contractId: contract.id },
    start: () => ({
      causes: contract.causes,
      possibilities: contract.possibilities,
      limits: contract.limits,
      barriers: contract.barriers,
      mainGoal: contract.mainGoal,
      effects: contract.effects,
      education: contract.education,
      skills: contract.skills,
      experience: contract.experience,
      earlierAttempts: contract.earlierAttempts,
      socialWorkerId: contract.socialWorker.id,
      from: contract.from as string | null,
      to: contract.to as string | null,
      reviewOn: contract.reviewOn as string | null,
    }),
    draft: `contract/${contract.id}/words`,
    version: contract.version,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('keepDraft')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      {parts.map((part) => (
        <TextArea key={part} {...form.field(part, t(`words.${part}`))} rows={3} />
      ))}
      <FieldRow>
        <DateField {...form.field('from', t('begins'), { lack: t('dayMissing') })} />
        <DateField {...form.field('to', t('ends'), { lack: t('dayMissing') })} />
        <DateField {...form.field('reviewOn', t('reviewOn'), { lack: t('dayMissing') })} />
      </FieldRow>
    </Form>
  )
}
