import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { read } from './request.ts'

export type AskOptions<Answer, Shown = Answer> = Pick<
  UseQueryOptions<Answer, Error, Shown>,
  'enabled' | 'staleTime' | 'placeholderData' | 'retry' | 'select'
>

/** Reads an address, and shows what is known meanwhile. What was asked is known by its address. */
export const useRead = <Answer, Shown = Answer>(path: string, options?: AskOptions<Answer, Shown>) =>
  useQuery({ ...options, queryKey: [path], queryFn: ({ signal }) => read<Answer>(path, signal) })
