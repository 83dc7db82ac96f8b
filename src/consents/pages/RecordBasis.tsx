import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Code, useCodes } from '../../platform/web/useCodes.ts'
import { type FormOf, useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { consentsApi } from './api.ts'
import type { ConsentsFileProps, Receiver } from './ConsentsFile.tsx'

type DisclosedClass = 'file' | 'whereabouts' | 'health' | 'addiction' | 'justice'
const begun = () => ({
  basisId: newId(),
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
})
type Written = ReturnType<typeof begun>

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
  const { longDate } = useWords()
  const [recorded, setRecorded] = useState<{
    id: string
    person: string
    consent: boolean
    ofAgeOn: string | null
  } | null>(null)
  const query = useAsk(consentsApi.signers, { params: { id: scopeId } })

  /** What follows from what was chosen so far. */
  const basisOf = (values: Written) => {
    const receiver = receivers.find(({ id }) => id === values.to)
    const group = codes
      .entries('institutions.institution_kind')
      .find(({ code }) => code === receiver?.kind)?.group
    const rules = codes.entries('consents.basis_rule').filter((rule) => reaches(rule, receiver, group))
    const rule = rules.find(({ code }) => code === values.rule) ?? rules[0]
    const person = people.find(({ id }) => id === values.personId)
    const covered = disclosable.filter((each) => (rule?.classes as string[] | undefined)?.includes(each))
    const longest = typeof rule?.longestDays === 'number' ? rule.longestDays : null
    const since = values.since ?? today()
    const whose = query.data?.find(({ personId }) => personId === person?.id)
    const signers = whose?.signers ?? []
    // What is given for a child lasts until the birthday at most: turning 18 asks anew.
    const ofAgeOn = rule?.kind === 'consent' && whose?.ofAgeOn && whose.ofAgeOn > since ? whose.ofAgeOn : null
    const until = values.until ?? (longest ? addDays(since, longest - 1) : since)
    const courtOrder = whose?.child ? values.courtOrder.trim() : ''
    // Proposed is the adult, or the first of those with authority over the child; whoever else was chosen for another person is not kept.
    const chosen = values.signedBy?.filter((id) => signers.some(({ personId }) => personId === id))
    return {
      receiver,
      rules,
      rule,
      person,
      consent: rule?.kind === 'consent',
      covered,
      classes: values.classes.filter((each) => covered.includes(each)),
      longest,
      since,
      ofAgeOn,
      until: ofAgeOn && until >= ofAgeOn ? addDays(ofAgeOn, -1) : until,
      whose,
      courtOrder,
      signedBy: courtOrder ? [] : (chosen ?? signers.slice(0, 1).map(({ personId }) => personId)),
    }
  }
  const form = useForm(consentsApi.recordBasis, {
    params: { id: scopeId },
    start: begun,
    draft: `case/${scopeId}/basis`,
    body: (values) => {
      const { rule, consent, classes, since, until, signedBy, courtOrder } = basisOf(values)
      const common = { ...values, id: values.basisId, rule: rule?.code, classes, since, until }
      if (!consent) return { ...common, form: null, signedBy: [], courtOrder: null }
      return { ...common, form: values.form ?? 'paper_signed', signedBy, courtOrder, what: null }
    },
    faults: (values) => {
      const { consent, signedBy, courtOrder } = basisOf(values)
      return {
        signedBy: consent && signedBy.length === 0 && courtOrder.length < 3 && t('record.lackGivenBy'),
      }
    },
    onDone: ({ id }, values) => {
      const { person, consent, ofAgeOn, until } = basisOf(values)
      const endsThen = ofAgeOn && addDays(until, 1) === ofAgeOn ? ofAgeOn : null
      setRecorded({ id, person: person?.name ?? '', consent, ofAgeOn: endsThen })
    },
  })
  const { values, change } = form
  const {
    receiver,
    rules,
    rule,
    person,
    consent,
    covered,
    classes,
    longest,
    since,
    until,
    ofAgeOn,
    whose,
    signedBy,
  } = basisOf(values)

  if (recorded)
    return (
      <Section heading={t('record.title')}>
        <Done title={t('record.done', { person: recorded.person })} sub={t('record.doneSub')}>
          {recorded.ofAgeOn && <p>{t('record.untilBirthday', { day: longDate(recorded.ofAgeOn) })}</p>}
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
      <Form
        of={form}
        deed={t(consent ? 'record.consent' : 'record.basis')}
        beside={<Button onClick={onClose}>{t('back')}</Button>}
      >
        <ChoiceCards
          {...form.field('personId', t('record.whose'), { lack: t('record.lackWhose') })}
          hint={t('record.whoseHint')}
          onChange={(personId) => change({ personId, signedBy: null, courtOrder: '' })}
          choices={people.map((each) => ({
            value: each.id,
            title: each.name,
            sub: each.age ?? undefined,
          }))}
        />
        <SelectField
          {...form.field('to', t('record.to'), { lack: t('record.lackTo') })}
          hint={t('record.toHint')}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          {...form.field('rule', t('record.rule'))}
          hint={rule?.article ? String(rule.article) : undefined}
          options={rules.map(({ code }) => ({
            value: code,
            label: codes.label('consents.basis_rule', code),
          }))}
          value={rule?.code ?? ''}
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
          {...form.field('classes', t('record.what'), { lack: t('record.lackWhat') })}
          choices={covered.map((each) => ({
            value: each,
            label: t(`classes.${each}.name`),
            hint: t(`classes.${each}.examples`),
          }))}
          value={classes}
        />
        <TextArea
          {...form.field('purpose', t('record.purpose'), { lack: t('record.lackPurpose') })}
          hint={t('record.purposeHint')}
          rows={2}
        />
        <FieldRow>
          <DateField {...form.field('since', t('record.since'))} value={since} />
          {rule?.standing !== false && (
            <DateField
              {...form.field('until', t('record.until'))}
              hint={
                ofAgeOn
                  ? t('record.untilBirthday', { day: longDate(ofAgeOn) })
                  : longest
                    ? t('record.longest', { days: longest })
                    : undefined
              }
              value={until}
              min={since}
              max={ofAgeOn ? addDays(ofAgeOn, -1) : undefined}
            />
          )}
        </FieldRow>
        {consent ? (
          <ConsentGiven form={form} whose={whose} signedBy={signedBy} />
        ) : (
          <TextArea {...form.field('what', t('record.said'))} rows={2} />
        )}
      </Form>
    </Section>
  )
}

