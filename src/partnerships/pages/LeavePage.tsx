import { useTranslation } from 'react-i18next'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { partnershipsApi } from './api.ts'
import { OpenWork } from './OpenWork.tsx'
import { usePartnership } from './PartnershipFrame.tsx'

/** Three ways out: a member leaves, an invited institution declines, the leader ends a membership. */
export const leavingWords = (member: { mine: boolean; state: string }) =>
  !member.mine ? 'ending' : member.state === 'invited' ? 'decline' : 'leave'

/** Before a membership ends: what will be handed over and to whom, what must be settled first, and then the deed. */
export function LeavePage() {
  const { t } = useTranslation('partnerships')
  const [id, membershipId] = [useParam('id'), useParam('membershipId')]
  const go = useGo()
  const partnership = usePartnership(id)
  const members = useAsk(partnershipsApi.members, { params: { id } })
  const open = useAsk(partnershipsApi.beforeLeaving, { params: { id: membershipId } })
  const member = members.data?.find((each) => each.id === membershipId)
  const form = useForm(partnershipsApi.leave, {
    params: { id: membershipId },
    start: () => ({ reason: '' }),
    draft: `membership/${membershipId}/leave`,
    asks: true,
    onDone: () =>
      go(
        !member?.mine
          ? pageAt('/partnerships/$id', { id })
          : member.since
            ? pageAt('/partnerships/handover/$membershipId', { membershipId })
            : pageAt('/partnerships', {}, { query: { all: '1' } }),
      ),
  })
  const led = open.data?.filter(({ kind }) => kind === 'led') ?? []
  const handedOver = open.data?.filter(({ kind }) => kind !== 'led') ?? []
  const words = member ? leavingWords(member) : 'leave'
  const title = t(`${words}.title`)
  return (
    <PageFrame
      narrow
      tab={t('leave.tab')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        {
          label: member?.institution.shortName ?? member?.institution.name ?? '…',
          to: pageAt('/partnerships/$id/members/$membershipId', { id, membershipId }),
        },
        { label: title },
      ]}
      title={title}
      sub={t('leave.sub')}
    >
      <Columns>
        <Section heading={t('leave.what')}>
          <Loaded query={open}>
            {() =>
              member?.mine ? (
                <>
                  {led.length > 0 && (
                    <Note gap>
                      {t('leave.led', {
                        codes: led.map(({ caseCode }) => caseCode).join(', '),
                        count: led.length,
                      })}
                    </Note>
                  )}
                  {handedOver.length > 0 ? (
                    <OpenWork lines={handedOver} />
                  ) : (
                    <EmptyState>{t('leave.nothingOpen')}</EmptyState>
                  )}
                </>
              ) : (
                <p>{t(`${words}.what`)}</p>
              )
            }
          </Loaded>
          <p className="sm muted" style={{ marginTop: 10 }}>
            {t('leave.stays')}
          </p>
        </Section>
        <Section heading={t('leave.reasonHeading')}>
          <Form of={form} kind="danger" deed={t(`${words}.deed`)}>
            <TextArea {...form.field('reason', t('leave.reason'))} hint={t('leave.reasonHint')} />
          </Form>
        </Section>
        <ConfirmDialog {...form.confirm} danger title={t(`${words}.ask`)} deed={t(`${words}.deed`)}>
          {t(`${words}.sure`)}
        </ConfirmDialog>
      </Columns>
    </PageFrame>
  )
}
