import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { linesOf } from '../linesOf.ts'
import { partnershipsApi, type Rules, shortOf } from './api.ts'
import { NumberField } from './NumberField.tsx'

const numbers = [
  ['answerDaysImmediate', 'answerDaysUrgent', 'answerDaysUsual'],
  ['deputyToldAfter', 'headToldAfter', 'leaderToldAfter'],
  ['dangerMinutes'],
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
  dangerMinutes: 60,
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
  const members = useAsk(partnershipsApi.members, { params: { id: partnershipId } })
  const form = useForm(partnershipsApi.adoptRules, {
    params: { id: partnershipId },
    start: () => ({
      ...(Object.fromEntries(
        Object.entries(usual).map(([name, days]) => [name, String(from?.[name as NumberName] ?? days)]),
      ) as Record<NumberName, string>),
      id: newId(),
      adoptedOn: today() as string | null,
      quorum: from?.quorum || t('documents.quorum'),
      secretaryId: (from?.secretary?.workerId ?? null) as string | null,
      dangerNext: from?.dangerNext.map(({ id }) => id) ?? [],
      provisions: from?.provisions.join('\n') ?? '',
    }),
    body: ({ provisions, ...values }) => ({ ...values, provisions: linesOf(provisions) }),
    draft: `partnership/${partnershipId}/rules`,
    onDone,
  })
  const people = (members.data ?? []).flatMap(({ institution, representative, deputy }) =>
    [representative, deputy].flatMap((person) =>
      person ? [{ value: person.workerId, label: `${person.name}, ${shortOf(institution)}` }] : [],
    ),
  )
  const institutions = (members.data ?? [])
    .filter(({ state }) => state !== 'left')
    .map(({ institution }) => ({ value: institution.id, label: shortOf(institution) }))
  return (
    <Section heading={t('rules.adopt')}>
      <Form of={form} deed={t('rules.deed')} beside={<Button onClick={onDone}>{t('suspend.cancel')}</Button>}>
        <DateField {...form.field('adoptedOn', t('rules.adoptedOn'))} max={today()} />
        {numbers.map((row) => (
          <FieldRow key={row[0]}>
            {row.map((name) => (
              <NumberField key={name} {...form.field(name, t(`rules.field.${name}`))} />
            ))}
          </FieldRow>
        ))}
        <MultiSelectField
          {...form.field('dangerNext', t('rules.dangerNext'))}
          hint={t('rules.dangerNextHint')}
          options={institutions}
        />
        <TextField {...form.field('quorum', t('rules.quorum'))} />
        <SelectField {...form.field('secretaryId', t('rules.secretary'))} options={people} />
        <TextArea
          {...form.field('provisions', t('rules.provisions'))}
          hint={t('agreement.provisionsHint')}
          maxLength={4000}
        />
      </Form>
    </Section>
  )
}
