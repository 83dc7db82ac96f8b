import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import { actionsForSignatories, planForReaders } from './for-readers.ts'
import {
  contractsOf,
  freshVersionOf,
  mayDrawUp,
  peopleWhoMaySign,
  plansOf,
  reviewsOf,
  socialWorkersOf,
} from './questions.ts'

/** Plans and contracts of a case, each with what its paper leaves out and why, and what a new one can be made from. */
export async function plansAndContracts(work: Work, id: string) {
  await work.mustFind(sql`select from cases."case" where id = ${id}`)
  const plans = []
  for (const plan of await work.all(plansOf(id)))
    plans.push({
      ...plan,
      leftOut: (await planForReaders(work, id, plan)).leftOut,
    })
  const contracts = []
  for (const { printedAll, ...contract } of await work.all(contractsOf(id))) {
    const { itemIds, leftOut } = await actionsForSignatories(work, id, contract.id)
    contracts.push({
      ...contract,
      // What was printed stays as it was printed.
      actions:
        contract.state === 'draft'
          ? contract.actions.filter(({ itemId }) => itemIds.includes(itemId))
          : contract.actions,
      leftOut: printedAll ? [] : leftOut,
    })
  }
  return {
    plans,
    contracts,
    freshVersion: (await work.find(freshVersionOf(id))) ?? null,
    reviews: await work.all(reviewsOf(id)),
    socialWorkers: await work.all(socialWorkersOf(id)),
    mayDrawUp: (await work.mustFind(mayDrawUp(id))).may,
    adults: (await work.all(peopleWhoMaySign(id))).filter(({ adult }) => adult),
  }
}
