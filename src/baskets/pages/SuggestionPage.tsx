import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Basket, basketsApi, type Composing as Facts } from './api.ts'
import { Composing } from './Composing.tsx'
import { GoalOrder } from './GoalOrder.tsx'
import { Limits } from './Limits.tsx'
import { Needs } from './Needs.tsx'

/** Ways of composing the basket: what is minded, what is needed, and what Splot found; the family and the team choose. */
export function SuggestionPage() {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  return (
    <FamilyFrame part="basket" title={t('title')} sub={t('sub')}>
      {(family) => <Page family={family} />}
    </FamilyFrame>
  )
}

function Page({ family }: { family: Family }) {
  const basket = useAsk(basketsApi.basket, { params: { id: family.id } })
  const composing = useAsk(basketsApi.composing, { params: { id: family.id } })
  return (
    <Loaded query={basket} rows={6}>
      {(held) => (
        <Loaded query={composing} rows={6}>
          {(facts) => <Work family={family} basket={held} composing={facts} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function Work({ family, basket, composing }: { family: Family; basket: Basket; composing: Facts }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  const may = basket.mayMake && !family.closedAt
  const wanted = composing.needs.filter(({ met }) => !met)
  const lead = (
    <>
      <Limits family={family} limits={composing.limits} may={may} />
      <GoalOrder family={family} goals={basket.goals} may={may} />
    </>
  )
  const needs = <Needs family={family} basket={basket} composing={composing} may={may} />
  if (may && wanted.length > 0)
    return <Composing family={family} basket={basket} composing={composing} lead={lead} needs={needs} />
  return (
    <Columns lead={lead}>
      {wanted.length === 0 && (
        <Section heading={t('nothing')}>
          <EmptyState>{t(composing.needs.length ? 'allMet' : 'noNeeds')}</EmptyState>
        </Section>
      )}
      {needs}
    </Columns>
  )
}
