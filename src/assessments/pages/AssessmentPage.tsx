import { ClipboardList } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FoldingRow } from '../../platform/kit/FoldingRow.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Assessment, assessmentsApi } from './api.ts'
import { DomainLegend, DomainTable } from './DomainTable.tsx'
import { DomainWork } from './DomainWork.tsx'
import { FixAssessment } from './FixAssessment.tsx'
import { FixedAssessment } from './FixedAssessment.tsx'
import { LevelsAtTheEnd } from './LevelsKept.tsx'
import { OpenViews } from './OpenViews.tsx'
import { useDomainRows } from './useDomainRows.ts'

/** The joint assessment: each institution's view, the family's own beside it, and what was agreed together. */
export function AssessmentPage() {
  const { t } = useTranslation('assessments')
  return (
    <FamilyFrame part="assessment" sub={t('sub')}>
      {(family) => <Assessments family={family} />}
    </FamilyFrame>
  )
}

function Assessments({ family }: { family: Family }) {
  const query = useAsk(assessmentsApi.assessments, { params: { id: family.id } })
  const begins = useRef(false)
  return (
    <Loaded query={query} rows={6}>
      {(assessments) => {
        const open = assessments.find((each) => !each.fixedAt)
        if (!open) begins.current = true
        const fixed = assessments.filter((each) => each.fixedAt)
        return (
          <Stack>
            {open &&
              (family.closedAt ? (
                <SoFar assessment={open} />
              ) : (
                <UnderWay family={family} assessment={open} begun={begins.current} />
              ))}
            {fixed.map((each) =>
              each.kind === 'closing' && !each.views.length ? (
                <LevelsAtTheEnd key={each.id} closing={each} all={assessments} />
              ) : (
                <FixedAssessment key={each.id} assessment={each} oneOfSeveral={assessments.length > 1} />
              ),
            )}
            {!open && <Begin family={family} first={!fixed.length} />}
          </Stack>
        )
      }}
    </Loaded>
  )
}

function Begin({ family, first }: { family: Family; first: boolean }) {
  const { t } = useTranslation('assessments')
  const begin = useDeed((kind: 'first' | 'review' | 'closing', key) =>
    assessmentsApi.openAssessment({ params: { id: family.id }, body: { id: newId(), kind }, key }),
  )
  if (family.closedAt || !family.may.includes('coordinate'))
    return first ? (
      <Section heading={t('title')}>
        <EmptyState>{t('notYet')}</EmptyState>
      </Section>
    ) : null
  return (
    <Section heading={t(first ? 'title' : 'again')}>
      <EmptyState
        action={
          <Button
            kind={first ? 'filled' : 'default'}
            icon={ClipboardList}
            busy={begin.busy}
            onClick={() => begin.run(first ? 'first' : 'review')}
          >
            {t(first ? 'begin' : 'beginReview')}
          </Button>
        }
      >
        {t(first ? 'beginHint' : 'againHint')}
      </EmptyState>
      {begin.problem ? <ProblemNotice problem={begin.problem} /> : null}
    </Section>
  )
}

/** The domains on one side, the work on one of them on the other. */
function UnderWay({
  family,
  assessment,
  begun,
}: {
  family: Family
  assessment: Assessment
  /** Just now, here: the work begins with the first domain, not with the form that ends it. */
  begun: boolean
}) {
  const { t } = useTranslation('assessments')
  const { entries, label } = useCodes()
  const domains = entries('assessments.life_domain')
  const [chosen, setChosen] = useState<string | null>(null)
  const mine = assessment.views.filter((view) => view.mine && !view.byFamily)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (begun) list.current?.querySelector('button')?.focus()
  }, [begun])
  /** The next of those that somebody described and that wait to be agreed. */
  const goOn = (from: string) => {
    const next = [...domains, ...domains]
      .slice(domains.findIndex(({ code }) => code === from) + 1)
      .find(
        ({ code }) =>
          code !== from &&
          assessment.views.some((view) => view.domain === code) &&
          !assessment.agreed.some((each) => each.domain === code),
      )
    if (!next) return
    setChosen(next.code)
    // Whoever goes by keys goes on with it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('button[aria-expanded="true"]')?.focus(),
    )
  }
  return (
    <Columns
      aside={
        <>
          <OpenViews family={family} assessment={assessment} />
          {family.may.includes('coordinate') && <FixAssessment family={family} assessment={assessment} />}
        </>
      }
    >
      <Section heading={t('domains')} count={domains.length} more={t('domainsHint')}>
        <div ref={list}>
          <Rows label={t('domains')}>
            {domains.map(({ code }) => {
              const open = code === chosen
              return (
                <FoldingRow
                  key={code}
                  title={label('assessments.life_domain', code)}
                  end={
                    <DomainState
                      assessment={assessment}
                      mine={mine.some((view) => view.domain === code)}
                      domain={code}
                    />
                  }
                  open={open}
                  onTurn={() => setChosen(open ? null : code)}
                >
                  <DomainWork
                    family={family}
                    assessment={assessment}
                    domain={code}
                    onAgreed={() => goOn(code)}
                  />
                </FoldingRow>
              )
            })}
          </Rows>
        </div>
      </Section>
      <SoFar assessment={assessment} />
    </Columns>
  )
}

function DomainState({
  assessment,
  mine,
  domain,
}: {
  assessment: Assessment
  mine: boolean
  domain: string
}) {
  const { t } = useTranslation('assessments')
  const agreed = assessment.agreed.some((each) => each.domain === domain)
  if (agreed) return <Status kind="ok">{t('state.agreed')}</Status>
  if (mine) return <Status kind="asked">{t('state.mine')}</Status>
  if (assessment.views.some((view) => view.domain === domain))
    return <Status kind="asked">{t('state.others')}</Status>
  return <Status kind="question">{t('state.empty')}</Status>
}

function SoFar({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessments')
  const rows = useDomainRows(assessment)
  return (
    <Section heading={t('together')} flush more={<DomainLegend />}>
      {rows.length ? (
        <DomainTable rows={rows} caption={t('soFar')} foot={t('noDecision')} />
      ) : (
        <div style={{ padding: '0 20px 16px' }}>
          <EmptyState>{t('nothingYet')}</EmptyState>
        </div>
      )}
    </Section>
  )
}
