import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import type { asksContract } from '../contract.ts'
import { asksApi } from './api.ts'
import { ThisDevice } from './ThisDevice.tsx'

type Wish = z.output<typeof asksContract.wish.answer>
/** Hours of a day at which somebody may read a letter; the database takes any. */
const hours = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]

/** When letters come to the address of this job: one tap keeps it. */
export function LettersPage() {
  const { t } = useTranslation('asks')
  const { worker } = useSession()
  const query = useAsk(asksApi.wish, {})
  const keep = useDeed((wish: Wish, key) => asksApi.keepWish({ body: wish, key }))
  return (
    <PageFrame
      narrow
      tab={t('wish.title')}
      title={t('wish.title')}
      sub={t('wish.sub', { institution: worker?.institutionName ?? '' })}
    >
      <Stack>
        <Section heading={t('wish.how')}>
          <Loaded query={query}>{(wish) => <Choices wish={keep.trying ?? wish} keep={keep.run} />}</Loaded>
          <Note>{t('wish.always')}</Note>
          {keep.done && <p role="status">{t('wish.kept')}</p>}
          <ProblemNotice problem={keep.problem} />
        </Section>
        <ThisDevice />
      </Stack>
    </PageFrame>
  )
}

function Choices({ wish, keep }: { wish: Wish; keep: (wish: Wish) => void }) {
  const { t } = useTranslation('asks')
  return (
    <Stack>
      <ChoiceCards
        label={t('wish.how')}
        value={wish.atOnce ? 'atOnce' : 'daily'}
        onChange={(value) => keep({ ...wish, atOnce: value === 'atOnce' })}
        choices={(['daily', 'atOnce'] as const).map((value) => ({
          value,
          title: t(`wish.${value}`),
          sub: t(`wish.${value}Sub`),
        }))}
      />
      {!wish.atOnce && (
        <>
          <SelectField
            label={t('wish.hour')}
            hint={t('wish.hourHint')}
            value={String(wish.hour)}
            onChange={(hour) => hour && keep({ ...wish, hour: Number(hour) })}
            options={(hours.includes(wish.hour) ? hours : [wish.hour, ...hours]).map((hour) => ({
              value: String(hour),
              label: `${hour}:00`,
            }))}
          />
          <ChoiceCards
            label={t('wish.days')}
            look="rows"
            value={wish.everyDay ? 'every' : 'working'}
            onChange={(value) => keep({ ...wish, everyDay: value === 'every' })}
            choices={(['working', 'every'] as const).map((value) => ({ value, title: t(`wish.${value}`) }))}
          />
        </>
      )}
    </Stack>
  )
}
