import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { useParam } from '../../platform/kit/place.ts'
import { useSession } from '../../platform/kit/session.ts'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import type { caseHead } from '../contract.ts'
import { casesApi } from './api.ts'

export type Family = z.output<typeof caseHead>

const parts = [
  'overview',
  'assessment',
  'basket',
  'contract',
  'team',
  'household',
  'consents',
  'contacts',
  'questionnaires',
] as const
export type FamilyPart = (typeof parts)[number]

export type FamilyFrameProps = {
  /** Which part of the family's file this page is. */
  part: FamilyPart
  /** A page below a part: "Zamknięcie sprawy". */
  title?: ReactNode
  sub?: ReactNode | ((family: Family) => ReactNode)
  actions?: (family: Family) => ReactNode
  children: (family: Family) => ReactNode
}

/** The frame of every page about one family: who it is, its parts, and what the reader may do (`family.may`). */
export function FamilyFrame({ part, title, sub, actions, children }: FamilyFrameProps) {
  const { t } = useTranslation('cases')
  const family = useFamily()
  const { worker } = useSession()
  const tab = t(`family.tab.${part}`)
  if (!family.data)
    return (
      <PageFrame tab={tab} title={t('family.title')} crumbs={[{ to: '/families', label: t('family.mine') }]}>
        {family.error ? (
          <ProblemNotice problem={family.error} onRetry={() => family.refetch()} />
        ) : (
          <LoadingRows rows={6} />
        )}
      </PageFrame>
    )
  const found = family.data
  const home = `/families/${found.id}`
  const name = nameOf(found, t)
  const whole = part === 'overview' && !title
  const shown = partsFor(found, found.leadingInstitution?.id === worker?.institutionId)
  return (
    <PageFrame
      tab={tab}
      title={whole ? name : (title ?? t(`family.parts.${part}`))}
      crumbs={[
        { to: '/families', label: t('family.mine') },
        ...(whole
          ? [{ label: found.household ? found.code : t('family.title') }]
          : [{ to: home, label: name }, { label: title ?? t(`family.parts.${part}`) }]),
      ]}
      sub={typeof sub === 'function' ? sub(found) : sub}
      actions={actions?.(found)}
    >
      {shown.length > 1 && (
        <Tabs
          label={t('family.partsLabel')}
          current={part}
          tabs={shown.map((key) => ({
            key,
            label: t(`family.parts.${key}`),
            to: key === 'overview' ? home : `${home}/${key}`,
          }))}
        />
      )}
      {!found.coordinator && !found.closedAt && led.includes(part) && <Nobody family={found} />}
      {children(found)}
    </PageFrame>
  )
}

/** Parts that only a coordinator begins. */
const led: readonly FamilyPart[] = ['assessment', 'basket', 'contract']

function Nobody({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  return (
    <div style={{ marginBottom: 16 }}>
      <Note gap>
        {t('family.nobody')}{' '}
        {family.may.includes('head') && <Link to={`/families/${family.id}/team`}>{t('family.appoint')}</Link>}
      </Note>
    </div>
  )
}

/** The case of this page's address. */
export function useFamily() {
  const id = useParam('id')
  return useQuery({ queryKey: ['case', id], queryFn: () => casesApi.case({ params: { id } }) })
}

/** The family's name where the reader may know it, else the code of its case. */
export const nameOf = (family: Family, t: (key: string, values: { code: string }) => string) =>
  family.household?.label ?? t('family.coded', { code: family.code })

/** Parts that hold something for this reader: what one may not see is not even offered. */
function partsFor({ may }: Family, leads: boolean): readonly FamilyPart[] {
  if (may.includes('coordinate')) return parts
  if (may.includes('team'))
    return parts.filter((part) => {
      if (part === 'household' || part === 'consents') return may.includes('file')
      return part !== 'questionnaires' || leads
    })
  if (may.includes('head')) return ['overview', 'team', 'contract']
  return ['overview']
}
