import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: { approval: 'contracts:tellings.approval' },
  news: ['contract.approved'],
}
