import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { consentsApi, type JointPerson, type JointWorkOf } from './api.ts'
import type { Box } from './PersonsTable.tsx'

const court = 'court'

type WithdrawTicksProps = {
  scopeId: string
  work: JointWorkOf
  person: JointPerson
  /** Null: everything that this person's signers agreed to. */
  box: Box | null
  onClose: () => void
}

/** Withdraws one box, or all of it, at once; each who signed may do it alone. */
export function WithdrawTicks({ scopeId, work, person, box, onClose }: WithdrawTicksProps) {
  const { t } = useTranslation('consents')
  const who = [
    ...person.signers
      .filter(({ hearing, yes }) => !hearing && yes.length > 0)
      .map((it) => ({ value: it.personId, label: it.name })),
    ...(person.order ? [{ value: court, label: person.order }] : []),
  ]
  const form = useForm(consentsApi.withdrawTicks, {
    params: { id: scopeId },
    start: () => ({ signer: (who.length === 1 ? who[0]!.value : null) as string | null, how: '' }),
    body: (values) => ({
      personId: person.personId,
      signerId: values.signer === court ? null : values.signer,
      ...(box ?? {}),
      how: values.how,
    }),
    faults: (values) => ({ signer: !values.signer && t('joint.withdraw.lackWho') }),
    onDone: onClose,
  })
  const institution = work.institutions.find(({ id }) => id === box?.institutionId)?.name ?? ''
  return (
    <ConfirmDialog
      open
      title={t('joint.withdraw.title', { name: person.name })}
      deed={t('joint.withdraw.deed')}
      danger
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>
        {box
          ? t('joint.withdraw.one', { what: t(`joint.classes.${box.class}`), institution })
          : t('joint.withdraw.allText')}
      </p>
      {who.length > 1 && <SelectField {...form.field('signer', t('joint.withdraw.who'))} options={who} />}
      <TextField
        {...form.field('how', t('joint.withdraw.how'), { lack: t('joint.withdraw.lackHow') })}
        hint={t('joint.withdraw.howHint')}
      />
    </ConfirmDialog>
  )
}
