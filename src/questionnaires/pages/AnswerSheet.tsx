import { Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../platform/web/useWords.ts'
import { type Answers, answersTo, itemsAsked } from '../answering.ts'
import { type Item, itemsOf, type Questionnaire } from '../questionnaire.ts'
import styles from './Questionnaire.module.css'

/** A questionnaire as a sheet: with its answers, or blank with boxes and lines to be filled in by hand. */
export function AnswerSheet({
  questionnaire,
  answers,
}: {
  questionnaire: Questionnaire
  /** Null: blank, with every question. */
  answers: Answers | null
}) {
  const asked = answers
    ? itemsAsked(questionnaire, answers)
    : new Set([...itemsOf(questionnaire.item)].map(({ item }) => item.linkId))
  const show = (items: Item[]) =>
    items
      .filter(({ linkId }) => asked.has(linkId))
      .map((item) =>
        item.type === 'group' ? (
          <section key={item.linkId} className={styles.part}>
            {item.text && <h3>{item.text}</h3>}
            {show(item.item ?? [])}
          </section>
        ) : item.type === 'display' ? (
          !answers && (
            <p key={item.linkId} className="muted">
              {item.text}
            </p>
          )
        ) : (
          <div key={item.linkId} className={styles.question}>
            <p className="m">{item.prefix ? `${item.prefix} ${item.text}` : item.text}</p>
            {answers ? (
              <Answer item={item} given={answersTo(item.linkId, answers)} />
            ) : (
              <Blank item={item} all={questionnaire} />
            )}
          </div>
        ),
      )
  return <div className={styles.sheet}>{show(questionnaire.item)}</div>
}

function Answer({ item, given }: { item: Item; given: Answers[string] }) {
  const { t } = useTranslation('questionnaires')
  const { longDate } = useWords()
  if (given.length === 0) return <p className="muted">{t('answer.none')}</p>
  const said = given.map((value) => {
    if (item.type === 'coding')
      return (
        item.answerOption!.find(({ valueCoding }) => valueCoding.code === value)?.valueCoding.display ?? ''
      )
    if (item.type === 'boolean') return t(value ? 'answer.yes' : 'answer.no')
    return item.type === 'date' ? longDate(String(value)) : String(value)
  })
  return <p className={styles.answer}>{said.join('; ')}</p>
}

function Blank({ item, all }: { item: Item; all: Questionnaire }) {
  const { t } = useTranslation('questionnaires')
  const asked = item.enableWhen?.map(({ question }) => {
    const other = [...itemsOf(all.item)].find((each) => each.item.linkId === question)
    return other?.item.text ?? ''
  })
  const boxes =
    item.type === 'boolean'
      ? [t('answer.yes'), t('answer.no')]
      : item.answerOption?.map(({ valueCoding }) => valueCoding.display)
  return (
    <>
      {asked && (
        <p className="sm muted">{t('blank.depends', { question: [...new Set(asked)].join(', ') })}</p>
      )}
      {boxes ? (
        <ul className={styles.boxes}>
          {boxes.map((box) => (
            <li key={box}>
              <Square size={18} aria-hidden /> {box}
            </li>
          ))}
        </ul>
      ) : (
        Array.from({ length: item.type === 'text' ? 4 : 1 }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines do not move
          <div key={line} className={styles.line} />
        ))
      )}
    </>
  )
}
