import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { familiesContract } from '../contract.ts'
import { familiesApi } from './api.ts'

export type Standing = z.output<typeof familiesContract.standing.answer>

/** How far the work with a family is; nothing while it is not known yet. */
export const useStanding = (id: string) =>
  useQuery({ queryKey: ['case', id, 'standing'], queryFn: () => familiesApi.standing({ params: { id } }) })
    .data
