import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  course: {
    'entry.declined': 'answer',
  },
  letters: { entry: 'timeline:tellings.entry' },
}
