import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import { ReadBy } from '../../cases/pages/ReadBy.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { timelineApi } from './api.ts'

/** A coordinator asks my institution to open what it kept to itself: we open it, or say why not. */
export function EntryRequestPage() {
  const { t } = useTranslation('timeline')
  const { longDate } = useWords()
  const { phrase } = useVerbs()
  const id = useParam('id')
  const [declining, setDeclining] = useState(false)
  const query = useAsk(timelineApi.entryRequest, { params: { id } })
  const open = useDeed((answer: 'opened', key) =>
    timelineApi.answerEntryRequest({ params: { id }, body: { answer }, key }),
  )
  return (
    <PageFrame narrow tab={t('entryRequest.tab')} title={t('entryRequest.question')}>
      <Loaded query={query}>
        {(request) =>
          request.answer ? (
            <Section heading={t('entryRequest.tab')}>
              <Done
                title={t(`entryRequest.answered.${request.answer}`)}
                sub={t(`entryRequest.answeredSub.${request.answer}`)}
              >
                <Button to="/">{t('entryRequest.toDay')}</Button>
              </Done>
            </Section>
          ) : (
            <>
              <KeyFacts
                facts={[
                  {
                    label: t('entryRequest.asks'),
                    value: request.askedBy,
                    more: longDate(dayOf(request.askedAt)),
                  },
                  {
                    label: t('entryRequest.family'),
                    value: request.family ?? t('entryRequest.coded', { code: request.code }),
                  },
                  { label: t('entryRequest.why'), value: request.why },
                  {
                    label: t('entryRequest.what'),
                    value: request.entry.what ?? phrase(request.entry),
                    more: (
                      <>
                        {request.entry.what && (
                          <>
                            {phrase(request.entry)}
                            <br />
                          </>
                        )}
                        {[longDate(dayOf(request.entry.at)), request.entry.worker].filter(Boolean).join(', ')}
                      </>
                    ),
                  },
                  ...(request.opened
                    ? [
                        {
                          label: t('entryRequest.readers'),
                          value: (
                            <ReadBy
                              caseId={request.caseId}
                              readers={request.opened.readers}
                              dataClass={request.opened.class}
                              when="onceOpen"
                            />
                          ),
                          more: <WhomOf caseId={request.caseId} about={request.opened.about} />,
                        },
                      ]
                    : []),
                ]}
              />
              <div style={{ display: 'grid', gap: 10, marginTop: 20 }}>
                {declining ? (
                  <Decline id={id} onBack={() => setDeclining(false)} />
                ) : (
                  <>
                    <ProblemNotice problem={open.problem} />
                    <Button
                      kind="filled"
                      size="answer"
                      icon={Check}
                      busy={open.busy}
                      onClick={() => open.run('opened')}
                    >
                      {t('entryRequest.open')}
                    </Button>
                    <Button size="answer" icon={X} onClick={() => setDeclining(true)}>
                      {t('entryRequest.decline')}
                    </Button>
                  </>
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function WhomOf({ caseId, about }: { caseId: string; about: string[] }) {
  return <OfWhom whom={useWhom(caseId)} about={about} always />
}

function Decline({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation('timeline')
  const form = useForm(timelineApi.answerEntryRequest, {
    params: { id },
    start: () => ({ answer: 'declined' as const, reason: '' }),
    draft: `entry-request/${id}/decline`,
  })
  return (
    <Form of={form} deed={t('entryRequest.decline')} beside={<Button onClick={onBack}>{t('back')}</Button>}>
      <TextArea
        {...form.field('reason', t('entryRequest.reason'), { lack: t('entryRequest.lackReason') })}
        hint={t('entryRequest.reasonHint')}
        rows={2}
      />
    </Form>
  )
}
