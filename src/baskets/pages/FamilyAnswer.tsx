import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { basketsApi, type Item } from './api.ts'

type Answer = 'yes' | 'no' | 'later'
type How = 'in_person' | 'phone' | 'meeting' | 'written'

/** What the family says to an item, and how it said it. A no is its right and needs no reason. */
export function FamilyAnswer({ family, item, onDone }: { family: Family; item: Item; onDone: () => void }) {
  const { t } = useTranslation('baskets')
  const form = useForm(basketsApi.familyAnswers, {
    params: { id: family.id, itemId: item.id },
    start: () => ({
      answer: (item.familyAnswer === 'not_yet' ? null : item.familyAnswer) as Answer | null,
      words: item.familyWords ?? '',
      how: 'in_person' as How,
      on: today() as string | null,
    }),
    draft: `item/${item.id}/family`,
    version: item.familyVersion,
    onDone,
  })
  return (
    <Form
      of={form}
      deed={t('recordFamilyAnswer')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      <ChoiceCards
        {...form.field('answer', t('whatFamilySays'), { lack: t('answerMissing') })}
        choices={(['yes', 'no', 'later'] as const).map((value) => ({
          value,
          title: t(`familyAnswers.${value}`),
        }))}
      />
      <TextField {...form.field('words', t('familyWords'))} />
      <FieldRow>
        <SelectField
          {...form.field('how', t('how'))}
          options={(['in_person', 'phone', 'meeting', 'written'] as const).map((value) => ({
            value,
            label: t(`hows.${value}`),
          }))}
        />
        <DateField {...form.field('on', t('when'), { lack: t('dayMissing') })} max={today()} />
      </FieldRow>
    </Form>
  )
}
