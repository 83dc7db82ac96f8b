import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type FormOf, useForm } from '../../platform/web/useForm.ts'
import { howTold } from '../contract.ts'
import { consentsApi, type JointClass, type JointPerson, type JointWorkOf } from './api.ts'
import { boxKey, crossesOn, isHeard, mayBeAsked, refuses } from './crosses.ts'

type Sheet = JointWorkOf['sheets'][number]
const classes: JointClass[] = ['file', 'health', 'addiction', 'whereabouts']
const begun = () => ({
  form: 'paper_signed' as string | null,
  signedOn: null as string | null,
  until: null as string | null,
  /** Ticked boxes: sheet, institution and class. */
  yes: [] as string[],
  /** Sheet and institution whose box for earlier entries is ticked. */
  earlier: [] as string[],
  /** They were told with it who has the data and why. */
  told: false,
  toldHow: 'in_person' as (typeof howTold)[number],
  ids: [] as string[],
  /** Sheets that did not come back yet. */
  later: [] as string[],
})
type Written = ReturnType<typeof begun>

type AnswerSheetsProps = { scopeId: string; work: JointWorkOf; signer: JointPerson; onClose: () => void }

/** Copies the crosses from the paper of one person: all their sheets at once, nothing ticked beforehand. */
export function AnswerSheets({ scopeId, work, signer, onClose }: AnswerSheetsProps) {
  const { t } = useTranslation('consents')
  const { options, entries } = useCodes()
  const sheets = work.sheets.filter(({ signerId }) => signerId === signer.personId)
  const known = useAsk(consentsApi.bases, { params: { id: scopeId } })
  const clauses = known.data?.clauses ?? []
  const untold = work.people.filter(
    ({ personId }) =>
      sheets.some((sheet) => sheet.personId === personId) &&
      !clauses.some((clause) => clause.personId === personId),
  )
  const takeBack = useDeed((sheetId: string, key) =>
    consentsApi.takeBackSheet({ params: { id: scopeId, sheetId }, key }),
  )
  const called = (personId: string) => work.people.find((it) => it.personId === personId)?.name ?? '–'
  const here = (values: Written) => sheets.filter(({ id }) => !values.later.includes(id))
  const inWriting = (values: Written) =>
    entries('consents.consent_form').find(({ code }) => code === values.form)?.forSpecialData !== false
  const isAsked = (values: Written, sheet: Sheet) => (each: JointClass) =>
    mayBeAsked(each, { inWriting: inWriting(values), heard: isHeard(work, sheet) })
  const standing = ({ personId, signerId }: Sheet) =>
    work.people.find((it) => it.personId === personId)?.signers.find((it) => it.personId === signerId)?.yes ??
    []
  const refused = (values: Written) =>
    here(values).filter((sheet) => refuses(sheet, values.yes, isAsked(values, sheet), standing(sheet)))
  const signedOn = (values: Written) => values.signedOn ?? today()
  const until = (values: Written) => values.until ?? addDays(signedOn(values), 364)
  const form = useForm(consentsApi.answerSheets, {
    params: { id: scopeId },
    start: () => ({ ...begun(), ids: sheets.map(newId) }),
    draft: `case/${scopeId}/signed/${signer.personId}`,
    body: (values) => ({
      form: values.form,
      signedOn: signedOn(values),
      until: until(values),
      answers: here(values).map((sheet) => ({
        sheetId: sheet.id,
        yes: crossesOn(sheet, values.yes, isAsked(values, sheet)),
        earlier: sheet.boxes
          .map(({ institutionId }) => institutionId)
          .filter((id) => values.earlier.includes(boxKey(sheet.id, id))),
      })),
      told: values.told
        ? untold.map(({ personId, child }, i) => ({
            id: values.ids[i]!,
            personId,
            how: values.toldHow,
            ...(child && { givenTo: signer.name }),
          }))
        : [],
    }),
    faults: (values) => ({ later: here(values).length === 0 && t('joint.answer.noneCame') }),
    asks: (values) => refused(values).length > 0,
    onDone: onClose,
  })
  const noneCame = form.field('later', '', { at: 'answers' }).error
  return (
    <Section heading={t('joint.answer.title', { name: signer.name })}>
      <p className="muted">{t('joint.answer.why')}</p>
      <Form of={form} deed={t('joint.answer.deed')} beside={<Button onClick={onClose}>{t('back')}</Button>}>
        {sheets.map((sheet) => (
          <SheetsBoxes
            key={sheet.id}
            work={work}
            sheet={sheet}
            form={form}
            isAsked={isAsked(form.values, sheet)}
            one={sheets.length === 1}
            onTakeBack={() => takeBack.run(sheet.id)}
          />
        ))}
        {noneCame && <FieldError>{noneCame}</FieldError>}
        {known.data && untold.length > 0 && (
          <CheckboxField
            {...form.field('told', t('joint.answer.told'))}
            hint={t('joint.answer.toldHint', { names: untold.map(({ name }) => name).join(', ') })}
          />
        )}
        {form.values.told && (
          <SelectField
            {...form.field('toldHow', t('joint.answer.toldHow'))}
            options={howTold.map((value) => ({ value, label: t(`clauses.hows.${value}`) }))}
          />
        )}
        <FieldRow>
          <SelectField
            {...form.field('form', t('joint.answer.form'), { lack: t('joint.answer.lackForm') })}
            options={options('consents.consent_form')}
          />
          <DateField
            {...form.field('signedOn', t('joint.answer.signedOn'))}
            value={signedOn(form.values)}
            max={today()}
          />
          <DateField
            {...form.field('until', t('joint.answer.until'))}
            value={until(form.values)}
            min={today()}
            max={addDays(signedOn(form.values), 365)}
          />
        </FieldRow>
      </Form>
      <ConfirmDialog
        {...form.confirm}
        title={t('joint.answer.confirm')}
        deed={t('joint.answer.confirmDeed')}
        danger
      >
        <p>
          {t('joint.answer.confirmText', {
            names: refused(form.values)
              .map(({ personId }) => called(personId))
              .join(', '),
          })}
        </p>
      </ConfirmDialog>
    </Section>
  )
}

