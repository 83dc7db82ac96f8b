import { Building, House, Lock, type LucideIcon, Plus, Waypoints } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { AnswerBar } from '../../platform/kit/AnswerBar.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { pathOf } from '../../platform/web/client.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsContract } from '../contract.ts'
import { type Basket, basketsApi, type Goal, type Item } from './api.ts'
import styles from './Basket.module.css'
import { useCost } from './cost.ts'
import { FamilyAnswers } from './FamilyAnswers.tsx'
import { GapForm } from './GapForm.tsx'
import { GoalForm } from './GoalForm.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LateItemForm } from './LateItemForm.tsx'
import { OwnForm } from './OwnForm.tsx'

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
type Adding = { goalId: string; what: 'own' | 'item' | 'gap' | 'goal' }

function TheBasket({ family }: { family: Family }) {
  const { t } = useTranslation('baskets')
  const [chosen, setAdding] = useState<Adding | null>()
  const query = useAsk(basketsApi.basket, { params: { id: family.id } })
  /** What is being added to a goal as it was chosen; until then a service to the first that nothing is done for. */
  const addingTo = (basket: Basket, goal: Goal): Adding['what'] | null => {
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
              </Link>
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

function Items({ family, basket, items }: { family: Family; basket: Basket; items: Item[] }) {
  return (
    <Rows>
      {items.map((item) => (
        <ItemLine key={item.id} family={family} item={item} basket={basket} />
      ))}
    </Rows>
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

/** A goal in the family's words, and beside each other what the family does for it and what others do. */
function GoalCard(props: {
  family: Family
  goal: Goal
  basket: Basket
  adding: Adding['what'] | null
  onAdding: (what: Adding['what'] | null) => void
}) {
  const { family, goal, basket, adding, onAdding } = props
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { longDate } = useWords()
  const whom = useWhom(family.id)
  const items = basket.items.filter((item) => item.goalId === goal.id)
  const gaps = basket.gaps.filter((gap) => gap.goalId === goal.id)
  const may = basket.mayMake && !family.closedAt
  const turn = (to: typeof adding) => onAdding(adding === to ? null : to)
  const done = () => onAdding(null)
  return (
    <Section
      flush
      heading={<Quote>{goal.words}</Quote>}
      more={
        <>
          {label('assessments.life_domain', goal.domain)}
          {goal.levelNow && goal.target && goal.until
            ? `: ${t('fromTo', { now: goal.levelNow, target: goal.target, until: longDate(goal.until) })}`
            : null}
        </>
      }
    >
      <div style={{ padding: '0 20px 10px' }}>
        <OfWhom whom={whom} about={goal.about} />
        {may && (
          <Button size="small" kind="quiet" onClick={() => turn('goal')}>
            {t('changeGoal')}
          </Button>
        )}
        {adding === 'goal' && <GoalForm family={family} goal={goal} onDone={done} onBack={done} />}
      </div>
      <div className={styles.sides}>
        <Side
          icon={House}
          look="family"
          heading={t('weDo')}
          empty={t('weDoEmpty')}
          items={<Items family={family} basket={basket} items={items.filter((item) => !item.provider)} />}
          none={!items.some((item) => !item.provider)}
        >
          {may &&
            (adding === 'own' ? (
              <OwnForm family={family} basket={basket} goal={goal} onDone={done} />
            ) : (
              <Button size="small" icon={Plus} onClick={() => turn('own')}>
                {t('addOwn')}
              </Button>
            ))}
        </Side>
        <Side
          icon={Building}
          heading={t('othersDo')}
          empty={t('noItems')}
          items={
            <>
              <Items family={family} basket={basket} items={items.filter((item) => item.provider)} />
              <Rows>
                {gaps.map((gap) => (
                  <Row key={gap.id} title={t('gap')} sub={gap.what} />
                ))}
              </Rows>
            </>
          }
          none={!items.some((item) => item.provider) && !gaps.length}
        >
          {may &&
            (adding === 'item' ? (
              <LateItemForm
                family={family}
                basket={basket}
                goal={goal}
                onDone={() => onAdding('item')}
                onBack={done}
              />
            ) : adding === 'gap' ? (
              <GapForm family={family} goal={goal} onDone={done} />
            ) : (
              <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
                <Button size="small" icon={Plus} onClick={() => turn('item')}>
                  {t('addItem')}
                </Button>
                <Button size="small" kind="quiet" onClick={() => turn('gap')}>
                  {t('addGap')}
                </Button>
              </div>
            ))}
        </Side>
      </div>
    </Section>
  )
}

function Side(props: {
  icon: LucideIcon
  look?: string
  heading: string
  empty: string
  items: ReactNode
  none: boolean
  children: ReactNode
}) {
  const { icon: Icon, look, heading, empty, items, none, children } = props
  return (
    <div className={styles.side}>
      <h3 className={[styles.heading, look].filter(Boolean).join(' ')}>
        <Icon size={18} aria-hidden /> {heading}
      </h3>
      {none ? (
        <p className="sm muted" style={{ padding: '8px 0 12px' }}>
          {empty}
        </p>
      ) : (
        items
      )}
      {children}
    </div>
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

/** What is ready, what is missing, what it costs, and the deed that says what will happen. */
function Freezing({ family, basket }: { family: Family; basket: Basket }) {
  const { t } = useTranslation('baskets')
  const { sumWords } = useCost()
  const go = useGo()
  const freeze = useDeed(
    (id: string, key) => basketsApi.freeze({ params: { id: family.id }, body: { id }, key }),
    () => go(pageAt('/families/$id/contract', { id: family.id })),
  )
  const [asking, setAsking] = useState(false)
  const ready = basket.items.filter((item) => item.ready)
  // What was agreed and taken out again is agreed anew without it.
  const agreed =
    ready.length > 0 &&
    ready.every((item) => item.agreed) &&
    ready.length === (basket.versions[0]?.items ?? 0)
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
      <AnswerBar
        facts={[
          { label: t('ready'), value: t('readyItems', { ready: ready.length, all: basket.items.length }) },
          { label: t('missing'), value: missing.length ? missing.join(' · ') : t('nothingMissing') },
          {
            label: t('familyCost'),
            value: sumWords(ready.filter((item) => item.provider)),
          },
        ]}
        actions={
          agreed ? (
            <Status kind="ok">{t('agreedAll', { no: basket.versions[0]!.no })}</Status>
          ) : (
            <Button kind="filled" icon={Lock} onClick={() => setAsking(true)}>
              {t('freeze', { count: ready.length })}
            </Button>
          )
        }
      />
      <ConfirmDialog
        open={asking}
        title={t('freezing.title', { count: ready.length })}
        deed={t('freezing.deed')}
        busy={freeze.busy}
        problem={freeze.problem}
        onConfirm={() => freeze.run(newId())}
        onClose={() => setAsking(false)}
      >
        {t('freezing.means')}
      </ConfirmDialog>
    </>
  )
}
