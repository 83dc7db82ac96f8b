import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Basket, basketsApi, type Goal, type Item } from './api.ts'
import { isWrong, linesOf, WeeklyFields, weeklyOf } from './WeeklyFields.tsx'

/** What the family does itself for a goal: who, what, until when, how one will know. No institution is asked. */
export function OwnForm(props: {
  family: Family
  basket: Basket
  goal?: Goal
  item?: Item
  onDone: () => void
}) {
  const { family, basket, goal, item, onDone } = props
  const { t } = useTranslation('baskets')
  // A change has the same shape, but for the name and the goal of what is new.
  const call = (item ? basketsApi.changeItem : basketsApi.putItem) as typeof basketsApi.putItem
  const params = { id: family.id, itemId: item?.id }
  const only = basket.mayUndertake.length === 1 ? [basket.mayUndertake[0]!.id] : []
  const form = useForm(call, {
    params,
    start: () => ({
      id: newId(),
      what: item?.what ?? '',
      performers: item?.performers.map((person) => person.id) ?? only,
      frequency: item?.frequency ?? '',
      lines: linesOf(item?.weekly),
      starts: item?.starts ?? null,
      ends: item?.ends ?? null,
      indicator: item?.indicator ?? '',
      agreed: false,
    }),
    body: (values) => ({ ...values, goalId: goal?.id, weekly: weeklyOf(values.lines) }),
    faults: ({ performers, lines }) => ({
      performers: !performers.length && t('own.whoMissing'),
      lines: lines.some(isWrong),
    }),
    draft: item ? `item/${item.id}` : `goal/${goal!.id}/own`,
    version: item?.version,
    onDone,
  })
  // Whoever was named before stays offered, also when they have moved out.
  const people = [
    ...basket.mayUndertake,
    ...(item?.performers ?? []).filter(({ id }) => !basket.mayUndertake.some((each) => each.id === id)),
  ]
  return (
    <Form
      of={form}
      deed={t(item ? 'own.keep' : 'own.put')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <CheckboxesField
        {...form.field('performers', t('own.who'), { lack: t('own.whoMissing') })}
        optional={false}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...form.field('what', t('own.what'), { lack: t('own.whatMissing') })}
        hint={t('own.whatHint')}
      />
      <TextField {...form.field('frequency', t('own.frequency'))} hint={t('own.frequencyHint')} />
      <WeeklyFields
        lines={form.values.lines}
        onChange={(lines) => form.change({ lines })}
        tried={form.sent > 0}
      />
      <FieldRow>
        <DateField {...form.field('starts', t('starts'))} />
        <DateField {...form.field('ends', t('ends'))} min={form.values.starts ?? today()} />
      </FieldRow>
      <TextField {...form.field('indicator', t('knownBy'))} hint={t('own.indicatorHint')} />
      {!item && <CheckboxField {...form.field('agreed', t('own.agreed'))} />}
    </Form>
  )
}
