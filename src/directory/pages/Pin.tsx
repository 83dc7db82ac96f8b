import type { Standing } from './usePlacesWords.ts'

/** A numbered pin: a full circle where places are free, a diamond where one waits, a crossed square where there are none. */
export function PinShape({ standing, n }: { standing: Standing; n: number | null }) {
  return (
    <>
      {standing === 'free' && <circle r="13" fill="var(--woad-7)" />}
      {standing === 'waiting' && (
        <rect
          x="-10"
          y="-10"
          width="20"
          height="20"
          rx="3"
          transform="rotate(45)"
          fill="var(--white)"
          stroke="var(--weld-6)"
          strokeWidth="2.25"
        />
      )}
      {standing === 'none' && (
        <>
          <rect
            x="-12"
            y="-12"
            width="24"
            height="24"
            rx="5"
            fill="var(--white)"
            stroke="var(--madder-6)"
            strokeWidth="2.25"
          />
          <path d="M-11 11 L11 -11" stroke="var(--madder-3)" strokeWidth="1.25" />
        </>
      )}
      {standing === 'unknown' && (
        <circle r="12" fill="var(--white)" stroke="var(--ink-7)" strokeWidth="2" strokeDasharray="4 3" />
      )}
      <text
        y="5"
        textAnchor="middle"
        fontSize="14"
        fontWeight="680"
        fill={standing === 'free' ? 'var(--white)' : 'var(--ink-9)'}
      >
        {n}
      </text>
    </>
  )
}

/** The same beside a line of the list; the words beside it say what it says. */
export function Pin(props: { standing: Standing; n: number }) {
  return (
    <svg width="32" height="32" viewBox="-16 -16 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <PinShape {...props} />
    </svg>
  )
}
