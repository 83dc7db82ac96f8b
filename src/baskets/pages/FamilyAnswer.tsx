import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { type Basket, basketsApi, type Item } from './api.ts'
import { HowSaid, saidNow } from './HowSaid.tsx'

type Answer = 'yes' | 'no' | 'later'

/** What the family says to an item, and how it said it. A no is its right and needs no reason. */
export function FamilyAnswer({
  family,
  item,
  people,
  onDone,
}: {
  family: Family
  item: Item
  people: Basket['mayUndertake']
  onDone: () => void
}) {
  const { t } = useTranslation('baskets')
  const form = useForm(basketsApi.familyAnswers, {
    params: { id: family.id, itemId: item.id },
    start: () => ({
      answer: (item.familyAnswer === 'not_yet' ? null : item.familyAnswer) as Answer | null,
      words: item.familyWords ?? '',
      ...saidNow(),
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
      <HowSaid form={form} people={people} />
    </Form>
  )
}
