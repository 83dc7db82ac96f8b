import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import type { casesContract } from '../contract.ts'
import { casesApi } from './api.ts'

type Person = z.output<typeof casesContract.whoMayBeInvited.answer>[number]
const shownAtOnce = 8

/** Whom to invite: first those whom the competence map proposes for this family, with the reason. */
export function InviteToTeam({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases')
  const [wanted, setWanted] = useState('')
  const [whom, setWhom] = useState<Person | null>(null)
  const [invited, setInvited] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const query = useAsk(casesApi.whoMayBeInvited, { params: { id: caseId } })
  return (
    <Section heading={t('invite.title')} id="invite" more={t('invite.why')}>
      <div role="status">
        {invited && (
          <p style={{ paddingBottom: 8 }}>
            <Status kind="ok">{t('invite.sent', { name: invited })}</Status>
          </p>
        )}
      </div>
      <Loaded query={query} rows={4}>
        {(people) => {
          const found = people.filter((person) =>
            `${person.name} ${person.institutionName} ${person.position}`
              .toLocaleLowerCase('pl')
              .includes(wanted.trim().toLocaleLowerCase('pl')),
          )
          const shown = all || wanted ? found : found.slice(0, shownAtOnce)
          return (
            <>
              {people.length > shownAtOnce && (
                <div style={{ maxWidth: 420, paddingBottom: 8 }}>
                  <TextField type="search" label={t('invite.find')} value={wanted} onChange={setWanted} />
                </div>
              )}
              <Rows>
                {shown.map((person) =>
                  whom?.id === person.id ? (
                    <li key={person.id} style={{ padding: '14px 0' }}>
                      <Invitation
                        caseId={caseId}
                        person={person}
                        onBack={() => setWhom(null)}
                        onInvited={() => {
                          setWhom(null)
                          setInvited(person.name)
                        }}
                      />
                    </li>
                  ) : (
                    <Row
                      key={person.id}
                      tile={<InstitutionTile kind={person.institutionKind} />}
                      title={person.name}
                      sub={
                        <>
                          {person.institutionName}, {person.position}
                          {person.represents && ` · ${t('invite.represents')}`}
                          <Reason person={person} />
                        </>
                      }
                      end={
                        <Button
                          size="small"
                          onClick={() => setWhom(person)}
                          aria-label={t('invite.named', { name: person.name })}
                        >
                          {t('team.invite')}
                        </Button>
                      }
                    />
                  ),
                )}
              </Rows>
              {found.length === 0 && <EmptyState>{t('invite.nobody')}</EmptyState>}
              {shown.length < found.length && (
                <p style={{ paddingTop: 12 }}>
                  <Button size="small" onClick={() => setAll(true)}>
                    {t('invite.more', { count: found.length - shown.length })}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

/** Why the competence map proposes this person; the law where there is one. */
function Reason({ person }: { person: Person }) {
  const { t } = useTranslation('cases')
  const { label } = useCodes()
  if (!person.proposed) return null
  const { part, problem, law } = person.proposed
  return (
    <>
      <br />
      <span
        className={part === 'must' || part === 'leads' ? 'm' : undefined}
        style={{ color: 'var(--ink-9)' }}
      >
        {t(`invite.part.${part}`, {
          problem: label('partnerships.problem_kind', problem).toLocaleLowerCase('pl'),
        })}
      </span>
      {law && ` (${law})`}
    </>
  )
}

type InvitationProps = { caseId: string; person: Person; onBack: () => void; onInvited: () => void }

function Invitation({ caseId, person, onBack, onInvited }: InvitationProps) {
  const { t } = useTranslation('cases')
  const form = useForm(casesApi.invite, {
    params: { id: caseId },
    start: () => ({ id: newId(), part: '', asked: '' }),
    body: (values) => ({ ...values, workerId: person.id }),
    draft: `case/${caseId}/invite/${person.id}`,
    onDone: onInvited,
  })
  return (
    <Form of={form} deed={t('invite.send')} beside={<Button onClick={onBack}>{t('back')}</Button>}>
      <p>
        <b className="m">{person.name}</b>
        <br />
        <span className="sm muted">
          {person.institutionName}, {person.position}
        </span>
      </p>
      <TextField {...form.field('part', t('invite.part.label'))} hint={t('invite.part.hint')} />
      <TextArea {...form.field('asked', t('invite.asked'))} hint={t('invite.askedHint')} rows={2} />
    </Form>
  )
}
