import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['contact.opened'],
}
