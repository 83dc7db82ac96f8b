import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { ReadBy } from '../../cases/pages/ReadBy.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Assessment, assessmentsApi } from './api.ts'

/** Opens what my institution wrote to the team, all at once; until then nobody else reads it. */
export function OpenViews({ family, assessment }: { family: Family; assessment: Assessment }) {
  const { t } = useTranslation('assessments')
  const { label, entries } = useCodes()
  const classOf = (domain: string) =>
    String(entries('assessments.life_domain').find(({ code }) => code === domain)?.class)
  const mine = assessment.views.filter(
    (view) => view.mine && !view.byFamily && classOf(view.domain) !== 'violence',
  )
  const closed = mine.filter((view) => !view.opened)
  const whom = useWhom(family.id)
  const open = useDeed((views: string[], key) =>
    assessmentsApi.openViews({
      params: { id: family.id, assessmentId: assessment.id },
      body: { views },
      key,
    }),
  )
  return (
    <PlainSection heading={t('ours')} count={mine.length}>
      {mine.length === 0 && <EmptyState>{t('oursEmpty')}</EmptyState>}
      <ul style={{ display: 'grid', gap: 6, margin: '8px 0 12px' }}>
        {mine.map((view) => (
          <li key={view.id}>
            {label('assessments.life_domain', view.domain)}{' '}
            <Status kind={view.opened ? 'ok' : 'question'}>{t(view.opened ? 'opened' : 'onlyUs')}</Status>{' '}
            <OfWhom whom={whom} about={view.about} always={!view.opened} />
            {view.readers && (
              <p className="sm muted">
                <ReadBy
                  caseId={family.id}
                  readers={view.readers}
                  dataClass={classOf(view.domain)}
                  when={view.opened ? 'now' : 'onceOpen'}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <Button icon={Send} busy={open.busy} onClick={() => open.run(closed.map((view) => view.id))}>
          {t('open', { count: closed.length })}
        </Button>
      )}
      {open.problem ? <ProblemNotice problem={open.problem} /> : null}
    </PlainSection>
  )
}
