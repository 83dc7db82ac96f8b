import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Done } from '../../kit/Done.tsx'
import { Form } from '../../kit/Form.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useForm } from '../../web/useForm.ts'
import { authApi } from './authApi.ts'

/** Asks for a letter with a link to a new password. The answer is the same whoever has an account. */
export function ResetPage() {
  const { t } = useTranslation('identity')
  const form = useForm(authApi.askReset, {
    start: () => ({ email: '' }),
    body: ({ email }) => ({ email: email.trim(), redirectTo: '/reset/new' }),
  })
  return (
    <PageFrame narrow tab={t('reset.title')} title={t('reset.title')} sub={t('reset.sub')}>
      <Section heading={t(form.done ? 'reset.title' : 'reset.ask')}>
        {form.done ? (
          <Done title={t('reset.sent')} sub={t('reset.sentSub')}>
            <Button to="/sign-in">{t('reset.back')}</Button>
          </Done>
        ) : (
          <Form
            of={form}
            deed={t('reset.send')}
            beside={
              <Button kind="quiet" to="/sign-in">
                {t('reset.back')}
              </Button>
            }
          >
            <TextField {...form.field('email', t('reset.email'))} type="email" autoComplete="username" />
          </Form>
        )}
      </Section>
    </PageFrame>
  )
}
