import { Building, House, type LucideIcon, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Basket, Goal } from './api.ts'
import styles from './Basket.module.css'
import { GapForm } from './GapForm.tsx'
import { GoalForm } from './GoalForm.tsx'
import { Items } from './Items.tsx'
import { LateItemForm } from './LateItemForm.tsx'
import { OwnForm } from './OwnForm.tsx'

/** What may be added to a goal, or changed of it. */
export type Added = 'own' | 'item' | 'gap' | 'goal'

/** A goal in the family's words, and beside each other what the family does for it and what others do. */
export function GoalCard(props: {
  family: Family
  goal: Goal
  basket: Basket
  adding: Added | null
  onAdding: (what: Added | null) => void
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
