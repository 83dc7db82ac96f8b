import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { familiesContract } from '../contract.ts'

export const familiesApi = clientOf(familiesContract)

export type Led = z.output<typeof familiesContract.led.answer>['families'][number]
