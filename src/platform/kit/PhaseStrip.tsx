import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './PhaseStrip.module.css'
import { type Weave, weave } from './weave.ts'

export type PhaseStripProps = {
  /** Names of all phases in order. */
  steps: readonly string[]
  /** Index of the current phase, from 0; `steps.length` when all are done. */
  current: number
  /** A note per phase: a date, "plan: 1 grudnia". */
  notes?: readonly (string | undefined)[]
}

/** Phases of a way that two go together, as a weave of two strands; each crossing is something that both agreed. */
export function PhaseStrip({ steps, current, notes = [] }: PhaseStripProps) {
  const { t } = useTranslation('kit')
  const label = usePhaseLabel(steps, current)
  return (
    <section
      className={styles.strip}
      aria-label={`${t('phases.label')}. ${label}`}
      style={{ '--phases': steps.length } as CSSProperties}
    >
      <Wide steps={steps} current={current} />
      <Narrow steps={steps} current={current} />
      {current >= steps.length && (
        <p className={styles.allDone} aria-hidden>
          {label}
        </p>
      )}
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < current ? styles.done : index === current ? styles.now : styles.later}
            aria-current={index === current ? 'step' : undefined}
            data-next={t('phases.next')}
            data-noted={notes[index] ? '' : undefined}
          >
            <b>{step}</b> {index < current && <span className="vh">{t('phases.done')} </span>}
            {notes[index]}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The strip in a line of a list. The casing follows the ground: white in cards, linen outside. */
export function MiniPhase({ steps, current }: { steps: readonly string[]; current: number }) {
  const label = usePhaseLabel(steps, current)
  const drawn = weave(steps.length, current, 15, 7, 4.6)
  return (
    <svg
      className={styles.mini}
      viewBox={`-3 0 ${drawn.width + 6} 14`}
      width={drawn.width + 6}
      height={14}
      role="img"
      aria-label={label}
    >
      <Strands drawn={drawn} middle={7} swing={4.6} thread={2} casing={5} dots="1 4" looseWidth={1.5} />
      {current < steps.length && <circle cx={drawn.eyes[current]} cy={7} r={3} fill="var(--ink-9)" />}
    </svg>
  )
}

function usePhaseLabel(steps: readonly string[], current: number): string {
  const { t } = useTranslation('kit')
  return current < steps.length
    ? t('phases.at', { number: current + 1, total: steps.length, step: steps[current] })
    : t('phases.all', { total: steps.length })
}

type Drawing = { steps: readonly string[]; current: number }

function Wide({ steps, current }: Drawing) {
  const drawn = weave(steps.length, current, 1134 / steps.length, 28, 17)
  return (
    <svg className={styles.wide} viewBox="-3 0 1140 56" aria-hidden>
      <Strands drawn={drawn} middle={28} swing={17} thread={4} casing={9} dots="1 6" looseWidth={2} />
      {drawn.eyes.map((x, index) =>
        index < current ? (
          <Tick key={x} x={x} y={28} />
        ) : (
          <g key={x}>
            {index === current && <circle cx={x} cy={28} r={12} fill="var(--ink-9)" />}
            <text x={x} y={32.5} fill={index === current ? '#fff' : 'var(--ink-5)'}>
              {index + 1}
            </text>
          </g>
        ),
      )}
    </svg>
  )
}

function Narrow({ steps, current }: Drawing) {
  const drawn = weave(steps.length, current, 322 / steps.length, 17, 11)
  return (
    <svg className={styles.narrow} viewBox="-3 0 328 34" aria-hidden>
      <Strands drawn={drawn} middle={17} swing={11} thread={3} casing={7} dots="1 5" looseWidth={1.75} />
      {current < steps.length && <circle cx={drawn.eyes[current]} cy={17} r={6} fill="var(--ink-9)" />}
    </svg>
  )
}

const Tick = ({ x, y }: { x: number; y: number }) => (
  <path
    d={`M${x - 6} ${y}l4 4l8 -8`}
    fill="none"
    stroke="var(--ink-9)"
    strokeWidth={2.25}
    strokeLinecap="round"
    strokeLinejoin="round"
  />
)

type StrandsProps = {
  drawn: Weave
  middle: number
  swing: number
  thread: number
  casing: number
  dots: string
  looseWidth: number
}

function Strands({ drawn, middle, swing, thread, casing, dots, looseWidth }: StrandsProps) {
  const ground = 'var(--casing, var(--bg))'
  const line = { fill: 'none', strokeWidth: thread, strokeLinecap: 'round' } as const
  return (
    <>
      {drawn.loose !== null &&
        [middle - swing, middle + swing].map((y) => (
          <path
            key={y}
            d={`M${drawn.loose} ${y}H${drawn.width - 2}`}
            fill="none"
            stroke="var(--line-3)"
            strokeWidth={looseWidth}
            strokeDasharray={dots}
            strokeLinecap="round"
          />
        ))}
      <path d={drawn.one} stroke="var(--strand-institutions)" {...line} />
      <path d={drawn.other} stroke={ground} strokeWidth={casing} fill="none" />
      <path d={drawn.other} stroke="var(--strand-family)" {...line} />
      {drawn.over.map((path) => (
        <g key={path}>
          <path d={path} stroke={ground} strokeWidth={casing} fill="none" />
          <path d={path} stroke="var(--strand-institutions)" strokeWidth={thread + 0.2} fill="none" />
        </g>
      ))}
    </>
  )
}
