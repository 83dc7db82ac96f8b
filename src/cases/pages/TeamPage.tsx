import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { RemindOf } from '../../asks/pages/RemindOf.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { casesContract } from '../contract.ts'
import { casesApi } from './api.ts'
import { Coordination } from './Coordination.tsx'
import { Exclusions } from './Exclusions.tsx'
import { type Family, FamilyFrame } from './FamilyFrame.tsx'
import { InviteToTeam } from './InviteToTeam.tsx'

export type TeamMember = z.output<typeof casesContract.team.answer>[number]

/** Who works with the family; whom to invite and why; ending a part, and excluding who is kin or neighbour. */
export function TeamPage() {
  const { t } = useTranslation('cases')
  return (
    <FamilyFrame part="team" sub={t('team.sub')}>
      {(family) => (
        <Columns
          aside={
            <>
              <Coordination family={family} />
              {(family.may.includes('coordinate') || family.may.includes('head')) && (
                <Exclusions family={family} />
              )}
            </>
          }
        >
          <Members family={family} />
          {family.may.includes('coordinate') && !family.closedAt && <InviteToTeam caseId={family.id} />}
        </Columns>
      )}
    </FamilyFrame>
  )
}

function Members({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { eventDay } = useWords()
  const { worker } = useSession()
  const [ending, setEnding] = useState<TeamMember | null>(null)
  const query = useAsk(casesApi.team, { params: { id: family.id } })
  const mayEnd = ({ id }: TeamMember) =>
    id !== family.coordinator?.id && (family.may.includes('coordinate') || id === worker?.id)
  return (
    <Section
      heading={t('team.title')}
      more={
        family.may.includes('team') && <Link to={`/api/cases/${family.id}/team.pdf`}>{t('team.paper')}</Link>
      }
    >
      <Loaded query={query}>
        {(members) => {
          const now = members.filter(({ state }) => state === 'accepted' || state === 'invited')
          const before = members.filter((member) => !now.includes(member))
          return (
            <>
              <Rows>
                {now.map((member) => (
                  <PersonLine
                    key={member.memberId}
                    name={member.name}
                    part={
                      <>
                        {member.institutionName}, {member.position}
                        {member.part && ` · ${member.part}`}
                        {member.id === family.coordinator?.id && ` · ${t('team.coordinates')}`}
                        {member.state === 'invited' &&
                          ` · ${t('team.invitedOn', { day: eventDay(dayOf(member.invitedAt)) })}`}
                      </>
                    }
                    phone={member.phone}
                    hours={member.phoneHours}
                    you={member.id === worker?.id}
                    waiting={member.state === 'invited'}
                    end={
                      mayEnd(member) && (
                        <>
                          {member.state === 'invited' && family.may.includes('coordinate') && (
                            <RemindOf about={member.memberId} caseId={family.id} name={member.name} />
                          )}
                          <Button
                            kind="quiet"
                            size="small"
                            onClick={() => setEnding(member)}
                            aria-label={t(`team.end.${wayOf(member, worker?.id)}Named`, {
                              name: member.name,
                            })}
                          >
                            {t(`team.end.${wayOf(member, worker?.id)}`)}
                          </Button>
                        </>
                      )
                    }
                  />
                ))}
              </Rows>
              {now.length === 0 && <EmptyState>{t('team.empty')}</EmptyState>}
              {before.length > 0 && (
                <Explain question={t('team.before', { count: before.length })}>
                  <Rows>
                    {before.map((member) => (
                      <Row
                        key={member.memberId}
                        title={member.name}
                        sub={[
                          member.institutionName,
                          member.answeredAt && eventDay(dayOf(member.answeredAt)),
                          member.declineReason && `„${member.declineReason}”`,
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                        end={
                          <Status kind={member.state === 'declined' ? 'no' : 'question'}>
                            {t(`team.states.${member.state}`)}
                          </Status>
                        }
                      />
                    ))}
                  </Rows>
                </Explain>
              )}
            </>
          )
        }}
      </Loaded>
      {ending && (
        <EndPart
          caseId={family.id}
          member={ending}
          way={wayOf(ending, worker?.id)}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  )
}

type EndWay = 'withdraw' | 'leave' | 'end'
const wayOf = ({ id, state }: TeamMember, me: string | undefined): EndWay =>
  state === 'invited' ? 'withdraw' : id === me ? 'leave' : 'end'

type EndPartProps = { caseId: string; member: TeamMember; way: EndWay; onClose: () => void }

function EndPart({ caseId, member, way, onClose }: EndPartProps) {
  const { t } = useTranslation('cases')
  const form = useForm(casesApi.endPart, {
    params: { id: caseId, memberId: member.memberId },
    start: () => ({ because: '' }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      title={t(`team.end.${way}Title`, { name: member.name })}
      deed={t(`team.end.${way}`)}
      danger={way !== 'withdraw'}
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>{t(`team.end.${way}Text`)}</p>
      <TextField {...form.field('because', t('team.end.because'), { lack: t('lack.reason') })} />
    </ConfirmDialog>
  )
}
