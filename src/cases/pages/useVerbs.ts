import { useTranslation } from 'react-i18next'
import { useCodes } from '../../platform/codes/useCodes.ts'

type Said = { verb: string; worker: string | null; values: Record<string, unknown> | null }

/** Lists whose codes stand among the values of a journal entry, by verb and name. */
const codeLists: Record<string, string> = {
  'contact.kind': 'cases.contact_kind',
  'case.reason': 'cases.closing_reason',
  'task.reason': 'worklist.not_done_reason',
  'item.reason': 'baskets.refusal_reason',
  'item.service': 'baskets.service_kind',
  'view.domain': 'assessments.life_domain',
  'level.domain': 'assessments.life_domain',
  'action.result': 'contracts.result',
  'consent.rule': 'consents.basis_rule',
  'basis.rule': 'consents.basis_rule',
}

/** Phrases entries of the journal: `phrase(entry)` is a sentence in the present tense, whoever did it. */
export function useVerbs() {
  const { t, i18n } = useTranslation('cases')
  const { label } = useCodes()
  return {
    phrase: ({ verb, worker, values }: Said): string => {
      if (!i18n.exists(`cases:verbs.${verb}`)) return t('verbs.other')
      const thing = verb.split('.')[0]
      const words = Object.fromEntries(
        Object.entries(values ?? {}).map(([name, value]) => {
          const list = codeLists[`${thing}.${name}`]
          const said = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
          return [name, list && said ? label(list, said) : said]
        }),
      )
      return t(`verbs.${verb}`, { ...noValues, worker: worker ?? '', ...words })
    },
  }
}

/** A value that an old entry lacks is an empty word, never a broken sentence. */
const noValues = {
  name: '',
  institution: '',
  reason: '',
  because: '',
  kind: '',
  what: '',
  until: '',
  rule: '',
  answer: '',
  domain: '',
  words: '',
  before: '',
  service: '',
  result: '',
  number: '',
  title: '',
}
