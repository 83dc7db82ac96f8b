import { Check, Forward, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsContract } from '../../institutions/contract.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { clientOf } from '../../platform/web/client.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

type InvitedProps = { family: Family; memberId: string; asked: string | null; part: string | null }

/** An invitation into a team: what is asked and by whom, with the least data, and three answers in thumb reach. */
export function Invited({ family, memberId, asked, part }: InvitedProps) {
  const { t } = useTranslation('cases')
  const [way, setWay] = useState<'decline' | 'delegate' | null>(null)
  const [declined, setDeclined] = useState(false)
  const accept = useDeed((answer: 'accepted', key) =>
    casesApi.answerInvitation({ params: { id: memberId }, body: { answer }, key }),
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
            ...(part ? [{ label: t('invited.part'), value: part }] : []),
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
            <ProblemNotice problem={accept.problem} />
            <Button
              kind="filled"
              size="answer"
              icon={Check}
              busy={accept.busy}
              onClick={() => accept.run('accepted')}
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
          <Decline memberId={memberId} onBack={() => setWay(null)} onDone={() => setDeclined(true)} />
        )}
        {way === 'delegate' && <Delegate memberId={memberId} onBack={() => setWay(null)} />}
      </Section>
    </div>
  )
}

type DeclineProps = { memberId: string; onBack: () => void; onDone: () => void }

function Decline({ memberId, onBack, onDone }: DeclineProps) {
  const { t } = useTranslation('cases')
  const form = useForm(casesApi.answerInvitation, {
    params: { id: memberId },
    start: () => ({ answer: 'declined' as const, reason: '' }),
    draft: `invitation/${memberId}/decline`,
    onDone,
  })
  return (
    <div style={{ marginTop: 16 }}>
      <Form of={form} deed={t('invited.sendDecline')} beside={<Button onClick={onBack}>{t('back')}</Button>}>
        <TextArea
          {...form.field('reason', t('invited.reason'), { lack: t('lack.reason') })}
          hint={t('invited.reasonHint')}
        />
      </Form>
    </div>
  )
}

const institutionsApi = clientOf(institutionsContract)

function Delegate({ memberId, onBack }: { memberId: string; onBack: () => void }) {
  const { t } = useTranslation('cases')
  const { worker } = useSession()
  const mine = useAsk(institutionsApi.mine, {})
  const form = useForm(casesApi.delegateInvitation, {
    params: { id: memberId },
    start: () => ({ id: newId(), workerId: null as string | null }),
  })
  if (form.done) return <Done title={t('invited.delegated')} sub={t('invited.delegatedSub')} />
  return (
    <div style={{ marginTop: 16 }}>
      <Loaded query={mine}>
        {({ workers }) => (
          <Form
            of={form}
            deed={t('invited.sendDelegate')}
            beside={<Button onClick={onBack}>{t('back')}</Button>}
          >
            <SelectField
              {...form.field('workerId', t('invited.colleague'), { lack: t('invited.lackColleague') })}
              hint={t('invited.colleagueHint')}
              options={workers
                .filter((each) => each.id !== worker?.id)
                .map((each) => ({
                  value: each.id,
                  label: `${each.givenName} ${each.familyName}, ${each.position}`,
                }))}
            />
          </Form>
        )}
      </Loaded>
    </div>
  )
}
