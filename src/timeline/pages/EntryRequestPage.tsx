import { useQuery } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useParam } from '../../platform/web/place.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { timelineApi } from './api.ts'

type Answer = Parameters<typeof timelineApi.answerEntryRequest>[0]['body']

/** A coordinator asks my institution to open what it kept to itself: we open it, or say why not. */
export function EntryRequestPage() {
  const { t } = useTranslation('timeline')
  const { longDate } = useWords()
  const { phrase } = useVerbs()
  const id = useParam('id')
  const [declining, setDeclining] = useState(false)
  const query = useQuery({
    queryKey: ['entry-request', id],
    queryFn: () => timelineApi.entryRequest({ params: { id } }),
  })
  const deed = useDeed((body: Answer, key) => timelineApi.answerEntryRequest({ params: { id }, body, key }))
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
                ]}
              />
              <div style={{ display: 'grid', gap: 10, marginTop: 20 }}>
                {declining ? (
                  <Decline deed={deed} onBack={() => setDeclining(false)} />
                ) : (
                  <>
                    <ProblemNotice problem={deed.problem} />
                    <Button
                      kind="filled"
                      size="answer"
                      icon={Check}
                      busy={deed.busy}
                      onClick={() => deed.run({ answer: 'opened' })}
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

function Decline({
  deed,
  onBack,
}: {
  deed: { run: (answer: Answer) => void; busy: boolean; problem: unknown }
  onBack: () => void
}) {
  const { t } = useTranslation('timeline')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <OldForm
      problem={deed.problem}
      onSubmit={() => {
        setMissing(true)
        if (reason.trim().length > 1) deed.run({ answer: 'declined', reason })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={deed.busy}>
            {t('entryRequest.decline')}
          </Button>
          <Button onClick={onBack}>{t('back')}</Button>
        </>
      }
    >
      <TextArea
        label={t('entryRequest.reason')}
        hint={t('entryRequest.reasonHint')}
        rows={2}
        value={reason}
        onChange={setReason}
        maxLength={500}
        error={missing && reason.trim().length < 2 && t('entryRequest.lackReason')}
      />
    </OldForm>
  )
}
