import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { InstitutionTile } from '../../institutions/pages/InstitutionTile.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { type FieldsOf, useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { casesContract } from '../contract.ts'
import { casesApi } from './api.ts'
import { useIsPrivate } from './useIsPrivate.ts'

type Person = z.output<typeof casesContract.whoMayBeInvited.answer>[number]
type Chosen = { id: string; workerId: string; name: string; part: string }
const shownAtOnce = 8

/** Whom to invite, first those whom the competence map proposes, with the reason: several at once, with one question. */
export function InviteToTeam({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases')
  const { list } = useWords()
  const [wanted, setWanted] = useState('')
  const [invited, setInvited] = useState<string[]>([])
  const [all, setAll] = useState(false)
  const query = useAsk(casesApi.whoMayBeInvited, { params: { id: caseId } })
  // A draft may name somebody who was asked by another meanwhile.
  const mayBe = ({ workerId }: Chosen) => query.data?.some(({ id }) => id === workerId) ?? true
  const isPrivate = useIsPrivate()
  const form = useForm(casesApi.invite, {
    params: { id: caseId },
    start: () => ({ people: [] as Chosen[], asked: '' }),
    body: ({ people, asked }) => ({ people: people.filter(mayBe), asked }),
    draft: `case/${caseId}/invite`,
    asks: ({ people, asked }) =>
      isPrivate(asked) || people.some((each) => mayBe(each) && isPrivate(each.part)),
    onDone: (_, { people }) => {
      setInvited(people.map(({ name }) => name))
      setWanted('')
      // Who was ticked while it was on its way is asked next.
      const next = form.values.people.filter(
        ({ workerId }) => !people.some((each) => each.workerId === workerId),
      )
      if (next.length > 0) form.change({ people: next })
    },
  })
  const chosen = form.values.people
  const count = chosen.filter(mayBe).length
  const turn = ({ id, name }: Person, ticked: boolean) => {
    setInvited([])
    form.change(({ people }) => ({
      people: ticked
        ? [...people, { id: newId(), workerId: id, name, part: '' }]
        : people.filter(({ workerId }) => workerId !== id),
    }))
  }
  return (
    <Section heading={t('invite.title')} id="invite" more={t('invite.why')}>
      <div role="status">
        {invited.length > 0 && (
          <p style={{ paddingBottom: 8 }}>
            <Status kind="ok">{t('invite.sent', { count: invited.length, names: list(invited) })}</Status>
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
              {[...Map.groupBy(shown, reasonOf)].map(([reason, of]) => (
                <div key={reason} style={{ paddingTop: 8 }}>
                  {reason ? (
                    <Reason person={of[0]!} />
                  ) : (
                    shown.length > of.length && <p className="sm">{t('invite.others')}</p>
                  )}
                  <Rows>
                    {of.map((person) => (
                      <Row
                        key={person.id}
                        tile={<InstitutionTile kind={person.institutionKind} />}
                        title={person.name}
                        sub={
                          <>
                            {person.institutionName}, {person.position}
                            {person.represents && ` · ${t('invite.represents')}`}
                          </>
                        }
                        end={
                          <CheckboxField
                            label={
                              <>
                                {t('team.invite')}
                                <span className="vh">: {person.name}</span>
                              </>
                            }
                            value={chosen.some(({ workerId }) => workerId === person.id)}
                            onChange={(ticked) => turn(person, ticked)}
                          />
                        }
                      />
                    ))}
                  </Rows>
                </div>
              ))}
              {found.length === 0 && <EmptyState>{t('invite.nobody')}</EmptyState>}
              {shown.length < found.length && (
                <p style={{ paddingTop: 12 }}>
                  <Button size="small" onClick={() => setAll(true)}>
                    {t('invite.more', { count: found.length - shown.length })}
                  </Button>
                </p>
              )}
              {count > 0 && (
                <div style={{ paddingTop: 20 }}>
                  <Form of={form} deed={t('invite.send', { count })}>
                    <TextArea
                      {...form.field('asked', t('invite.asked'))}
                      hint={t('invite.askedHint', { count })}
                      rows={2}
                    />
                    {isPrivate(form.values.asked) && <Note>{t('invite.tells')}</Note>}
                    {chosen.map(
                      (each, i) => mayBe(each) && <Asked key={each.id} of={form.line('people', i)} />,
                    )}
                  </Form>
                  <ConfirmDialog
                    {...form.confirm}
                    title={t('invite.asks.title')}
                    deed={t('invite.asks.deed')}
                  >
                    <p>{t('invite.asks.text')}</p>
                  </ConfirmDialog>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

/** What one of those who are invited is asked for. */
function Asked({ of }: { of: FieldsOf<Chosen> }) {
  const { t } = useTranslation('cases')
  const isPrivate = useIsPrivate()
  return (
    <>
      <TextField
        {...of.field('part', t('invite.part.label', { name: of.values.name }))}
        hint={t('invite.part.hint')}
      />
      {isPrivate(of.values.part) && <Note>{t('invite.part.tells')}</Note>}
    </>
  )
}

/** People who are proposed for the same reason stand together, and it is said once. */
const reasonOf = ({ proposed }: Person) =>
  proposed ? [proposed.part, proposed.problem, proposed.law].join(' ') : ''

/** Why the competence map proposes these people; the law where there is one. */
function Reason({ person }: { person: Person }) {
  const { t } = useTranslation('cases')
  const { label } = useCodes()
  if (!person.proposed) return null
  const { part, problem, law } = person.proposed
  return (
    <p className="sm">
      <span className={part === 'must' || part === 'leads' ? 'm' : undefined}>
        {t(`invite.part.${part}`, {
          problem: label('partnerships.problem_kind', problem).toLocaleLowerCase('pl'),
        })}
      </span>
      {law && <span className="muted"> ({law})</span>}
    </p>
  )
}
