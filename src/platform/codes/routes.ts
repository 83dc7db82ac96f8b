import { readCodeLists } from '../../../data/codes.ts'
import { routesOf } from '../http/routes-of.ts'
import { codesContract } from './contract.ts'

/** The lists as shipped: the database holds the same, loaded at the start. */
const shipped = Object.fromEntries(
  Object.entries(readCodeLists()).map(([name, list]) => [name, list.entries]),
)

export const routes = routesOf('codes', codesContract, {
  codes: async () => shipped as Record<string, { code: string; pl: string; en: string }[]>,
})
