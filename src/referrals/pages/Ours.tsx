import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { referralsApi } from './api.ts'

/** What my institution wrote about a referral of which it reads nothing else any more. */
export function Ours({ id }: { id: string }) {
  const { t } = useTranslation('referrals')
  const { eventDay } = useWords()
  const said = useAsk(referralsApi.oursOf, { params: { id } }).data
  if (!said?.length) return null
  return (
    <Section heading={t('page.ours')}>
      <Rows ordered>
        {said.map(({ id: key, step, words, at, by }) => (
          <Row
            key={key}
            lead={<span className="sm muted">{eventDay(dayOf(at))}</span>}
            title={t(`step.${step}`)}
            sub={words ? `„${words}”` : undefined}
            end={<span className="muted">{by}</span>}
          />
        ))}
      </Rows>
    </Section>
  )
}
