import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { basketsApi } from '../../baskets/pages/api.ts'
import { ItemForm } from '../../baskets/pages/ItemForm.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import type { Meeting, Point } from './api.ts'
import { settleApi } from './settleApi.ts'

type Props = {
  family: Family
  meeting: Meeting
  point: Point
  /** What is written of it so far. */
  written: { what: string; institutionId: string | null; workerId: string | null; due: string | null }
  onDone: () => void
  onBack: () => void
}

/** What is settled goes into the basket, for one of its goals, and is asked of its institution at once. */
export function DecideItem({ family, meeting, point, written, onDone, onBack }: Props) {
  const { t } = useTranslation('meetings')
  const query = useAsk(basketsApi.basket, { params: { id: family.id } })
  const [chosen, choose] = useState<string | null>(null)
  return (
    <Loaded query={query}>
      {(basket) => {
        const { goals } = basket
        const goal = goals.find(({ id }) => id === chosen) ?? (goals.length === 1 ? goals[0] : undefined)
        if (goals.length === 0)
          return (
            <EmptyState>
              {t('decision.noGoal')}{' '}
              <Link to={pageAt('/families/$id/basket', { id: family.id })}>{t('decision.toBasket')}</Link>
            </EmptyState>
          )
        return (
          <Stack>
            <SelectField
              label={t('decision.goal')}
              options={goals.map(({ id, words }) => ({ value: id, label: words }))}
              value={goal?.id ?? null}
              onChange={choose}
              optional={false}
            />
            {goal && (
              <ItemForm
                key={goal.id}
                family={family}
                basket={basket}
                goal={goal}
                settled={{
                  call: settleApi.decideItem,
                  params: { id: meeting.id, pointId: point.id },
                  draft: `meeting/${meeting.id}/item/${point.id}`,
                  start: {
                    what: written.what,
                    providerId: written.institutionId,
                    workerId: written.workerId,
                    starts: written.due,
                  },
                }}
                onDone={onDone}
                onBack={onBack}
              />
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}
