import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type FieldsOf, useForm } from '../../platform/web/useForm.ts'
import { householdsApi } from './api.ts'
import { relationKinds } from './relationKinds.ts'
import { calledIn, type Household } from './relationWords.ts'

type Relation = Household['relations'][number]
const kinds = 'households.relation_kind'
const authorities = 'households.authority_kind'

/** Who is what to whom, and who has authority over a child: consents for the child depend on it. */
export function Relations({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const { label } = useCodes()
  const [adding, setAdding] = useState(false)
  const [correcting, setCorrecting] = useState<Relation | null>(null)
  const [removing, setRemoving] = useState<Relation | null>(null)
  const remove = useDeed(
    (relation: Relation, key) =>
      householdsApi.removeRelation({ params: { id: relation.id, householdId: household.id }, key }),
    () => setRemoving(null),
  )
  const nameOf = (id: string) => calledIn(household, id) ?? t('relations.somebody')
  const words = (relation: Relation) =>
    t('relations.is', {
      who: nameOf(relation.personId),
      kind: label(kinds, relation.kind).toLocaleLowerCase('pl'),
      whom: nameOf(relation.toPersonId),
    })
  return (
    <Section heading={t('relations.title')} count={household.relations.length}>
      <Rows>
        {household.relations.map((relation) =>
          relation.id === correcting?.id ? (
            <CorrectRelation
              key={relation.id}
              household={household}
              relation={relation}
              words={words(relation)}
              onDone={() => setCorrecting(null)}
            />
          ) : (
            <Row
              key={relation.id}
              title={words(relation)}
              sub={
                <>
                  {relation.authority && label(authorities, relation.authority)}
                  {relation.contactForbidden && (
                    <>
                      {relation.authority && ' · '}
                      <Status kind="late">{t('relations.forbidden')}</Status>
                    </>
                  )}
                </>
              }
              end={
                household.mayKeep && (
                  <>
                    <Button
                      kind="quiet"
                      size="small"
                      onClick={() => setCorrecting(relation)}
                      aria-label={t('relations.correctNamed', { what: words(relation) })}
                    >
                      {t('correct')}
                    </Button>
                    <Button
                      kind="quiet"
                      size="small"
                      onClick={() => setRemoving(relation)}
                      aria-label={t('relations.removeNamed', { what: words(relation) })}
                    >
                      {t('remove')}
                    </Button>
                  </>
                )
              }
            />
          ),
        )}
      </Rows>
      {household.relations.length === 0 && !adding && <EmptyState>{t('relations.empty')}</EmptyState>}
      {household.mayKeep &&
        household.people.length > 1 &&
        (adding ? (
          <div style={{ paddingTop: 14 }}>
            <AddRelation household={household} onDone={() => setAdding(false)} />
          </div>
        ) : (
          <p style={{ paddingTop: 12 }}>
            <Button onClick={() => setAdding(true)}>{t('relations.add')}</Button>
          </p>
        ))}
      <ConfirmDialog
        open={removing !== null}
        title={t('relations.removeTitle')}
        deed={t('remove')}
        danger
        busy={remove.busy}
        problem={remove.problem}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && remove.run(removing)}
      >
        <p>{removing && words(removing)}</p>
        <p className="sm muted">{t('relations.removeText')}</p>
      </ConfirmDialog>
    </Section>
  )
}

/** Relations in which one may have authority over the other. */
const parental = /parent|mother|father|guardian|curator/

function AddRelation({ household, onDone }: { household: Household; onDone: () => void }) {
  const { t } = useTranslation('households')
  const { entries, label } = useCodes()
  const form = useForm(householdsApi.addRelation, {
    params: { id: household.id },
    start: () => ({
      id: newId(),
      personId: null as string | null,
      kind: null as string | null,
      toPersonId: null as string | null,
      authority: null as string | null,
      contactForbidden: false,
    }),
    onDone,
  })
  const { personId: who, kind } = form.values
  const sex = household.people.find(({ personId }) => personId === who)?.sex
  const people = household.people.map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <Form of={form} deed={t('relations.keep')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
      <FieldRow>
        <SelectField
          {...form.field('personId', t('relations.who'), { lack: t('relations.lackWho') })}
          options={people}
        />
        <SelectField
          {...form.field('kind', t('relations.kind'), { lack: t('relations.lackKind') })}
          options={relationKinds(entries(kinds), sex).map(({ code, group }) => ({
            value: code,
            label: label(kinds, code),
            group: t(`relations.groups.${group}`),
          }))}
        />
        <SelectField
          {...form.field('toPersonId', t('relations.whom'), { lack: t('relations.lackWho') })}
          options={people.filter(({ value }) => value !== who)}
        />
      </FieldRow>
      <WhatCourtsSaid kind={kind} form={form} />
    </Form>
  )
}

type CourtsSaid = { authority: string | null; contactForbidden: boolean }
type CorrectRelationProps = { household: Household; relation: Relation; words: string; onDone: () => void }

/** What changes about a relation: a court may have said something else since. */
function CorrectRelation({ household, relation, words, onDone }: CorrectRelationProps) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.changeRelation, {
    params: { householdId: household.id, id: relation.id },
    start: (): CourtsSaid => ({
      authority: relation.authority,
      contactForbidden: relation.contactForbidden,
    }),
    version: relation.version,
    // Whose word counts about a child changes with it, and what is open about the child at once.
    asks: ({ authority }) => relation.authority !== null && authority !== relation.authority,
    onDone,
  })
  return (
    <li style={{ padding: '14px 0' }}>
      <h3>{words}</h3>
      <Form of={form} deed={t('relations.keep')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
        <WhatCourtsSaid kind={relation.kind} form={form} />
      </Form>
      <ConfirmDialog
        {...form.confirm}
        title={t('relations.authorityTitle')}
        deed={t('relations.keep')}
        danger
      >
        <p>{t('relations.authorityText')}</p>
      </ConfirmDialog>
    </li>
  )
}

function WhatCourtsSaid({ kind, form }: { kind: string | null; form: Pick<FieldsOf<CourtsSaid>, 'field'> }) {
  const { t } = useTranslation('households')
  const { entries, label } = useCodes()
  return (
    <>
      {kind && parental.test(kind) && (
        <SelectField
          {...form.field('authority', t('relations.authority'))}
          hint={t('relations.authorityHint')}
          options={entries(authorities).map(({ code }) => ({ value: code, label: label(authorities, code) }))}
        />
      )}
      <CheckboxField
        {...form.field('contactForbidden', t('relations.forbid'))}
        hint={t('relations.forbidHint')}
      />
    </>
  )
}
