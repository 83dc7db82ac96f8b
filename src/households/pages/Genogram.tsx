import { useTranslation } from 'react-i18next'
import { useCodes } from '../../platform/web/useCodes.ts'
import styles from './Genogram.module.css'
import { apartBecause, drawGenogram, type Line, sign } from './genogram.ts'
import { type Household, type Person, sexesIn } from './relationWords.ts'

const half = sign / 2
/** As large as letters are written: a drawing in letters of another size is another drawing's size. */
const rem = (units: number) => `${units / 16}rem`

/** Who is who in a family, as it is drawn in social work; whoever does not see it reads the list beside it. */
export function Genogram({ household: written }: { household: Household }) {
  const { t } = useTranslation('households')
  const sexes = sexesIn(written, useCodes())
  const household = {
    ...written,
    people: written.people.map((person) => ({ ...person, sex: sexes.get(person.personId) ?? null })),
  }
  if (household.people.length < 2) return null
  const { width, height, people, lines, home } = drawGenogram(household)
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing is scrolled by keyboard too */}
      <section className={styles.scroll} aria-label={t('genogram.title')} tabIndex={0}>
        <svg
          role="img"
          aria-label={t('genogram.said')}
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: rem(width), height: rem(height) }}
        >
          {home && <rect className={styles.home} {...home} rx={10} />}
          {lines.map((line) => (
            <Drawn key={line.way.join(' ')} line={line} />
          ))}
          {people.map(({ person, x, y }) => (
            <g key={person.personId} transform={`translate(${x} ${y})`}>
              <Sign person={person} />
              <text y={half + 16} className={styles.name}>
                {person.givenName ?? person.name}
              </text>
            </g>
          ))}
        </svg>
      </section>
      <figcaption className={styles.legend}>
        <Legend household={household} lines={lines} home={home !== null} />
      </figcaption>
    </figure>
  )
}

function Drawn({ line: { kind, way, parted, apart } }: { line: Line }) {
  const [x, y] = middleOf(way)
  return (
    <g className={apart ? styles.apart : styles.line}>
      <polyline points={way.map((point) => point.join(',')).join(' ')} />
      {kind === 'couple' && parted && (
        <path className={styles.line} d={`M${x - 6} ${y + 7}l6 -14M${x} ${y + 7}l6 -14`} />
      )}
    </g>
  )
}

/** The middle of the level stretch of a line between two. */
function middleOf(way: [number, number][]): [number, number] {
  const [from, to] = way.length > 2 ? [way[1]!, way[2]!] : [way[0]!, way[1]!]
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
}

function Sign({ person: { sex, expected, diedOn, age, birthDate } }: { person: Person }) {
  const years = expected || age === null ? '' : birthDate ? age : `~${age}`
  return (
    <>
      <g className={styles.sign}>
        <Shape of={expected ? 'expected' : (sex ?? 'unknown')} />
        {diedOn && (
          <path
            d={`M${-half + 3} ${-half + 3}L${half - 3} ${half - 3}M${half - 3} ${-half + 3}L${-half + 3} ${half - 3}`}
          />
        )}
      </g>
      <text y={5} className={styles.age}>
        {years}
      </text>
    </>
  )
}

function Shape({ of }: { of: 'female' | 'male' | 'unknown' | 'expected' }) {
  if (of === 'female') return <circle r={half - 1} />
  if (of === 'male') return <rect x={1 - half} y={1 - half} width={sign - 2} height={sign - 2} />
  if (of === 'expected') return <path d={`M0 ${1 - half}L${half - 1} ${half - 1}H${1 - half}Z`} />
  return <path d={`M0 ${-half}L${half} 0L0 ${half}L${-half} 0Z`} />
}

const isApart = (sign: string) => apartBecause.some((why) => why === sign)

/** What the signs mean that are drawn here. */
function Legend({
  household: { people },
  lines,
  home,
}: {
  household: Household
  lines: Line[]
  home: boolean
}) {
  const { t } = useTranslation('households')
  const shapes = (['female', 'male', 'unknown', 'expected'] as const).filter((shape) =>
    people.some(({ sex, expected }) => (expected ? 'expected' : (sex ?? 'unknown')) === shape),
  )
  const others = [
    people.some(({ diedOn }) => diedOn) && 'died',
    lines.some(({ parted }) => parted) && 'parted',
    ...apartBecause.filter((why) => lines.some(({ apart, parted }) => apart === why && !parted)),
    home && 'home',
  ].filter((each) => each !== false)
  return (
    <>
      {shapes.map((shape) => (
        <span key={shape}>
          <svg viewBox={`${-half} ${-half} ${sign} ${sign}`} className={styles.sign} aria-hidden>
            <Shape of={shape} />
          </svg>
          {t(`genogram.${shape}`)}
        </span>
      ))}
      {others.map((other) => (
        <span key={other}>
          <svg viewBox={`${-half} ${-half} ${sign} ${sign}`} className={styles.sign} aria-hidden>
            {other === 'died' && <path d="M-12 -12L12 12M12 -12L-12 12" />}
            {other === 'parted' && <path d="M-16 0H16M-7 8L0 -8M1 8L8 -8" />}
            {isApart(other) && <path d="M-16 0H16" strokeDasharray="5 4" />}
            {other === 'home' && (
              <rect className={styles.home} x={-15} y={-11} width={30} height={22} rx={5} />
            )}
          </svg>
          {t(`genogram.${other}`)}
        </span>
      ))}
    </>
  )
}
