import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { Problem, read, send } from '../../platform/web/request.ts'
import { type Session, sessionPath } from '../../platform/web/session.ts'
import { signOut } from '../../platform/web/signOut.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { institutionsApi } from './api.ts'

type Invitation = Awaited<ReturnType<typeof institutionsApi.invitation>>

/** By the link of a letter: to whom one comes, then a name and a password, or the account that one has already. */
export function InvitationPage() {
  const { t } = useTranslation('institutions')
  const token = useParam('token')
  const query = useAsk(institutionsApi.invitation, { params: { token } }, { retry: false })
  const session = useQuery({
    // Apart from the frame's: here nobody need be signed in.
    queryKey: [sessionPath, 'invited'],
    queryFn: () => read<Session>(sessionPath),
    retry: false,
  })
  const [accepted, setAccepted] = useState<Invitation | null>(null)
  const gone = query.error instanceof Problem && query.error.status === 404
  const invitation = accepted ?? query.data
  return (
    <PageFrame
      narrow
      tab={t('arrive.tab')}
      title={invitation ? t('arrive.title', { institution: invitation.institutionName }) : t('arrive.tab')}
      sub={
        invitation &&
        t('arrive.sub', {
          name: `${invitation.givenName} ${invitation.familyName}`,
          position: invitation.position,
        })
      }
    >
      {accepted ? (
        <Section heading={t('arrive.tab')}>
          <Done title={t('arrive.done')} sub={t('arrive.doneSub')}>
            <Button kind="filled" to="/">
              {t('arrive.enter')}
            </Button>
          </Done>
        </Section>
      ) : gone ? (
        <Section heading={t('arrive.goneHeading')}>
          <p>{t('arrive.gone')}</p>
        </Section>
      ) : query.data && !session.isPending ? (
        session.data ? (
          <WithMyAccount
            token={token}
            account={session.data.account.name}
            onDone={() => setAccepted(query.data)}
          />
        ) : query.data.hasAccount ? (
          <Section heading={t('arrive.known')}>
            <p style={{ marginBottom: 12 }}>{t('arrive.knownSub', { email: query.data.email })}</p>
            <Button kind="filled" to={pageAt('/sign-in', {}, { query: { back: `/invitation/${token}` } })}>
              {t('arrive.signIn')}
            </Button>
          </Section>
        ) : (
          <NewAccount token={token} invitation={query.data} onDone={() => setAccepted(query.data)} />
        )
      ) : (
        <Section heading={t('arrive.tab')}>
          <Loaded query={query}>{() => null}</Loaded>
        </Section>
      )}
    </PageFrame>
  )
}

type NewAccountProps = { token: string; invitation: Invitation; onDone: () => void }

function NewAccount({ token, invitation, onDone }: NewAccountProps) {
  const { t } = useTranslation('institutions')
  const form = useForm(institutionsApi.acceptInvitation, {
    params: { token },
    start: () => ({ name: `${invitation.givenName} ${invitation.familyName}`, password: '' }),
    by: async (input, { password }) => {
      await institutionsApi.acceptInvitation(input)
      await send('POST', '/api/auth/sign-in/email', { email: invitation.email, password })
    },
    onDone,
  })
  return (
    <>
      <Section heading={t('arrive.account')}>
        <Form of={form} deed={t('arrive.deed')}>
          <TextField {...form.field('name', t('arrive.name'))} autoComplete="name" />
          <TextField
            {...form.field('password', t('arrive.password'))}
            hint={t('arrive.passwordHint')}
            type="password"
            autoComplete="new-password"
          />
          <p className="sm muted">{t('arrive.email', { email: invitation.email })}</p>
        </Form>
      </Section>
      <p className="sm muted" style={{ marginTop: 16 }}>
        {t('arrive.other')}{' '}
        <a href={pageAt('/sign-in', {}, { query: { back: `/invitation/${token}` } })}>{t('arrive.signIn')}</a>
      </p>
    </>
  )
}

function WithMyAccount({ token, account, onDone }: { token: string; account: string; onDone: () => void }) {
  const { t } = useTranslation('institutions')
  const deed = useDeed<void>(
    (_, key) => institutionsApi.takeInvitation({ params: { token }, body: {}, key }),
    onDone,
  )
  const leave = useDeed<void>(signOut)
  return (
    <Section heading={t('arrive.second')}>
      <p style={{ marginBottom: 12 }}>{t('arrive.secondSub', { name: account })}</p>
      <ProblemNotice problem={deed.problem} />
      <Button kind="filled" busy={deed.busy} onClick={() => deed.run()}>
        {t('arrive.secondDeed')}
      </Button>
      <p className="sm muted" style={{ marginTop: 12 }}>
        {t('arrive.notMe', { name: account })}{' '}
        <Button kind="quiet" size="small" busy={leave.busy} onClick={() => leave.run()}>
          {t('arrive.signOut')}
        </Button>
      </p>
    </Section>
  )
}
