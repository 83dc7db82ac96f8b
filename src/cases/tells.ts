import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['team.accepted', 'team.declined', 'case.closed'],
}
