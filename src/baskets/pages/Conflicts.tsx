import { useTranslation } from 'react-i18next'
import { Status } from '../../platform/kit/Status.tsx'
import { hour } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { basketsApi, type Item } from './api.ts'

/** What does not go together in time with an item: another at one hour, a day on which the family cannot, no way there or back. */
export function Conflicts({ caseId, item, items }: { caseId: string; item: Item; items: Item[] }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'conflicts' })
  const { t: day } = useTranslation('directory', { keyPrefix: 'weekday' })
  const { data } = useAsk(
    basketsApi.composing,
    { params: { id: caseId } },
    { enabled: items.some(({ weekly }) => weekly.length > 0) },
  )
  const its = (data?.conflicts ?? []).filter(
    ({ itemId, otherId }) => itemId === item.id || otherId === item.id,
  )
  if (!its.length) return null
  const nameOf = (id: string | null) => items.find((each) => each.id === id)?.what ?? ''
  return (
    <ul className="sm">
      {its.map(({ itemId, otherId, weekday, kind, at }) => (
        <li key={`${itemId} ${otherId} ${weekday} ${kind}`}>
          <Status kind="late">
            {t(kind, {
              day: day(String(weekday)),
              other: nameOf(itemId === item.id ? otherId : itemId),
              at: hour(at ?? ''),
            })}
          </Status>
        </li>
      ))}
    </ul>
  )
}
