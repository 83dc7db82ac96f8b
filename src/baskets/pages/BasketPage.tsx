import { Building, House, Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { AnswerBar } from '../../platform/kit/AnswerBar.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Basket, basketsApi, type Goal } from './api.ts'
import { GapForm } from './GapForm.tsx'
import { GoalForm } from './GoalForm.tsx'
import { ItemForm } from './ItemForm.tsx'
import { ItemLine } from './ItemLine.tsx'

/** The service basket: what is done for each goal of the family, who said yes, and what is missing before freezing. */
export function BasketPage() {
  const { t } = useTranslation('baskets')
  return (
    <FamilyFrame part="basket" sub={t('sub')}>
      {(family) => <TheBasket family={family} />}
    </FamilyFrame>
  )
}

function TheBasket({ family }: { family: Family }) {
  const query = useAsk(basketsApi.basket, { params: { id: family.id } })
  return (
    <Loaded query={query} rows={8}>
      {(basket) => (
        <Stack>
          <Columns lead={<Goals basket={basket} />} aside={<Aside family={family} basket={basket} />}>
            {basket.goals.map((goal) => (
              <GoalCard key={goal.id} family={family} goal={goal} basket={basket} />
            ))}
            <WithoutGoal family={family} basket={basket} />
            {basket.goals.length === 0 && <NoGoals mayMake={basket.mayMake} />}
          </Columns>
          {basket.mayMake && basket.items.length > 0 && <Freezing family={family} basket={basket} />}
        </Stack>
      )}
    </Loaded>
  )
}

/** What my institution does for a goal that is not open to me. */
function WithoutGoal({ family, basket }: { family: Family; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const items = basket.items.filter((item) => !basket.goals.some((goal) => goal.id === item.goalId))
  if (!items.length) return null
  return (
    <Section heading={t('withoutGoal')} more={t('withoutGoalHint')}>
      <Rows>
        {items.map((item) => (
          <ItemLine key={item.id} family={family} item={item} mayMake={basket.mayMake} />
        ))}
      </Rows>
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

function Goals({ basket }: { basket: Basket }) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { longDate } = useWords()
  return (
    <PlainSection heading={t('goals')}>
      {basket.goals.length === 0 && <p className="sm muted">{t('goalsEmpty')}</p>}
      <Rows onLinen>
        {basket.goals.map((goal) => {
          const items = basket.items.filter((item) => item.goalId === goal.id)
          return (
            <Row
              key={goal.id}
              title={<Quote>{goal.words}</Quote>}
              sub={
                <>
                  {label('assessments.life_domain', goal.domain)}
                  <br />
                  {goal.levelNow && goal.target && goal.until
                    ? t('fromTo', { now: goal.levelNow, target: goal.target, until: longDate(goal.until) })
                    : null}
                  <br />
                  {items.length
                    ? t('readyOf', { ready: items.filter((item) => item.ready).length, all: items.length })
                    : t('withoutItems')}
                </>
              }
            />
          )
        })}
      </Rows>
    </PlainSection>
  )
}

function GoalCard({ family, goal, basket }: { family: Family; goal: Goal; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const [adding, setAdding] = useState<'item' | 'gap' | 'goal' | null>(null)
  const whom = useWhom(family.id)
  const items = basket.items.filter((item) => item.goalId === goal.id)
  const gaps = basket.gaps.filter((gap) => gap.goalId === goal.id)
  return (
    <Section
      heading={<Quote>{goal.words}</Quote>}
      more={
        items.length > 0 && (
          <span style={{ display: 'flex', gap: 16 }} className="xs">
            <span style={beside}>
              <Building size={16} aria-hidden /> {t('institution')}
            </span>
            <span style={beside} className="family">
              <House size={16} aria-hidden /> {t('family')}
            </span>
          </span>
        )
      }
    >
      <OfWhom whom={whom} about={goal.about} />
      <Rows>
        {items.map((item) => (
          <ItemLine key={item.id} family={family} item={item} mayMake={basket.mayMake} />
        ))}
        {gaps.map((gap) => (
          <Row key={gap.id} title={t('gap')} sub={gap.what} />
        ))}
      </Rows>
      {items.length + gaps.length === 0 && <EmptyState>{t('noItems')}</EmptyState>}
      {basket.mayMake && !family.closedAt && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 12 }}>
          {adding === null && (
            <>
              <Button size="small" icon={Plus} onClick={() => setAdding('item')}>
                {t('addItem')}
              </Button>
              <Button size="small" kind="quiet" onClick={() => setAdding('gap')}>
                {t('addGap')}
              </Button>
              <Button size="small" kind="quiet" onClick={() => setAdding('goal')}>
                {t('changeGoal')}
              </Button>
            </>
          )}
          {adding === 'item' && <ItemForm family={family} goal={goal} onDone={() => setAdding(null)} />}
          {adding === 'goal' && <GoalForm family={family} goal={goal} onDone={() => setAdding(null)} />}
          {adding === 'gap' && <GapForm family={family} goal={goal} onDone={() => setAdding(null)} />}
        </div>
      )}
    </Section>
  )
}

const beside = { display: 'inline-flex', alignItems: 'center', gap: 6 } as const

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
              <GoalForm family={family} onDone={() => setAdding(false)} />
            ) : (
              <Button icon={Plus} onClick={() => setAdding(true)}>
                {t('addGoal')}
              </Button>
            )}
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

/** What is ready, what is missing, what it costs, and the deed that says what will happen. */
function Freezing({ family, basket }: { family: Family; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const { money } = useWords()
  const go = useGo()
  const freeze = useDeed(
    (id: string, key) => basketsApi.freeze({ params: { id: family.id }, body: { id }, key }),
    () => go(pageAt('/families/$id/contract', { id: family.id })),
  )
  const ready = basket.items.filter((item) => item.ready)
  const institutions = basket.items.filter((item) => item.askedOn && !item.institutionAnswer)
  const decisions = basket.items.filter(
    (item) => item.familyAnswer === 'not_yet' || item.familyAnswer === 'later',
  )
  const missing = [
    institutions.length > 0 && t('missingAnswers', { count: institutions.length }),
    decisions.length > 0 && t('missingDecisions', { count: decisions.length }),
  ].filter(Boolean)
  return (
    <>
      {freeze.problem ? <ProblemNotice problem={freeze.problem} /> : null}
      <AnswerBar
        facts={[
          { label: t('ready'), value: t('readyItems', { ready: ready.length, all: basket.items.length }) },
          { label: t('missing'), value: missing.length ? missing.join(' · ') : t('nothingMissing') },
          {
            label: t('familyCost'),
            value: money(ready.reduce((sum, item) => sum + item.familyCostGrosz, 0) / 100),
          },
        ]}
        actions={
          <Button kind="filled" icon={Lock} busy={freeze.busy} onClick={() => freeze.run(newId())}>
            {t('freeze', { count: ready.length })}
          </Button>
        }
      />
    </>
  )
}
