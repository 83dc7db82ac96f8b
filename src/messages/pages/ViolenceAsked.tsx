import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { told } from '../../platform/web/address.ts'

/** Words of violence lead to where it is heard: the page asks, and decides nothing. */
export function ViolenceAsked({ words }: { words: string }) {
  const { t } = useTranslation('messages')
  const { t: listed } = useTranslation('partnerships', { keyPrefix: 'violence' })
  if (!speaksOf(words, listed('words'))) return null
  return (
    <Urgent heading={t('violence.asked')}>
      <p className="sm">{t('violence.why')}</p>
      <p style={{ margin: '8px 0' }}>
        <Button to={told('/concerns/new')}>{t('violence.deed')}</Button>
      </p>
    </Urgent>
  )
}
