import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsApi, type Goal, type Item, type PointInCase } from './api.ts'
import styles from './GoalsAtAGlance.module.css'
import { FamilyState, InstitutionAnswer } from './ItemAnswers.tsx'

/** What a family wants, in its words: from where to where, and what two answers each service has. */
export function GoalsAtAGlance({ family }: { family: Family }) {
  const { t } = useTranslation('baskets')
  const query = useAsk(basketsApi.basket, { params: { id: family.id } })
  // Who makes the basket is told elsewhere that it is time to.
  if (query.data?.mayMake && !query.data.goals.length) return null
  return (
    <Section
      heading={t('glance.title')}
      more={<Link to={pageAt('/families/$id/basket', { id: family.id })}>{t('glance.all')}</Link>}
    >
      <Loaded query={query} rows={3}>
        {({ goals, items, points }) => (
          <>
            {goals.map((goal) => (
              <GoalLine
                key={goal.id}
                goal={goal}
                items={items.filter(({ goalId }) => goalId === goal.id)}
                points={points}
              />
            ))}
            {goals.length === 0 && <EmptyState>{t('empty.wait')}</EmptyState>}
          </>
        )}
      </Loaded>
    </Section>
  )
}

type GoalLineProps = { goal: Goal; items: Item[]; points: PointInCase[] }

function GoalLine({ goal, items, points }: GoalLineProps) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { list, longDate } = useWords()
  return (
    <article className={styles.goal}>
      <h3>
        <Quote large>{goal.words}</Quote>
      </h3>
      <p className={styles.way}>
        {label('assessments.life_domain', goal.domain)}
        {goal.target && (
          <span className={styles.levels} aria-hidden>
            {levels.map((level) => (
              <i key={level} className={lookOf(level, goal)} />
            ))}
          </span>
        )}
        {goal.target && (
          <b>
            {goal.levelNow
              ? t('glance.fromTo', { now: goal.levelNow, target: goal.target })
              : t('glance.to', { target: goal.target })}
          </b>
        )}
        {goal.until && <span>{t('glance.until', { day: longDate(goal.until) })}</span>}
      </p>
      <Rows>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <div>
              <p className="m">{item.what}</p>
              <p className="sm muted">
                {item.provider?.name ?? list(item.performers.map(({ name }) => name))}
              </p>
            </div>
            <div className={styles.answers}>
              {item.provider && (
                <span>
                  <small>{t('institution')}</small>{' '}
                  <InstitutionAnswer item={item} point={points.find(({ id }) => id === item.pointId)} />
                </span>
              )}
              <span>
                <small>{t('family')}</small> <FamilyState item={item} />
              </span>
            </div>
          </li>
        ))}
      </Rows>
      {items.length === 0 && <p className="sm muted">{t('noItems')}</p>}
    </article>
  )
}

const levels = [1, 2, 3, 4, 5]

/** A level of the way of a goal: reached, still to go, or beyond. */
function lookOf(level: number, { levelNow, target }: Goal): string | undefined {
  if (level <= (levelNow ?? 0)) return styles.reached
  return level <= target! ? styles.ahead : undefined
}
