import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import { useAskWith } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { DataClass } from './messageValues.ts'

type WhoWillReadProps = {
  caseId: string
  about: string[]
  dataClass: Exclude<DataClass, 'request'>
  /** Institutions that read the matter, or will by being written to. */
  institutions: string[]
}

/** Which of the readers' institutions will read it, by what is open to them; whoever coordinates is told also which will not. */
export function WhoWillRead({ caseId, about, dataClass, institutions }: WhoWillReadProps) {
  const { t } = useTranslation('messages')
  const { list } = useWords()
  const { data } = useAskWith(
    casesApi.readers,
    { params: { id: caseId }, body: { class: dataClass, about } },
    about.length > 0,
  )
  if (!data) return null
  const asked = new Set(institutions)
  const reads = data.reads.filter((name) => asked.has(name))
  const others = data.others?.filter((name) => asked.has(name)) ?? []
  if (reads.length + others.length === 0) return null
  return (
    <p className="sm muted">
      {reads.length > 0 && t('write.reads', { names: list(reads) })}{' '}
      {others.length > 0 && t('write.others', { count: others.length, names: list(others) })}
    </p>
  )
}
