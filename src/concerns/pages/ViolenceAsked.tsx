import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { Urgent } from '../../platform/kit/Urgent.tsx'

/** Words that speak of violence lead to where they are heard: the form asks, and decides nothing. */
export function ViolenceAsked({ words }: { words: string }) {
  const { t } = useTranslation('concerns', { keyPrefix: 'violence' })
  const { t: listed } = useTranslation('partnerships', { keyPrefix: 'violence' })
  if (!speaksOf(words, listed('words'))) return null
  return (
    <Urgent heading={t('asked')}>
      <p className="sm">{t('why')}</p>
      <p style={{ margin: '8px 0' }}>
        <Button to="/concerns/new">{t('deed')}</Button>
      </p>
    </Urgent>
  )
}
