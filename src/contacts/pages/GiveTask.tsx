import { useTranslation } from 'react-i18next'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { byDefault, useWhom } from '../../cases/pages/useWhom.ts'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { worklistApi } from '../../worklist/pages/api.ts'

/** Takes a task on, or gives it to somebody of the team. */
export function GiveTask({ family }: { family: Family }) {
  const { t } = useTranslation('contacts')
  const { worker } = useSession()
  const team = useAsk(casesApi.team, { params: { id: family.id } })
  const whom = useWhom(family.id)
  const usual = whom ? { whom: null, people: whom.everybody } : undefined
  const form = useForm(worklistApi.giveTask, {
    params: { id: family.id },
    start: () => ({
      id: newId(),
      what: '',
      due: null as string | null,
      workerId: null as string | null,
      ...byDefault,
    }),
    faults: (values) => ({ about: whom?.fault(values.what, values, usual) }),
    draft: `case/${family.id}/task`,
  })
  const others = (team.data ?? []).filter((member) => member.state === 'accepted' && member.id !== worker?.id)
  return (
    <Explain question={t('tasks.add')}>
      <Form of={form} kind="default" deed={t('tasks.give')}>
        <TextField {...form.field('what', t('tasks.what'), { lack: t('tasks.lackWhat') })} />
        <AboutWhom caseId={family.id} form={form} whom={whom} usual={usual} text={form.values.what} />
        <SelectField
          {...form.field('workerId', t('tasks.who'))}
          optional={false}
          value={form.values.workerId ?? worker?.id ?? ''}
          options={[
            { value: worker?.id ?? '', label: t('tasks.me') },
            ...others.map((member) => ({
              value: member.id,
              label: `${member.name}, ${member.institutionName}`,
            })),
          ]}
        />
        <DateField {...form.field('due', t('tasks.due'))} min={today()} />
      </Form>
    </Explain>
  )
}
