import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { referralsContract } from '../contract.ts'

export const referralsApi = clientOf(referralsContract)

export type Referral = z.output<typeof referralsContract.referral.answer>
export type Point = Referral['points'][number]
export type Listed = z.output<typeof referralsContract.referrals.answer>['items'][number]
export type Places = z.output<typeof referralsContract.places.answer>
