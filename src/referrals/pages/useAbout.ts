import { useTranslation } from 'react-i18next'
import type { Referral } from './api.ts'

type About = { aboutAs: Referral['aboutAs'] | null; age: number | null; communeName?: string | null }

/** Whom a referral is about, as the receiver reads it before it takes anything on: "chłopiec, 9 lat, gmina Oksa". */
export function useAbout() {
  const { t } = useTranslation('referrals')
  return ({ aboutAs, age, communeName }: About) => {
    const who = t(`about.${aboutAs ?? 'unsaid'}`)
    return [
      age === null ? who : t('aboutAge', { who, age }),
      communeName && t('commune', { name: communeName }),
    ]
      .filter(Boolean)
      .join(', ')
  }
}
