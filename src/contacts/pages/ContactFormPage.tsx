import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { clockTime, instantAt, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { contactsApi } from './api.ts'

const classes = ['file', 'health', 'addiction', 'justice', 'violence'] as const
type Class = (typeof classes)[number]
type Given = Parameters<typeof contactsApi.writeContact>[0]['body']

const clock = /^([01]?\d|2[0-3])[:.][0-5]\d$/
const begun = () => ({
  id: newId(),
  taskId: newId(),
  caseId: null as string | null,
  kind: 'home_visit' as string | null,
  day: today() as string | null,
  time: clockTime(new Date()),
  withWhom: '',
  what: '',
  nextStep: '',
  asTask: false,
  due: null as string | null,
  class: 'file' as Class,
  reader: 'own' as 'own' | 'team',
})

/** A note after a visit or a call, in one form: what happened, what is next, and, if wanted, a task from it. */
export function ContactFormPage() {
  const { t } = useTranslation('contacts')
  const here = (useParams({ strict: false }) as { id?: string }).id
  const families = useQuery({
    queryKey: ['cases', 'mine-to-note'],
    queryFn: () => contactsApi.whereIWrite({}),
  })
  const [written, setWritten] = useState<string | null>(null)
  return (
    <PageFrame
      tab={t('contact.tab')}
      title={t('contact.title')}
      crumbs={
        here
          ? [
              { to: '/families', label: t('family.mine') },
              { to: `/families/${here}/contacts`, label: t('doors.contactsPart') },
              { label: t('contact.crumb') },
            ]
          : [{ to: '/', label: t('contact.toDay') }, { label: t('contact.crumb') }]
      }
    >
      <div style={{ maxWidth: 682 }}>
        {written ? (
          <Done title={t('contact.done')} sub={t('contact.doneSub')}>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              <Button kind="filled" to={`/families/${written}`}>
                {t('contact.toFamily')}
              </Button>
              <Button onClick={() => setWritten(null)}>{t('contact.another')}</Button>
            </div>
          </Done>
        ) : (
          <Loaded query={families} rows={6}>
            {(mine) => {
              if (!here && mine.length === 0) return <EmptyState>{t('contact.noFamilies')}</EmptyState>
              return (
                <ContactForm
                  here={here}
                  families={mine.map((line) => ({
                    value: line.id,
                    label: [line.label ?? t('family.coded', { code: line.code }), line.locality]
                      .filter(Boolean)
                      .join(', '),
                  }))}
                  onWritten={setWritten}
                />
              )
            }}
          </Loaded>
        )}
      </div>
    </PageFrame>
  )
}

type ContactFormProps = {
  here: string | undefined
  families: { value: string; label: string }[]
  onWritten: (caseId: string) => void
}

function ContactForm({ here, families, onWritten }: ContactFormProps) {
  const { t } = useTranslation('contacts')
  const { options } = useCodes()
  const [initial] = useState(begun)
  const draft = useFormDraft(`contact/${here ?? 'new'}`, initial)
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const caseId = here ?? values.caseId ?? (families.length === 1 ? families[0]!.value : null)
  const violence = values.class === 'violence'
  const write = useDeed(
    ({ caseId: id, ...body }: Given & { caseId: string }, key) =>
      contactsApi.writeContact({ params: { id }, body, key }),
    (_, { caseId: id }) => {
      draft.clear()
      onWritten(id)
    },
  )
  const lacks = {
    family: !caseId,
    kind: !values.kind,
    day: !values.day,
    time: !clock.test(values.time),
    what: values.what.trim().length < 2,
    nextStep: values.asTask && values.nextStep.trim().length < 2,
  }
  const say = (field: keyof typeof lacks) => missing && lacks[field] && t(`contact.lack.${field}`)
  const submit = () => {
    setMissing(true)
    if (Object.values(lacks).some(Boolean)) return
    write.run({
      caseId: caseId!,
      id: values.id,
      kind: values.kind!,
      happenedAt: instantAt(values.day!, values.time.replace('.', ':')),
      withWhom: values.withWhom,
      what: values.what,
      nextStep: values.nextStep,
      class: values.class,
      open: values.reader === 'team' && !violence,
      ...(values.asTask && {
        task: { id: values.taskId, what: values.nextStep, ...(values.due && { due: values.due }) },
      }),
    })
  }
  return (
    <Section heading={t('contact.heading')}>
      <Form
        onSubmit={submit}
        problem={write.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={write.busy}>
              {t('contact.keep')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        {!here && families.length > 1 && (
          <SelectField
            label={t('contact.family')}
            searchable
            options={families}
            value={caseId}
            onChange={(chosen) => change({ caseId: chosen })}
            error={say('family')}
          />
        )}
        <FieldRow>
          <SelectField
            label={t('contact.kind')}
            searchable={false}
            options={options('contacts.contact_kind')}
            value={values.kind}
            onChange={(kind) => change({ kind })}
            error={say('kind')}
          />
          <DateField
            label={t('contact.day')}
            value={values.day}
            onChange={(day) => change({ day })}
            max={today()}
            error={say('day')}
          />
          <TextField
            label={t('contact.time')}
            inputMode="numeric"
            value={values.time}
            onChange={(time) => change({ time })}
            maxLength={5}
            error={say('time')}
          />
        </FieldRow>
        <TextArea
          label={t('contact.happened')}
          hint={t('contact.happenedHint')}
          rows={4}
          value={values.what}
          onChange={(what) => change({ what })}
          maxLength={8000}
          error={say('what')}
        />
        <TextField
          label={t('contact.withWhom')}
          optional
          value={values.withWhom}
          onChange={(withWhom) => change({ withWhom })}
          maxLength={300}
        />
        <TextField
          label={t('contact.nextStep')}
          optional={!values.asTask}
          value={values.nextStep}
          onChange={(nextStep) => change({ nextStep })}
          maxLength={500}
          error={say('nextStep')}
        />
        <CheckboxField
          label={t('contact.asTask')}
          hint={t('contact.asTaskHint')}
          value={values.asTask}
          onChange={(asTask) => change({ asTask })}
        />
        {values.asTask && (
          <DateField
            label={t('tasks.due')}
            optional
            min={today()}
            value={values.due}
            onChange={(due) => change({ due })}
          />
        )}
        <SelectField
          label={t('contact.class')}
          options={classes.map((value) => ({ value, label: t(`contact.classes.${value}`) }))}
          value={values.class}
          onChange={(chosen) => change({ class: (chosen ?? 'file') as Class })}
        />
        {violence ? (
          <Note>{t('contact.violence')}</Note>
        ) : (
          <ChoiceCards
            label={t('contact.reader')}
            value={values.reader}
            onChange={(reader) => change({ reader })}
            choices={(['own', 'team'] as const).map((value) => ({
              value,
              title: t(`contact.readers.${value}.title`),
              sub: t(`contact.readers.${value}.text`),
            }))}
          />
        )}
      </Form>
    </Section>
  )
}
