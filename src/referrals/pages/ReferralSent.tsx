import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { referralsApi } from './api.ts'

/** After sending: who reads it, by when an answer comes, and what is heard of it. */
export function ReferralSent({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { t } = useTranslation('referrals')
  const { weekdayAndDay } = useWords()
  const query = useAsk(referralsApi.referral, { params: { id } })
  return (
    <Loaded query={query}>
      {({ to, points }) => (
        <Done
          title={t(to.id ? 'sent.title' : 'sent.written', { to: to.name })}
          sub={t('sent.by', { day: weekdayAndDay(points[0]!.answerBy) })}
        >
          {to.id ? (
            <Rows ordered label={t('sent.next')}>
              {(['reads', 'hears', 'silence'] as const).map((each) => (
                <Row key={each} title={t(`sent.${each}.title`)} sub={t(`sent.${each}.text`)} />
              ))}
            </Rows>
          ) : (
            <p>{t('sent.letter')}</p>
          )}
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button kind="filled" to={pageAt('/referrals/$id', { id })}>
              {t('sent.see')}
            </Button>
            <Button onClick={onAnother}>{t('sent.another')}</Button>
          </div>
        </Done>
      )}
    </Loaded>
  )
}
