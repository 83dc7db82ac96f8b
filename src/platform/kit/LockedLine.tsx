import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tile } from './Tile.tsx'
import { TimelineEntry } from './Timeline.tsx'

export type LockedLineProps = {
  /** The instant of it. */
  at: string
  /** Who may read it and why this reader knows of it: never what it is. */
  children: ReactNode
  /** How to ask: a link. */
  ask?: ReactNode
}

/** An entry of which only the coordinator knows that it exists, and never its kind. */
export function LockedLine({ at, children, ask }: LockedLineProps) {
  const { t } = useTranslation('kit')
  return (
    <TimelineEntry at={at} tile={<Tile icon={Lock} look="locked" />} locked title={t('locked')}>
      {children} {ask}
    </TimelineEntry>
  )
}
