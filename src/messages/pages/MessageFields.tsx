import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import { aboutOf, useWhom } from '../../cases/pages/useWhom.ts'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import type { FieldsOf } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AttachField } from './Attached.tsx'
import type { Someone } from './api.ts'
import { hoursAhead } from './hours.ts'
import { classOf, isOutside, keyOf, type MessageValues } from './messageValues.ts'
import type { Attaching } from './useAttaching.ts'
import { useUntil } from './useUntil.ts'
import { WhoWillRead } from './WhoWillRead.tsx'

type MessageFieldsProps = {
  of: FieldsOf<MessageValues>
  /** Where the endpoint's shape has its fields: `message.words`. */
  at?: (name: string) => string
  place: { kind: 'case' | 'partnership'; id: string }
  people: Someone[]
  /** Institutions that read the matter already, by id. */
  reading: string[]
  /** Whom what is answered is about. */
  answered?: string[] | undefined
  attaching: Attaching
}

const classes = ['request', 'file', 'health', 'addiction', 'justice'] as const

/** To whom, by which hour, what it touches, and the words: with who will read it said before it is sent. */
export function MessageFields({
  of,
  at = (name) => name,
  place,
  people,
  reading,
  answered,
  attaching,
}: MessageFieldsProps) {
  const { t } = useTranslation('messages')
  const { list } = useWords()
  const until = useUntil()
  const [hours] = useState(() => hoursAhead(Date.now()))
  const isCase = place.kind === 'case'
  const whom = useWhom(isCase ? place.id : null)
  const usual = answered ? { whom: null, people: answered } : whom?.ours
  const { values } = of
  const dataClass = isCase ? classOf(values) : 'request'
  const letters = people.filter((each) => values.to.includes(keyOf(each)) && isOutside(keyOf(each)))
  return (
    <>
      <MultiSelectField
        {...of.field('to', t('write.to'), { at: at('to') })}
        optional={false}
        hint={t(isCase ? 'write.toHint' : 'write.toHintPartnership')}
        options={optionsOf(people, t)}
      />
      <TextArea
        {...of.field('words', t('write.words'), { at: at('words'), lack: t('write.wordsMissing') })}
        hint={t('write.wordsHint')}
        rows={4}
      />
      {letters.length > 0 && (
        <Note>
          <p>
            <ShieldCheck size={16} aria-hidden />{' '}
            {t('write.outside', {
              count: letters.length,
              names: list(letters.map(({ institutionName }) => institutionName)),
            })}
          </p>
          {values.words && <p>{t('write.preview', { words: values.words })}</p>}
        </Note>
      )}
      {isCase && letters.length === 0 && (
        <SelectField
          {...of.field('class', t('write.class'), { at: at('class') })}
          optional={false}
          hint={dataClass === 'request' ? t('write.requestHint') : undefined}
          options={classes.map((value) => ({ value, label: t(`write.classes.${value}`) }))}
        />
      )}
      {isCase && dataClass !== 'request' && (
        <>
          <AboutWhom caseId={place.id} form={of} whom={whom} usual={usual} text={values.words} />
          <WhoWillRead
            caseId={place.id}
            about={aboutOf(values, usual)}
            dataClass={dataClass}
            institutions={[...reading, ...values.to.map((each) => each.split('/')[0]!)].flatMap(
              (id) => people.find(({ institutionId }) => institutionId === id)?.institutionName ?? [],
            )}
          />
        </>
      )}
      <AttachField of={attaching} takes={attaching.takes(values)} />
      <CheckboxField
        {...of.field('urgent', t('write.urgent'), { at: at('urgent') })}
        hint={t('write.urgentHint')}
      />
      {values.urgent && (
        <SelectField
          {...of.field('answerAt', t('write.hour'), { at: at('answerAt'), lack: t('write.hourMissing') })}
          optional={false}
          options={hours.map((hour) => ({
            value: hour.at,
            label: until(hour.at),
          }))}
        />
      )}
    </>
  )
}

/** Institutions, then their people; of a case those outside of its team apart. */
function optionsOf(people: Someone[], t: (key: string, values?: Record<string, unknown>) => string) {
  const inside = people.filter(({ outside }) => !outside)
  const institutions = [...new Map(inside.map((each) => [each.institutionId, each])).values()]
  return [
    ...institutions.map(({ institutionId, institutionName }) => ({
      value: institutionId,
      label: t('write.wholeOf', { institution: institutionName }),
      group: t('write.institutions'),
    })),
    ...inside.flatMap((each) =>
      each.workerId
        ? [{ value: keyOf(each), label: `${each.name}, ${each.institutionName}`, group: t('write.people') }]
        : [],
    ),
    ...people
      .filter(({ outside }) => outside)
      .map((each) => ({ value: keyOf(each), label: each.institutionName, group: t('write.outsiders') })),
  ]
}

/** What stands at the fields while it cannot be sent. */
export const faultsOf = (values: MessageValues, t: (key: string) => string) => ({
  answerAt: values.urgent && !values.answerAt && t('write.hourMissing'),
  to: values.urgent && values.to.length === 0 && t('write.urgentTo'),
})
