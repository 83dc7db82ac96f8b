import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Heard } from '../../platform/kit/Heard.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import type { Address } from '../../platform/web/address.ts'
import { useGo } from '../../platform/web/place.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Answers, answersIn, faultsIn, itemsAsked, responseItems } from '../answering.ts'
import { itemsOf, type Questionnaire } from '../questionnaire.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { questionnairesApi } from './api.ts'
import { QuestionnaireFields } from './QuestionnaireFields.tsx'
import type { Response } from './ResponseWork.tsx'

type Kept = Parameters<typeof questionnairesApi.keepAnswers>[0]['body']

export type FillInProps = { scopeId: string; response: Response; list: Address; onDone: () => void }

/** Fills a questionnaire in. What is typed is kept as a draft; it may be put aside, and is finished once it is whole. */
export function FillIn({ scopeId, response, list, onDone }: FillInProps) {
  const { t } = useTranslation('questionnaires')
  const go = useGo()
  const { questionnaire } = response
  const amending = response.status !== 'in-progress'
  const params = { scopeId, id: response.id }
  /** Only what is asked with these answers is written down. */
  const writtenOf = (answers: Answers): Answers => {
    const asked = itemsAsked(questionnaire, answers)
    return Object.fromEntries(Object.entries(answers).filter(([linkId]) => asked.has(linkId)))
  }
  const itemOf = (answers: Answers) => responseItems(questionnaire, writtenOf(answers)) as Kept['item']
  /** Put aside it is kept as far as it goes; else nothing may lack. */
  const aside = useRef(false)
  const form = useForm(questionnairesApi.keepAnswers, {
    params,
    start: () => ({ answers: answersIn(response.item) }),
    body: ({ answers }): Kept => ({
      status: aside.current ? 'in-progress' : amending ? 'amended' : 'completed',
      item: itemOf(answers),
    }),
    faults: ({ answers }) => {
      const { length } = faultsIn(questionnaire, writtenOf(answers), !aside.current)
      return { answers: length > 0 && t('fill.lacks', { count: length }) }
    },
    draft: `response/${response.id}`,
    version: response.version,
    written: ({ items }) => ({ answers: answersIn(items) }),
    onDone: () => (aside.current ? go(list) : onDone()),
  })
  const doneWith = (unfinished: boolean) => () => {
    aside.current = unfinished
    form.submit()
  }
  const { answers } = form.values
  const lacks = form.field('answers', t('fill.answers'), {
    said: (given: Answers) => <AnswerSheet questionnaire={questionnaire} answers={given} />,
  }).error
  // While typing only what is wrong is said; what is missing, once somebody wants to be done.
  const faults = faultsIn(questionnaire, writtenOf(answers), Boolean(lacks))
  const errors = new Map(faults.map(({ linkId, fault }) => [linkId, t(`faults.${fault}`)]))
  return (
    <Section heading={questionnaire.title}>
      {questionnaire.description && <p className="muted">{questionnaire.description}</p>}
      <div style={{ marginTop: 18 }}>
        <Form
          of={{ ...form, submit: doneWith(false) }}
          deed={t(amending ? 'fill.amend' : 'fill.finish')}
          beside={
            amending ? (
              <Button
                onClick={() => {
                  form.begin()
                  onDone()
                }}
              >
                {t('fill.leave')}
              </Button>
            ) : (
              <>
                <Button busy={form.busy} onClick={doneWith(true)}>
                  {t('fill.putAside')}
                </Button>
                <ThrowAway params={params} onDone={() => go(list)} />
              </>
            )
          }
        >
          <QuestionnaireFields
            questionnaire={questionnaire}
            answers={answers}
            errors={errors}
            onAnswer={(linkId, given) =>
              form.change((before) => ({ answers: { ...before.answers, [linkId]: given } }))
            }
          />
          <Heard written={wordsIn(questionnaire, writtenOf(answers))} />
          {lacks && (
            <p role="alert" className="late">
              {lacks}
            </p>
          )}
        </Form>
      </div>
    </Section>
  )
}

/** What is answered in own words. */
const wordsIn = ({ item: items }: Questionnaire, answers: Answers) =>
  [...itemsOf(items)].flatMap(({ item }) =>
    item.type === 'text' || item.type === 'string'
      ? (answers[item.linkId] ?? []).map((words) => ({
          column: 'questionnaires.answers',
          words: String(words),
        }))
      : [],
  )

function ThrowAway({ params, onDone }: { params: { scopeId: string; id: string }; onDone: () => void }) {
  const { t } = useTranslation('questionnaires')
  const [asking, setAsking] = useState(false)
  const drop = useDeed(
    (_: undefined, key) => questionnairesApi.dropResponse({ params, key }),
    () => onDone(),
  )
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('fill.drop')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('fill.dropAsk')}
        deed={t('fill.drop')}
        danger
        busy={drop.busy}
        problem={drop.problem}
        onClose={() => setAsking(false)}
        onConfirm={() => drop.run(undefined)}
      >
        <p>{t('fill.dropSure')}</p>
      </ConfirmDialog>
    </>
  )
}
