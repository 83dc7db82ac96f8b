import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status, type StatusKind } from '../../platform/kit/Status.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { consentsApi, type JointClass, type JointPerson, type JointWorkOf } from './api.ts'
import { GoOnWithout } from './GoOnWithout.tsx'
import { type Do, SheetsOf } from './SheetsOf.tsx'
import { WithdrawTicks } from './WithdrawTicks.tsx'

type PersonsTableProps = {
  scopeId: string
  work: JointWorkOf
  person: JointPerson
  mayRecord: boolean
  onDo: Do
}

/** An institution and a class. */
export type Box = { institutionId: string; class: JointClass }

const classesOf = (child: boolean): JointClass[] =>
  child ? ['file', 'health', 'addiction'] : ['file', 'health', 'addiction', 'whereabouts']

const has = (boxes: { institutionId: string; classes: JointClass[] }[], box: Box) =>
  boxes.some((it) => it.institutionId === box.institutionId && it.classes.includes(box.class))

/** One person: what was signed, refused, asked or never asked, institution by institution. */
export function PersonsTable({ scopeId, work, person, mayRecord, onDo }: PersonsTableProps) {
  const { t } = useTranslation('consents')
  const { numericDate } = useWords()
  const [withdrawing, setWithdrawing] = useState<Box | 'all' | null>(null)
  const institutions = work.iRecord
    ? work.institutions
    : work.institutions.filter(({ id }) =>
        work.open.some((it) => it.institutionId === id && it.personId === person.personId),
      )
  const anything =
    !work.iRecord ||
    institutions.some(({ id }) =>
      classesOf(person.child).some(
        (each) => stateOf(work, person, { institutionId: id, class: each }).is !== 'none',
      ),
    )
  const reading = new Set(person.agreed.map(({ institutionId }) => institutionId))
  const until = person.agreed.map((it) => it.until).toSorted()[0]
  const isSigner = work.people.some(({ signers }) =>
    signers.some((it) => it.personId === person.personId && !it.notWritten),
  )
  const waits = work.institutions.filter(({ id, accepted }) => reading.has(id) && !accepted)
  return (
    <Section
      heading={person.name}
      flush
      more={
        work.iRecord && (
          <Status kind={reading.size ? 'ok' : 'question'}>
            {reading.size && until
              ? t('joint.until', { count: reading.size, day: numericDate(until) })
              : t(person.signers.some((it) => it.signedOn) ? 'joint.nothing' : 'joint.nothingYet')}
          </Status>
        )
      }
    >
      {person.child && work.iRecord && <Signers {...{ scopeId, work, person, mayRecord }} />}
      {!person.child && person.signers.some((it) => it.personId === person.personId && it.notWritten) && (
        <p className="sm" style={{ padding: '0 20px 8px' }}>
          <Status kind="late">{t('joint.notWritten', { name: person.name })}</Status>
        </p>
      )}
      {anything && institutions.length > 0 && (
        <Table
          caption={t('joint.caption', { name: person.name })}
          head={[
            t('joint.institution'),
            ...classesOf(person.child).map((each) => t(`joint.classes.${each}`)),
          ]}
          rows={institutions.map(({ id, name }) => ({
            key: id,
            cells: [
              name,
              ...classesOf(person.child).map((each) => (
                <Cell
                  key={each}
                  work={work}
                  person={person}
                  box={{ institutionId: id, class: each }}
                  onWithdraw={mayRecord ? setWithdrawing : undefined}
                />
              )),
            ],
          }))}
        />
      )}
      {!work.iRecord && institutions.length === 0 && (
        <p className="sm muted" style={{ padding: '0 20px 14px' }}>
          {t('joint.notShared')}
        </p>
      )}
      {waits.length > 0 && (
        <p className="sm muted" style={{ padding: '8px 20px' }}>
          {t('joint.notAccepted', { names: waits.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {mayRecord && (
        <div
          style={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 8,
            padding: '10px 20px 14px',
          }}
        >
          {isSigner && <SheetsOf {...{ scopeId, work, person, onDo }} />}
          {person.nobodySigns && (
            <Button
              size="small"
              onClick={() => onDo({ what: 'order', personId: person.personId })}
              aria-label={`${t('joint.recordOrder')}: ${person.name}`}
            >
              {t('joint.recordOrder')}
            </Button>
          )}
          {person.agreed.length > 0 && !person.child && (
            <Link to={`/api/cases/${scopeId}/joint-work.pdf?person=${person.personId}`}>
              {t('joint.printWhoSees', { name: person.name })}
            </Link>
          )}
          {person.agreed.length > 0 && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => setWithdrawing('all')}
              aria-label={t('joint.withdraw.allNamed', { name: person.name })}
            >
              {t('joint.withdraw.all')}
            </Button>
          )}
        </div>
      )}
      {withdrawing && (
        <WithdrawTicks
          scopeId={scopeId}
          work={work}
          person={person}
          box={withdrawing === 'all' ? null : withdrawing}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </Section>
  )
}

type CellProps = {
  work: JointWorkOf
  person: JointPerson
  box: Box
  onWithdraw: ((box: Box) => void) | undefined
}

/** What stands in a box, as a word. */
function Cell({ work, person, box, onWithdraw }: CellProps) {
  const { t } = useTranslation('consents')
  const state = stateOf(work, person, box)
  const institution = work.institutions.find(({ id }) => id === box.institutionId)?.name ?? ''
  const words = t(`joint.state.${state.is}`, { done: state.done, all: state.all })
  if (state.is === 'none') return <span className="sm muted">{words}</span>
  if (state.is === 'open' && onWithdraw)
    return (
      <Button
        kind="quiet"
        size="small"
        icon={Check}
        onClick={() => onWithdraw(box)}
        aria-label={`${words}, ${t('joint.withdraw.named', { what: t(`joint.classes.${box.class}`), institution })}`}
      >
        {words}
      </Button>
    )
  return <Status kind={looks[state.is]}>{words}</Status>
}

type State = 'open' | 'asked' | 'no' | 'partly' | 'objected' | 'none'
const looks: Record<State, StatusKind> = {
  open: 'ok',
  asked: 'wait',
  no: 'declined',
  partly: 'wait',
  objected: 'declined',
  none: 'question',
}

function stateOf(work: JointWorkOf, person: JointPerson, box: Box): { is: State; done: number; all: number } {
  const { agreed, signers } = person
  const asked = work.sheets.some((it) => it.personId === person.personId && has(it.boxes, box))
  const must = signers.filter(({ hearing, withoutId }) => !hearing && !withoutId)
  const done = must.filter(({ yes }) => has(yes, box)).length
  const open = work.iRecord
    ? agreed.some((it) => it.institutionId === box.institutionId && it.class === box.class)
    : work.open.some(
        (it) =>
          it.personId === person.personId && it.institutionId === box.institutionId && it.class === box.class,
      )
  const is = (state: State) => ({ is: state, done, all: must.length })
  if (open) return is('open')
  if (signers.some(({ hearing, no }) => hearing && has(no, box))) return is('objected')
  if (signers.some(({ no }) => has(no, box))) return is('no')
  if (done > 0) return is('partly')
  return is(asked ? 'asked' : 'none')
}

/** Who signs about a child, and how far each is; whom nobody writes to, and what was decided about that. */
function Signers({ scopeId, work, person, mayRecord }: Omit<PersonsTableProps, 'onDo'>) {
  const { t } = useTranslation('consents')
  const { longDate } = useWords()
  const [deciding, setDeciding] = useState<JointPerson['signers'][number] | null>(null)
  const askAfterAll = useDeed((withoutId: string, key) =>
    consentsApi.askAfterAll({ params: { id: scopeId, withoutId }, key }),
  )
  const words = (signer: JointPerson['signers'][number]): [StatusKind, string] => {
    const { name } = signer
    if (signer.withoutId) return ['question', t('joint.without', { name, reason: signer.withoutReason })]
    if (signer.notWritten) return ['late', t('joint.notWritten', { name })]
    if (signer.signedOn)
      return [
        'ok',
        t(signer.hearing ? 'joint.heardOn' : `joint.signed.${signer.form ?? 'paper_signed'}`, {
          name,
          day: longDate(signer.signedOn),
        }),
      ]
    const sheet = work.sheets.find((it) => it.personId === person.personId && it.signerId === signer.personId)
    if (sheet) return ['wait', t('joint.asked', { name, day: longDate(sheet.askedOn) })]
    return ['question', t(signer.hearing ? 'joint.toHear' : 'joint.notAsked', { name })]
  }
  return (
    <div style={{ padding: '0 20px 8px' }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }} className="sm">
        {person.signers.map((signer) => {
          const [kind, said] = words(signer)
          return (
            <span key={signer.personId} style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
              <Status kind={kind}>{said}</Status>
              {mayRecord && !signer.hearing && !signer.withoutId && !signer.signedOn && (
                <Button size="small" kind="quiet" onClick={() => setDeciding(signer)}>
                  {t(signer.notWritten ? 'joint.decide.open' : 'joint.decide.mustNotKnow', {
                    name: signer.name,
                  })}
                </Button>
              )}
              {mayRecord && signer.withoutId && (
                <Button
                  size="small"
                  kind="quiet"
                  busy={askAfterAll.busy}
                  onClick={() => askAfterAll.run(signer.withoutId!)}
                >
                  {t('joint.decide.end', { name: signer.name })}
                </Button>
              )}
            </span>
          )
        })}
      </div>
      {person.order && <p className="sm">{t('joint.order', { order: person.order })}</p>}
      {person.nobodySigns && !person.order && <Note gap>{t('joint.nobodySigns')}</Note>}
      {deciding && (
        <GoOnWithout scopeId={scopeId} person={person} signer={deciding} onClose={() => setDeciding(null)} />
      )}
    </div>
  )
}
