import { useTranslation } from 'react-i18next'
import { Done } from '../../kit/Done.tsx'
import { Form } from '../../kit/Form.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { send } from '../../web/request.ts'
import { useSession } from '../../web/session.ts'
import { useForm } from '../../web/useForm.ts'
import { authApi } from './authApi.ts'

/** A new password; whoever else is signed in as me is signed out. */
export function ChangePassword() {
  const { t } = useTranslation('identity')
  const { worker, workers } = useSession()
  const form = useForm(authApi.changePassword, {
    start: () => ({ currentPassword: '', newPassword: '' }),
    body: (values) => ({ ...values, revokeOtherSessions: true }),
    by: async (input) => {
      await authApi.changePassword(input)
      // The session is a new one and would start with my first employer.
      if (worker && workers.length > 1) await send('POST', '/api/session/act-as', { workerId: worker.id })
    },
  })
  return (
    <Section heading={t('password.title')}>
      {form.done ? (
        <Done title={t('password.changed')} sub={t('password.changedSub')} />
      ) : (
        <Form of={form} kind="default" deed={t('password.change')}>
          <TextField
            {...form.field('currentPassword', t('password.current'))}
            type="password"
            autoComplete="current-password"
          />
          <TextField
            {...form.field('newPassword', t('password.new'))}
            hint={t('password.hint')}
            type="password"
            autoComplete="new-password"
          />
        </Form>
      )}
    </Section>
  )
}
