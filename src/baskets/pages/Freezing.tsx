import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { AnswerBar } from '../../platform/kit/AnswerBar.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Basket, basketsApi } from './api.ts'
import { useCost } from './cost.ts'

/** What is ready, what is missing, what it costs, and the deed that says what will happen. */
export function Freezing({ family, basket }: { family: Family; basket: Basket }) {
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
