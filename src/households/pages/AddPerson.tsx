import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { householdsApi } from './api.ts'
import { lacksName, type PersonFacts, PersonFields, personBody } from './PersonFields.tsx'

/** One more person of the household; whoever is known by their PESEL is the same person. */
export function AddPerson({ householdId, onDone }: { householdId: string; onDone: () => void }) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.addPerson, {
    params: { id: householdId },
    start: (): PersonFacts & { memberId: string; personId: string; livesElsewhere: boolean } => ({
      memberId: newId(),
      personId: newId(),
      givenName: '',
      familyName: '',
      birthDate: null,
      birthYear: '',
      sex: null,
      expected: false,
      pesel: '',
      livesElsewhere: false,
    }),
    body: personBody,
    faults: (values) => ({ familyName: lacksName(values) && t('person.lackName') }),
    draft: `household/${householdId}/person`,
    onDone,
  })
  return (
    <Form of={form} deed={t('people.addDeed')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
      <PersonFields of={form} />
      <CheckboxField {...form.field('livesElsewhere', t('person.livesElsewhere'))} />
    </Form>
  )
}
