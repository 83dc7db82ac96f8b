import { Refusal } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import { directoryContract, type Filters } from './contract.ts'
import { closeService, confirmService, doubtService, reopenService, sayPlaces } from './keep-service.ts'
import { changeService, putService } from './put-service.ts'
import {
  confidentialPhones,
  localityByName,
  myServices,
  serviceById,
  servicesListed,
  unmetNeeds,
  whereServices,
} from './questions.ts'
import { noteUnmetNeed } from './unmet-need.ts'

/** Where one sets out, if it is said; 400 where there is no such locality. */
async function startOf(work: Work, { commune, locality }: Filters) {
  if (!commune || !locality) return undefined
  const from = await work.find(localityByName(commune, locality))
  if (!from) throw new Refusal(400, 'directory:unknown-locality', { field: 'locality' })
  return from
}

export const routes = routesOf('directory', directoryContract, {
  whereServices: (work) => work.mustFind(whereServices),
  services: async (work, { query }) => {
    const rows = await work.all(servicesListed(query, await startOf(work, query)))
    const items = rows.slice(0, query.limit)
    return {
      items: items.map(({ total: _, alike: __, ...item }) => item),
      next: rows.length > query.limit ? items.at(-1)!.key : null,
      total: rows[0]?.total ?? 0,
      alike: rows[0]?.alike ?? false,
    }
  },
  confidentialPhones: (work) => work.all(confidentialPhones),
  myServices: (work) => work.all(myServices),
  service: (work, { params }) => work.mustFind(serviceById(params.id)),
  putService: (work, { body }) => putService(work, body),
  changeService: (work, { params, body }) => changeService(work, params.id, body),
  confirmService: (work, { params, body }) => confirmService(work, params.id, body),
  sayPlaces: (work, { params, body }) => sayPlaces(work, params.id, body),
  closeService: (work, { params }) => closeService(work, params.id),
  reopenService: (work, { params }) => reopenService(work, params.id),
  doubtService: (work, { params, body }) => doubtService(work, params.id, body),
  noteUnmetNeed: (work, { body }) => noteUnmetNeed(work, body),
  unmetNeeds: (work) => work.all(unmetNeeds),
})
