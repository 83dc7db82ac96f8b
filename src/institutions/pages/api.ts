import type { z } from 'zod'
import { clientOf } from '../../platform/web/client.ts'
import { institutionsContract } from '../contract.ts'

export const institutionsApi = clientOf(institutionsContract)

export type Mine = z.output<typeof institutionsContract.mine.answer>
export type Colleague = Mine['workers'][number]

/** Data protection officer or auditor: has no other part and works with no family. */
export const isOfficer = ({ parts }: Colleague) =>
  parts.some(({ part }) => part === 'data_protection_officer' || part === 'auditor')
