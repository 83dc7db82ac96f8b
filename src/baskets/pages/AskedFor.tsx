import { useTranslation } from 'react-i18next'
import { useWords } from '../../platform/web/useWords.ts'
import type { Item } from './api.ts'

type Offer = Pick<Item, 'frequency' | 'starts' | 'ends'>

/** How often, from when and until when, in words. */
export function useWhen() {
  const { t } = useTranslation('baskets')
  const { longDate } = useWords()
  return ({ frequency, starts, ends }: Offer) =>
    [frequency, starts && t('from', { day: longDate(starts) }), ends && t('to', { day: longDate(ends) })]
      .filter(Boolean)
      .join(', ')
}

/** What was asked, where the institution changed it. */
export function AskedFor({ item }: { item: Item }) {
  const { t } = useTranslation('baskets')
  const when = useWhen()
  const { askedFor, what, frequency, starts, ends } = item
  const asked =
    askedFor &&
    [
      askedFor.what !== what && askedFor.what,
      (askedFor.frequency !== frequency || askedFor.starts !== starts || askedFor.ends !== ends) &&
        when(askedFor),
    ]
      .filter(Boolean)
      .join(', ')
  return asked ? (
    <p className="sm muted">
      {t('weAsked')} {asked}
    </p>
  ) : null
}
