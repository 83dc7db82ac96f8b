import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { OldForm } from '../platform/kit/OldForm.tsx'
import { TextField } from '../platform/kit/TextField.tsx'
import { Problem, send } from '../platform/web/request.ts'

/** E-mail and password, then the code of the app, or a recovery code, where the account has a second factor. */
export function PasswordForm({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('shell')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const first = useMutation({
    mutationFn: () =>
      send<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
        email: email.trim(),
        password,
      }),
    onSuccess: ({ twoFactorRedirect }) => !twoFactorRedirect && onEnter(),
  })
  const second = useMutation({
    mutationFn: () =>
      send('POST', `/api/auth/two-factor/verify-${recovery ? 'backup-code' : 'totp'}`, {
        code: code.replace(/\s/g, ''),
      }),
    onSuccess: onEnter,
  })

  /** The part that signs in answers in its own words; these are ours. */
  const say = (thrown: unknown, wrong: 'wrong' | 'wrongCode') => {
    if (!(thrown instanceof Problem) || thrown.status === 0 || thrown.status >= 500) return thrown
    if (thrown.status === 429 && wrong === 'wrong')
      return new Problem({
        ...thrown.body,
        detail: [thrown.body.detail, t('signIn.wayRound')].filter(Boolean).join(' '),
      })
    const key = thrown.status === 429 ? 'tooMany' : wrong
    return new Problem({ ...thrown.body, title: t(`signIn.${key}`), detail: t(`signIn.${key}Detail`) })
  }

  if (first.data?.twoFactorRedirect) {
    return (
      <OldForm
        onSubmit={() => second.mutate()}
        problem={recovery ? second.error : say(second.error, 'wrongCode')}
        actions={
          <>
            <Button kind="filled" type="submit" busy={second.isPending}>
              {t('signIn.enter')}
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                second.reset()
                setCode('')
                setRecovery(!recovery)
              }}
            >
              {t(recovery ? 'signIn.byApp' : 'signIn.noPhone')}
            </Button>
          </>
        }
      >
        <TextField
          label={t(recovery ? 'signIn.recovery' : 'signIn.code')}
          hint={t(recovery ? 'signIn.recoveryHint' : 'signIn.codeHint')}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete={recovery ? 'off' : 'one-time-code'}
          value={code}
          onChange={setCode}
        />
      </OldForm>
    )
  }
  return (
    <OldForm
      onSubmit={() => first.mutate()}
      problem={say(first.error, 'wrong')}
      actions={
        <>
          <Button kind="filled" type="submit" busy={first.isPending}>
            {t('signIn.enter')}
          </Button>
          <Button kind="quiet" to="/reset">
            {t('signIn.forgotten')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </OldForm>
  )
}
