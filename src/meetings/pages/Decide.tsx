import { useTranslation } from 'react-i18next'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Meeting, meetingsApi, type Point } from './api.ts'
import styles from './MeetingTable.module.css'

/** What is settled at a point: what, which institution, until when. It becomes a task when the minutes are sent. */
export function Decide({ meeting, point }: { meeting: Meeting; point: Point }) {
  const { t } = useTranslation('meetings')
  const form = useForm(meetingsApi.decide, {
    params: { id: meeting.id, pointId: point.id },
    start: () => ({
      id: newId(),
      what: '',
      institutionId: null as string | null,
      workerId: null as string | null,
      due: null as string | null,
    }),
    draft: `meeting/${meeting.id}/decision/${point.id}`,
  })
  const { institutionId } = form.values
  const institutions = [...new Map(meeting.people.map((each) => [each.institutionId, each.institution]))]
  const left = meeting.people.filter(({ workerId }) => point.left.some(({ id }) => id === workerId))
  return (
    <div className={styles.decide}>
      <h4>{t('decision.new')}</h4>
      <Form
        of={form}
        kind="default"
        size="small"
        deed={t('decision.keep')}
        beside={<span className="sm muted">{t('decision.becomes')}</span>}
      >
        <TextField {...form.field('what', t('decision.what'), { lack: t('decision.lackWhat') })} />
        <FieldRow>
          <SelectField
            {...form.field('institutionId', t('decision.institution'), {
              lack: t('decision.lackInstitution'),
            })}
            onChange={(chosen) => form.change({ institutionId: chosen, workerId: null })}
            options={institutions
              .filter(([id]) => !left.some((each) => each.institutionId === id))
              .map(([value, label]) => ({ value, label }))}
          />
          <DateField
            {...form.field('due', t('decision.due'), { lack: t('decision.lackDue') })}
            min={today()}
          />
        </FieldRow>
        {institutionId && (
          <SelectField
            {...form.field('workerId', t('decision.worker'))}
            options={meeting.people
              .filter((each) => each.institutionId === institutionId)
              .map(({ workerId, name }) => ({ value: workerId, label: name }))}
          />
        )}
      </Form>
    </div>
  )
}
