import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: { record: 'oversight:tellings.record', officer: 'oversight:tellings.officer' },
}
