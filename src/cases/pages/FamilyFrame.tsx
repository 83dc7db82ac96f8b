import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { familyParts } from '../../platform/web/all-doors.ts'
import { type FamilyPart, familyTabs } from '../../platform/web/door.ts'
import { useParam } from '../../platform/web/place.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import type { caseHead } from '../contract.ts'
import { casesApi } from './api.ts'

export type Family = z.output<typeof caseHead>

export type FamilyFrameProps = {
  /** Which part of the family's file this page is. */
  part: string
  /** A page below a part: "Zamknięcie sprawy". */
  title?: ReactNode
  sub?: ReactNode | ((family: Family) => ReactNode)
  actions?: (family: Family) => ReactNode
  children: (family: Family) => ReactNode
}

/**
 * The frame of every page about one family: who it is, the tabs of its file and the parts that the current one holds, and
 * what the reader may do (`family.may`).
 */
export function FamilyFrame({ part: key, title, sub, actions, children }: FamilyFrameProps) {
  const { t } = useTranslation('cases')
  const family = useFamily()
  const { worker } = useSession()
  const part = familyParts.find((each) => each.key === key)!
  const tab = t(part.tab)
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
  const home = pageAt('/families/$id', { id: found.id })
  const name = nameOf(found, t)
  const whole = key === 'overview' && !title
  const leads = found.leadingInstitution?.id === worker?.institutionId
  const shown = familyParts.filter(({ seen }) => seen({ may: found.may, leads }))
  const tabs = familyTabs
    .map((tab) => ({ tab, parts: shown.filter(({ within }) => within === tab) }))
    .filter(({ parts }) => parts.length > 0)
  const below = shown.filter(({ within }) => within === part.within)
  const pageOf = (each: FamilyPart) =>
    each.key === 'overview' ? home : pageAt(`/families/$id/${each.key}`, { id: found.id })
  return (
    <PageFrame
      tab={tab}
      title={whole ? name : (title ?? t(part.name))}
      crumbs={[
        { to: '/families', label: t('family.mine') },
        ...(whole
          ? [{ label: found.household ? found.code : t('family.title') }]
          : [{ to: home, label: name }, { label: title ?? t(part.name) }]),
      ]}
      sub={typeof sub === 'function' ? sub(found) : sub}
      actions={actions?.(found)}
    >
      {tabs.length > 1 && (
        <Tabs
          label={t('family.partsLabel')}
          current={part.within}
          holds={below.length > 1}
          tabs={tabs.map(({ tab, parts: [first] }) => ({
            key: tab,
            label: t(`family.tabs.${tab}`),
            to: pageOf(first!),
          }))}
        />
      )}
      {below.length > 1 && (
        <Tabs
          label={t(`family.tabs.${part.within}`)}
          below
          current={key}
          tabs={below.map((each) => ({ key: each.key, label: t(each.name), to: pageOf(each) }))}
        />
      )}
      {!found.coordinator && !found.closedAt && part.led && <Nobody family={found} />}
      {children(found)}
    </PageFrame>
  )
}

function Nobody({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  return (
    <div style={{ marginBottom: 16 }}>
      <Note gap>
        {t('family.nobody')}{' '}
        {family.may.includes('head') && (
          <Link to={pageAt('/families/$id/team', { id: family.id })}>{t('family.appoint')}</Link>
        )}
        {family.may.includes('appoint') && (
          <Link to={pageAt('/families/$id/coordinator', { id: family.id })}>{t('family.appoint')}</Link>
        )}
      </Note>
    </div>
  )
}

/** The case of this page's address. */
export function useFamily() {
  const id = useParam('id')
  return useAsk(casesApi.case, { params: { id } })
}

/** The family's name where the reader may know it, else the code of its case. */
export const nameOf = (family: Family, t: (key: string, values: { code: string }) => string) =>
  family.household?.label ?? t('family.coded', { code: family.code })
