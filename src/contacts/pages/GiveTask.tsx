import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { worklistApi } from '../../worklist/pages/api.ts'

/** Takes a task on, or gives it to somebody of the team. */
export function GiveTask({ family }: { family: Family }) {
  const { t } = useTranslation('contacts')
  const { worker } = useSession()
  const draft = useFormDraft(`case/${family.id}/task`, {
    what: '',
    due: null as string | null,
    workerId: null as string | null,
  })
  const { values, change } = draft
  const [id, setId] = useState(newId)
  const [missing, setMissing] = useState(false)
  const team = useQuery({
    queryKey: ['case', family.id, 'team'],
    queryFn: () => casesApi.team({ params: { id: family.id } }),
  })
  const give = useDeed(
    (body: { id: string; what: string; due?: string; workerId?: string }, key) =>
      worklistApi.giveTask({ params: { id: family.id }, body, key }),
    () => {
      draft.clear()
      setId(newId())
      setMissing(false)
    },
  )
  const others = (team.data ?? []).filter((member) => member.state === 'accepted' && member.id !== worker?.id)
  return (
    <Explain question={t('tasks.add')}>
      <Form
        problem={give.problem}
        onSubmit={() => {
          setMissing(true)
          if (values.what.trim().length > 1)
            give.run({
              id,
              what: values.what,
              ...(values.due && { due: values.due }),
              ...(values.workerId && { workerId: values.workerId }),
            })
        }}
        actions={
          <>
            <Button type="submit" busy={give.busy}>
              {t('tasks.give')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <TextField
          label={t('tasks.what')}
          value={values.what}
          onChange={(what) => change({ what })}
          maxLength={500}
          error={missing && values.what.trim().length < 2 && t('tasks.lackWhat')}
        />
        <SelectField
          label={t('tasks.who')}
          options={[
            { value: worker?.id ?? '', label: t('tasks.me') },
            ...others.map((member) => ({
              value: member.id,
              label: `${member.name}, ${member.institutionName}`,
            })),
          ]}
          value={values.workerId ?? worker?.id ?? ''}
          onChange={(workerId) => change({ workerId })}
        />
        <DateField
          label={t('tasks.due')}
          optional
          min={today()}
          value={values.due}
          onChange={(due) => change({ due })}
        />
      </Form>
    </Explain>
  )
}
