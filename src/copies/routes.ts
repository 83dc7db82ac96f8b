import { routesOf } from '../platform/http/routes-of.ts'
import { copiesContract } from './contract.ts'
import { gather, whose } from './gather.ts'
import { hiddenNames, printCopy, receivedIn } from './print-copy.ts'

export const routes = routesOf('copies', copiesContract, {
  whose: (work, { params }) => whose(work, params.id),
  preview: async (work, { params, query }) => {
    const { copy, parts, leftOut, seen } = await gather(work, params.id, query, work.text)
    return {
      parts: parts.map(({ part, entries }) => ({ name: work.text(part), entries })),
      disclosures: (await receivedIn(work, params.id, copy, await hiddenNames(work))).length,
      leftOut,
      seen,
    }
  },
  paper: (work, { params, query }) => printCopy(work, params.id, query),
})