type SheetsBoxesProps = {
  work: JointWorkOf
  sheet: Sheet
  form: FormOf<Written>
  isAsked: (what: JointClass) => boolean
  /** The only one, which did come back. */
  one: boolean
  onTakeBack: () => void
}

/** The table of one sheet, as it stands on paper. */
function SheetsBoxes({ work, sheet, form, isAsked, one, onTakeBack }: SheetsBoxesProps) {
  const { t } = useTranslation('consents')
  const person = work.people.find(({ personId }) => personId === sheet.personId)
  const name = person?.name ?? ''
  const asked = classes.filter((each) => sheet.boxes.some((box) => box.classes.includes(each)))
  const nameOf = (id: string) => work.institutions.find((it) => it.id === id)?.name ?? '–'
  const tick = (list: 'yes' | 'earlier', value: string, label: string) => (
    <CheckboxField
      bare
      label={label}
      value={form.values[list].includes(value)}
      onChange={(ticked) =>
        form.change({
          [list]: ticked ? [...form.values[list], value] : form.values[list].filter((each) => each !== value),
        })
      }
    />
  )
  /** As it often is on paper; each box can still be turned. */
  const all = sheet.boxes.flatMap((box) =>
    box.classes.filter(isAsked).map((each) => boxKey(sheet.id, box.institutionId, each)),
  )
  const tickAll = (ticked: boolean) =>
    form.change({
      yes: [...form.values.yes.filter((each) => !all.includes(each)), ...(ticked ? all : [])],
    })
  const heard = isHeard(work, sheet)
  const { later } = form.values
  const isLater = later.includes(sheet.id)
  const turnLater = (
    <Button
      size="small"
      kind="quiet"
      onClick={() =>
        form.change({ later: isLater ? later.filter((each) => each !== sheet.id) : [...later, sheet.id] })
      }
      aria-label={t(isLater ? 'joint.answer.backNamed' : 'joint.answer.laterNamed', { name })}
    >
      {t(isLater ? 'joint.answer.back' : 'joint.answer.later')}
    </Button>
  )
  if (isLater)
    return (
      <fieldset>
        <legend style={{ display: 'flex', width: '100%', alignItems: 'baseline', gap: 12 }}>
          <h3>{t(heard ? 'joint.answer.heardAbout' : 'joint.answer.about', { name })}</h3>
          {turnLater}
        </legend>
      </fieldset>
    )
  return (
    <fieldset>
      <legend style={{ display: 'flex', width: '100%', alignItems: 'baseline', gap: 12 }}>
        <h3>{t(heard ? 'joint.answer.heardAbout' : 'joint.answer.about', { name })}</h3>
        <Button
          size="small"
          kind="quiet"
          onClick={onTakeBack}
          aria-label={t('joint.takeBackNamed', { name })}
        >
          {t('joint.takeBack')}
        </Button>
        {!one && turnLater}
      </legend>
      <CheckboxField
        label={t('joint.answer.whole', { name })}
        value={all.length > 0 && all.every((each) => form.values.yes.includes(each))}
        onChange={tickAll}
      />
      <Table
        caption={t('joint.answer.about', { name })}
        head={[
          t('joint.institution'),
          ...asked.map((each) => t(`joint.classes.${each}`)),
          ...(sheet.first ? [] : [t('joint.answer.earlier')]),
        ]}
        rows={sheet.boxes.map((box) => ({
          key: box.institutionId,
          cells: [
            nameOf(box.institutionId),
            ...asked.map((each) =>
              box.classes.includes(each) && !isAsked(each)
                ? t('joint.answer.notByWord')
                : box.classes.includes(each)
                  ? tick(
                      'yes',
                      boxKey(sheet.id, box.institutionId, each),
                      t('joint.answer.box', {
                        institution: nameOf(box.institutionId),
                        what: t(`joint.classes.${each}`),
                      }),
                    )
                  : t('joint.state.none'),
            ),
            ...(sheet.first
              ? []
              : [
                  tick(
                    'earlier',
                    boxKey(sheet.id, box.institutionId),
                    t('joint.answer.earlierBox', { institution: nameOf(box.institutionId) }),
                  ),
                ]),
          ],
        }))}
      />
    </fieldset>
  )
}
