import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { basketsApi, type Goal } from './api.ts'
import styles from './Suggestion.module.css'

/** Goals in the family's order; one is moved by a button. */
export function GoalOrder({ family, goals, may }: { family: Family; goals: Goal[]; may: boolean }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.order' })
  const order = useDeed((moved: string[], key) =>
    basketsApi.orderGoals({ params: { id: family.id }, body: { goals: moved }, key }),
  )
  const move = (from: number, to: number) => {
    const moved = goals.map(({ id }) => id)
    moved.splice(to, 0, ...moved.splice(from, 1))
    order.run(moved)
  }
  if (goals.length < 2) return null
  return (
    <PlainSection heading={t('heading')}>
      <Rows ordered onLinen>
        {goals.map((goal, i) => (
          <li key={goal.id} className={styles.limit}>
            <b>{i + 1}.</b>
            <Quote>{goal.words}</Quote>
            {may && (
              <span className={styles.moves}>
                {i > 0 && (
                  <Button
                    size="small"
                    kind="quiet"
                    icon={ArrowUp}
                    aria-label={t('up', { goal: goal.words })}
                    onClick={() => move(i, i - 1)}
                  >
                    {t('upWord')}
                  </Button>
                )}
                {i < goals.length - 1 && (
                  <Button
                    size="small"
                    kind="quiet"
                    icon={ArrowDown}
                    aria-label={t('down', { goal: goal.words })}
                    onClick={() => move(i, i + 1)}
                  >
                    {t('downWord')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </Rows>
      {order.problem ? <ProblemNotice problem={order.problem} /> : null}
      <p className="sm muted" style={{ paddingTop: 8 }}>
        {t('how')}
      </p>
    </PlainSection>
  )
}
