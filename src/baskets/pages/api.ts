import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { type basket, basketsContract } from '../contract.ts'

export const basketsApi = clientOf(basketsContract)

export type Basket = z.output<typeof basket>
export type Goal = Basket['goals'][number]
export type Item = Basket['items'][number]
export type PointInCase = Basket['points'][number]
export type FamilyReferrals = z.output<typeof basketsContract.joinedReferrals.answer>

export type Composing = z.output<typeof basketsContract.composing.answer>
export type Suggestion = z.output<typeof basketsContract.suggestion.answer>
export type Composed = Suggestion['composed'][number]
export type Offered = Suggestion['instead'][number]
