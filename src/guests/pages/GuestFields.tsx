import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import type { FieldsOf } from '../../platform/web/useForm.ts'

type Named = { name: string; role: string; email: string; confirmerId: string | null }

type GuestFieldsProps = {
  of: Pick<FieldsOf<Named>, 'field'>
  /** Who may check the address. */
  confirmers: { value: string; label: string }[]
  roleHint?: string
  /** Where they are from, where that is asked. */
  children?: ReactNode
}

/** Who somebody without an account is, and which colleague checks the address. */
export function GuestFields({ of, confirmers, roleHint, children }: GuestFieldsProps) {
  const { t } = useTranslation('guests', { keyPrefix: 'fields' })
  return (
    <>
      <FieldRow>
        <TextField {...of.field('name', t('name'), { lack: t('lackName') })} />
        <TextField {...of.field('email', t('email'), { lack: t('lackEmail') })} type="email" />
      </FieldRow>
      <FieldRow>
        <TextField
          {...of.field('role', t('role'), { lack: t('lackRole') })}
          hint={roleHint ?? t('roleHint')}
        />
        {children}
      </FieldRow>
      <SelectField
        {...of.field('confirmerId', t('confirmer'), { lack: t('lackConfirmer') })}
        hint={t('confirmerHint')}
        options={confirmers}
      />
    </>
  )
}
