import { useTranslation } from 'react-i18next'
import { GuestFields } from '../../guests/pages/GuestFields.tsx'
import { GuestState } from '../../guests/pages/GuestState.tsx'
import { Way } from '../../guests/pages/Way.tsx'
import { institutionsApi, isOfficer } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { MoreDeeds } from '../../platform/kit/MoreDeeds.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Referral, referralsApi } from './api.ts'

type Guest = Referral['guests'][number]

/** Who answers on a page for somebody who is not in Splot: how far they are on their way in, or whom to ask. */
export function Guests({ referral, open }: { referral: Referral; open: boolean }) {
  const { t } = useTranslation('referrals', { keyPrefix: 'guest' })
  const isNamed = referral.guests.some(({ state }) => state !== 'gone' && state !== 'refused')
  if (referral.guests.length === 0 && !open) return null
  return (
    <Section heading={t('title')}>
      {referral.guests.length > 0 && (
        <Rows>
          {referral.guests.map((guest) => (
            <GuestRow key={guest.id} referral={referral} guest={guest} open={open} />
          ))}
        </Rows>
      )}
      {open && !isNamed && <Invite referral={referral} />}
    </Section>
  )
}

function GuestRow({ referral, guest, open }: { referral: Referral; guest: Guest; open: boolean }) {
  const { t } = useTranslation('referrals', { keyPrefix: 'guest' })
  const dismiss = useDeed((_: 'dismiss', key) =>
    referralsApi.dismissGuest({ params: { id: referral.id, guestId: guest.id }, key }),
  )
  const stands = open && guest.state !== 'gone' && guest.state !== 'refused'
  return (
    <Row
      title={guest.name}
      sub={
        <>
          {[guest.role, guest.email].join(' · ')}
          <br />
          {stands || guest.state === 'gone' || guest.state === 'refused' ? (
            <GuestState guest={guest} />
          ) : (
            t('ended')
          )}
          {stands && guest.mine && <Way guest={guest} />}
          <ProblemNotice problem={dismiss.problem} />
        </>
      }
      end={
        stands && (
          <MoreDeeds of={guest.name}>
            <Button kind="quiet" size="small" onClick={() => dismiss.run('dismiss')}>
              {t('dismiss')}
            </Button>
          </MoreDeeds>
        )
      }
    />
  )
}

function Invite({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals', { keyPrefix: 'guest' })
  const { t: of } = useTranslation('guests', { keyPrefix: 'fields' })
  const me = useSession().worker?.id
  const mine = useAsk(institutionsApi.mine, {})
  const form = useForm(referralsApi.inviteGuest, {
    params: { id: referral.id },
    start: () => ({ id: newId(), name: '', role: '', email: '', confirmerId: null as string | null }),
    body: (values) => ({ ...values, email: values.email.trim() }),
    draft: `referral/${referral.id}/guest`,
  })
  const colleagues = mine.data?.workers.filter((each) => each.id !== me && !isOfficer(each))
  return (
    <Explain question={t('invite')}>
      <p style={{ marginBottom: 12 }}>{t('what')}</p>
      {colleagues?.length === 0 ? (
        <p>{t('alone')}</p>
      ) : (
        <Form of={form} kind="default" deed={of('send')}>
          <GuestFields
            of={form}
            roleHint={t('roleHint')}
            confirmers={
              colleagues?.map(({ id, givenName, familyName }) => ({
                value: id,
                label: `${givenName} ${familyName}`,
              })) ?? []
            }
          />
        </Form>
      )}
    </Explain>
  )
}
