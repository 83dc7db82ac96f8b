import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { told } from '../../platform/web/address.ts'

/** Words that speak of violence do not belong on an agenda or in minutes: they lead to where they are read at once. */
export function SpeaksOfViolence({ words }: { words: string }) {
  const { t } = useTranslation('meetings')
  const { t: violent } = useTranslation('partnerships', { keyPrefix: 'violence' })
  if (!speaksOf(words, violent('words'))) return null
  return (
    <Urgent heading={t('violence.title')}>
      <p className="sm">{t('violence.why')}</p>
      <p style={{ margin: '8px 0' }}>
        <Button to={told('/concerns/new')}>{t('violence.deed')}</Button>
      </p>
    </Urgent>
  )
}
