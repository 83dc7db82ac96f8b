import { useTranslation } from 'react-i18next'
import { UnreadMark, useShortTime } from '../../platform/kit/Messages.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { Listed } from './api.ts'
import { useUntil } from './useUntil.ts'

/** Matters one under another, what is unread marked; `places` where they are of several. */
export function MatterRows({
  matters,
  places,
  onLinen = false,
}: {
  matters: Listed[]
  places?: boolean
  onLinen?: boolean
}) {
  const { t } = useTranslation('messages')
  const until = useUntil()
  const shortTime = useShortTime()
  const nameOf = ({ name, code }: Listed['place']) => name ?? t('case', { code })
  return (
    <Rows onLinen={onLinen}>
      {matters.map((matter) => (
        <Row
          key={matter.id}
          to={pageAt('/conversations/$id', { id: matter.id })}
          title={
            <>
              {matter.unread && <UnreadMark>{t('list.unread')}</UnreadMark>}
              {matter.title}
            </>
          }
          sub={[
            places && nameOf(matter.place),
            matter.urgent
              ? t('list.urgent', {
                  until: until(matter.urgent.answerAt),
                  said: matter.urgent.said,
                  of: matter.urgent.of,
                })
              : matter.lastBy,
            shortTime(matter.lastAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Rows>
  )
}
