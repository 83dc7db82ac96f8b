import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  course: {
    'member.moved-out': 'people',
    'person.died': 'people',
  },
}
