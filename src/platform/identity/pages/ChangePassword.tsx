import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Done } from '../../kit/Done.tsx'
import { OldForm } from '../../kit/OldForm.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { send } from '../../web/request.ts'
import { useSession } from '../../web/session.ts'
import { useDeed } from '../../web/useDeed.ts'

/** A new password; whoever else is signed in as me is signed out. */
export function ChangePassword() {
  const { t } = useTranslation('identity')
  const { worker, workers } = useSession()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const deed = useDeed(
    async (given: { currentPassword: string; newPassword: string }) => {
      await send('POST', '/api/auth/change-password', { ...given, revokeOtherSessions: true })
      // The session is a new one and would start with my first employer.
      if (worker && workers.length > 1) await send('POST', '/api/session/act-as', { workerId: worker.id })
    },
    () => {
      setCurrent('')
      setNew('')
    },
  )
  return (
    <Section heading={t('password.title')}>
      {deed.done ? (
        <Done title={t('password.changed')} sub={t('password.changedSub')} />
      ) : (
        <OldForm
          onSubmit={() => deed.run({ currentPassword, newPassword })}
          problem={deed.problem}
          actions={
            <Button type="submit" busy={deed.busy}>
              {t('password.change')}
            </Button>
          }
        >
          <TextField
            label={t('password.current')}
            type="password"
            autoComplete="current-password"
            value={currentPassword}
            onChange={setCurrent}
            maxLength={200}
          />
          <TextField
            label={t('password.new')}
            hint={t('password.hint')}
            type="password"
            autoComplete="new-password"
            value={newPassword}
            onChange={setNew}
            maxLength={200}
          />
        </OldForm>
      )}
    </Section>
  )
}
