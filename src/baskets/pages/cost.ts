import { useTranslation } from 'react-i18next'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Item } from './api.ts'

type Cost = Pick<Item, 'costGrosz' | 'familyCostGrosz' | 'funding'>

/** What is known of a cost, in words: nothing said is "not settled", and free only what was said to be. */
export function useCost() {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { money } = useWords()
  return {
    costWords({ costGrosz, familyCostGrosz, funding }: Cost): string {
      if (costGrosz === null) return t('cost.unsaid')
      if (costGrosz === 0) return t('cost.free')
      return [
        money(costGrosz / 100),
        funding && label('baskets.funding', funding).toLocaleLowerCase('pl'),
        familyCostGrosz === null
          ? t('cost.familyUnsaid')
          : familyCostGrosz > 0 && t('cost.familyPays', { sum: money(familyCostGrosz / 100) }),
      ]
        .filter(Boolean)
        .join(', ')
    },
    /** What the family pays for these services: what is known, and for how many it is not. */
    sumWords(services: Cost[]): string {
      const known = services.filter((each) => each.familyCostGrosz !== null)
      const unsaid = services.length - known.length
      const sum = known.reduce((all, each) => all + each.familyCostGrosz!, 0)
      if (!services.length || unsaid === services.length) return t('costChoice.unsaid')
      const words = sum ? money(sum / 100) : t('cost.free')
      return unsaid ? t('cost.andUnsaid', { words, count: unsaid }) : words
    },
  }
}
