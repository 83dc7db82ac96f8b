import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Form } from '../../kit/Form.tsx'
import { Section } from '../../kit/Section.tsx'
import { Status } from '../../kit/Status.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { send } from '../../web/request.ts'
import { useSession } from '../../web/session.ts'
import { useForm } from '../../web/useForm.ts'
import { authApi } from './authApi.ts'
import { EnrolApp, type Enrolment } from './EnrolApp.tsx'

type Wanted = 'enable' | 'disable' | 'generate-backup-codes'

/** A code from an app besides the password: turned on, off, and codes for the day when the phone is gone. */
export function SecondFactor({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('identity')
  const { account } = useSession()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const on = account.secondFactor
  return (
    <Section
      heading={t('second.title')}
      more={<Status kind={on ? 'ok' : 'question'}>{t(on ? 'second.on' : 'second.off')}</Status>}
    >
      <p style={{ marginBottom: 12 }}>{t(on ? 'second.onSub' : 'second.offSub')}</p>
      {enrolment ? (
        <EnrolApp
          enrolment={enrolment}
          onDone={() => onCodes(enrolment.backupCodes)}
          onLeave={() => setEnrolment(null)}
        />
      ) : wanted ? (
        <WithPassword
          key={wanted}
          wanted={wanted}
          onLeave={() => setWanted(null)}
          onDone={(answer) => {
            setWanted(null)
            if (wanted === 'enable') setEnrolment(answer)
            if (wanted === 'generate-backup-codes') onCodes(answer.backupCodes)
          }}
        />
      ) : on ? (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <Button onClick={() => setWanted('generate-backup-codes')}>
            {t('second.generate-backup-codes')}
          </Button>
          <Button onClick={() => setWanted('disable')}>{t('second.disable')}</Button>
        </div>
      ) : (
        <Button onClick={() => setWanted('enable')}>{t('second.enable')}</Button>
      )}
    </Section>
  )
}

type WithPasswordProps = { wanted: Wanted; onDone: (answer: Enrolment) => void; onLeave: () => void }

/** What changes the second factor asks for the password again: a screen left open is not enough. */
function WithPassword({ wanted, onDone, onLeave }: WithPasswordProps) {
  const { t } = useTranslation('identity')
  const form = useForm(authApi.enable, {
    start: () => ({ password: '' }),
    by: ({ body }) => send<Enrolment>('POST', `/api/auth/two-factor/${wanted}`, body),
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t(`second.${wanted}`)}
      beside={
        <Button kind="quiet" onClick={onLeave}>
          {t('second.leave')}
        </Button>
      }
    >
      <TextField
        {...form.field('password', t('second.password'))}
        hint={t('second.passwordHint')}
        type="password"
        autoComplete="current-password"
      />
    </Form>
  )
}
