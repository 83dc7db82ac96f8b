import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import type { PartnershipPartProps } from '../../platform/web/door.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { basketsApi } from './api.ts'
import { BudgetForm } from './BudgetForm.tsx'

/** The money of a partnership for families: what there is, what is committed and by whom entered, never for which family. */
export function FamilyMoney({ id }: PartnershipPartProps) {
  const { t } = useTranslation('baskets', { keyPrefix: 'budget' })
  const { longDate, money } = useWords()
  const [setting, setSetting] = useState(false)
  const { data } = useAsk(basketsApi.familyBudgets, {})
  const mine = data?.find(({ partnershipId }) => partnershipId === id)
  if (!mine || (!mine.budget && !mine.maySet)) return null
  const { budget, commitments, maySet } = mine
  const zloty = (grosze: number) => money(grosze / 100)
  const sum = (of: (each: (typeof commitments)[number]) => number) =>
    zloty(commitments.reduce((all, each) => all + of(each), 0))
  return (
    <Section heading={t('heading')} more={t('more')}>
      {budget ? (
        <KeyFacts
          across
          facts={[
            {
              label: t('amount'),
              value: zloty(budget.amountGrosz),
              more: t('when', { from: longDate(budget.from), until: longDate(budget.until) }),
            },
            { label: t('committed'), value: sum(({ committedGrosz }) => committedGrosz) },
            { label: t('paid'), value: sum(({ paidGrosz }) => paidGrosz) },
            { label: t('left'), value: budget.leftGrosz === null ? t('over') : zloty(budget.leftGrosz) },
          ]}
        />
      ) : (
        <p className="sm muted">{t('none')}</p>
      )}
      {commitments.length > 0 && (
        <Rows label={t('by')}>
          {commitments.map((each) => (
            <Row
              key={each.id}
              title={each.name}
              sub={each.institution}
              end={t('each', { committed: zloty(each.committedGrosz), paid: zloty(each.paidGrosz) })}
            />
          ))}
        </Rows>
      )}
      {maySet &&
        (setting ? (
          <BudgetForm partnershipId={id} budget={budget} onDone={() => setSetting(false)} />
        ) : (
          <Button size="small" onClick={() => setSetting(true)}>
            {t(budget ? 'change' : 'set')}
          </Button>
        ))}
    </Section>
  )
}
