import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Done } from '../../kit/Done.tsx'
import { OldForm } from '../../kit/OldForm.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { send } from '../../web/request.ts'
import { useDeed } from '../../web/useDeed.ts'

/** Asks for a letter with a link to a new password. The answer is the same whoever has an account. */
export function ResetPage() {
  const { t } = useTranslation('identity')
  const [email, setEmail] = useState('')
  const deed = useDeed((address: string) =>
    send('POST', '/api/auth/request-password-reset', { email: address, redirectTo: '/reset/new' }),
  )
  return (
    <PageFrame narrow tab={t('reset.title')} title={t('reset.title')} sub={t('reset.sub')}>
      <Section heading={t(deed.done ? 'reset.title' : 'reset.ask')}>
        {deed.done ? (
          <Done title={t('reset.sent')} sub={t('reset.sentSub')}>
            <Button to="/sign-in">{t('reset.back')}</Button>
          </Done>
        ) : (
          <OldForm
            onSubmit={() => deed.run(email.trim())}
            problem={deed.problem}
            actions={
              <>
                <Button kind="filled" type="submit" busy={deed.busy}>
                  {t('reset.send')}
                </Button>
                <Button kind="quiet" to="/sign-in">
                  {t('reset.back')}
                </Button>
              </>
            }
          >
            <TextField
              label={t('reset.email')}
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              maxLength={200}
            />
          </OldForm>
        )}
      </Section>
    </PageFrame>
  )
}
