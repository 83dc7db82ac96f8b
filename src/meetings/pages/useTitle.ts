import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import { nameOf } from '../../cases/pages/FamilyFrame.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { Meeting } from './api.ts'

/** "Spotkanie zespołu: Zmyśleni", as far as the reader may know which family it is about. */
export function useTitle({ kind, caseId }: Meeting): string {
  const { t } = useTranslation('meetings')
  const { t: ofCases } = useTranslation('cases')
  const { label } = useCodes()
  const family = useAsk(casesApi.case, { params: { id: caseId ?? '' } }, { enabled: caseId !== null })
  const called = label('meetings.meeting_kind', kind)
  return family.data ? t('table.title', { kind: called, family: nameOf(family.data, ofCases) }) : called
}
