import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { authApi } from '../platform/identity/pages/authApi.ts'
import { Button } from '../platform/kit/Button.tsx'
import { Form } from '../platform/kit/Form.tsx'
import { TextField } from '../platform/kit/TextField.tsx'
import { Problem, send } from '../platform/web/request.ts'
import { useForm } from '../platform/web/useForm.ts'

/** E-mail and password, then the code of the app, or a recovery code, where the account has a second factor. */
export function PasswordForm({ onEnter }: { onEnter: () => void }) {
  const { t } = useTranslation('shell')
  const [secondAsked, setSecondAsked] = useState(false)
  const [recovery, setRecovery] = useState(false)
  const first = useForm(authApi.signIn, {
    start: () => ({ email: '', password: '' }),
    stays: true,
    onDone: ({ twoFactorRedirect }: { twoFactorRedirect?: boolean }) =>
      twoFactorRedirect ? setSecondAsked(true) : onEnter(),
  })
  const second = useForm(authApi.verify, {
    start: () => ({ code: '' }),
    body: ({ code }) => ({ code: code.replace(/\s/g, '') }),
    by: ({ body }) => send('POST', `/api/auth/two-factor/verify-${recovery ? 'backup-code' : 'totp'}`, body),
    onDone: onEnter,
  })

  /** The part that signs in answers in its own words; these are ours. */
  const say = (thrown: unknown, wrong: 'wrong' | 'wrongCode') => {
    if (!(thrown instanceof Problem) || ![401, 429].includes(thrown.status)) return thrown
    if (thrown.status === 429 && wrong === 'wrong')
      return new Problem({
        ...thrown.body,
        detail: [thrown.body.detail, t('signIn.wayRound')].filter(Boolean).join(' '),
      })
    const key = thrown.status === 429 ? 'tooMany' : wrong
    return new Problem({ ...thrown.body, title: t(`signIn.${key}`), detail: t(`signIn.${key}Detail`) })
  }

  if (secondAsked) {
    return (
      // Another form each time: it opens with the focus in its field.
      <Form
        key={recovery ? 'recovery' : 'app'}
        of={{ ...second, problem: recovery ? second.problem : say(second.problem, 'wrongCode') }}
        deed={t('signIn.enter')}
        beside={
          <Button
            kind="quiet"
            onClick={() => {
              second.begin()
              setRecovery(!recovery)
            }}
          >
            {t(recovery ? 'signIn.byApp' : 'signIn.noPhone')}
          </Button>
        }
      >
        <TextField
          {...second.field('code', t(recovery ? 'signIn.recovery' : 'signIn.code'))}
          hint={t(recovery ? 'signIn.recoveryHint' : 'signIn.codeHint')}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete={recovery ? 'off' : 'one-time-code'}
        />
      </Form>
    )
  }
  return (
    <Form
      key="password"
      of={{ ...first, problem: say(first.problem, 'wrong') }}
      deed={t('signIn.enter')}
      beside={
        <Button kind="quiet" to="/reset">
          {t('signIn.forgotten')}
        </Button>
      }
    >
      <TextField {...first.field('email', t('signIn.email'))} type="email" autoComplete="username" />
      <TextField
        {...first.field('password', t('signIn.password'))}
        type="password"
        autoComplete="current-password"
      />
    </Form>
  )
}
