import type { AnswerOf, Endpoint } from '../http/contract.ts'
import { type Call, type Input, pathOf } from './client.ts'
import { type AskOptions, useRead } from './useRead.ts'

/**
 * Asks a question of a contract: `useAsk(casesApi.team, { params: { id } })`. The same question has one answer, wherever
 * it is asked.
 */
export const useAsk = <E extends Endpoint, Shown = AnswerOf<E>>(
  call: Call<E>,
  input: Input<E>,
  options?: AskOptions<AnswerOf<E>, Shown>,
) => useRead<AnswerOf<E>, Shown>(pathOf(call.endpoint, input as object), options)
