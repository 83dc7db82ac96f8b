import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { worklistApi } from './api.ts'

/** What waits for the next meeting of a place; nothing, where nothing waits. */
export function Topics({ placeId }: { placeId: string }) {
  const { t } = useTranslation('worklist')
  const { eventDay } = useWords()
  const { data: topics } = useAsk(worklistApi.topicsIn, { params: { id: placeId } })
  const back = useDeed((id: string, key) => worklistApi.takeTopicBack({ params: { id }, key }))
  if (!topics?.length) return null
  return (
    <Section heading={t('topics.title')} count={topics.length}>
      <p className="s muted">{t('topics.sub')}</p>
      <ProblemNotice problem={back.problem} />
      <Rows>
        {topics.map(({ id, what, putBy, putOn, mayTakeBack }) => (
          <Row
            key={id}
            title={what}
            sub={t('topics.by', { name: putBy, day: eventDay(putOn) })}
            end={
              mayTakeBack && (
                <Button
                  kind="quiet"
                  size="small"
                  busy={back.trying === id}
                  onClick={() => back.run(id)}
                  aria-label={t('topics.takeBackNamed', { what })}
                >
                  {t('topics.takeBack')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
