import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { oversightApi } from './api.ts'

/** How often intake searches for people, by month: numbers alone, so that curiosity is seen. */
export function Searches() {
  const { t } = useTranslation('oversight')
  const { monthAndYear } = useWords()
  const query = useAsk(oversightApi.searches, {})
  return (
    <Section heading={t('searches.heading')}>
      <p className="sm muted">{t('searches.what')}</p>
      <Loaded query={query} rows={3}>
        {(counted) =>
          counted.length === 0 ? (
            <EmptyState>{t('searches.none')}</EmptyState>
          ) : (
            <Table
              caption={t('searches.heading')}
              head={[
                t('searches.who'),
                t('searches.month'),
                t('searches.searches'),
                t('searches.concerns'),
                t('searches.families'),
                t('searches.untouched'),
              ]}
              rows={counted.map(({ month, worker, searches, concerns, families, untouched }) => ({
                key: month + worker,
                cells: [worker ?? t('nobody'), monthAndYear(month), searches, concerns, families, untouched],
              }))}
            />
          )
        }
      </Loaded>
    </Section>
  )
}

/** How often a head looked families up by name, by month and purpose: numbers alone. */
export function LookUps() {
  const { t } = useTranslation('oversight')
  const { monthAndYear } = useWords()
  const query = useAsk(oversightApi.lookUps, {})
  return (
    <Section heading={t('lookUps.heading')}>
      <p className="sm muted">{t('lookUps.what')}</p>
      <Loaded query={query} rows={3}>
        {(counted) =>
          counted.length === 0 ? (
            <EmptyState>{t('lookUps.none')}</EmptyState>
          ) : (
            <Table
              caption={t('lookUps.heading')}
              head={[
                t('searches.who'),
                t('searches.month'),
                t('lookUps.purpose'),
                t('lookUps.times'),
                t('searches.families'),
              ]}
              rows={counted.map(({ month, worker, purpose, times, families }) => ({
                key: month + worker + purpose,
                cells: [
                  worker ?? t('nobody'),
                  monthAndYear(month),
                  t(`lookUps.purposes.${purpose}`),
                  times,
                  families,
                ],
              }))}
            />
          )
        }
      </Loaded>
    </Section>
  )
}
