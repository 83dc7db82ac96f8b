import { House, Plus, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsContract } from '../contract.ts'
import { type Basket, basketsApi, type Goal } from './api.ts'
import { FamilyAnswers } from './FamilyAnswers.tsx'
import { Freezing } from './Freezing.tsx'
import { type Added, GoalCard } from './GoalCard.tsx'
import { GoalForm } from './GoalForm.tsx'
import { Items } from './Items.tsx'

/** The basket: what the family and what others do for each goal, who said yes, and what is missing before freezing. */
export function BasketPage() {
  const { t } = useTranslation('baskets')
  return (
    <FamilyFrame part="basket" sub={t('sub')}>
      {(family) => <TheBasket family={family} />}
    </FamilyFrame>
  )
}

/** What is being added to which goal. */
type Adding = { goalId: string; what: Added }

function TheBasket({ family }: { family: Family }) {
  const { t } = useTranslation('baskets')
  const [chosen, setAdding] = useState<Adding | null>()
  const query = useAsk(basketsApi.basket, { params: { id: family.id } })
  /** What is being added to a goal as it was chosen; until then a service to the first that nothing is done for. */
  const addingTo = (basket: Basket, goal: Goal): Added | null => {
    if (chosen !== undefined || !basket.mayMake) return chosen?.goalId === goal.id ? chosen.what : null
    const bare = basket.goals.find(
      ({ id }) => ![...basket.items, ...basket.gaps].some(({ goalId }) => goalId === id),
    )
    return bare === goal ? 'item' : null
  }
  return (
    <Loaded query={query} rows={8}>
      {(basket) => (
        <Stack>
          <Columns aside={<Aside family={family} basket={basket} />}>
            {basket.mayMake && !family.closedAt && <Undecided family={family} basket={basket} />}
            {basket.goals.map((goal) => (
              <GoalCard
                key={goal.id}
                family={family}
                goal={goal}
                basket={basket}
                adding={addingTo(basket, goal)}
                onAdding={(what) => setAdding(what && { goalId: goal.id, what })}
              />
            ))}
            <WithoutGoal family={family} basket={basket} />
            {basket.goals.length === 0 && <NoGoals mayMake={basket.mayMake} />}
          </Columns>
          {basket.mayMake && basket.items.length > 0 && (
            <p data-screen-only>
              <Link to={pathOf(basketsContract.printBasket, { params: { id: family.id } })}>
                {t('forFamily')}
              </Link>{' '}
              {basket.notOnPaper > 0 && (
                <span className="muted">{t('notOnPaper', { count: basket.notOnPaper })}</span>
              )}
            </p>
          )}
          {basket.mayMake && basket.items.length > 0 && <Freezing family={family} basket={basket} />}
        </Stack>
      )}
    </Loaded>
  )
}

/** Where the family has more than one answer to give, they are written down in one go. */
function Undecided({ family, basket }: { family: Family; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const [open, setOpen] = useState(false)
  const waiting = basket.items.filter(
    ({ familyAnswer, institutionAnswer }) =>
      (familyAnswer === 'not_yet' || familyAnswer === 'later') && institutionAnswer !== 'declined',
  )
  if (open)
    return (
      <FamilyAnswers
        family={family}
        items={waiting}
        people={basket.mayUndertake}
        onDone={() => setOpen(false)}
      />
    )
  if (waiting.length < 2) return null
  return (
    <div data-screen-only>
      <Button icon={House} onClick={() => setOpen(true)}>
        {t('recordFamilyAll', { count: waiting.length })}
      </Button>
    </div>
  )
}

/** What my institution does for a goal that is not open to me. */
function WithoutGoal({ family, basket }: { family: Family; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const items = basket.items.filter((item) => !basket.goals.some((goal) => goal.id === item.goalId))
  if (!items.length) return null
  return (
    <Section heading={t('withoutGoal')} more={t('withoutGoalHint')}>
      <Items family={family} basket={basket} items={items} />
    </Section>
  )
}

function NoGoals({ mayMake }: { mayMake: boolean }) {
  const { t } = useTranslation('baskets')
  return (
    <Section heading={t('empty.title')}>
      <EmptyState>{t(mayMake ? 'empty.make' : 'empty.wait')}</EmptyState>
    </Section>
  )
}

function Aside({ family, basket }: { family: Family; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const { longDate } = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <>
      {basket.mayMake && !family.closedAt && (
        <div data-screen-only>
          <PlainSection heading={t('newGoal')}>
            {adding || basket.goals.length === 0 ? (
              <GoalForm
                family={family}
                onDone={() => setAdding(true)}
                onBack={basket.goals.length > 0 ? () => setAdding(false) : undefined}
              />
            ) : (
              <Button icon={Plus} onClick={() => setAdding(true)}>
                {t('addGoal')}
              </Button>
            )}
          </PlainSection>
        </div>
      )}
      {basket.mayMake && !family.closedAt && basket.goals.length > 0 && (
        <div data-screen-only>
          <PlainSection heading={t('suggestion.link')}>
            <p className="sm muted" style={{ paddingBottom: 8 }}>
              {t('suggestion.linkHint')}
            </p>
            <Button icon={Waypoints} to={pageAt('/families/$id/basket/suggestion', { id: family.id })}>
              {t('suggestion.link')}
            </Button>
          </PlainSection>
        </div>
      )}
      {basket.versions.length > 0 && (
        <PlainSection heading={t('versions')}>
          <Rows onLinen>
            {basket.versions.map((version) => (
              <Row
                key={version.id}
                title={t('version', { no: version.no })}
                sub={`${longDate(dayOf(version.frozenAt))} · ${t('versionItems', { count: version.items })}`}
              />
            ))}
          </Rows>
        </PlainSection>
      )}
    </>
  )
}
