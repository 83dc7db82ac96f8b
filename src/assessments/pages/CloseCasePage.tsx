import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Opinions } from '../../cases/pages/Opinions.tsx'
import { workingDayFrom } from '../../platform/deadlines/workingDay.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { isEmpty } from '../../platform/web/shape.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { assessmentsApi } from './api.ts'
import { LevelsField, useLevelsBefore } from './LevelsField.tsx'
import { LevelsKept } from './LevelsKept.tsx'
import type { LevelsGiven } from './levelsFrom.ts'

/** Working days of after-care that are proposed where the reason calls for it: a month, a quarter, half a year. */
const proposed = () => [30, 91, 182].map((days) => workingDayFrom(addDays(today(), days)))

const openedByMistake = 'opened_by_mistake'
const begun = () => ({
  reason: null as string | null,
  note: '',
  afterCare: proposed() as (string | null)[],
  levels: {} as LevelsGiven,
  withLevels: true,
})
type Written = ReturnType<typeof begun>

/**
 * Closing a case: why, where the family stands now, what it and the institutions say of the work, when somebody will
 * look in again.
 */
export function CloseCasePage() {
  const { t } = useTranslation('cases')
  return (
    <FamilyFrame part="overview" title={t('close.title')} sub={t('close.sub')}>
      {(family) => (
        <Columns aside={family.may.includes('team') && <Opinions family={family} />}>
          {!family.may.includes('coordinate') ? (
            <Section heading={t('close.title')}>
              <EmptyState>{t('close.onlyCoordinator')}</EmptyState>
            </Section>
          ) : family.closedAt ? (
            <Closed family={family} />
          ) : (
            <Close family={family} />
          )}
        </Columns>
      )}
    </FamilyFrame>
  )
}

function Close({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { longDate } = useWords()
  const { options, entries, label } = useCodes()
  const before = useLevelsBefore(family.id)
  const [assessmentId] = useState(newId)
  const reasonOf = (code: string | null) => entries('cases.closing_reason').find((each) => each.code === code)
  /** What follows from the reason and from what was chosen. */
  const endOf = ({ reason, afterCare, withLevels, levels }: Written) => ({
    days: reasonOf(reason)?.afterCare === true ? afterCare.filter((day): day is string => day !== null) : [],
    levels: withLevels && reason !== openedByMistake ? before.levelsFrom(levels) : null,
  })
  const form = useForm(assessmentsApi.close, {
    params: { id: family.id },
    start: begun,
    body: (values) => {
      const { days, levels } = endOf(values)
      return {
        reason: values.reason,
        note: values.note,
        afterCare: days,
        levels: levels?.domains.length ? { assessmentId, domains: levels.domains } : null,
      }
    },
    faults: (values) => ({
      note: reasonOf(values.reason)?.needsText === true && isEmpty(values.note) && t('close.lackNote'),
      levels: endOf(values).levels?.lacksToday,
    }),
    draft: `case/${family.id}/close`,
    asks: true,
  })
  const { values, change } = form
  const reason = reasonOf(values.reason)
  const { days } = endOf(values)
  const mistake = values.reason === openedByMistake
  return (
    <Section heading={t('close.why')}>
      <Form of={form} deed={t('close.deed')}>
        <SelectField
          {...form.field('reason', t('close.reason'), { lack: t('close.lackReason') })}
          options={options('cases.closing_reason')}
        />
        <TextArea {...form.field('note', t('close.note'))} optional={reason?.needsText !== true} />
        {mistake && family.may.includes('void') && (
          <Note>
            {t('close.ratherVoid')}{' '}
            <Link to={pageAt('/families/$id/void', { id: family.id })}>{t('next.openedByMistake')}</Link>
          </Note>
        )}
        {!mistake && (
          <LevelsField
            before={before}
            value={values.levels}
            onChange={(given) => change({ levels: given })}
            keep={values.withLevels}
            onKeep={(withLevels) => change({ withLevels })}
            missing={form.sent > 0}
            caseId={family.id}
          />
        )}
        {reason?.afterCare === true && (
          <fieldset>
            <legend className="sm m">{t('close.afterCare')}</legend>
            <p className="sm muted">{t('close.afterCareHint')}</p>
            <FieldRow>
              {values.afterCare.map((day, i) => (
                <DateField
                  // biome-ignore lint/suspicious/noArrayIndexKey: the first, second and third visit
                  key={i}
                  label={t('close.visit', { number: i + 1 })}
                  optional
                  min={today()}
                  value={day}
                  onChange={(changed) =>
                    change(({ afterCare }) => ({
                      afterCare: afterCare.map((each, at) => (at === i ? changed : each)),
                    }))
                  }
                />
              ))}
            </FieldRow>
          </fieldset>
        )}
      </Form>
      <ConfirmDialog {...form.confirm} title={t('close.confirm')} deed={t('close.deed')} danger>
        <p>
          {t('close.confirmText', {
            reason: values.reason ? label('cases.closing_reason', values.reason) : '',
          })}
        </p>
        {days.length > 0 && <p>{t('family.afterCare', { days: days.map(longDate).join(', ') })}</p>}
      </ConfirmDialog>
    </Section>
  )
}

function Closed({ family }: { family: Family }) {
  return (
    <Stack>
      <Reopen family={family} />
      <LevelsKept caseId={family.id} />
    </Stack>
  )
}

function Reopen({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { label } = useCodes()
  const [id] = useState(newId)
  const reopen = useDeed((body: { id: string }, key) =>
    casesApi.reopen({ params: { id: family.id }, body, key }),
  )
  return (
    <Section heading={t('close.closed')}>
      {family.closingReason && <p>{label('cases.closing_reason', family.closingReason)}</p>}
      <p className="sm muted" style={{ margin: '8px 0 14px' }}>
        {t('close.reopenText')}
      </p>
      <ProblemNotice problem={reopen.problem} />
      <Button kind="filled" busy={reopen.busy} onClick={() => reopen.run({ id })}>
        {t('close.reopen')}
      </Button>
    </Section>
  )
}
