import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { ConfirmDialog } from '../../kit/ConfirmDialog.tsx'
import { Form } from '../../kit/Form.tsx'
import { Loaded } from '../../kit/Loaded.tsx'
import { Note } from '../../kit/Note.tsx'
import { Row, Rows } from '../../kit/Rows.tsx'
import { Section } from '../../kit/Section.tsx'
import { TextField } from '../../kit/TextField.tsx'
import { send } from '../../web/request.ts'
import { useDeed } from '../../web/useDeed.ts'
import { useForm } from '../../web/useForm.ts'
import { useRead } from '../../web/useRead.ts'
import { useWords } from '../../web/useWords.ts'
import { authApi } from './authApi.ts'
import { deviceOf } from './deviceOf.ts'
import { PasskeyProblem } from './PasskeyProblem.tsx'
import { addPasskey } from './passkeys.ts'

type Passkey = { id: string; name: string | null; createdAt: string | null }

/** Keys that stay in a device and open with a finger, a face or its PIN: no password, nothing to give away. */
export function MyPasskeys() {
  const { t } = useTranslation('identity')
  const { numericDate } = useWords()
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Passkey | null>(null)
  const query = useRead<Passkey[]>('/api/auth/passkey/list-user-passkeys')
  const remove = useDeed(
    (id: string) => send('POST', '/api/auth/passkey/delete-passkey', { id }),
    () => setLeaving(null),
  )
  const nameOf = ({ name }: Passkey) => name || t('passkeys.unnamed')
  return (
    <Section heading={t('passkeys.title')} count={query.data?.length ?? 0}>
      <p style={{ marginBottom: 12 }}>{t('passkeys.sub')}</p>
      <Loaded query={query} rows={1}>
        {(passkeys) =>
          passkeys.length > 0 && (
            <Rows>
              {passkeys.map((passkey) => (
                <Row
                  key={passkey.id}
                  title={nameOf(passkey)}
                  sub={
                    passkey.createdAt &&
                    t('passkeys.since', { day: numericDate(passkey.createdAt.slice(0, 10)) })
                  }
                  end={
                    <Button
                      size="small"
                      aria-label={t('passkeys.removeOf', { name: nameOf(passkey) })}
                      onClick={() => setLeaving(passkey)}
                    >
                      {t('passkeys.remove')}
                    </Button>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {!browserSupportsWebAuthn() ? (
        <Note>{t('passkeys.unsupported')}</Note>
      ) : adding ? (
        <AddPasskey onDone={() => setAdding(false)} />
      ) : (
        <p style={{ paddingTop: 12 }}>
          <Button icon={KeyRound} onClick={() => setAdding(true)}>
            {t('passkeys.add')}
          </Button>
        </p>
      )}
      <ConfirmDialog
        open={leaving !== null}
        title={t('passkeys.removeTitle', { name: leaving ? nameOf(leaving) : '' })}
        deed={t('passkeys.remove')}
        danger
        busy={remove.busy}
        problem={remove.problem}
        onConfirm={() => leaving && remove.run(leaving.id)}
        onClose={() => setLeaving(null)}
      >
        <p>{t('passkeys.removeSub')}</p>
      </ConfirmDialog>
    </Section>
  )
}

function AddPasskey({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('identity')
  const form = useForm(authApi.addPasskey, {
    start: () => ({ name: deviceOf(navigator.userAgent) ?? '' }),
    by: (_, { name }) => addPasskey(name.trim()),
    onDone,
  })
  return (
    <div style={{ paddingTop: 16 }}>
      <PasskeyProblem problem={form.problem} sentence={t('passkeys.notAdded')} />
      <Form
        of={{ ...form, problem: null }}
        deed={t('passkeys.addHere')}
        beside={
          <Button kind="quiet" onClick={onDone}>
            {t('second.leave')}
          </Button>
        }
      >
        <TextField
          {...form.field('name', t('passkeys.name'))}
          optional={false}
          hint={t('passkeys.nameHint')}
        />
      </Form>
    </div>
  )
}
