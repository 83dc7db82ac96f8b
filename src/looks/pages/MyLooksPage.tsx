import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Stack } from '../../platform/kit/Stack.tsx'
import { When } from '../../platform/kit/When.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useVerbs } from '../../platform/web/useVerbs.ts'
import { looksApi } from './api.ts'
import { LookedAt } from './LookedAt.tsx'

/** Pages that are not a family's: what was looked at there has no name to show, and no access to it was lost. */
const ofNoFamily = ['concern', 'history']

/** What Splot remembers about me: where I looked and what I did, and who else can see it. */
export function MyLooksPage() {
  const { t } = useTranslation('looks')
  const { phrase } = useVerbs()
  const looks = usePages(looksApi.myLooks, { query: { limit: 20 } })
  const deeds = usePages(looksApi.myDeeds, { query: { limit: 20 } })
  return (
    <PageFrame narrow tab={t('title')} title={t('title')} sub={t('sub')}>
      <Stack>
        <Section heading={t('who.title')}>
          <p>{t('who.deeds')}</p>
          <p style={{ marginTop: 8 }}>{t('who.looks')}</p>
          <p style={{ marginTop: 8 }}>{t('looks.when')}</p>
        </Section>
        <Section heading={t('looks.title')}>
          <Loaded query={looks} rows={5}>
            {(items) =>
              items.length === 0 ? (
                <EmptyState>{t('looks.none')}</EmptyState>
              ) : (
                <Rows>
                  {items.map((look) => (
                    <Remembered
                      key={look.at + look.id}
                      {...look}
                      aboutFamily={!look.pages.some((page) => ofNoFamily.includes(page))}
                    >
                      <LookedAt pages={look.pages} />
                    </Remembered>
                  ))}
                </Rows>
              )
            }
          </Loaded>
          <MoreButton pages={looks} />
        </Section>
        <Section heading={t('deeds.title')}>
          <Loaded query={deeds} rows={5}>
            {(items) =>
              items.length === 0 ? (
                <EmptyState>{t('deeds.none')}</EmptyState>
              ) : (
                <Rows>
                  {items.map((deed) => (
                    <Remembered key={deed.id} {...deed} aboutFamily={deed.caseId !== null}>
                      {phrase(deed)}
                    </Remembered>
                  ))}
                </Rows>
              )
            }
          </Loaded>
          <MoreButton pages={deeds} />
          <p className="sm muted" style={{ marginTop: 12 }}>
            {t('deeds.hidden')}
          </p>
        </Section>
      </Stack>
    </PageFrame>
  )
}

/** What it was, about whom as far as I may still know, and when. */
function Remembered({
  at,
  caseId,
  code,
  family,
  aboutFamily = true,
  children,
}: {
  at: string
  caseId: string | null
  code: string | null
  family: string | null
  aboutFamily?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('looks')
  const named = family ?? (code ? t('case', { code }) : t('gone'))
  return (
    <Row
      lead={<When at={at} />}
      title={children}
      sub={
        aboutFamily && (
          <>
            {caseId ? <Link to={pageAt('/families/$id', { id: caseId })}>{named}</Link> : named}
            {family && code && `, ${code}`}
          </>
        )
      }
    />
  )
}
