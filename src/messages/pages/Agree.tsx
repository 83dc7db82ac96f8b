import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { messagesApi } from './api.ts'
import { Back, type WorkProps } from './LetterForms.tsx'

/** What was agreed stands under the message, in a sentence. */
export function Agree({ message, onDone }: WorkProps) {
  const { t } = useTranslation('messages')
  const form = useForm(messagesApi.agree, {
    params: { id: message.id },
    start: () => ({ id: newId(), words: '' }),
    draft: `message/${message.id}/agreement`,
    onDone,
  })
  return (
    <Form of={form} size="small" deed={t('agree.keep')} beside={<Back onDone={onDone} />}>
      <TextField
        {...form.field('words', t('agree.words'), { lack: t('agree.missing') })}
        hint={t('agree.hint')}
      />
    </Form>
  )
}
