import { useQuery } from '@tanstack/react-query'
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

/** The same for a question whose words stand in a body, as long as they are there. */
export const useAskWith = <E extends Endpoint>(
  call: Call<E>,
  input: Input<E> & { body: object },
  enabled: boolean,
) =>
  useQuery<AnswerOf<E>>({
    queryKey: [pathOf(call.endpoint, input as object), input.body],
    queryFn: () => call(input),
    placeholderData: (before) => before,
    enabled,
  })
