import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Done } from '../../kit/Done.tsx'
import { OldForm } from '../../kit/OldForm.tsx'
import { PageFrame } from '../../kit/PageFrame.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { useAsked } from '../../web/place.ts'
import { send } from '../../web/request.ts'
import { useDeed } from '../../web/useDeed.ts'

/** Where the link of the letter leads: a new password, or word that the link is too old. */
export function NewPasswordPage() {
  const { t } = useTranslation('identity')
  const token = useAsked('token')
  const [password, setPassword] = useState('')
  const deed = useDeed((newPassword: string) =>
    send('POST', '/api/auth/reset-password', { newPassword, token }),
  )
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
        ) : deed.done ? (
          <Done title={t('reset.done')} sub={t('reset.doneSub')}>
            <Button kind="filled" to="/sign-in">
              {t('reset.signIn')}
            </Button>
          </Done>
        ) : (
          <OldForm
            onSubmit={() => deed.run(password)}
            problem={deed.problem}
            actions={
              <Button kind="filled" type="submit" busy={deed.busy}>
                {t('reset.set')}
              </Button>
            }
          >
            <TextField
              label={t('password.new')}
              hint={t('password.hint')}
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
              maxLength={200}
            />
          </OldForm>
        )}
      </Section>
    </PageFrame>
  )
}
