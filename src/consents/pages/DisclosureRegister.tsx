import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { consentsApi, type Register } from './api.ts'

/** What went from whom to whom about whom, and why; the family may have it on paper. */
export function DisclosureRegister({ scopeId }: { scopeId: string }) {
  const { t } = useTranslation('consents')
  const { numericDate } = useWords()
  const query = useAsk(consentsApi.register, { params: { id: scopeId } })
  const entries = query.data ?? []
  const words = ['when', 'about', 'between', 'classes', 'basis', 'until'].map((column) =>
    t(`register.${column}`),
  )
  return (
    <Section
      id="register"
      heading={t('register.title')}
      count={query.data?.length}
      flush={entries.length > 0}
      more={
        entries.length > 0 && <Link to={`/api/cases/${scopeId}/disclosures.pdf`}>{t('register.print')}</Link>
      }
    >
      {query.isPending && <LoadingRows rows={2} />}
      <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
      {query.data?.length === 0 && <EmptyState>{t('register.empty')}</EmptyState>}
      {entries.length > 0 && (
        <Table
          caption={t('register.title')}
          head={words}
          heading={1}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <span key="when" className="nowrap">
                {numericDate(entry.since)}
              </span>,
              entry.personName,
              t('bases.between', { from: entry.from, to: entry.to }),
              <Two
                key="classes"
                first={entry.classes
                  .map((each) => t(`classes.${each}.name`, { defaultValue: each }))
                  .join(', ')}
                then={entry.what}
              />,
              <Two key="basis" first={entry.basis} then={entry.article} />,
              <span key="until" className="nowrap">
                {entry.withdrawnOn
                  ? t('register.withdrawn', { day: numericDate(entry.withdrawnOn) })
                  : entry.until
                    ? numericDate(entry.until)
                    : t('register.once')}
              </span>,
            ],
          }))}
        />
      )}
      <ForOneEach
        scopeId={scopeId}
        entries={entries.filter(({ keptOff }) => keptOff && keptOff !== 'by-law')}
      />
      <ByLaw count={entries.filter(({ keptOff }) => keptOff === 'by-law').length} />
    </Section>
  )
}

/** What the paper for the whole household leaves out, each person may have on a paper of their own. */
function ForOneEach({ scopeId, entries }: { scopeId: string; entries: Register }) {
  const { t } = useTranslation('consents')
  const people = new Map(entries.map(({ personId, personName }) => [personId, personName]))
  if (!entries.length) return null
  return (
    <p className="sm" style={{ padding: '12px 20px' }}>
      {t('register.keptOff', { count: entries.length })}{' '}
      {[...people]
        .filter(([id]) => id)
        .map(([id, name], i) => (
          <Fragment key={id}>
            {i > 0 && ', '}
            <Link to={`/api/cases/${scopeId}/disclosures.pdf?person=${id}`}>{name}</Link>
          </Fragment>
        ))}
    </p>
  )
}

/** What the law had told to others is on no paper for the family. */
function ByLaw({ count }: { count: number }) {
  const { t } = useTranslation('consents')
  if (!count) return null
  return (
    <p className="sm" style={{ padding: '12px 20px' }}>
      {t('register.byLaw', { count })}
    </p>
  )
}

/** Words, and more of them in small print. */
function Two({ first, then }: { first: string; then: string | null }) {
  return (
    <>
      {first}
      {then && <span className="xs muted"> {then}</span>}
    </>
  )
}
