import { useTranslation } from 'react-i18next'
import { GuestFields } from '../../guests/pages/GuestFields.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { guestBases } from '../contract.ts'
import { type Meeting, meetingsApi } from './api.ts'

/** Somebody without an account: who, for which points, on what basis, and which colleague checks the address. */
export function InviteGuest({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings', { keyPrefix: 'guest' })
  const { t: of } = useTranslation('guests', { keyPrefix: 'fields' })
  const codes = useCodes()
  const me = useSession().worker?.id
  const form = useForm(meetingsApi.inviteGuest, {
    params: { id: meeting.id },
    start: () => ({
      id: newId(),
      name: '',
      role: '',
      institution: '',
      email: '',
      confirmerId: null as string | null,
      points: [] as string[],
      basis: null as (typeof guestBases)[number] | null,
      form: null as string | null,
      on: null as string | null,
      law: '',
    }),
    body: ({ basis, form: agreed, on, law, ...values }) => ({
      ...values,
      email: values.email.trim(),
      basis: (basis === 'consent'
        ? { kind: basis, form: agreed, on }
        : basis === 'law'
          ? { kind: basis, law }
          : { kind: basis ?? 'none' }) as never,
    }),
    draft: `meeting/${meeting.id}/guest`,
    faults: ({ basis, form: agreed, on, law }) => ({
      basis: !basis && t('lackBasis'),
      form: basis === 'consent' && !agreed && t('lackForm'),
      on: basis === 'consent' && !on && t('lackOn'),
      law: basis === 'law' && law.trim().length < 2 && t('lackLaw'),
    }),
  })
  const { values } = form
  return (
    <Explain question={t('invite')}>
      <p style={{ marginBottom: 12 }}>{t('what')}</p>
      <Form of={form} kind="default" deed={of('send')}>
        <GuestFields
          of={form}
          confirmers={meeting.people
            .filter(({ workerId }) => workerId !== me)
            .map(({ workerId, name, institution }) => ({
              value: workerId,
              label: `${name}, ${institution}`,
            }))}
        >
          <TextField
            {...form.field('institution', t('institution'), { lack: t('lackInstitution') })}
            hint={t('institutionHint')}
          />
        </GuestFields>
        <CheckboxesField
          {...form.field('points', t('points'), { lack: t('lackPoints') })}
          hint={t('pointsHint')}
          choices={meeting.points.map(({ id, what }) => ({ value: id, label: what }))}
        />
        <ChoiceCards
          {...form.field('basis', t('basis'))}
          optional={false}
          hint={t('basisHint')}
          look="rows"
          choices={guestBases.map((value) => ({
            value,
            title: t(`bases.${value}`),
            sub: t(`basesMean.${value}`),
          }))}
        />
        {values.basis === 'consent' && (
          <FieldRow>
            <SelectField
              {...form.field('form', t('form'), { at: 'basis.form' })}
              optional={false}
              options={codes.options('consents.consent_form')}
            />
            <DateField {...form.field('on', t('on'), { at: 'basis.on' })} optional={false} max={today()} />
          </FieldRow>
        )}
        {values.basis === 'law' && (
          <TextField
            {...form.field('law', t('law'), { at: 'basis.law' })}
            optional={false}
            hint={t('lawHint')}
          />
        )}
      </Form>
    </Explain>
  )
}
