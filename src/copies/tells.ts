import type { Tells } from '../platform/parts.ts'

export const tells: Tells = { course: { 'copy.given': 'paper' } }
