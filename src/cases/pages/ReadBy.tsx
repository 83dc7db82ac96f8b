import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Link } from '../../platform/kit/Link.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAskWith } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { casesContract } from '../contract.ts'
import { casesApi } from './api.ts'

export type OpenClass = z.input<typeof casesContract.readers.body>['class']
type Readers = { reads: string[]; others: string[] | null }

type ReadByProps = {
  caseId: string
  readers: Readers
  dataClass: string
  /** Now; as soon as it is kept; or once it is opened. */
  when?: 'now' | 'will' | 'onceOpen'
  /** Without the way to the consents: inside something that is tapped itself. */
  bare?: boolean
}

/**
 * Which institutions read something, or will; to whoever coordinates also which do not yet, with the way to the consents.
 */
export function ReadBy({ caseId, readers, dataClass, when = 'now', bare = false }: ReadByProps) {
  const { t } = useTranslation('cases')
  const { list } = useWords()
  const { reads, others } = readers
  const alone = reads.length === 1
  const said = t(`readBy.${alone ? 'only' : 'several'}.${when}`, { names: list(reads) })
  if (!others?.length) return said
  // Nobody consents to convictions: others read of them where the law says so.
  if (dataClass === 'justice') return `${said}; ${t('readBy.byLaw')}`
  const lacks = t(alone ? 'readBy.othersAfter' : 'readBy.lacks')
  return (
    <>
      {said}; {!alone && t('readBy.others', { names: list(others) })}{' '}
      {bare ? lacks : <Link to={pageAt('/families/$id/consents', { id: caseId })}>{lacks}</Link>}
    </>
  )
}

type WillReadProps = {
  caseId: string
  about: string[]
  dataClass: OpenClass
  when?: 'will' | 'onceOpen'
  bare?: boolean
}

/** Who will read what is being written, as soon as it is open. */
export function WillRead({ caseId, about, dataClass, when = 'will', bare = false }: WillReadProps) {
  const { data } = useAskWith(
    casesApi.readers,
    { params: { id: caseId }, body: { class: dataClass, about } },
    about.length > 0,
  )
  return data ? <ReadBy caseId={caseId} readers={data} dataClass={dataClass} when={when} bare={bare} /> : null
}
