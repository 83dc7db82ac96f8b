import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { Row } from '../../platform/kit/Rows.tsx'
import { When } from '../../platform/kit/When.tsx'
import { pageAt } from '../../platform/web/address.ts'
import '../../platform/web/phrases.ts'
import '../../platform/web/plain.ts'

/** A place without its name: the code on its papers, or the end of its id, which is enough to tell it from others. */
export const codeOf = ({ scopeId, code }: { scopeId: string; code: string | null }) =>
  code ?? scopeId.slice(-8).toUpperCase()

/** A verb without content, in the words that its slice has for it (`plain`): "notatka: zapisanie". */
export function useVerbWords() {
  const { t, i18n } = useTranslation('oversight')
  const slices = i18n.options.ns as string[]
  return (verb: string) => {
    const [thing = '', deed = ''] = verb.split('.')
    const place = slices.find((slice) => i18n.exists(`${slice}:verbs.${verb}`))
    const word = (kind: 'thing' | 'deed', code: string) => {
      const known = [place, ...slices].find((slice) => i18n.exists(`${slice}:plain.${kind}.${code}`))
      return known ? t(`${known}:plain.${kind}.${code}`) : t(`${kind}.other`)
    }
    return `${word('thing', thing)}: ${word('deed', deed)}`
  }
}

/** When, who, what, and where as a code without a name. */
export function Noted({
  at,
  worker,
  what,
  scopeId,
  kind,
  code,
}: {
  at: string
  worker: string | null
  what: ReactNode
  scopeId: string | null
  kind: string | null
  code: string | null
}) {
  const { t } = useTranslation('oversight')
  const place = scopeId && t('place', { kind: kind ?? 'other', code: codeOf({ scopeId, code }) })
  return (
    <Row
      lead={<When at={at} />}
      title={what}
      sub={
        <>
          {worker ?? t('nobody')}
          {scopeId && ' · '}
          {scopeId &&
            (kind === 'partnership' || kind === null ? (
              place
            ) : (
              <Link to={pageAt('/oversight/ask/$scopeId', { scopeId })}>{place}</Link>
            ))}
        </>
      }
    />
  )
}
