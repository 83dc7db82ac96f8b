import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Status.module.css'

/**
 * `ok` accepted, done · `wait` we are waiting · `no` refused by an institution · `declined` the family's no,
 * which is its right and so in ink · `question` not asked or unknown · `asked` thinking it over · `late` overdue.
 */
export type StatusKind = 'ok' | 'wait' | 'no' | 'declined' | 'question' | 'asked' | 'late'

const icons: Record<StatusKind, LucideIcon> = {
  ok: CircleCheck,
  wait: Hourglass,
  no: CircleX,
  declined: CircleX,
  question: CircleDashed,
  asked: CircleHelp,
  late: TriangleAlert,
}

/** A state as icon and word; colour only repeats it. */
export function Status({ kind, pill, children }: { kind: StatusKind; pill?: boolean; children: ReactNode }) {
  const Icon = icons[kind]
  return (
    <span className={[styles.status, styles[kind], pill && styles.pill].filter(Boolean).join(' ')}>
      <Icon size={16} aria-hidden />
      <span>{children}</span>
    </span>
  )
}
