import {
  Check,
  Flag,
  Hourglass,
  House,
  ListChecks,
  type LucideIcon,
  MessageCircle,
  NotebookPen,
  Pencil,
  Phone,
  Printer,
  Users,
  X,
} from 'lucide-react'
import type { Happening } from '../../platform/happenings.ts'
import { Tile } from '../../platform/kit/Tile.tsx'
import type { Entry } from './api.ts'

const signs: Record<Happening, LucideIcon> = {
  voice: MessageCircle,
  meeting: NotebookPen,
  answer: Hourglass,
  agreed: Flag,
  people: Users,
  task: ListChecks,
  paper: Printer,
  change: Pencil,
}
const answers: Record<string, LucideIcon> = { accepted: Check, declined: X }
const meetings: Record<string, LucideIcon> = { home_visit: House, phone: Phone }

/** The sign of what happened. */
export function HappeningTile({
  entry: { kind, verb, values },
}: {
  entry: Pick<Entry, 'kind' | 'verb' | 'values'>
}) {
  const icon =
    (kind === 'answer' && answers[verb.split('.')[1]!]) ||
    (kind === 'meeting' && meetings[String(values?.kind)]) ||
    signs[kind]
  return <Tile icon={icon} {...(kind === 'voice' && { look: 'voice' as const })} />
}
