import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { consentsContract } from '../contract.ts'
import { consentsApi } from './api.ts'
import { Clauses } from './Clauses.tsx'
import { DisclosureRegister } from './DisclosureRegister.tsx'
import { JointWork } from './JointWork.tsx'
import { RecordBasis } from './RecordBasis.tsx'

export type Basis = z.output<typeof consentsContract.bases.answer>['bases'][number]
export type ConsentPerson = { id: string; name: string; age: string | null; child: boolean | null }
export type Receiver = { id: string; name: string; kind: string }

export type ConsentsFileProps = {
  scopeId: string
  people: ConsentPerson[]
  /** Institutions of the partnership but mine. */
  receivers: Receiver[]
  mayRecord: boolean
}

/** What each person was told and agreed to, for whom and until when; and the register of what went where. */
export function ConsentsFile({ scopeId, people, receivers, mayRecord }: ConsentsFileProps) {
  const { t } = useTranslation('consents')
  const [recording, setRecording] = useState(false)
  const query = useAsk(consentsApi.bases, { params: { id: scopeId } })
  return (
    <Stack>
      <JointWork
        scopeId={scopeId}
        mayRecord={mayRecord}
        beside={
          <Loaded query={query}>
            {({ clauses }) => (
              <Clauses scopeId={scopeId} people={people} clauses={clauses} mayRecord={mayRecord} />
            )}
          </Loaded>
        }
      >
        {recording ? (
          <RecordBasis
            scopeId={scopeId}
            people={people}
            receivers={receivers}
            onClose={() => setRecording(false)}
          />
        ) : (
          <Section
            heading={t('bases.title')}
            more={
              mayRecord && (
                <Button size="small" onClick={() => setRecording(true)}>
                  {t('bases.record')}
                </Button>
              )
            }
          >
            <Loaded query={query}>
              {({ bases }) =>
                bases.length === 0 ? (
                  <EmptyState>{t('bases.none')}</EmptyState>
                ) : (
                  people
                    .filter(({ id }) => bases.some(({ personId }) => personId === id))
                    .map((person) => (
                      <PersonsBases
                        key={person.id}
                        scopeId={scopeId}
                        person={person}
                        bases={bases.filter(({ personId }) => personId === person.id)}
                      />
                    ))
                )
              }
            </Loaded>
          </Section>
        )}
      </JointWork>
      <DisclosureRegister scopeId={scopeId} />
    </Stack>
  )
}

const looks: Record<Basis['state'], StatusKind> = {
  valid: 'ok',
  resting: 'question',
  future: 'wait',
  ended: 'question',
  withdrawn: 'declined',
  once: 'question',
}

type PersonsBasesProps = { scopeId: string; person: ConsentPerson; bases: Basis[] }

function PersonsBases({ scopeId, person, bases }: PersonsBasesProps) {
  const { t } = useTranslation('consents')
  const { label } = useCodes()
  const { longDate } = useWords()
  const { worker } = useSession()
  const [withdrawing, setWithdrawing] = useState<Basis | null>(null)
  return (
    <div style={{ paddingBottom: 14 }}>
      <h3>{person.name}</h3>
      <Rows>
        {bases.map((basis) => (
          <Row
            key={basis.id}
            title={basis.to.name}
            sub={
              <>
                {basis.from.id !== worker?.institutionId && `${t('bases.from', { from: basis.from.name })} `}
                {label('consents.basis_rule', basis.rule)}
                {': '}
                {basis.classes.map((each) => t(`classes.${each}.name`)).join(', ')}
                <br />
                {basis.purpose}
                {basis.givenBy && (
                  <>
                    <br />
                    {t('bases.givenBy', { who: basis.givenBy })}
                  </>
                )}
              </>
            }
            end={
              <span style={{ display: 'grid', justifyItems: 'start', gap: 4, maxWidth: '13.75rem' }}>
                <Status kind={looks[basis.state]}>
                  {t(`bases.state.${basis.state}`, {
                    day: longDate(
                      basis.withdrawnOn ?? (basis.state === 'future' ? basis.since : basis.until),
                    ),
                  })}
                </Status>
                {basis.ruleKind === 'consent' && basis.state !== 'withdrawn' && (
                  <Link
                    to={`/api/cases/${scopeId}/bases/${basis.id}/form.pdf`}
                    aria-label={`${t('bases.paper')}: ${person.name}, ${basis.to.name}`}
                  >
                    {t('bases.paper')}
                  </Link>
                )}
                {basis.iMayWithdraw && (
                  <Button
                    size="small"
                    onClick={() => setWithdrawing(basis)}
                    aria-label={t('bases.withdrawNamed', { person: person.name, to: basis.to.name })}
                  >
                    {t('bases.withdraw')}
                  </Button>
                )}
              </span>
            }
          />
        ))}
      </Rows>
      {withdrawing && (
        <Withdraw
          scopeId={scopeId}
          person={person}
          basis={withdrawing}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </div>
  )
}

type WithdrawProps = { scopeId: string; person: ConsentPerson; basis: Basis; onClose: () => void }

function Withdraw({ scopeId, person, basis, onClose }: WithdrawProps) {
  const { t } = useTranslation('consents')
  const form = useForm(consentsApi.withdrawBasis, {
    params: { id: scopeId, basisId: basis.id },
    start: () => ({ how: '' }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      title={t('withdraw.title', { person: person.name })}
      deed={t('bases.withdraw')}
      danger
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>{t('withdraw.text', { to: basis.to.name })}</p>
      <TextField
        {...form.field('how', t('withdraw.how'), { lack: t('withdraw.lackHow') })}
        hint={t('withdraw.howHint')}
      />
    </ConfirmDialog>
  )
}
