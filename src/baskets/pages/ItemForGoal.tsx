import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { basketsApi } from './api.ts'
import { ItemForm, type ItemFormProps } from './ItemForm.tsx'

type Props = Required<Pick<ItemFormProps, 'settled' | 'onDone' | 'onBack'>> & { family: Family }

/** What was said elsewhere goes into the basket, for one of its goals. */
export function ItemForGoal({ family, ...form }: Props) {
  const { t } = useTranslation('baskets')
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
              {t('forGoal.none')}{' '}
              <Link to={pageAt('/families/$id/basket', { id: family.id })}>{t('forGoal.toBasket')}</Link>
            </EmptyState>
          )
        return (
          <Stack>
            <SelectField
              label={t('forGoal.which')}
              options={goals.map(({ id, words }) => ({ value: id, label: words }))}
              value={goal?.id ?? null}
              onChange={choose}
              optional={false}
            />
            {goal && <ItemForm key={goal.id} family={family} basket={basket} goal={goal} {...form} />}
          </Stack>
        )
      }}
    </Loaded>
  )
}
