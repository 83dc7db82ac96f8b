import { expect, test } from 'vitest'
import { queries } from './queries.ts'
import { Problem } from './request.ts'
import { sessionPath } from './session.ts'

const fails = (status: number, code: string) => () => Promise.reject(new Problem({ status, code, title: '' }))
const isAskedAnew = () => queries.getQueryState([sessionPath])?.isInvalidated

// What opens nothing any more is told by the session alone: a page that goes on without asking it leads nowhere.
test.each([
  [401, 'not-signed-in', true],
  [403, 'factor-needed', true],
  [409, 'acting-as-another', true],
  [403, 'only-the-head', false],
  [409, 'changed-meanwhile', false],
])('%i %s, of a question and of a deed: who is here is asked anew: %s', async (status, code, anew) => {
  for (const ask of [
    () => queries.fetchQuery({ queryKey: [code], queryFn: fails(status, code), retry: false }),
    () =>
      queries
        .getMutationCache()
        .build(queries, { mutationFn: fails(status, code) })
        .execute(undefined),
  ]) {
    queries.setQueryData([sessionPath], {})
    expect(isAskedAnew()).toBe(false)
    await expect(ask()).rejects.toThrow()
    expect(isAskedAnew()).toBe(anew)
  }
})
