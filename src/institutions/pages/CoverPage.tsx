import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { institutionsApi } from './api.ts'
import { Rests } from './Rests.tsx'

const signs = { asked: 'wait', agreed: 'ok', declined: 'declined', over: 'question' } as const

/** A colleague is away, and somebody does their work: what goes over, what does not, and the answer of who is asked. */
export function CoverPage() {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  const id = useParam('id')
  const query = useAsk(institutionsApi.cover, { params: { id } })
  const answer = useDeed((said: 'yes' | 'no', key) =>
    institutionsApi.answerCover({ params: { id }, body: { answer: said }, key }),
  )
  const end = useDeed<void>((_, key) => institutionsApi.endCover({ params: { id }, body: {}, key }))
  return (
    <PageFrame narrow tab={t('cover.tab')} title={t('cover.title')} sub={t('cover.sub')}>
      <Section heading={t('cover.heading')}>
        <Loaded query={query} rows={4}>
          {(cover) => (
            <>
              <KeyFacts
                facts={[
                  { label: t('cover.worker'), value: cover.worker },
                  {
                    label: t('cover.when'),
                    value: t('absence.line', { from: longDate(cover.from), until: longDate(cover.until) }),
                  },
                  { label: t('cover.standIn'), value: cover.standIn },
                  { label: t('cover.namedBy'), value: cover.namedBy },
                  {
                    label: t('cover.goesOver'),
                    value: t(cover.duty ? 'cover.tasksAndDuty' : 'cover.tasks'),
                    more: t('cover.stays'),
                  },
                ]}
              />
              {cover.state === 'asked' && cover.mine ? (
                <>
                  <Note>{t('cover.what')}</Note>
                  <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 }}>
                    <Button kind="filled" busy={answer.busy} onClick={() => answer.run('yes')}>
                      {t('cover.yes')}
                    </Button>
                    <Button busy={answer.busy} onClick={() => answer.run('no')}>
                      {t('cover.no')}
                    </Button>
                  </div>
                </>
              ) : (
                <p role="status" style={{ marginTop: 12 }}>
                  <Status kind={signs[cover.state]}>{t(`cover.state.${cover.state}`)}</Status>
                  <Rests of={cover} />{' '}
                  {cover.state === 'agreed' && cover.mine && (
                    <Button size="small" kind="quiet" busy={end.busy} onClick={() => end.run()}>
                      {t('cover.giveBack')}
                    </Button>
                  )}
                </p>
              )}
              <ProblemNotice problem={answer.problem ?? end.problem} />
            </>
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}
