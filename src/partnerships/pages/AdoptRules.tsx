import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { linesOf } from '../linesOf.ts'
import { partnershipsApi, type Rules, shortOf } from './api.ts'
import { NumberField } from './NumberField.tsx'

const numbers = [
  ['answerDaysImmediate', 'answerDaysUrgent', 'answerDaysUsual'],
  ['deputyToldAfter', 'headToldAfter', 'leaderToldAfter'],
  ['meetingEveryMonths', 'inviteDaysBefore', 'reviewEveryMonths', 'noticeDays'],
] as const
type NumberName = (typeof numbers)[number][number]

const usual: Record<NumberName, number> = {
  answerDaysImmediate: 0,
  answerDaysUrgent: 2,
  answerDaysUsual: 7,
  deputyToldAfter: 1,
  headToldAfter: 3,
  leaderToldAfter: 7,
  meetingEveryMonths: 1,
  inviteDaysBefore: 7,
  reviewEveryMonths: 3,
  noticeDays: 30,
}

/** Writes down the rules as the partnership adopted them, beginning with those that hold now. */
export function AdoptRules({
  partnershipId,
  from,
  onDone,
}: {
  partnershipId: string
  from: Rules | undefined
  onDone: () => void
}) {
  const { t } = useTranslation('partnerships')
  const members = useQuery({
    queryKey: ['partnerships', partnershipId, 'members'],
    queryFn: () => partnershipsApi.members({ params: { id: partnershipId } }),
  })
  const start = Object.fromEntries(
    Object.entries(usual).map(([name, days]) => [name, String(from?.[name as NumberName] ?? days)]),
  ) as Record<NumberName, string>
  const draft = useFormDraft(`partnership/${partnershipId}/rules`, {
    ...start,
    id: newId(),
    adoptedOn: today() as string | null,
    quorum: from?.quorum || t('documents.quorum'),
    secretaryId: (from?.secretary?.workerId ?? null) as string | null,
    provisions: from?.provisions.join('\n') ?? '',
  })
  const { values, change } = draft
  const deed = useDeed(
    ({ id, adoptedOn, quorum, secretaryId, provisions, ...given }: typeof values, key) =>
      partnershipsApi.adoptRules({
        params: { id: partnershipId },
        body: {
          id,
          adoptedOn: adoptedOn ?? '',
          quorum,
          ...(secretaryId && { secretaryId }),
          provisions: linesOf(provisions),
          ...(Object.fromEntries(
            Object.entries(given).map(([name, days]) => [name, days === '' ? -1 : Number(days)]),
          ) as Record<NumberName, number>),
        },
        key,
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const people = (members.data ?? []).flatMap(({ institution, representative, deputy }) =>
    [representative, deputy].flatMap((person) =>
      person ? [{ value: person.workerId, label: `${person.name}, ${shortOf(institution)}` }] : [],
    ),
  )
  return (
    <Section heading={t('rules.adopt')}>
      <OldForm
        onSubmit={() => deed.run(values)}
        problem={deed.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('rules.deed')}
            </Button>
            <Button onClick={onDone}>{t('suspend.cancel')}</Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <DateField
          label={t('rules.adoptedOn')}
          max={today()}
          value={values.adoptedOn}
          onChange={(adoptedOn) => change({ adoptedOn })}
          error={at('adoptedOn')}
        />
        {numbers.map((row) => (
          <FieldRow key={row[0]}>
            {row.map((name) => (
              <NumberField
                key={name}
                label={t(`rules.field.${name}`)}
                value={values[name]}
                onChange={(value) => change({ [name]: value })}
                error={at(name)}
              />
            ))}
          </FieldRow>
        ))}
        <TextField
          label={t('rules.quorum')}
          value={values.quorum}
          onChange={(quorum) => change({ quorum })}
          maxLength={200}
          error={at('quorum')}
        />
        <SelectField
          label={t('rules.secretary')}
          optional
          options={people}
          value={values.secretaryId}
          onChange={(secretaryId) => change({ secretaryId })}
          error={at('secretaryId')}
        />
        <TextArea
          label={t('rules.provisions')}
          hint={t('agreement.provisionsHint')}
          optional
          value={values.provisions}
          onChange={(provisions) => change({ provisions })}
          maxLength={4000}
        />
      </OldForm>
    </Section>
  )
}
