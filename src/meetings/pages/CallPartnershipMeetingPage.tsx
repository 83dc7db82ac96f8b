import { useTranslation } from 'react-i18next'
import { usePartnership } from '../../partnerships/pages/PartnershipFrame.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { meetingsApi } from './api.ts'
import { begunCall, CallForm, calledBody } from './CallForm.tsx'

type Invitable = Awaited<ReturnType<typeof meetingsApi.whomToInvite>>

/** Calls a meeting of a partnership, of reflection or supervision. */
export function CallPartnershipMeetingPage() {
  const { t } = useTranslation('meetings')
  const id = useParam('id')
  const partnership = usePartnership(id)
  const query = useAsk(meetingsApi.whomToInvite, { params: { id } })
  return (
    <PageFrame
      tab={t('doors.familyTab')}
      title={t('call.title')}
      sub={t('call.sub')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: t('call.title') },
      ]}
    >
      <div style={{ maxWidth: 682 }}>
        <Section heading={t('call.heading')}>
          <Loaded query={query} rows={6}>
            {(invitable) => <Call partnershipId={id} invitable={invitable} />}
          </Loaded>
        </Section>
      </div>
    </PageFrame>
  )
}

function Call({ partnershipId, invitable }: { partnershipId: string; invitable: Invitable }) {
  const { t } = useTranslation('meetings')
  const go = useGo()
  const me = useSession().worker!.id
  const others = invitable.people.filter(({ id }) => id !== me)
  const form = useForm(meetingsApi.callOfPartnership, {
    params: { id: partnershipId },
    start: () =>
      begunCall(
        'partnership',
        others.filter(({ represents }) => represents).map(({ id }) => id),
      ),
    body: (values) => calledBody(me, values),
    draft: `meeting-of/${partnershipId}`,
    onDone: ({ id }) => go(pageAt('/meetings/$id', { id })),
  })
  const apart = form.values.kind === 'reflection' || form.values.kind === 'supervision'
  return (
    <CallForm
      form={form}
      place={['partnership', 'own']}
      people={others.map(({ id, name, institution }) => ({ value: id, label: `${name}, ${institution}` }))}
      quorum={invitable.quorum}
    >
      <Note>{t(apart ? 'call.apart' : 'call.noFamilies')}</Note>
    </CallForm>
  )
}
