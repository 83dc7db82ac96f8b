import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKindWords } from '../../partnerships/pages/useKindWords.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import type { Address } from '../../platform/web/address.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { CompetenceRow } from './api.ts'
import styles from './CompetenceMap.module.css'

type Part = 'leads' | 'must' | 'may'
const order: Part[] = ['leads', 'must', 'may']

/** Nine columns are read at once; more would scroll. */
const mostColumns = 9

/** What partnerships speak of most; the others are shown on request. */
const common = [
  'poverty',
  'unemployment',
  'alcohol',
  'school_absence',
  'child_neglect',
  'dependent_elder',
  'mental_health',
  'domestic_violence',
]

/** Who leads, who must, who may: a table of the partners' kinds on a desk, a list by difficulty on a phone. */
export function CompetenceMap({
  rows,
  memberKinds,
  editAt,
}: {
  rows: CompetenceRow[]
  /** Kinds of institutions in the partnership, the leading one first. */
  memberKinds: string[]
  editAt?: Address | undefined
}) {
  const { t } = useTranslation('competence')
  const { entries } = useCodes()
  const [all, setAll] = useState(false)
  const kinds = [...new Set(memberKinds)].slice(0, mostColumns)
  const problems = entries('partnerships.problem_kind')
    .map(({ code }) => ({ code, rows: rows.filter(({ problemKind }) => problemKind === code) }))
    .filter((problem) => problem.rows.length > 0)
  const shown = all ? problems : problems.filter(({ code }) => common.includes(code))
  const settled = shown.filter((problem) => isLocked(problem.rows))
  const open = shown.filter((problem) => !isLocked(problem.rows))
  return (
    <Section
      heading={t('heading')}
      flush
      more={
        <span className={styles.key}>
          <span>
            <PartPill part="leads" /> {t('leadsMeans')}
          </span>
          <span>
            <PartPill part="must" /> {t('mustMeans')}
          </span>
          <span>{t('mayMeans')}</span>
          {editAt && (
            <Button size="small" to={editAt}>
              {t('change')}
            </Button>
          )}
        </span>
      }
    >
      {kinds.length < 2 && <p className={`${styles.foot} sm muted`}>{t('columns')}</p>}
      <Wide problems={[...open, ...settled]} kinds={kinds} />
      <Narrow problems={[...open, ...settled]} />
      <Abbreviations
        kinds={[...kinds, ...shown.flatMap(({ rows }) => rows.map((row) => row.institutionKind))]}
      />
      {problems.length > common.length && (
        <p className={styles.foot}>
          <Button kind="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('fewer') : t('all', { count: problems.length })}
          </Button>
        </p>
      )}
    </Section>
  )
}

type Problem = { code: string; rows: CompetenceRow[] }

const isLocked = (rows: CompetenceRow[]) => rows.some(({ locked, part }) => locked && part === 'leads')

function Wide({ problems, kinds }: { problems: Problem[]; kinds: string[] }) {
  const { t } = useTranslation('competence')
  const { short, name } = useKindWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('table')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('problem')}</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind} abbr={short(kind)}>
                {short(kind) === name(kind) ? (
                  name(kind)
                ) : (
                  <>
                    <abbr title={name(kind)} aria-hidden>
                      {short(kind)}
                    </abbr>
                    <span className="vh">{name(kind)}</span>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map(({ code, rows }) => (
            <tr key={code} className={isLocked(rows) ? styles.locked : undefined}>
              <th scope="row">
                <ProblemName code={code} rows={rows} kinds={kinds} />
              </th>
              {kinds.map((kind) => {
                const row = rows.find(({ institutionKind }) => institutionKind === kind)
                return (
                  <td key={kind}>
                    {row ? (
                      <PartPill part={row.part} />
                    ) : (
                      <>
                        <span className={styles.none} aria-hidden>
                          –
                        </span>
                        <span className="vh">{t('none')}</span>
                      </>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Narrow({ problems }: { problems: Problem[] }) {
  const { t } = useTranslation('competence')
  const { short } = useKindWords()
  return (
    <ul className={styles.cards} aria-label={t('heading')}>
      {problems.map(({ code, rows }) => (
        <li key={code} className={isLocked(rows) ? styles.locked : undefined}>
          <ProblemName code={code} rows={rows} kinds={[]} />
          <dl>
            {order
              .map((part) => ({ part, of: rows.filter((row) => row.part === part) }))
              .filter(({ of }) => of.length > 0)
              .map(({ part, of }) => (
                <div key={part} style={{ display: 'contents' }}>
                  <dt>
                    <PartPill part={part} />
                  </dt>
                  <dd>{of.map(({ institutionKind }) => short(institutionKind)).join(', ')}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** What the short names in the map stand for. */
function Abbreviations({ kinds }: { kinds: string[] }) {
  const { t, i18n } = useTranslation('competence')
  const { short, name } = useKindWords()
  const shortened = [...new Set(kinds)]
    .filter((kind) => short(kind) !== name(kind))
    .sort((a, b) => short(a).localeCompare(short(b), i18n.language))
  if (shortened.length === 0) return null
  return (
    <div className={styles.foot}>
      <Explain question={t('abbreviations')}>
        <ul className={styles.abbreviations}>
          {shortened.map((kind) => (
            <li key={kind}>
              <b className="m">{short(kind)}</b> – {name(kind)}
            </li>
          ))}
        </ul>
      </Explain>
    </div>
  )
}

/** The difficulty, and below it who else has a part by law, or what is to be known. */
function ProblemName({ code, rows, kinds }: { code: string; rows: CompetenceRow[]; kinds: string[] }) {
  const { t } = useTranslation('competence')
  const { label } = useCodes()
  const { locale } = useWords()
  const { short } = useKindWords()
  const outside = rows.filter(
    ({ part, institutionKind }) => part !== 'may' && kinds.length > 0 && !kinds.includes(institutionKind),
  )
  const said = rows.find(({ note, part }) => note && part !== 'may')
  const line = isLocked(rows)
    ? t('ownProcedure', {
        who: rows
          .filter(({ part }) => part === 'leads')
          .map(({ institutionKind }) => short(institutionKind))
          .join(', '),
      })
    : said?.note
      ? `${short(said.institutionKind)}: ${said.note[locale === 'en' ? 'en' : 'pl']}`
      : outside
          .map(({ institutionKind, part }) =>
            t('outside', { who: short(institutionKind), part: t(`${part}`) }),
          )
          .join(', ')
  return (
    <>
      {isLocked(rows) && <Lock size={16} aria-label={t('locked')} />}{' '}
      {label('partnerships.problem_kind', code)}
      {line && <span className={styles.note}>{line}</span>}
    </>
  )
}

export function PartPill({ part }: { part: Part | 'none' }) {
  const { t } = useTranslation('competence')
  return (
    <span className={part === 'leads' || part === 'must' ? styles[part] : undefined}>{t(`${part}`)}</span>
  )
}
