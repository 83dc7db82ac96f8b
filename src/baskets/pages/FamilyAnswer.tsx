import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { basketsApi, type Item } from './api.ts'

type Answer = 'yes' | 'no' | 'later'

/** What the family says to an item, and how it said it. A no is its right and needs no reason. */
export function FamilyAnswer({ family, item, onDone }: { family: Family; item: Item; onDone: () => void }) {
  const { t } = useTranslation('baskets')
  const draft = useFormDraft(`item/${item.id}/${item.version}/family`, {
    answer: (item.familyAnswer === 'not_yet' ? null : item.familyAnswer) as Answer | null,
    words: item.familyWords ?? '',
    how: 'in_person' as string | null,
    on: today() as string | null,
  })
  const { values, change } = draft
  const { answer, words, how, on } = values
  const [tried, setTried] = useState(false)
  const record = useDeed(
    (_: object, key) =>
      basketsApi.familyAnswers({
        params: { id: family.id, itemId: item.id },
        body: { answer: answer!, words, how: how as 'in_person', on: on! },
        key,
        version: item.version,
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  return (
    <OldForm
      problem={record.problem}
      onSubmit={() => {
        setTried(true)
        if (answer && on && how) record.run(values)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={record.busy}>
            {t('recordFamilyAnswer')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <ChoiceCards
        label={t('whatFamilySays')}
        value={answer}
        onChange={(chosen) => change({ answer: chosen })}
        choices={(['yes', 'no', 'later'] as const).map((value) => ({
          value,
          title: t(`familyAnswers.${value}`),
        }))}
        error={tried && !answer && t('answerMissing')}
      />
      <TextField
        label={t('familyWords')}
        optional
        maxLength={500}
        value={words}
        onChange={(said) => change({ words: said })}
      />
      <FieldRow>
        <SelectField
          label={t('how')}
          options={(['in_person', 'phone', 'meeting', 'written'] as const).map((value) => ({
            value,
            label: t(`hows.${value}`),
          }))}
          value={how}
          onChange={(chosen) => change({ how: chosen })}
        />
        <DateField
          label={t('when')}
          max={today()}
          value={on}
          onChange={(day) => change({ on: day })}
          error={tried && !on && t('dayMissing')}
        />
      </FieldRow>
    </OldForm>
  )
}
