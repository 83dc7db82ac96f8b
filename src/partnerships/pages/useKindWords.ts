import { useCodes } from '../../platform/web/useCodes.ts'

const list = 'institutions.institution_kind'

/** What a kind of institution is called, and in short where room is short: "PCPR", "Koło gospodyń wiejskich". */
export function useKindWords() {
  const { label, entries } = useCodes()
  return {
    name: (code: string) => label(list, code),
    short: (code: string) =>
      (entries(list).find((entry) => entry.code === code)?.abbr as string | null | undefined) ??
      label(list, code),
  }
}
