import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { consentsApi, type JointClass, type JointPerson, type JointWorkOf } from './api.ts'

const classes: JointClass[] = ['file', 'health', 'addiction', 'whereabouts']
const mostSheets = 40

type AskSheetsProps = {
  scopeId: string
  work: JointWorkOf
  /** Whose sheets; null: of everybody who signs. */
  signer: JointPerson | null
  onClose: () => void
}

/** Who signs about whom, and no such sheet waits: each person's own first. */
export const unasked = ({ people, sheets }: JointWorkOf, signer: JointPerson | null) =>
  people
    .flatMap((person) =>
      person.nobodySigns
        ? []
        : person.signers
            .filter((it) => !it.notWritten)
            .filter((it) => !signer || it.personId === signer.personId)
            .filter((it) => !sheets.some((s) => s.personId === person.personId && s.signerId === it.personId))
            .map((it) => ({ person, signerId: it.personId })),
    )
    .slice(0, mostSheets)

/** Prepares what people sign: an adult's own sheet, and a page for each child for whom they sign. */
export function AskSheets({ scopeId, work, signer, onClose }: AskSheetsProps) {
  const { t } = useTranslation('consents')
  const about = unasked(work, signer)
  const nameOf = (id: string) =>
    work.people.find(({ personId }) => personId === id)?.name ??
    work.people.flatMap(({ signers }) => signers).find(({ personId }) => personId === id)?.name
  const telling = work.institutions.filter(({ tellsPlace }) => tellsPlace)
  const form = useForm(consentsApi.askSheets, {
    params: { id: scopeId },
    start: () => ({
      ids: Array.from({ length: mostSheets }, newId),
      institutions: work.institutions.map(({ id }) => id),
      classes: ['file', 'health', 'whereabouts'] as JointClass[],
    }),
    draft: `case/${scopeId}/sheets/${signer?.personId ?? 'all'}`,
    body: (values) => ({
      sheets: about
        .map(({ person, signerId }, i) => ({
          id: values.ids[i]!,
          personId: person.personId,
          signerId,
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
    <Section heading={signer ? t('joint.ask.title', { name: signer.name }) : t('joint.prepare')}>
      <p className="muted">{t('joint.ask.about')}</p>
      <ul className="sm">
        {[...new Set(about.map(({ signerId }) => signerId))].map((id) => (
          <li key={id}>
            {t('joint.ask.signs', {
              name: nameOf(id),
              about: about
                .filter((it) => it.signerId === id)
                .map(({ person }) => person.name)
                .join(', '),
            })}
          </li>
        ))}
      </ul>
      {telling.length > 0 && (
        <p className="sm">
          {t('joint.ask.tellsPlace', { names: telling.map(({ name }) => name).join(', ') })}
        </p>
      )}
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
      </Form>
    </Section>
  )
}
