import {
  Banknote,
  Bus,
  CalendarX,
  Clock,
  House,
  Languages,
  type LucideIcon,
  Milestone,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsApi, type Composing } from './api.ts'
import { LimitForm } from './LimitForm.tsx'
import styles from './Suggestion.module.css'
import { useLimitWords } from './useLimitWords.ts'

type Limit = Composing['limits'][number]

const icons: Record<Limit['kind'], LucideIcon> = {
  days: CalendarX,
  hours: Clock,
  journeys: Milestone,
  no_car: Bus,
  back_by: Undo2,
  outside_village: House,
  language: Languages,
  money: Banknote,
}

/** What is minded while a basket is composed: in the family's words, where it said it in words. */
export function Limits({ family, limits, may }: { family: Family; limits: Limit[]; may: boolean }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.limits' })
  const { longDate } = useWords()
  const inWords = useLimitWords()
  const [adding, setAdding] = useState(false)
  const lift = useDeed((limitId: string, key) =>
    basketsApi.liftLimit({ params: { id: family.id, limitId }, key }),
  )
  return (
    <PlainSection heading={t('heading')}>
      <Rows onLinen>
        {limits.map((limit) => {
          const Icon = icons[limit.kind]
          return (
            <li key={limit.id} className={styles.limit}>
              <Icon size={16} aria-hidden className={limit.words ? styles.said : undefined} />
              <div>
                {limit.words && <Quote>{limit.words}</Quote>}
                <p className={limit.words ? 'sm muted' : 'sm'}>{inWords(limit)}</p>
                <p className="xs muted">{longDate(limit.saidOn)}</p>
              </div>
              {may && (
                <Button
                  size="small"
                  kind="quiet"
                  busy={lift.busy && lift.trying === limit.id}
                  onClick={() => lift.run(limit.id)}
                >
                  {t('lift')}
                  <span className="vh"> {inWords(limit)}</span>
                </Button>
              )}
            </li>
          )
        })}
      </Rows>
      {limits.length === 0 && <p className="sm muted">{t('none')}</p>}
      {lift.problem ? <ProblemNotice problem={lift.problem} /> : null}
      {may &&
        (adding ? (
          <LimitForm family={family} onDone={() => setAdding(false)} />
        ) : (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ))}
    </PlainSection>
  )
}
