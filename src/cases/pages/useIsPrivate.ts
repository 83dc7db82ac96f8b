import { useTranslation } from 'react-i18next'
import { speaksOf } from '../../platform/kit/speaksOf.ts'

/** Whether words speak of health or addiction; it is only asked about, and decides nothing. */
export function useIsPrivate() {
  const { t } = useTranslation('cases')
  return (words: string) => speaksOf(words, t('invite.privateWords'))
}
