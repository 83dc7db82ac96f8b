import { useTranslation } from 'react-i18next'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import { byDefault, type Whom } from '../../cases/pages/useWhom.ts'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Meeting, meetingsApi } from './api.ts'

const classes = ['file', 'health', 'addiction', 'justice', 'team'] as const

/** Puts a point on the agenda: what, how long, and whom it is about, which says who reads it. */
export function PutPoint({ meeting, whom }: { meeting: Meeting; whom: Whom | null }) {
  const { t } = useTranslation('meetings')
  const { caseId } = meeting
  const usual = whom ? { whom: null, people: whom.everybody } : undefined
  const form = useForm(meetingsApi.putPoint, {
    params: { id: meeting.id },
    start: () => ({
      id: newId(),
      what: '',
      minutes: '10',
      // Who may read nothing of the family talks of the work alone.
      class: (caseId && !whom?.everybody.length ? 'team' : 'file') as (typeof classes)[number],
      ...byDefault,
    }),
    faults: (values) => ({
      about: values.class !== 'team' && whom?.fault(values.what, values, usual),
    }),
    draft: `meeting/${meeting.id}`,
  })
  return (
    <Explain question={t('point.add')}>
      <Form of={form} kind="default" deed={t('point.put')}>
        <TextField
          {...form.field('what', t('point.what'), { lack: t('point.lack') })}
          hint={t('point.hint')}
        />
        <FieldRow>
          <TextField {...form.field('minutes', t('point.minutes'))} inputMode="numeric" />
          {caseId && (
            <SelectField
              {...form.field('class', t('point.class'))}
              optional={false}
              options={classes.map((value) => ({ value, label: t(`point.classes.${value}`) }))}
            />
          )}
        </FieldRow>
        {caseId && form.values.class !== 'team' && (
          <AboutWhom
            caseId={caseId}
            form={form}
            whom={whom}
            usual={usual}
            text={form.values.what}
            opens={form.values.class}
          />
        )}
      </Form>
    </Explain>
  )
}
