import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useGo } from '../../platform/web/place.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { type Answers, answersIn, faultsIn, itemsAsked, responseItems } from '../answering.ts'
import { questionnairesApi } from './api.ts'
import { QuestionnaireFields } from './QuestionnaireFields.tsx'
import type { Response } from './ResponseWork.tsx'

type Kept = Parameters<typeof questionnairesApi.keepAnswers>[0]['body']

export type FillInProps = { scopeId: string; response: Response; base: string; onDone: () => void }

/** Fills a questionnaire in. What is typed is kept as a draft; it may be put aside, and is finished once it is whole. */
export function FillIn({ scopeId, response, base, onDone }: FillInProps) {
  const { t } = useTranslation('questionnaires')
  const go = useGo()
  const { questionnaire } = response
  const draft = useFormDraft<{ answers: Answers }>(`response/${response.id}`, {
    answers: answersIn(response.item),
  })
  const { answers } = draft.values
  // What is on the screen is asked anew by itself; the change starts from what its writer saw.
  const [seen] = useState(response.version)
  const [finishing, setFinishing] = useState(false)
  const amending = response.status !== 'in-progress'
  const params = { scopeId, id: response.id }

  const asked = itemsAsked(questionnaire, answers)
  const written = Object.fromEntries(Object.entries(answers).filter(([linkId]) => asked.has(linkId)))
  // While typing only what is wrong is said; what is missing, once somebody wants to be done.
  const faults = faultsIn(questionnaire, written, finishing)
  const errors = new Map(faults.map(({ linkId, fault }) => [linkId, t(`faults.${fault}`)]))

  const keep = useDeed(
    (body: Kept, key) => questionnairesApi.keepAnswers({ params, body, version: seen, key }),
    (_, { status }) => {
      draft.clear()
      if (status === 'in-progress') go(base)
      onDone()
    },
  )
  const send = (status: Kept['status']) =>
    keep.run({ status, item: responseItems(questionnaire, written) as Kept['item'] })
  const finish = () => {
    setFinishing(true)
    const [first] = faultsIn(questionnaire, written, true)
    if (!first) return send(amending ? 'amended' : 'completed')
    // To the first question that still needs something.
    const question = document.querySelector(`[data-question="${CSS.escape(first.linkId)}"]`)
    question?.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  return (
    <Section heading={questionnaire.title}>
      {questionnaire.description && <p className="muted">{questionnaire.description}</p>}
      <div style={{ marginTop: 18 }}>
        <OldForm
          problem={keep.problem}
          onSubmit={finish}
          actions={
            <>
              <Button kind="filled" type="submit" busy={keep.busy}>
                {t(amending ? 'fill.amend' : 'fill.finish')}
              </Button>
              {amending ? (
                <Button
                  onClick={() => {
                    draft.clear()
                    onDone()
                  }}
                >
                  {t('fill.leave')}
                </Button>
              ) : (
                <>
                  <Button onClick={() => faults.length === 0 && send('in-progress')}>
                    {t('fill.putAside')}
                  </Button>
                  <ThrowAway params={params} onDone={() => go(base)} />
                </>
              )}
              <DraftLine draft={draft} />
            </>
          }
        >
          <QuestionnaireFields
            questionnaire={questionnaire}
            answers={answers}
            errors={errors}
            onAnswer={(linkId, given) =>
              draft.change((before) => ({ answers: { ...before.answers, [linkId]: given } }))
            }
          />
          {finishing && faults.length > 0 && (
            <p role="alert" className="late">
              {t('fill.lacks', { count: faults.length })}
            </p>
          )}
        </OldForm>
      </div>
    </Section>
  )
}

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
        onClose={() => setAsking(false)}
        onConfirm={() => drop.run(undefined)}
      >
        <p>{t('fill.dropSure')}</p>
        <ProblemNotice problem={drop.problem} />
      </ConfirmDialog>
    </>
  )
}
