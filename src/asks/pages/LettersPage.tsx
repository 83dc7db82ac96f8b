import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { asksApi } from './api.ts'

/** When letters come to the address of this job: one tap keeps it. */
export function LettersPage() {
  const { t } = useTranslation('asks')
  const { worker } = useSession()
  const query = useAsk(asksApi.wish, {})
  const keep = useDeed((atOnce: boolean, key) => asksApi.keepWish({ body: { atOnce }, key }))
  return (
    <PageFrame
      narrow
      tab={t('wish.title')}
      title={t('wish.title')}
      sub={t('wish.sub', { institution: worker?.institutionName ?? '' })}
    >
      <Section heading={t('wish.how')}>
        <Loaded query={query}>
          {({ atOnce }) => (
            <ChoiceCards
              label={t('wish.how')}
              value={(keep.trying ?? atOnce) ? 'atOnce' : 'morning'}
              onChange={(value) => keep.run(value === 'atOnce')}
              choices={(['morning', 'atOnce'] as const).map((value) => ({
                value,
                title: t(`wish.${value}`),
                sub: t(`wish.${value}Sub`),
              }))}
            />
          )}
        </Loaded>
        <Note>{t('wish.always')}</Note>
        {keep.done && <p role="status">{t('wish.kept')}</p>}
        <ProblemNotice problem={keep.problem} />
      </Section>
    </PageFrame>
  )
}
