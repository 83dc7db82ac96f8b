import { useTranslation } from 'react-i18next'
import { institutionsApi } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Table } from '../../platform/kit/Table.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useRead } from '../../platform/web/useRead.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { mostFamilies, postsLacking, postsOf } from '../workload.ts'
import { familiesApi, type Led } from './api.ts'
import { LookUp } from './LookUp.tsx'
import styles from './MyTeam.module.css'

/** What the law says of how many people there are to be: dated data, with the article. */
function useNorm(code: 'families' | 'residents' | 'workers') {
  const { entries } = useCodes()
  const norm = entries('institutions.staffing_norm').find((each) => each.code === code)
  return norm && { number: norm.number as number, law: norm.law as string }
}

/** The head's page: what waits, who coordinates how many families, what is late, and families that nobody coordinates. */
export function MyTeamPage() {
  const { t } = useTranslation('families')
  const query = useAsk(familiesApi.led, {})
  const waiting = useRead<{ count: number }>('/api/day/count')
  return (
    <PageFrame tab={t('led.title')} title={t('led.title')} sub={t('led.sub')}>
      <Loaded query={query} rows={6}>
        {({ families }) => (
          <Columns aside={<Beside families={families} />}>
            <Section
              heading={t('led.waits')}
              more={<Link to="/">{t('led.toDay')}</Link>}
              count={waiting.data?.count || undefined}
            >
              <EmptyState>{t('led.waiting', { count: waiting.data?.count ?? 0 })}</EmptyState>
            </Section>
            <LookUp />
            <Workload families={families} />
            <Residents />
          </Columns>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Workload({ families }: { families: Led[] }) {
  const { t } = useTranslation('families')
  const { dayAndMonth } = useWords()
  const norm = useNorm('families')
  const mine = useAsk(institutionsApi.mine, {})
  // Families for a part of a post are as much less.
  const posts = new Map(mine.data?.workers.map(({ id, post }) => [id, post]))
  const people = [
    ...Map.groupBy(
      families.filter(({ coordinator }) => coordinator),
      ({ coordinator }) => coordinator!.id,
    ).values(),
  ].sort((a, b) => a[0]!.coordinator!.name.localeCompare(b[0]!.coordinator!.name, 'pl'))
  const sum = (led: Led[], what: 'lateTasks' | 'lateAnswers') =>
    led.reduce((all, each) => all + each[what], 0)
  return (
    <Section flush heading={t('led.who')} more={norm && t('led.law', { count: norm.number })}>
      {people.length === 0 && (
        <div style={{ padding: '0 20px' }}>
          <EmptyState>{t('led.nobody')}</EmptyState>
        </div>
      )}
      {people.length > 0 && (
        <Table
          caption={t('led.who')}
          head={[t('led.person'), t('led.families'), t('led.late'), t('led.review')]}
          heading={0}
          rows={people.map((led) => {
            const [tasks, answers] = [sum(led, 'lateTasks'), sum(led, 'lateAnswers')]
            const review = led.flatMap(({ reviewOn }) => reviewOn ?? []).sort()[0]
            const { id, name, position } = led[0]!.coordinator!
            const late = [
              tasks && t('led.tasks', { count: tasks }),
              answers && t('led.answers', { count: answers }),
            ]
              .filter(Boolean)
              .join(', ')
            return {
              key: id,
              cells: [
                <span key="person">
                  {name}
                  <br />
                  <span className="sm muted">{position}</span>
                </span>,
                <Load
                  key="families"
                  count={led.length}
                  most={norm && mostFamilies(norm.number, posts.get(id))}
                />,
                late ? (
                  <Status key="late" kind="late">
                    {late}
                  </Status>
                ) : (
                  t('led.nothing')
                ),
                review ? dayAndMonth(review) : '–',
              ],
            }
          })}
        />
      )}
      <p className="sm muted" style={{ padding: '12px 20px 16px' }}>
        {t('led.number')} {norm && t('led.byLaw', { law: norm.law })}
      </p>
    </Section>
  )
}

/** How many there are, and how far that is from what the law says for one person. */
function Load({ count, most }: { count: number; most: number | undefined }) {
  if (!most) return <span className={styles.count}>{count}</span>
  const whole = most * 1.2
  const width = (of: number) => `${Math.min(100, (100 * of) / whole)}%`
  return (
    <span className={styles.load}>
      <span className={styles.count}>{count > most ? <Status kind="late">{count}</Status> : count}</span>
      <span className={styles.bar} aria-hidden>
        <span
          className={[styles.fill, count > most && styles.many].filter(Boolean).join(' ')}
          style={{ width: width(count) }}
        />
        <span className={styles.most} style={{ left: width(most) }} />
      </span>
    </span>
  )
}

/** Residents for a full-time post of a social worker, against the law; the head says how many residents there are. */
function Residents() {
  const { t } = useTranslation('families')
  const query = useAsk(institutionsApi.mine, {})
  const [norm, least] = [useNorm('residents'), useNorm('workers')]
  const mine = query.data
  if (!mine?.kind.startsWith('social_') || !norm || !least) return null
  const workers = mine.workers.filter(({ socialWorker, until }) => socialWorker && !until)
  const posts = postsOf(workers)
  const lack = postsLacking(mine.residents ?? 0, norm.number, posts)
  return (
    <Section
      heading={t('led.residents')}
      more={t('led.residentsLaw', { count: norm.number, least: least.number })}
    >
      {mine.residents === null ? (
        <EmptyState action={<Button to="/institution/edit">{t('led.residentsSay')}</Button>}>
          {t('led.residentsUnsaid')}
        </EmptyState>
      ) : (
        <>
          <p>{t('led.residentsLine', { residents: mine.residents, posts })}</p>
          {posts > 0 && <Load count={Math.round(mine.residents / posts)} most={norm.number} />}
          <p style={{ marginTop: 8 }}>
            {lack > 0 ? (
              <Status kind="late">{t('led.residentsLack', { count: lack })}</Status>
            ) : workers.length < least.number ? (
              <Status kind="late">{t('led.peopleLack', { count: least.number - workers.length })}</Status>
            ) : (
              <Status kind="ok">{t('led.residentsEnough')}</Status>
            )}
          </p>
        </>
      )}
      <p className="sm muted">{t('led.residentsHow', { law: norm.law })}</p>
    </Section>
  )
}

function Beside({ families }: { families: Led[] }) {
  const { t } = useTranslation('families')
  const alone = families.filter(({ coordinator }) => !coordinator)
  const late = families.filter(({ lateTasks, lateAnswers }) => lateTasks + lateAnswers > 0)
  const place = ({ id, label, code, locality }: Led) => ({
    title: [label ?? code, locality].filter(Boolean).join(', '),
    to: pageAt('/families/$id/team', { id }),
  })
  return (
    <>
      {alone.length > 0 && (
        <Section heading={t('led.alone')} count={alone.length}>
          <Rows>
            {alone.map((family) => (
              <Row key={family.id} {...place(family)} sub={t('led.appoint')} />
            ))}
          </Rows>
        </Section>
      )}
      <PlainSection heading={t('led.lateTitle')}>
        {late.length === 0 && <EmptyState>{t('led.nothingLate')}</EmptyState>}
        <Rows onLinen>
          {late.map((family) => (
            <Row
              key={family.id}
              {...place(family)}
              sub={[
                family.coordinator?.name,
                family.lateTasks > 0 && t('led.tasks', { count: family.lateTasks }),
                family.lateAnswers > 0 && t('led.answers', { count: family.lateAnswers }),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Rows>
      </PlainSection>
      <Away families={families} />
      <Explain question={t('led.whyNames')}>
        <p className="sm">{t('led.whyNamesSaid')}</p>
      </Explain>
    </>
  )
}

/** Who is away or will be, and how many families they coordinate. */
function Away({ families }: { families: Led[] }) {
  const { t } = useTranslation('families')
  const { dayAndMonth } = useWords()
  const query = useAsk(institutionsApi.mine, {})
  return (
    <PlainSection heading={t('led.away')}>
      <Loaded query={query} rows={2}>
        {({ workers }) => {
          const away = workers
            .flatMap((worker) => worker.absences.map((absence) => ({ worker, ...absence })))
            .sort((a, b) => a.from.localeCompare(b.from))
          if (away.length === 0) return <EmptyState>{t('led.awayNobody')}</EmptyState>
          return (
            <Rows onLinen>
              {away.map(({ worker, id, from, until }) => {
                const count = families.filter(({ coordinator }) => coordinator?.id === worker.id).length
                return (
                  <Row
                    key={id}
                    title={`${worker.givenName} ${worker.familyName}`}
                    to={pageAt('/institution/workers/$id', { id: worker.id })}
                    sub={[
                      t('led.awayLine', { from: dayAndMonth(from), until: dayAndMonth(until) }),
                      t('led.awayFamilies', { count }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                )
              })}
            </Rows>
          )
        }}
      </Loaded>
    </PlainSection>
  )
}
