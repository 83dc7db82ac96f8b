import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { casesApi } from './api.ts'

/** A case that another centre offers: its head accepts or declines; until then nothing moves. */
export function HandoverPage() {
  const { t } = useTranslation('cases')
  const { longDate } = useWords()
  const id = useParam('id')
  const query = useAsk(casesApi.offeredHandover, { params: { id } })
  const deed = useDeed((answer: 'accepted' | 'declined', key) =>
    casesApi.answerHandover({ params: { id }, body: { answer }, key }).then(() => answer),
  )
  return (
    <PageFrame narrow tab={t('handover.tab')} title={t('handover.question')}>
      {deed.answer ? (
        <Done title={t(`handover.answered.${deed.answer}`)} sub={t(`handover.answeredSub.${deed.answer}`)}>
          <Button kind="filled" to={deed.answer === 'accepted' ? '/families' : '/'}>
            {t(deed.answer === 'accepted' ? 'handover.toFamilies' : 'invited.toDay')}
          </Button>
        </Done>
      ) : (
        <Loaded
          query={query}
          gone={
            <EmptyState action={<Button to="/">{t('invited.toDay')}</Button>}>
              {t('handover.gone')}
            </EmptyState>
          }
        >
          {(offer) => (
            <>
              <KeyFacts
                facts={[
                  {
                    label: t('handover.from'),
                    value: offer.fromInstitution,
                    more: longDate(dayOf(offer.offeredAt)),
                  },
                  { label: t('handover.reason'), value: offer.reason },
                  { label: t('invited.code'), value: offer.code, more: t('handover.codeWhy') },
                ]}
              />
              <div style={{ display: 'grid', gap: 10, marginTop: 20 }}>
                <ProblemNotice problem={deed.problem} />
                <Button
                  kind="filled"
                  size="answer"
                  icon={Check}
                  busy={deed.busy}
                  onClick={() => deed.run('accepted')}
                >
                  {t('handover.accept')}
                </Button>
                <Button size="answer" icon={X} onClick={() => deed.run('declined')}>
                  {t('handover.decline')}
                </Button>
              </div>
            </>
          )}
        </Loaded>
      )}
    </PageFrame>
  )
}
