import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { useParam } from '../../platform/web/place.ts'
import { inMyName } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { partnershipsContract } from '../contract.ts'
import { addScan, isIn, type Member, type Partnership, partnershipsApi } from './api.ts'
import { GivenFields, givenHere, scanOf } from './GivenFields.tsx'
import { leavingWords } from './LeavePage.tsx'
import { MemberStatus } from './Members.tsx'
import { MembershipPeople } from './MembershipPeople.tsx'
import { MembershipSuspension } from './MembershipSuspension.tsx'
import { usePartnership } from './PartnershipFrame.tsx'
import { useKindWords } from './useKindWords.ts'

/** One institution in a partnership: who speaks for it, on what papers, and what its head or the leader may do. */
export function MembershipPage() {
  const { t } = useTranslation('partnerships')
  const [id, membershipId] = [useParam('id'), useParam('membershipId')]
  const partnership = usePartnership(id)
  const members = useAsk(partnershipsApi.members, { params: { id } })
  const { name: kindName } = useKindWords()
  const member = members.data?.find((each) => each.id === membershipId)
  return (
    <PageFrame
      tab={t('member.tab')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: member?.institution.shortName ?? t('member.tab') },
      ]}
      title={member?.institution.name ?? t('member.tab')}
      sub={member && kindName(member.institution.kind)}
    >
      {member && partnership.data ? (
        <Columns aside={<Papers partnershipId={id} member={member} />}>
          <MemberWork partnership={partnership.data} member={member} />
        </Columns>
      ) : members.data && partnership.data ? (
        <Section heading={t('member.gone')}>
          <p>{t('member.goneSub')}</p>
        </Section>
      ) : (
        <Section heading={t('member.tab')}>
          <Loaded query={members}>{() => null}</Loaded>
        </Section>
      )}
    </PageFrame>
  )
}

function MemberWork({ partnership, member }: { partnership: Partnership; member: Member }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const mineToSign = member.mine && partnership.iSign
  const leaving = leavingWords(member)
  return (
    <>
      {mineToSign && member.state === 'invited' && <Declaration partnership={partnership} member={member} />}
      <Section heading={t('member.standing')} more={<MemberStatus member={member} />}>
        <KeyFacts
          facts={[
            { label: t('member.invitedOn'), value: longDate(member.invitedOn) },
            ...(member.declaredOn
              ? [
                  {
                    label: t('member.declaredOn'),
                    value: longDate(member.declaredOn),
                    more: t(`given.${member.declaredHow ?? 'paper'}Word`),
                  },
                ]
              : []),
            ...(member.since ? [{ label: t('member.memberSince'), value: longDate(member.since) }] : []),
            ...(member.contributes
              ? [
                  {
                    label: t('member.contributes'),
                    value: <span style={{ whiteSpace: 'pre-line' }}>{member.contributes}</span>,
                  },
                ]
              : []),
            ...(member.suspension
              ? [
                  {
                    label: t('member.suspension'),
                    value: member.suspension.until
                      ? t('member.suspendedUntil', { day: longDate(member.suspension.until) })
                      : t('member.suspendedOpen'),
                    more: member.suspension.reason,
                  },
                ]
              : []),
            ...(member.leftOn
              ? [{ label: t('member.leftOn'), value: longDate(member.leftOn), more: member.leftBecause }]
              : []),
          ]}
        />
      </Section>
      {member.state !== 'left' && (
        <MembershipPeople member={member} mayAppoint={mineToSign && member.state !== 'invited'} />
      )}
      {(partnership.iLead || mineToSign) && !member.leading && isIn(member) && (
        <MembershipSuspension member={member} />
      )}
      {partnership.iLead && mineToSign && member.leading && !partnership.leadOffer && (
        <Section heading={t('lead.heading')}>
          <p style={{ marginBottom: 12 }}>{t('lead.before')}</p>
          <Button to={pageAt('/partnerships/$id/lead', { id: partnership.id })}>{t('lead.title')}</Button>
        </Section>
      )}
      {(partnership.iLead || mineToSign) && !member.leading && member.state !== 'left' && (
        <Section heading={t(`${leaving}.heading`)}>
          <p style={{ marginBottom: 12 }}>{t(`${leaving}.before`)}</p>
          <Button
            to={pageAt('/partnerships/$id/members/$membershipId/leave', {
              id: partnership.id,
              membershipId: member.id,
            })}
          >
            {t(`${leaving}.see`)}
          </Button>
        </Section>
      )}
    </>
  )
}

/** The head's declaration of accession. */
function Declaration({ partnership, member }: { partnership: Partnership; member: Member }) {
  const { t } = useTranslation('partnerships')
  const form = useForm(partnershipsApi.declare, {
    params: { id: member.id },
    start: () => ({ ...givenHere(), contributes: '' }),
    draft: `membership/${member.id}/declare`,
    version: member.version,
    by: async (input, values) => {
      const fileId = await addScan(partnership.id, scanOf(values))
      return partnershipsApi.declare({ ...input, body: { ...input.body, ...(fileId && { fileId }) } })
    },
  })
  return (
    <Section heading={t('declare.heading')}>
      <p style={{ marginBottom: 12 }}>
        {t('declare.what', { partnership: partnership.name, leader: partnership.leadingInstitution.name })}
      </p>
      <Form of={form} deed={t('declare.deed')}>
        <TextArea
          {...form.field('contributes', t('declare.contributes'))}
          hint={t('declare.contributesHint')}
        />
        <GivenFields of={form} />
      </Form>
    </Section>
  )
}

/** The papers of a membership, each printed anew from what is recorded, and its scans. */
function Papers({ partnershipId, member }: { partnershipId: string; member: Member }) {
  const { t } = useTranslation('partnerships')
  const print = (kind: 'invitation' | 'accession-declaration' | 'appointment' | 'exit-handover') =>
    pathOf(partnershipsContract.membershipDocument, { params: { id: member.id, kind } })
  const kinds = [
    !member.leading && ('invitation' as const),
    'accession-declaration' as const,
    member.representative && ('appointment' as const),
    member.state === 'left' && ('exit-handover' as const),
  ].filter((kind) => kind !== false && kind !== null)
  return (
    <PlainSection heading={t('papers.heading')}>
      <Rows onLinen>
        {kinds.map((kind) => (
          <li key={kind} style={{ padding: '10px 0' }}>
            <a href={print(kind)} target="_blank" rel="noreferrer">
              {t(`papers.${kind}`)} (PDF)
            </a>
          </li>
        ))}
        {member.declarationFileId && (
          <li style={{ padding: '10px 0' }}>
            <a href={inMyName(`/api/files/${member.declarationFileId}`)} target="_blank" rel="noreferrer">
              {t('papers.scan')}
            </a>
          </li>
        )}
      </Rows>
      <p className="sm" style={{ marginTop: 8 }}>
        <Link to={pageAt('/partnerships/$id/documents', { id: partnershipId })}>{t('papers.all')}</Link>
      </p>
    </PlainSection>
  )
}
