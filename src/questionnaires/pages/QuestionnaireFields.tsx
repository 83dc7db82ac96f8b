import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { type Answers, answersTo, itemsAsked, longestOf } from '../answering.ts'
import type { Item, Questionnaire } from '../questionnaire.ts'
import styles from './Questionnaire.module.css'

export type QuestionnaireFieldsProps = {
  questionnaire: Questionnaire
  answers: Answers
  onAnswer: (linkId: string, given: Answers[string]) => void
  /** What to do about an answer, by the `linkId` of its question. */
  errors: Map<string, string>
}

/** The questions that are asked with these answers, group by group. */
export function QuestionnaireFields({ questionnaire, answers, onAnswer, errors }: QuestionnaireFieldsProps) {
  const asked = itemsAsked(questionnaire, answers)
  const show = (items: Item[]) =>
    items
      .filter(({ linkId }) => asked.has(linkId))
      .map((item) =>
        item.type === 'group' ? (
          <fieldset key={item.linkId} className={styles.group}>
            {item.text && <legend>{item.text}</legend>}
            {show(item.item ?? [])}
          </fieldset>
        ) : item.type === 'display' ? (
          <Note key={item.linkId}>{item.text}</Note>
        ) : (
          <div key={item.linkId} data-question={item.linkId}>
            <Question
              item={item}
              given={answersTo(item.linkId, answers)}
              onAnswer={(given) => onAnswer(item.linkId, given)}
              error={errors.get(item.linkId)}
            />
          </div>
        ),
      )
  return show(questionnaire.item)
}

type QuestionProps = {
  item: Item
  given: Answers[string]
  onAnswer: (given: Answers[string]) => void
  error: string | undefined
}

function Question({ item, given, onAnswer, error }: QuestionProps) {
  const { t } = useTranslation('questionnaires')
  const field = {
    label: item.prefix ? `${item.prefix} ${item.text}` : item.text,
    optional: !item.required,
    error,
    name: item.linkId,
  }
  const words = typeof given[0] === 'string' || typeof given[0] === 'number' ? String(given[0]) : ''
  const options = (item.answerOption ?? []).map(({ valueCoding: { code, display } }) => ({ code, display }))
  const takeBack = !item.required && given.length > 0 && (
    <div>
      <Button kind="quiet" size="small" onClick={() => onAnswer([])}>
        {t('fill.takeBack')}
      </Button>
    </div>
  )
  switch (item.type) {
    case 'coding':
      if (item.repeats)
        return (
          <CheckboxesField
            {...field}
            choices={options.map(({ code, display }) => ({ value: code, label: display }))}
            value={given.filter((each) => typeof each === 'string')}
            onChange={onAnswer}
          />
        )
      return (
        <div>
          <ChoiceCards
            {...field}
            look={options.length > 5 ? 'rows' : 'cards'}
            choices={options.map(({ code, display }) => ({ value: code, title: display }))}
            value={words || null}
            onChange={(code) => onAnswer([code])}
          />
          {takeBack}
        </div>
      )
    case 'boolean':
      return (
        <div>
          <ChoiceCards
            {...field}
            choices={(['yes', 'no'] as const).map((value) => ({ value, title: t(`answer.${value}`) }))}
            value={given.length ? (given[0] ? 'yes' : 'no') : null}
            onChange={(value) => onAnswer([value === 'yes'])}
          />
          {takeBack}
        </div>
      )
    case 'date':
      return (
        <DateField {...field} value={words || null} onChange={(day) => onAnswer(day === null ? [] : [day])} />
      )
    case 'integer':
      return (
        <TextField
          {...field}
          inputMode="numeric"
          value={words}
          // What is no number stays as it was typed, so that it can be mended.
          onChange={(typed) =>
            onAnswer(typed === '' ? [] : [/^-?\d{1,9}$/.test(typed) ? Number(typed) : typed])
          }
        />
      )
    case 'text':
      return (
        <TextArea
          {...field}
          rows={3}
          value={words}
          maxLength={longestOf(item)}
          onChange={(typed) => onAnswer(typed === '' ? [] : [typed])}
        />
      )
    default:
      return (
        <TextField {...field} value={words} onChange={(typed) => onAnswer(typed === '' ? [] : [typed])} />
      )
  }
}
