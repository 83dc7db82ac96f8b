import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Matter, messagesApi, type Written } from './api.ts'

export type WorkProps = { message: Written; onDone: () => void }

export function Back({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('messages')
  return (
    <Button kind="quiet" size="small" onClick={onDone}>
      {t('back')}
    </Button>
  )
}

/** Its author mends what was just written; the earlier words stay below it. */
export function EditMessage({ message, onDone }: WorkProps) {
  const { t } = useTranslation('messages')
  const form = useForm(messagesApi.editMessage, {
    params: { id: message.id },
    start: () => ({ words: message.words }),
    version: message.version,
    draft: `message/${message.id}/edit`,
    onDone,
  })
  return (
    <Form of={form} size="small" deed={t('edit.keep')} beside={<Back onDone={onDone} />}>
      <TextArea
        {...form.field('words', t('edit.words'), { lack: t('write.wordsMissing') })}
        hint={t('edit.hint')}
      />
    </Form>
  )
}

const firstSentence = ({ words }: Written) => words.split(/[\n.!?]/)[0]!.slice(0, 200)

/** Its first sentence; what another institution said of somebody is put before others in one's own words. */
export const inOneSentence = (message: Written) =>
  message.mine || message.class === 'request' ? firstSentence(message) : ''

/** A message, or what it asks, comes onto the agenda of the next meeting. */
export function TopicOf({ message, onDone }: WorkProps) {
  const { t } = useTranslation('messages')
  const form = useForm(messagesApi.putToMeeting, {
    params: { id: message.id },
    start: () => ({ id: newId(), what: inOneSentence(message) }),
    onDone,
  })
  return (
    <Form of={form} size="small" deed={t('topic.keep')} beside={<Back onDone={onDone} />}>
      <TextField
        {...form.field('what', t('topic.what'), { lack: t('topic.missing') })}
        hint={t('topic.hint')}
      />
    </Form>
  )
}

/** A task from a message, mine or somebody's of the team. */
export function TaskOf({ message, matter, onDone }: WorkProps & { matter: Matter }) {
  const { t } = useTranslation('messages')
  const { worker } = useSession()
  const people = useAsk(messagesApi.people, { params: { id: matter.place.id } })
  const form = useForm(messagesApi.makeTask, {
    params: { id: message.id },
    start: () => ({
      id: newId(),
      what: firstSentence(message),
      due: null as string | null,
      workerId: worker?.id ?? null,
    }),
    onDone,
  })
  return (
    <Form of={form} size="small" deed={t('task.keep')} beside={<Back onDone={onDone} />}>
      <TextField {...form.field('what', t('task.what'), { lack: t('task.missing') })} />
      <SelectField
        {...form.field('workerId', t('task.who'))}
        optional={false}
        options={[
          { value: worker?.id ?? '', label: t('task.me') },
          ...(people.data ?? []).flatMap((each) =>
            each.workerId && each.workerId !== worker?.id && !each.outside
              ? [{ value: each.workerId, label: `${each.name}, ${each.institutionName}` }]
              : [],
          ),
        ]}
      />
      <DateField {...form.field('due', t('task.due'))} min={today()} />
    </Form>
  )
}
