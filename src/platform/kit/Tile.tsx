import type { LucideIcon } from 'lucide-react'
import styles from './Tile.module.css'

export type TileProps = {
  icon: LucideIcon
  /** `voice`: somebody's own words; `locked`: what one may not read. */
  look?: 'voice' | 'locked'
  large?: boolean
}

/** The sign beside a name; the name always stands in words. */
export function Tile({ icon: Icon, look, large }: TileProps) {
  const classes = [styles.tile, large && styles.large, look && styles[look]]
  return (
    <span className={classes.filter(Boolean).join(' ')} aria-hidden>
      <Icon size={large ? 20 : 16} />
    </span>
  )
}
