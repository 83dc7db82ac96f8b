import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from './useRead.ts'

/** An entry of a code list: its labels, and what else the list says of it. */
export type Code = { code: string; pl: string; en: string; [more: string]: unknown }

const none: Code[] = []

/**
 * The code lists in the reader's language: `label(list, code)`, `options(list)` for fields, `entries(list)` for what
 * else a list holds. Until they are there, a label is empty.
 */
export function useCodes() {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'pl'
  const { data } = useRead<Record<string, Code[]>>('/api/codes', { staleTime: Number.POSITIVE_INFINITY })
  return useMemo(() => {
    const entries = (list: string) => data?.[list] ?? none
    const inUse = (list: string) => entries(list).filter(({ validTo }) => !validTo)
    return {
      ready: data !== undefined,
      entries: inUse,
      label: (list: string, code: string) =>
        entries(list).find((entry) => entry.code === code)?.[language] ?? (data ? code : ''),
      options: (list: string) =>
        inUse(list).map((entry) => ({ value: entry.code, label: entry[language] as string })),
    }
  }, [data, language])
}
