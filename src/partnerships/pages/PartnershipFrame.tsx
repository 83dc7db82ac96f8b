import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Partnership, partnershipsApi } from './api.ts'

const tabs = ['team', 'answers', 'documents', 'rules', 'history'] as const

export const usePartnership = (id: string) => useAsk(partnershipsApi.partnership, { params: { id } })

/** The head of every page of a partnership: what it is called, since when it works, and its parts. */
export function PartnershipFrame({
  tab,
  actions,
  children,
}: {
  tab: (typeof tabs)[number]
  actions?: (partnership: Partnership) => ReactNode
  children: (partnership: Partnership) => ReactNode
}) {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const query = usePartnership(id)
  const data = query.data
  return (
    <PageFrame
      tab={t(`tabs.${tab}Tab`)}
      crumbs={[
        { label: t('list.title'), to: pageAt('/partnerships', {}, { query: { all: '1' } }) },
        { label: data?.name ?? '…' },
      ]}
      title={data?.name ?? t('list.one')}
      sub={data && <Facts partnership={data} />}
      actions={data && actions?.(data)}
    >
      <Tabs
        label={t('tabs.label')}
        current={tab}
        tabs={tabs.map((key) => ({
          key,
          label: t(`tabs.${key}`),
          to: pageAt(key === 'team' ? '/partnerships/$id' : `/partnerships/$id/${key}`, { id }),
        }))}
      />
      {data ? (
        children(data)
      ) : (
        <Section heading={t('list.one')}>
          <Loaded query={query} rows={6}>
            {() => null}
          </Loaded>
        </Section>
      )}
    </PageFrame>
  )
}

/** "Partnerski Zespół Kooperacji · działa od 12 marca 2026 · 11 instytucji · rodziny w pracy: od 10 do 19" */
function Facts({ partnership }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships')
  const { longDate, locale } = useWords()
  const { entries } = useCodes()
  const variant = entries('partnerships.variant').find(({ code }) => code === partnership.variant)
  const team = variant?.partnershipTeam as { pl: string; en: string } | undefined
  const facts = [
    partnership.teamName ?? team?.[locale === 'en' ? 'en' : 'pl'],
    partnership.state === 'founding'
      ? t('state.foundingNow')
      : partnership.since && t('facts.since', { day: longDate(partnership.since) }),
    partnership.members > 0 && t('facts.members', { count: partnership.members }),
    partnership.families && t('facts.families', { count: t('band', { band: partnership.families }) }),
  ]
  return facts.filter(Boolean).join(' · ')
}
