import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { MiniPhase } from '../../platform/kit/PhaseStrip.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsked, useGo } from '../../platform/web/place.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { familiesContract } from '../contract.ts'
import { familiesApi } from './api.ts'
import { usePhases } from './usePhases.ts'

type Line = z.output<typeof familiesContract.myFamilies.answer>['items'][number]
const shows = ['open', 'closed'] as const
const filters = ['waiting', 'coordinated', 'crisis'] as const
const orders = ['newest', 'name'] as const

/** The families I work with; for a head of the leading institution first those that nobody coordinates. */
export function FamiliesPage() {
  const { t } = useTranslation('families')
  const { worker } = useSession()
  const go = useGo()
  const show = useAsked('show') === 'closed' ? 'closed' : 'open'
  const [wanted, setWanted] = useState('')
  const asked = useDeferredValue(wanted.trim())
  const [only, setOnly] = useState<(typeof filters)[number] | null>(null)
  const [order, setOrder] = useState<(typeof orders)[number]>('newest')
  const heads = worker?.isHead === true && show === 'open' && !asked && !only
  const pages = usePages(familiesApi.myFamilies, {
    query: { show, order, ...(only && { only }), ...(asked.length > 1 && { wanted: asked }) },
  })
  return (
    <PageFrame
      tab={t('families.tab')}
      title={t('families.title')}
      sub={t('families.sub')}
      actions={
        <Button kind="filled" to="/concerns/new">
          {t('families.report')}
        </Button>
      }
    >
      <Tabs
        label={t('families.which')}
        current={show}
        tabs={shows.map((key) => ({
          key,
          label: t(`families.${key}`),
          to: key === 'open' ? '/families' : pageAt('/families', {}, { query: { show: 'closed' } }),
        }))}
      />
      <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {heads && <WithoutCoordinator />}
        <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '12px 24px' }}>
          <div style={{ flex: '0 1 420px' }}>
            <TextField type="search" label={t('families.find')} value={wanted} onChange={setWanted} />
          </div>
          <div style={{ flex: '0 1 240px' }}>
            <SelectField
              label={t('families.order')}
              value={order}
              onChange={(chosen) => setOrder(chosen === 'name' ? 'name' : 'newest')}
              options={orders.map((value) => ({ value, label: t(`families.orders.${value}`) }))}
            />
          </div>
          {show === 'open' && (
            <fieldset>
              <legend className="vh">{t('families.only')}</legend>
              <Chips
                oneRow
                choices={filters.map((value) => ({ value, label: t(`families.filters.${value}`) }))}
                value={only ? [only] : []}
                onTurn={(turned) => setOnly(turned === only ? null : turned)}
              />
            </fieldset>
          )}
        </div>
        <Section heading={t(`families.${show}List`)}>
          <Loaded query={pages} rows={4}>
            {(lines) => (
              <>
                {/* Those that nobody coordinates stand above already. */}
                <Lines lines={heads ? lines.filter(({ coordinator }) => coordinator) : lines} />
                {lines.length === 0 && (
                  <EmptyState
                    action={
                      asked || only ? (
                        <Button
                          size="small"
                          onClick={() => {
                            setWanted('')
                            setOnly(null)
                          }}
                        >
                          {t('families.all')}
                        </Button>
                      ) : (
                        show === 'closed' && (
                          <Button size="small" onClick={() => go('/families')}>
                            {t('families.toOpen')}
                          </Button>
                        )
                      )
                    }
                  >
                    {t(
                      only === 'crisis' && !asked
                        ? 'families.crisisEmpty'
                        : asked || only
                          ? 'families.notFound'
                          : `families.${show}Empty`,
                    )}
                  </EmptyState>
                )}
                <MoreButton pages={pages} />
              </>
            )}
          </Loaded>
        </Section>
      </div>
    </PageFrame>
  )
}

function WithoutCoordinator() {
  const { t } = useTranslation('families')
  const query = useAsk(familiesApi.myFamilies, { query: { show: 'without_coordinator', limit: 50 } })
  if (!query.data?.items.length) return null
  return (
    <Section heading={t('families.without')} count={query.data.items.length} more={t('families.withoutWhy')}>
      <Rows>
        {query.data.items.map((line) => (
          <Row
            key={line.id}
            title={line.label ?? t('family.coded', { code: line.code })}
            to={pageAt('/families/$id', { id: line.id })}
            sub={<Place line={line} />}
            end={
              <Button size="small" to={pageAt('/families/$id/team', { id: line.id })}>
                {t('families.appoint')}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}

function Lines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('families')
  const { steps, placeOf, nameOf } = usePhases()
  const { relativeDay } = useWords()
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.id}
          title={line.label ?? t('family.coded', { code: line.code })}
          to={pageAt('/families/$id', { id: line.id })}
          sub={
            <>
              <Signs line={line} />
              <Place line={line} />
            </>
          }
          end={
            <>
              <span style={{ ...column, width: 230 }}>
                <Coordinator line={line} />
              </span>
              <span style={{ ...column, width: 190 }}>
                {line.phase && (
                  <>
                    <MiniPhase steps={steps} current={placeOf(line.phase)} />
                    <span className="muted">
                      {nameOf(line.phase)}
                      {line.reviewOn && ` · ${t('families.review', { when: relativeDay(line.reviewOn) })}`}
                    </span>
                  </>
                )}
              </span>
            </>
          }
        />
      ))}
    </Rows>
  )
}

const column = { display: 'grid', justifyItems: 'start', gap: 2 } as const

function Coordinator({ line }: { line: Line }) {
  const { t } = useTranslation('families')
  if (line.mine === 'coordinator') return <span className="muted">{t('families.iCoordinate')}</span>
  return (
    <>
      {line.coordinator ? (
        <span className="muted">{t('families.coordinates', { name: line.coordinator })}</span>
      ) : (
        <Status kind="question">{t('families.noCoordinator')}</Status>
      )}
      {line.coordinatorPhone ? (
        <PhoneLink phone={line.coordinatorPhone} />
      ) : (
        <span className="muted">{t(`families.as.${line.mine}`)}</span>
      )}
    </>
  )
}

/** What is not to be overlooked: a crisis, and what waits for me. */
function Signs({ line: { crisis, waits } }: { line: Line }) {
  const { t } = useTranslation('families')
  if (!crisis && !waits) return null
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 14px' }}>
      {crisis && <Status kind="late">{t('families.crisis')}</Status>}
      {waits > 0 && <Status kind="wait">{t('families.waits', { count: waits })}</Status>}
    </span>
  )
}

function Place({ line }: { line: Line }) {
  const { t } = useTranslation('families')
  return (
    <>
      {[line.locality, line.mine !== 'coordinator' && line.coordinatorPhone && t(`families.as.${line.mine}`)]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}
