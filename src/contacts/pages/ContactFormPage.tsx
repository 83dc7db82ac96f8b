import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import { casesApi } from '../../cases/pages/api.ts'
import { WillRead } from '../../cases/pages/ReadBy.tsx'
import { aboutOf, byDefault, useWhom, type Whom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Done } from '../../platform/kit/Done.tsx'
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
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { contactsApi } from './api.ts'

const classes = ['file', 'health', 'addiction', 'justice', 'violence'] as const
type Class = (typeof classes)[number]

const clock = /^([01]?\d|2[0-3])[:.][0-5]\d$/
const begun = () => ({
  id: newId(),
  taskId: newId(),
  topicId: newId(),
  caseId: null as string | null,
  kind: 'home_visit' as string | null,
  day: today() as string | null,
  time: clockTime(new Date()),
  withWhom: '',
  what: '',
  nextStep: '',
  asTask: false,
  asTopic: false,
  due: null as string | null,
  class: 'file' as Class,
  reader: 'own' as 'own' | 'team',
  ...byDefault,
})
type Written = ReturnType<typeof begun>
const wordsOf = ({ what, nextStep }: Written) => `${what} ${nextStep}`

/** Whom it is about by default; what the team is to talk about, of those alone whom its writer may read there. */
const usualOf = (asTopic: boolean, whom: Whom | null) =>
  whom && asTopic
    ? { whom: null, people: whom.ours.people.filter((id) => whom.choices([]).includes(id)) }
    : whom?.ours

/** A note after a visit or a call, in one form: what happened, what is next, and, if wanted, a task from it. */
export function ContactFormPage() {
  const { t } = useTranslation('contacts')
  const here = (useParams({ strict: false }) as { id?: string }).id
  const families = useAsk(contactsApi.whereIWrite, {})
  // In a closed case it is written what was seen on looking in; nothing is given to do there.
  const { data: family } = useAsk(
    casesApi.case,
    { params: { id: here ?? '' } },
    { enabled: here !== undefined },
  )
  const [written, setWritten] = useState<string | null>(null)
  return (
    <PageFrame
      tab={t('contact.tab')}
      title={t('contact.title')}
      crumbs={
        here
          ? [
              { to: '/families', label: t('family.mine') },
              { to: pageAt('/families/$id/contacts', { id: here }), label: t('doors.contactsPart') },
              { label: t('contact.crumb') },
            ]
          : [{ to: '/', label: t('contact.toDay') }, { label: t('contact.crumb') }]
      }
    >
      <div style={{ maxWidth: 682 }}>
        {written ? (
          <Done title={t('contact.done')} sub={t('contact.doneSub')}>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              <Button kind="filled" to={pageAt('/families/$id', { id: written })}>
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
                  rests={Boolean(family?.closedAt)}
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
  rests: boolean
  families: { value: string; label: string }[]
  onWritten: (caseId: string) => void
}

function ContactForm({ here, rests, families, onWritten }: ContactFormProps) {
  const { t } = useTranslation('contacts')
  const { options } = useCodes()
  const familyOf = (values: Written) =>
    here ?? values.caseId ?? (families.length === 1 ? families[0]!.value : null)
  // Whom it may be about is known once the family is chosen, in the form itself.
  const there = useRef<Whom | null>(null)
  const form = useForm(contactsApi.writeContact, {
    params: (values) => ({ id: familyOf(values)! }),
    start: begun,
    draft: `contact/${here ?? 'new'}`,
    faults: (values) => ({
      about: there.current?.fault(wordsOf(values), values, usualOf(values.asTopic, there.current)),
      caseId: !familyOf(values) && t('contact.lack.family'),
      time: !clock.test(values.time) && t('contact.lack.time'),
    }),
    body: ({ day, time, reader, asTask, taskId, asTopic, topicId, due, ...values }) => ({
      ...values,
      happenedAt: day && clock.test(time) ? instantAt(day, time.replace('.', ':')) : null,
      about: asTopic ? aboutOf(values, usualOf(asTopic, there.current)) : values.about,
      open: reader === 'team' && values.class !== 'violence',
      task: asTask && !rests ? { id: taskId, what: values.nextStep, due } : null,
      topic: asTopic && !rests && values.class !== 'violence' ? { id: topicId, what: values.nextStep } : null,
    }),
    staysMine: (values) => values.class === 'violence',
    onDone: (_, values) => onWritten(familyOf(values)!),
  })
  const { values } = form
  const family = familyOf(values)
  const dataClass = values.class
  const whom = useWhom(family)
  there.current = whom
  return (
    <Section heading={t('contact.heading')}>
      <Form of={form} deed={t('contact.keep')}>
        {!here && families.length > 1 && (
          <SelectField
            {...form.field('caseId', t('contact.family'))}
            onChange={(caseId) => form.change({ caseId, ...byDefault })}
            searchable
            options={families}
          />
        )}
        <FieldRow>
          <SelectField
            {...form.field('kind', t('contact.kind'), { lack: t('contact.lack.kind') })}
            searchable={false}
            options={options('contacts.contact_kind')}
          />
          <DateField
            {...form.field('day', t('contact.day'), { lack: t('contact.lack.day'), at: 'happenedAt' })}
            max={today()}
          />
          <TextField {...form.field('time', t('contact.time'))} inputMode="numeric" />
        </FieldRow>
        <TextArea
          {...form.field('what', t('contact.happened'), { lack: t('contact.lack.what') })}
          hint={t('contact.happenedHint')}
          rows={4}
        />
        {family && (
          <AboutWhom
            caseId={family}
            form={form}
            whom={whom}
            usual={usualOf(values.asTopic, whom)}
            text={wordsOf(values)}
          />
        )}
        <TextField {...form.field('withWhom', t('contact.withWhom'))} />
        <TextField
          {...form.field('nextStep', t('contact.nextStep'), {
            lack: t('contact.lack.nextStep'),
            at: rests
              ? 'nextStep'
              : values.asTopic && dataClass !== 'violence'
                ? 'topic.what'
                : values.asTask
                  ? 'task.what'
                  : 'nextStep',
          })}
        />
        {!rests && (
          <CheckboxField {...form.field('asTask', t('contact.asTask'))} hint={t('contact.asTaskHint')} />
        )}
        {values.asTask && !rests && (
          <DateField {...form.field('due', t('tasks.due'), { at: 'task.due' })} min={today()} />
        )}
        {!rests && dataClass !== 'violence' && (
          <CheckboxField {...form.field('asTopic', t('contact.asTopic'))} hint={t('contact.asTopicHint')} />
        )}
        <SelectField
          {...form.field('class', t('contact.class'))}
          options={classes.map((value) => ({ value, label: t(`contact.classes.${value}`) }))}
        />
        {dataClass === 'violence' ? (
          <Note>{t('contact.violence')}</Note>
        ) : (
          <ChoiceCards
            {...form.field('reader', t('contact.reader'))}
            choices={(['own', 'team'] as const).map((value) => ({
              value,
              title: t(`contact.readers.${value}.title`),
              sub:
                value === 'team' && family && whom ? (
                  <WillRead
                    caseId={family}
                    about={aboutOf(values, usualOf(values.asTopic, whom))}
                    dataClass={dataClass}
                    bare
                  />
                ) : (
                  t(`contact.readers.${value}.text`)
                ),
            }))}
          />
        )}
      </Form>
    </Section>
  )
}
