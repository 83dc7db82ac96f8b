import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import { Chips } from '../../platform/kit/Chips.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Meeting, meetingsApi, type Point } from './api.ts'
import styles from './MeetingTable.module.css'

const DecideItem = lazy(() => import('./DecideItem.tsx').then(({ DecideItem }) => ({ default: DecideItem })))
const DecideLevel = lazy(() =>
  import('./DecideLevel.tsx').then(({ DecideLevel }) => ({ default: DecideLevel })),
)

/** What is settled at a point: what, which institution, until when. It becomes a task when the minutes are sent. */
export function Decide({ meeting, point }: { meeting: Meeting; point: Point }) {
  const { t } = useTranslation('meetings')
  const [becomes, setBecomes] = useState<'task' | 'item' | 'level'>('task')
  const { caseId } = meeting
  const family = useAsk(casesApi.case, { params: { id: caseId ?? '' } }, { enabled: caseId !== null }).data
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
  const done = () => {
    setBecomes('task')
    form.begin()
  }
  return (
    <div className={styles.decide}>
      <h4>{t('decision.new')}</h4>
      {family?.may.includes('coordinate') && left.length === 0 && (
        <fieldset style={{ margin: '12px 0 16px' }}>
          <legend className="sm m">{t('decision.becomesWhat')}</legend>
          <Chips
            choices={(['task', 'item', 'level'] as const).map((value) => ({
              value,
              label: t(`decision.as.${value}`),
            }))}
            value={[becomes]}
            onTurn={setBecomes}
          />
        </fieldset>
      )}
      {family && becomes !== 'task' ? (
        <Suspense fallback={<LoadingRows rows={3} />}>
          {becomes === 'item' ? (
            <DecideItem
              family={family}
              meeting={meeting}
              point={point}
              written={form.values}
              onDone={done}
              onBack={() => setBecomes('task')}
            />
          ) : (
            <DecideLevel family={family} meeting={meeting} point={point} onDone={done} />
          )}
        </Suspense>
      ) : (
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
      )}
    </div>
  )
}
