import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Done } from '../../kit/Done.tsx'
import { Form } from '../../kit/Form.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useAsked } from '../../web/place.ts'
import { useForm } from '../../web/useForm.ts'
import { authApi } from './authApi.ts'

/** Where the link of the letter leads: a new password, or word that the link is too old. */
export function NewPasswordPage() {
  const { t } = useTranslation('identity')
  const token = useAsked('token')
  const form = useForm(authApi.setPassword, {
    start: () => ({ newPassword: '' }),
    body: (values) => ({ ...values, token }),
  })
  return (
    <PageFrame narrow tab={t('reset.newTitle')} title={t('reset.newTitle')}>
      <Section heading={token ? t('reset.choose') : t('reset.old')}>
        {!token ? (
          <>
            <p style={{ marginBottom: 12 }}>{t('reset.oldSub')}</p>
            <Button kind="filled" to="/reset">
              {t('reset.again')}
            </Button>
          </>
        ) : form.done ? (
          <Done title={t('reset.done')} sub={t('reset.doneSub')}>
            <Button kind="filled" to="/sign-in">
              {t('reset.signIn')}
            </Button>
          </Done>
        ) : (
          <Form of={form} deed={t('reset.set')}>
            <TextField
              {...form.field('newPassword', t('password.new'))}
              hint={t('password.hint')}
              type="password"
              autoComplete="new-password"
            />
          </Form>
        )}
      </Section>
    </PageFrame>
  )
}
