import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { type Code, useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { consentsApi } from './api.ts'
import type { ConsentsFileProps, Receiver } from './ConsentsFile.tsx'

type DisclosedClass = 'file' | 'whereabouts' | 'health' | 'addiction' | 'justice'
type Given = Parameters<typeof consentsApi.recordBasis>[0]['body']

const begun = {
  id: '',
  personId: null as string | null,
  to: null as string | null,
  rule: 'consent',
  classes: ['file'] as DisclosedClass[],
  purpose: '',
  since: null as string | null,
  until: null as string | null,
  form: 'paper_signed' as string | null,
  /** Null while those who may sign are proposed. */
  signedBy: null as string[] | null,
  courtOrder: '',
  what: '',
}

const disclosable: DisclosedClass[] = ['file', 'whereabouts', 'health', 'addiction', 'justice']

/** Whether a rule of the table lets anything go to an institution of this kind and group. */
function reaches(rule: Code, receiver: Receiver | undefined, group: unknown): boolean {
  const to = rule.to as { any?: boolean; kinds?: string[]; groups?: string[] }
  if (!receiver || to.any) return true
  return (to.kinds?.includes(receiver.kind) ?? false) || (to.groups?.includes(String(group)) ?? false)
}

/** Records a consent step by step: whose, for whom, what, until when, who signed; or a basis in law from the table. */
export function RecordBasis({
  scopeId,
  people,
  receivers,
  onClose,
}: Omit<ConsentsFileProps, 'mayRecord'> & { onClose: () => void }) {
  const { t } = useTranslation('consents')
  const codes = useCodes()
  const draft = useFormDraft(`case/${scopeId}/basis`, begun)
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const [recorded, setRecorded] = useState<{ id: string; person: string; consent: boolean } | null>(null)

  const receiver = receivers.find(({ id }) => id === values.to)
  const group = codes
    .entries('institutions.institution_kind')
    .find(({ code }) => code === receiver?.kind)?.group
  const rules = codes.entries('consents.basis_rule').filter((rule) => reaches(rule, receiver, group))
  const rule = rules.find(({ code }) => code === values.rule) ?? rules[0]
  const person = people.find(({ id }) => id === values.personId)
  const consent = rule?.kind === 'consent'
  const covered = disclosable.filter((each) => (rule?.classes as string[] | undefined)?.includes(each))
  const classes = values.classes.filter((each) => covered.includes(each))
  const longest = typeof rule?.longestDays === 'number' ? rule.longestDays : null
  const since = values.since ?? today()
  const until = values.until ?? (longest ? addDays(since, longest - 1) : since)
  const query = useQuery({
    queryKey: ['case', scopeId, 'signers'],
    queryFn: () => consentsApi.signers({ params: { id: scopeId } }),
  })
  const whose = query.data?.find(({ personId }) => personId === person?.id)
  const signers = whose?.signers ?? []
  const courtOrder = whose?.child ? values.courtOrder.trim() : ''
  // Proposed is the adult, or the first of those with authority over the child; whoever else was chosen for another person is not kept.
  const chosen = values.signedBy?.filter((id) => signers.some(({ personId }) => personId === id))
  const signedBy = courtOrder ? [] : (chosen ?? signers.slice(0, 1).map(({ personId }) => personId))
  const lacksSigner = consent && signedBy.length === 0 && courtOrder.length < 3

  const deed = useDeed(
    (body: Given, key) => consentsApi.recordBasis({ params: { id: scopeId }, body, key }),
    ({ id }) => {
      draft.clear()
      setMissing(false)
      setRecorded({ id, person: person?.name ?? '', consent })
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const submit = () => {
    setMissing(true)
    if (!person || !receiver || !rule || classes.length === 0 || values.purpose.trim().length < 3) return
    if (lacksSigner) return
    deed.run({
      id: values.id || newId(),
      personId: person.id,
      to: receiver.id,
      rule: rule.code,
      classes,
      purpose: values.purpose,
      since,
      until,
      ...(consent && { form: values.form ?? 'paper_signed', signedBy, ...(courtOrder && { courtOrder }) }),
      ...(!consent && values.what.trim() && { what: values.what }),
    })
  }

  if (recorded)
    return (
      <Section heading={t('record.title')}>
        <Done title={t('record.done', { person: recorded.person })} sub={t('record.doneSub')}>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            {recorded.consent && (
              <Button to={`/api/cases/${scopeId}/bases/${recorded.id}/form.pdf`}>{t('bases.paper')}</Button>
            )}
            <Button onClick={() => setRecorded(null)}>{t('record.another')}</Button>
            <Button kind="filled" onClick={onClose}>
              {t('record.close')}
            </Button>
          </div>
        </Done>
      </Section>
    )
  return (
    <Section heading={t('record.title')}>
      <OldForm
        problem={deed.problem}
        onSubmit={submit}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t(consent ? 'record.consent' : 'record.basis')}
            </Button>
            <Button onClick={onClose}>{t('back')}</Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <ChoiceCards
          label={t('record.whose')}
          hint={t('record.whoseHint')}
          value={values.personId}
          onChange={(personId) => change({ personId, signedBy: null, courtOrder: '' })}
          choices={people.map((each) => ({
            value: each.id,
            title: each.name,
            sub: each.age !== null ? t('record.age', { age: each.age }) : undefined,
          }))}
          error={missing && !person && t('record.lackWhose')}
        />
        <SelectField
          label={t('record.to')}
          hint={t('record.toHint')}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.to}
          onChange={(to) => change({ to })}
          error={(missing && !receiver && t('record.lackTo')) || at('to')}
        />
        <SelectField
          label={t('record.rule')}
          hint={rule?.article ? String(rule.article) : undefined}
          options={rules.map(({ code }) => ({
            value: code,
            label: codes.label('consents.basis_rule', code),
          }))}
          value={rule?.code ?? null}
          onChange={(chosen) => change({ rule: chosen ?? 'consent' })}
          error={at('rule')}
        />
        {consent && person && receiver && (
          <p className="sm muted">
            <Link to={`/api/cases/${scopeId}/consent.pdf?person=${person.id}&to=${receiver.id}`}>
              {t('record.printBlank')}
            </Link>{' '}
            {t('record.printBlankWhy')}
          </p>
        )}
        <CheckboxesField
          label={t('record.what')}
          choices={covered.map((each) => ({
            value: each,
            label: t(`classes.${each}.name`),
            hint: t(`classes.${each}.examples`),
          }))}
          value={classes}
          onChange={(chosen) => change({ classes: chosen })}
          error={(missing && classes.length === 0 && t('record.lackWhat')) || at('classes')}
        />
        <TextArea
          label={t('record.purpose')}
          hint={t('record.purposeHint')}
          rows={2}
          value={values.purpose}
          onChange={(purpose) => change({ purpose })}
          maxLength={500}
          error={(missing && values.purpose.trim().length < 3 && t('record.lackPurpose')) || at('purpose')}
        />
        <FieldRow>
          <DateField
            label={t('record.since')}
            value={since}
            onChange={(day) => change({ since: day })}
            error={at('since')}
          />
          {rule?.standing !== false && (
            <DateField
              label={t('record.until')}
              hint={longest ? t('record.longest', { days: longest }) : undefined}
              value={until}
              min={since}
              onChange={(day) => change({ until: day })}
              error={at('until')}
            />
          )}
        </FieldRow>
        {consent ? (
          <ConsentGiven
            form={values.form}
            whose={whose}
            signedBy={signedBy}
            courtOrder={values.courtOrder}
            error={(missing && lacksSigner && t('record.lackGivenBy')) || at('signedBy')}
            orderError={at('courtOrder')}
            onForm={(form) => change({ form })}
            onSignedBy={(who) => change({ signedBy: who })}
            onCourtOrder={(order) => change({ courtOrder: order })}
          />
        ) : (
          <TextArea
            label={t('record.said')}
            optional
            rows={2}
            value={values.what}
            onChange={(what) => change({ what })}
            maxLength={1000}
          />
        )}
      </OldForm>
    </Section>
  )
}

type Signers = Awaited<ReturnType<typeof consentsApi.signers>>[number]

type ConsentGivenProps = {
  form: string | null
  whose: Signers | undefined
  signedBy: string[]
  courtOrder: string
  error: string | false | undefined
  orderError: string | undefined
  onForm: (form: string | null) => void
  onSignedBy: (who: string[]) => void
  onCourtOrder: (order: string) => void
}

/** Who gave the consent and how: only those are offered who may. */
function ConsentGiven(props: ConsentGivenProps) {
  const { t } = useTranslation('consents')
  const { options, label } = useCodes()
  const { whose, form, signedBy, courtOrder, error, orderError } = props
  return (
    <>
      <FieldRow>
        <SelectField
          label={t('record.form')}
          options={options('consents.consent_form')}
          value={form}
          onChange={props.onForm}
        />
        {whose?.signers.length !== 0 && (
          <MultiSelectField
            label={t('record.givenBy')}
            hint={whose?.child ? t('record.givenForChild') : undefined}
            options={(whose?.signers ?? []).map(({ personId, name, authority }) => ({
              value: personId,
              label: authority ? `${name}, ${label('households.authority_kind', authority)}` : name,
            }))}
            value={signedBy}
            onChange={props.onSignedBy}
            error={error}
          />
        )}
      </FieldRow>
      {whose && !whose.ageKnown && <Note>{t('record.ageUnknown')}</Note>}
      {whose?.child && (
        <>
          {whose.signers.length === 0 && <Note>{t('record.noSigner')}</Note>}
          <TextField
            label={t('record.courtOrder')}
            hint={t('record.courtOrderHint')}
            optional={whose.signers.length > 0}
            value={courtOrder}
            onChange={props.onCourtOrder}
            maxLength={150}
            error={orderError || (whose.signers.length === 0 && error)}
          />
        </>
      )}
    </>
  )
}
