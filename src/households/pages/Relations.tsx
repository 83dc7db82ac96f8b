import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { householdsApi } from './api.ts'
import type { Household } from './relationWords.ts'

type Relation = Household['relations'][number]
const kinds = 'households.relation_kind'
const authorities = 'households.authority_kind'

/** Who is what to whom, and who has authority over a child: consents for the child depend on it. */
export function Relations({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const { label } = useCodes()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Relation | null>(null)
  const remove = useDeed(
    (relation: Relation, key) =>
      householdsApi.removeRelation({ params: { id: relation.id, householdId: household.id }, key }),
    () => setRemoving(null),
  )
  const nameOf = (id: string) =>
    household.people.find(({ personId }) => personId === id)?.givenName ?? t('relations.somebody')
  const words = (relation: Relation) =>
    t('relations.is', {
      who: nameOf(relation.personId),
      kind: label(kinds, relation.kind).toLocaleLowerCase('pl'),
      whom: nameOf(relation.toPersonId),
    })
  return (
    <Section heading={t('relations.title')} count={household.relations.length}>
      <Rows>
        {household.relations.map((relation) => (
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
                <Button
                  kind="quiet"
                  size="small"
                  onClick={() => setRemoving(relation)}
                  aria-label={t('relations.removeNamed', { what: words(relation) })}
                >
                  {t('remove')}
                </Button>
              )
            }
          />
        ))}
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
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && remove.run(removing)}
      >
        <p>{removing && words(removing)}</p>
        <p className="sm muted">{t('relations.removeText')}</p>
        <ProblemNotice problem={remove.problem} />
      </ConfirmDialog>
    </Section>
  )
}

type Given = Parameters<typeof householdsApi.addRelation>[0]['body']
/** Relations in which one may have authority over the other. */
const parental = /parent|mother|father|guardian|curator/

function AddRelation({ household, onDone }: { household: Household; onDone: () => void }) {
  const { t } = useTranslation('households')
  const { entries, label } = useCodes()
  const [id] = useState(newId)
  const [who, setWho] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [whom, setWhom] = useState<string | null>(null)
  const [authority, setAuthority] = useState<string | null>(null)
  const [contactForbidden, setForbidden] = useState(false)
  const [missing, setMissing] = useState(false)
  const add = useDeed(
    (body: Given, key) => householdsApi.addRelation({ params: { id: household.id }, body, key }),
    onDone,
  )
  const at = (field: string) => (add.problem instanceof Problem ? add.problem.at(field) : undefined)
  const sex = household.people.find(({ personId }) => personId === who)?.sex
  const people = household.people.map(({ personId, givenName, familyName }) => ({
    value: personId,
    label: `${givenName} ${familyName}`,
  }))
  return (
    <OldForm
      problem={add.problem}
      onSubmit={() => {
        setMissing(true)
        if (who && kind && whom)
          add.run({
            id,
            personId: who,
            toPersonId: whom,
            kind,
            contactForbidden,
            ...(authority && { authority }),
          })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={add.busy}>
            {t('relations.keep')}
          </Button>
          <Button onClick={onDone}>{t('back')}</Button>
        </>
      }
    >
      <FieldRow>
        <SelectField
          label={t('relations.who')}
          options={people}
          value={who}
          onChange={setWho}
          error={(missing && !who && t('relations.lackWho')) || at('personId')}
        />
        <SelectField
          label={t('relations.kind')}
          options={entries(kinds)
            .filter((entry) => !entry.sex || !sex || entry.sex === sex)
            .map(({ code }) => ({ value: code, label: label(kinds, code) }))}
          value={kind}
          onChange={setKind}
          error={(missing && !kind && t('relations.lackKind')) || at('kind')}
        />
        <SelectField
          label={t('relations.whom')}
          options={people.filter(({ value }) => value !== who)}
          value={whom}
          onChange={setWhom}
          error={(missing && !whom && t('relations.lackWho')) || at('toPersonId')}
        />
      </FieldRow>
      {kind && parental.test(kind) && (
        <SelectField
          label={t('relations.authority')}
          hint={t('relations.authorityHint')}
          optional
          options={entries(authorities).map(({ code }) => ({ value: code, label: label(authorities, code) }))}
          value={authority}
          onChange={setAuthority}
        />
      )}
      <CheckboxField
        label={t('relations.forbid')}
        hint={t('relations.forbidHint')}
        value={contactForbidden}
        onChange={setForbidden}
      />
    </OldForm>
  )
}
