import { useQuery } from '@tanstack/react-query'
import { Check, Forward, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsContract } from '../../institutions/contract.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { clientOf } from '../../platform/web/client.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

type Said = { answer: 'accepted' } | { answer: 'declined'; reason: string }
type InvitedProps = { family: Family; memberId: string; asked: string | null }

/** An invitation into a team: what is asked and by whom, with the least data, and three answers in thumb reach. */
export function Invited({ family, memberId, asked }: InvitedProps) {
  const { t } = useTranslation('cases')
  const [way, setWay] = useState<'decline' | 'delegate' | null>(null)
  const [declined, setDeclined] = useState(false)
  const answer = useDeed(
    (body: Said, key) => casesApi.answerInvitation({ params: { id: memberId }, body, key }),
    (_, said) => setDeclined(said.answer === 'declined'),
  )
  if (declined)
    return (
      <Done title={t('invited.declined')} sub={t('invited.declinedSub')}>
        <Button kind="filled" to="/">
          {t('invited.toDay')}
        </Button>
      </Done>
    )
  return (
    <div style={{ maxWidth: 560, display: 'grid', gap: 16 }}>
      <Section heading={asked || t('invited.question')}>
        <KeyFacts
          facts={[
            {
              label: t('invited.from'),
              value: family.coordinator?.name ?? family.leadingInstitution?.name ?? '',
              more: (
                <>
                  {family.coordinator?.institutionName}
                  {family.coordinator?.phone && (
                    <>
                      <br />
                      <PhoneLink phone={family.coordinator.phone} />
                    </>
                  )}
                </>
              ),
            },
            {
              label: t('invited.where'),
              value: family.household?.communeName ?? family.partnershipName,
            },
            { label: t('invited.code'), value: family.code, more: t('invited.codeWhy') },
          ]}
        />
        {way === null && (
          <div style={{ display: 'grid', gap: 10, marginTop: 16 }}>
            <ProblemNotice problem={answer.problem} />
            <Button
              kind="filled"
              size="answer"
              icon={Check}
              busy={answer.busy}
              onClick={() => answer.run({ answer: 'accepted' })}
            >
              {t('invited.accept')}
            </Button>
            <Button size="answer" icon={X} onClick={() => setWay('decline')}>
              {t('invited.decline')}
            </Button>
            <Button size="answer" icon={Forward} onClick={() => setWay('delegate')}>
              {t('invited.delegate')}
            </Button>
            <p className="sm muted">{t('invited.after')}</p>
          </div>
        )}
        {way === 'decline' && (
          <Decline
            busy={answer.busy}
            problem={answer.problem}
            onBack={() => setWay(null)}
            onReason={(reason) => answer.run({ answer: 'declined', reason })}
          />
        )}
        {way === 'delegate' && <Delegate memberId={memberId} onBack={() => setWay(null)} />}
      </Section>
    </div>
  )
}

type DeclineProps = {
  busy: boolean
  problem: unknown
  onBack: () => void
  onReason: (reason: string) => void
}

function Decline({ busy, problem, onBack, onReason }: DeclineProps) {
  const { t } = useTranslation('cases')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <div style={{ marginTop: 16 }}>
      <OldForm
        problem={problem}
        onSubmit={() => {
          setMissing(true)
          if (reason.trim().length > 1) onReason(reason)
        }}
        actions={
          <>
            <Button kind="filled" type="submit" busy={busy}>
              {t('invited.sendDecline')}
            </Button>
            <Button onClick={onBack}>{t('back')}</Button>
          </>
        }
      >
        <TextArea
          label={t('invited.reason')}
          hint={t('invited.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          error={missing && reason.trim().length < 2 && t('lack.reason')}
        />
      </OldForm>
    </div>
  )
}

const institutionsApi = clientOf(institutionsContract)

function Delegate({ memberId, onBack }: { memberId: string; onBack: () => void }) {
  const { t } = useTranslation('cases')
  const { worker } = useSession()
  const mine = useQuery({ queryKey: ['institution', 'mine'], queryFn: () => institutionsApi.mine({}) })
  const [id] = useState(newId)
  const [workerId, setWorkerId] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const delegate = useDeed((body: { id: string; workerId: string }, key) =>
    casesApi.delegateInvitation({ params: { id: memberId }, body, key }),
  )
  if (delegate.done) return <Done title={t('invited.delegated')} sub={t('invited.delegatedSub')} />
  return (
    <div style={{ marginTop: 16 }}>
      <Loaded query={mine}>
        {({ workers }) => (
          <OldForm
            problem={delegate.problem}
            onSubmit={() => {
              setMissing(true)
              if (workerId) delegate.run({ id, workerId })
            }}
            actions={
              <>
                <Button kind="filled" type="submit" busy={delegate.busy}>
                  {t('invited.sendDelegate')}
                </Button>
                <Button onClick={onBack}>{t('back')}</Button>
              </>
            }
          >
            <SelectField
              label={t('invited.colleague')}
              hint={t('invited.colleagueHint')}
              options={workers
                .filter((each) => each.id !== worker?.id)
                .map((each) => ({
                  value: each.id,
                  label: `${each.givenName} ${each.familyName}, ${each.position}`,
                }))}
              value={workerId}
              onChange={setWorkerId}
              error={missing && !workerId && t('invited.lackColleague')}
            />
          </OldForm>
        )}
      </Loaded>
    </div>
  )
}
