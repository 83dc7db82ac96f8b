import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { consentsApi, type JointClass, type JointPerson, type JointWorkOf } from './api.ts'

const classes: JointClass[] = ['file', 'health', 'addiction']

type RecordOrderProps = { scopeId: string; work: JointWorkOf; child: JointPerson; onClose: () => void }

/** Writes down an order of a court that stands in the place of everybody who would sign for a child. */
export function RecordOrder({ scopeId, work, child, onClose }: RecordOrderProps) {
  const { t } = useTranslation('consents')
  const institutions = work.institutions.filter(({ tellsPlace }) => !tellsPlace)
  const form = useForm(consentsApi.recordOrder, {
    params: { id: scopeId },
    start: () => ({
      orderId: newId(),
      order: '',
      until: addDays(today(), 182) as string | null,
      institutions: [] as string[],
      classes: [] as JointClass[],
    }),
    draft: `case/${scopeId}/order/${child.personId}`,
    body: (values) => ({
      id: values.orderId,
      personId: child.personId,
      order: values.order,
      until: values.until,
      boxes: values.classes.length
        ? values.institutions.map((institutionId) => ({ institutionId, classes: values.classes }))
        : [],
    }),
    faults: (values) => ({
      institutions: values.institutions.length === 0 && t('joint.ask.lackInstitutions'),
      classes: values.classes.length === 0 && t('joint.ask.lackClasses'),
    }),
    onDone: onClose,
  })
  return (
    <Section heading={t('joint.orderForm.title', { name: child.name })}>
      <Form
        of={form}
        deed={t('joint.orderForm.deed')}
        beside={<Button onClick={onClose}>{t('back')}</Button>}
      >
        <FieldRow>
          <TextField
            {...form.field('order', t('joint.orderForm.order'), { lack: t('joint.orderForm.lackOrder') })}
            hint={t('joint.orderForm.orderHint')}
          />
          <DateField
            {...form.field('until', t('joint.orderForm.until'))}
            min={today()}
            max={addDays(today(), 365)}
          />
        </FieldRow>
        <CheckboxesField
          {...form.field('institutions', t('joint.ask.institutions'))}
          choices={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckboxesField
          {...form.field('classes', t('joint.ask.classes'))}
          choices={classes.map((each) => ({ value: each, label: t(`joint.classes.${each}`) }))}
        />
      </Form>
    </Section>
  )
}
