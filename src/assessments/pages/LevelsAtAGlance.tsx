import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Assessment, assessmentsApi } from './api.ts'
import { DomainLegend, DomainTable } from './DomainTable.tsx'
import { domainRows } from './domainRows.ts'
import { LevelLines } from './LevelLines.tsx'
import { levelWays } from './levelWays.ts'

type Goals = { domain: string; target: number | null }[]

/** How the life of a family is by domains: what was agreed last, and how it went where it was agreed more than once. */
export function LevelsAtAGlance({ family, goals }: { family: Family; goals: Goals }) {
  const { t } = useTranslation('assessments')
  const query = useAsk(assessmentsApi.assessments, { params: { id: family.id } })
  const ways = levelWays(query.data ?? [])
  // Who begins an assessment is told elsewhere that it is time to.
  if (query.data?.length === 0 && family.may.includes('coordinate')) return null
  return (
    <>
      <Section
        heading={t('glance.title')}
        flush
        more={<Link to={pageAt('/families/$id/assessment', { id: family.id })}>{t('glance.all')}</Link>}
      >
        <Loaded query={query} rows={4}>
          {(assessments) => <Last assessments={assessments} goals={goals} />}
        </Loaded>
      </Section>
      {ways.length > 0 && (
        <Section heading={t('glance.inTime')} more={t('glance.scale')}>
          <LevelLines ways={ways} />
        </Section>
      )}
    </>
  )
}

function Last({ assessments, goals }: { assessments: Assessment[]; goals: Goals }) {
  const { t } = useTranslation('assessments')
  const { longDate } = useWords()
  const { entries, label } = useCodes()
  const last = assessments.find(({ fixedAt }) => fixedAt) ?? assessments[0]
  const rows = last
    ? domainRows(
        last,
        (domain) => label('assessments.life_domain', domain),
        entries('assessments.life_domain').map(({ code }) => code),
        t('widest'),
        goals,
      )
    : []
  if (!last || !rows.length)
    return (
      <div style={{ padding: '0 20px' }}>
        <EmptyState>{t(last ? 'glance.noneYours' : 'notYet')}</EmptyState>
      </div>
    )
  return (
    <>
      <div style={{ padding: '0 20px 6px' }}>
        <DomainLegend />
      </div>
      <DomainTable
        rows={rows}
        caption={
          last.fixedAt
            ? t('glance.agreedOn', { day: longDate(last.agreedOn ?? dayOf(last.fixedAt)) })
            : t('glance.underWay')
        }
        foot={t('noDecision')}
      />
    </>
  )
}
