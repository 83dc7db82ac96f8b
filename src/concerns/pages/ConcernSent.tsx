import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { concernsApi } from './api.ts'
import { isWide } from './ConcernPage.tsx'
import { Heard } from './Heard.tsx'

/** After sending: who reads it, by when an answer comes, and what happens then. */
export function ConcernSent({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { t } = useTranslation('concerns')
  const { weekdayAndDay } = useWords()
  const query = useAsk(concernsApi.concern, { params: { id } })
  return (
    <Loaded query={query}>
      {(concern) => (
        <Done
          title={t('sent.title', { to: concern.addressedTo })}
          sub={concern.heard ? undefined : t('sent.by', { day: weekdayAndDay(concern.answerBy) })}
        >
          {concern.heard && <Heard concern={concern} />}
          <Rows ordered label={t('sent.next')}>
            {!concern.heard && (
              <Row
                title={t('sent.reads.title')}
                sub={t('sent.reads.text', { to: concern.addressedTo, wide: isWide(concern) ? 'yes' : 'no' })}
              />
            )}
            <Row title={t('sent.answer.title')} sub={t('sent.answer.text')} />
            <Row
              title={t(concern.violence ? 'sent.violence.title' : 'sent.silence.title')}
              sub={t(concern.violence ? 'sent.violence.text' : 'sent.silence.text')}
            />
          </Rows>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
            <Button kind="filled" to={pageAt('/concerns/$id', { id })}>
              {t('sent.see')}
            </Button>
            <Button onClick={onAnother}>{t('sent.another')}</Button>
          </div>
        </Done>
      )}
    </Loaded>
  )
}
