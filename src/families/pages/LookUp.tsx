import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { lookUpPurposes } from '../contract.ts'
import { familiesApi } from './api.ts'

/** A family calls or came: the head finds by its name who works with it, and says what for. */
export function LookUp() {
  const { t } = useTranslation('families')
  const form = useForm(familiesApi.lookUp, {
    start: () => ({ name: '', purpose: null as (typeof lookUpPurposes)[number] | null }),
    stays: true,
  })
  const { answer } = form
  return (
    <Section heading={t('led.lookUp.title')} more={t('led.lookUp.among')}>
      <Form of={form} kind="default" icon={Search} deed={t('led.lookUp.deed')}>
        <FieldRow>
          <TextField {...form.field('name', t('led.lookUp.name'), { lack: t('led.lookUp.lackName') })} />
          <SelectField
            {...form.field('purpose', t('led.lookUp.purpose'), { lack: t('led.lookUp.lackPurpose') })}
            options={lookUpPurposes.map((value) => ({ value, label: t(`led.lookUp.purposes.${value}`) }))}
          />
        </FieldRow>
      </Form>
      <p className="sm muted" style={{ marginTop: 12 }}>
        {t('led.lookUp.kept')}
      </p>
      <div role="status" style={{ marginTop: answer ? 8 : 0 }}>
        {answer?.length === 0 && <EmptyState>{t('led.lookUp.nobody')}</EmptyState>}
        {answer && answer.length > 0 && (
          <Rows label={t('led.lookUp.found')}>
            {answer.map(({ id, code, label, locality, coordinator, coordinatorPhone }) => (
              <Row
                key={id}
                title={[label ?? code, locality].filter(Boolean).join(', ')}
                to={pageAt('/families/$id/team', { id })}
                sub={coordinator ? t('led.lookUp.leads', { name: coordinator }) : t('led.lookUp.alone')}
                end={coordinatorPhone && <PhoneLink phone={coordinatorPhone} />}
              />
            ))}
          </Rows>
        )}
      </div>
    </Section>
  )
}
