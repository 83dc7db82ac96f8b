import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../../platform/kit/Link.tsx'
import { Row } from '../../platform/kit/Rows.tsx'
import { When } from '../../platform/kit/When.tsx'

/** A place without its name: the code on its papers, or the end of its id, which is enough to tell it from others. */
export const codeOf = ({ scopeId, code }: { scopeId: string; code: string | null }) =>
  code ?? scopeId.slice(-8).toUpperCase()

/** A verb without content: "notatka: zapisanie". */
export function useVerbWords() {
  const { t, i18n } = useTranslation('oversight')
  const word = (list: 'thing' | 'deed', code: string) =>
    i18n.exists(`oversight:${list}.${code}`) ? t(`${list}.${code}`) : t(`${list}.other`)
  return (verb: string) => {
    const [thing = '', deed = ''] = verb.split('.')
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
              <Link to={`/oversight/ask/${scopeId}`}>{place}</Link>
            ))}
        </>
      }
    />
  )
}
