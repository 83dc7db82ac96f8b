import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { consentsApi, type JointClass, type JointPerson, type JointWorkOf } from './api.ts'

const classes: JointClass[] = ['file', 'health', 'addiction', 'whereabouts']
const mostSheets = 40

type AskSheetsProps = { scopeId: string; work: JointWorkOf; signer: JointPerson; onClose: () => void }

/** Prepares what one person signs: their own sheet, and a page for each child for whom they sign. */
export function AskSheets({ scopeId, work, signer, onClose }: AskSheetsProps) {
  const { t } = useTranslation('consents')
  /** About whom this person signs, and no sheet of theirs waits: themselves first. */
  const about = work.people
    .filter(
      (person) =>
        !person.nobodySigns &&
        person.signers.some(
          (it) => it.personId === signer.personId && !it.contactForbidden && !it.withoutId,
        ) &&
        !work.sheets.some((it) => it.personId === person.personId && it.signerId === signer.personId),
    )
    .toSorted((one, other) => Number(other === signer) - Number(one === signer))
  const children = about.filter((person) => person !== signer)
  const telling = work.institutions.filter(({ tellsPlace }) => tellsPlace)
  const form = useForm(consentsApi.askSheets, {
    params: { id: scopeId },
    start: () => ({
      ids: Array.from({ length: mostSheets }, newId),
      institutions: work.institutions.map(({ id }) => id),
      classes: ['file', 'health', 'whereabouts'] as JointClass[],
      withChildren: true,
    }),
    draft: `case/${scopeId}/sheets/${signer.personId}`,
    body: (values) => ({
      sheets: about
        .filter((person) => person === signer || values.withChildren)
        .slice(0, mostSheets)
        .map((person, i) => ({
          id: values.ids[i]!,
          personId: person.personId,
          signerId: signer.personId,
          boxes: work.institutions
            .filter(({ id, tellsPlace }) => values.institutions.includes(id) && !(person.child && tellsPlace))
            .map(({ id }) => ({
              institutionId: id,
              classes: values.classes.filter((each) => !(person.child && each === 'whereabouts')),
            }))
            .filter((box) => box.classes.length > 0),
        }))
        .filter(({ boxes }) => boxes.length > 0),
    }),
    faults: (values) => ({
      institutions: values.institutions.length === 0 && t('joint.ask.lackInstitutions'),
      classes: values.classes.length === 0 && t('joint.ask.lackClasses'),
    }),
    onDone: onClose,
  })
  return (
    <Section heading={t('joint.ask.title', { name: signer.name })}>
      <p className="muted">{t('joint.ask.about')}</p>
      <Form of={form} deed={t('joint.ask.deed')} beside={<Button onClick={onClose}>{t('back')}</Button>}>
        <CheckboxesField
          {...form.field('institutions', t('joint.ask.institutions'))}
          choices={work.institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <CheckboxesField
          {...form.field('classes', t('joint.ask.classes'))}
          choices={classes.map((each) => ({
            value: each,
            label: t(`joint.classes.${each}`),
            hint: t(`classes.${each}.examples`),
          }))}
        />
        {children.length > 0 && about.includes(signer) && (
          <CheckboxField
            {...form.field('withChildren', t('joint.ask.withChildren'))}
            hint={[
              children.map(({ name }) => name).join(', '),
              telling.length > 0 &&
                t('joint.ask.tellsPlace', { names: telling.map(({ name }) => name).join(', ') }),
            ]
              .filter(Boolean)
              .join('. ')}
          />
        )}
      </Form>
    </Section>
  )
}
