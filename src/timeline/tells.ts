import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: { entry: 'timeline:tellings.entry' },
}
