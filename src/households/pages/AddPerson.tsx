import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { householdsApi } from './api.ts'
import { isComplete, PersonFields } from './PersonFields.tsx'

type Sex = 'female' | 'male'
type Given = Parameters<typeof householdsApi.addPerson>[0]['body']

/** One more person of the household; whoever is known by their PESEL is the same person. */
export function AddPerson({ householdId, onDone }: { householdId: string; onDone: () => void }) {
  const { t } = useTranslation('households')
  const draft = useFormDraft(`household/${householdId}/person`, {
    memberId: newId(),
    personId: newId(),
    givenName: '',
    familyName: '',
    birthDate: null as string | null,
    birthYear: '',
    sex: null as Sex | null,
    pesel: '',
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const add = useDeed(
    (body: Given, key) => householdsApi.addPerson({ params: { id: householdId }, body, key }),
    () => {
      draft.clear()
      onDone()
    },
  )
  const at = (field: string) => (add.problem instanceof Problem ? add.problem.at(field) : undefined)
  return (
    <OldForm
      problem={add.problem}
      onSubmit={() => {
        setMissing(true)
        if (!isComplete(values)) return
        const { birthDate, birthYear, sex, pesel, ...rest } = values
        add.run({
          ...rest,
          ...(birthDate ? { birthDate } : birthYear && { birthYear: Number(birthYear) }),
          ...(sex && { sex }),
          ...(pesel.trim() && { pesel: pesel.trim() }),
        })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={add.busy}>
            {t('people.addDeed')}
          </Button>
          <Button onClick={onDone}>{t('back')}</Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <PersonFields value={values} onChange={change} missing={missing} at={at} />
    </OldForm>
  )
}