type Signers = Awaited<ReturnType<typeof consentsApi.signers>>[number]
type ConsentGivenProps = { form: FormOf<Written>; whose: Signers | undefined; signedBy: string[] }

/** Who gave the consent and how: only those are offered who may. */
function ConsentGiven({ form, whose, signedBy }: ConsentGivenProps) {
  const { t } = useTranslation('consents')
  const { options, label } = useCodes()
  const nobody = whose?.signers.length === 0
  const signers = form.field('signedBy', t('record.givenBy'))
  const order = form.field('courtOrder', t('record.courtOrder'))
  return (
    <>
      <FieldRow>
        <SelectField
          {...form.field('form', t('record.form'))}
          optional={false}
          options={options('consents.consent_form')}
        />
        {!nobody && (
          <MultiSelectField
            {...signers}
            optional={false}
            hint={whose?.child ? t('record.givenForChild') : undefined}
            options={(whose?.signers ?? []).map(({ personId, name, authority }) => ({
              value: personId,
              label: authority ? `${name}, ${label('households.authority_kind', authority)}` : name,
            }))}
            value={signedBy}
          />
        )}
      </FieldRow>
      {whose && !whose.ageKnown && <Note>{t('record.ageUnknown')}</Note>}
      {whose?.child && (
        <>
          {nobody && <Note>{t('record.noSigner')}</Note>}
          <TextField
            {...order}
            optional={!nobody}
            hint={t('record.courtOrderHint')}
            error={order.error || (nobody && signers.error)}
          />
        </>
      )}
    </>
  )
}
