import { useTranslation } from 'react-i18next'
import { useVerbs } from '../../cases/pages/useVerbs.ts'

type Deed = { verb: string; values: Record<string, unknown> | null; caseId: string | null }

/** A deed in a sentence: in a case as its timeline says it, in a partnership as its history, else in words of our own. */
export function usePhrases() {
  const { t, i18n } = useTranslation('looks')
  const { phrase } = useVerbs()
  return ({ verb, values, caseId }: Deed): string => {
    if (caseId) return phrase({ verb, worker: null, values })
    const named = verb.replace('.', '_')
    const places = [`looks:verb.${named}`, `partnerships:history.verb.${named}`]
    const known = places.find((key) => i18n.exists(key))
    if (known) return i18n.t(known, { institution: '', name: '', ...values })
    return i18n.exists(`cases:verbs.${verb}`) ? phrase({ verb, worker: null, values }) : t('verb.other')
  }
}
