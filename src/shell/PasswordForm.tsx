import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../platform/kit/Button.tsx'
import { Form } from '../platform/kit/Form.tsx'
import { Problem, send } from '../platform/kit/request.ts'
import { TextField } from '../platform/kit/TextField.tsx'

/** E-mail and password, then the code where the account has a second factor. */
export function PasswordForm({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('shell')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const first = useMutation({
    mutationFn: () =>
      send<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
        email: email.trim(),
        password,
      }),
    onSuccess: ({ twoFactorRedirect }) => !twoFactorRedirect && onEnter(),
  })
  const second = useMutation({
    mutationFn: () => send('POST', '/api/auth/two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
    onSuccess: onEnter,
  })

  /** The part that signs in answers in its own words; these are ours. */
  const say = (thrown: unknown, wrong: 'wrong' | 'wrongCode') => {
    if (!(thrown instanceof Problem) || thrown.status === 0 || thrown.status >= 500) return thrown
    const key = thrown.status === 429 ? 'tooMany' : wrong
    return new Problem({ ...thrown.body, title: t(`signIn.${key}`), detail: t(`signIn.${key}Detail`) })
  }

  if (first.data?.twoFactorRedirect) {
    return (
      <Form
        onSubmit={() => second.mutate()}
        problem={say(second.error, 'wrongCode')}
        actions={
          <Button kind="filled" type="submit" busy={second.isPending}>
            {t('signIn.enter')}
          </Button>
        }
      >
        <TextField
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
      </Form>
    )
  }
  return (
    <Form
      onSubmit={() => first.mutate()}
      problem={say(first.error, 'wrong')}
      actions={
        <Button kind="filled" type="submit" busy={first.isPending}>
          {t('signIn.enter')}
        </Button>
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
    </Form>
  )
}
