import { readBy, routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { bringServices, exportServices, seeServices, servicesInFile } from './bring-services.ts'
import { bringTimetable, endTimetable, placeStop, seeTimetable, timetableInFile } from './bring-timetable.ts'
import { directoryContract } from './contract.ts'
import { addDeparture, endDeparture, setRoadFactor } from './departures.ts'
import { findServices } from './find-services.ts'
import { hsdsOf } from './hsds.ts'
import { hsdsContract } from './hsds-contract.ts'
import { closeService, confirmService, doubtService, reopenService, sayPlaces } from './keep-service.ts'
import { printList } from './print-list.ts'
import { publicOf } from './public.ts'
import { publicContract } from './public-contract.ts'
import { changeService, putService } from './put-service.ts'
import {
  confidentialPhones,
  departuresIn,
  myServices,
  roadFactors,
  serviceById,
  timetableStops,
  timetables,
  unmetNeeds,
  whereServices,
} from './questions.ts'
import { noteUnmetNeed } from './unmet-need.ts'

const ours = routesOf('directory', directoryContract, {
  whereServices: (work) => work.mustFind(whereServices),
  services: (work, { query }) => findServices(work, query),
  printServices: (work, { query }) => printList(work, query),
  confidentialPhones: (work) => work.all(confidentialPhones),
  myServices: (work) => work.all(myServices),
  service: (work, { params }) => work.mustFind(serviceById(params.id)),
  exportServices: (work, { query }) => exportServices(work, query.format),
  seeServices: readBy(servicesInFile, (work, { body }) => seeServices(work, body)),
  bringServices: readBy(servicesInFile, (work, { query, body }) => bringServices(work, query, body)),
  putService: (work, { body }) => putService(work, body),
  changeService: (work, { params, body }) => changeService(work, params.id, body),
  confirmService: (work, { params, body }) => confirmService(work, params.id, body),
  sayPlaces: (work, { params, body }) => sayPlaces(work, params.id, body),
  closeService: (work, { params }) => closeService(work, params.id),
  reopenService: (work, { params }) => reopenService(work, params.id),
  doubtService: (work, { params, body }) => doubtService(work, params.id, body),
  departures: (work, { query }) => work.all(departuresIn(query.commune)),
  addDeparture: (work, { body }) => addDeparture(work, body),
  endDeparture: (work, { params }) => endDeparture(work, params.id),
  timetables: (work) => work.all(timetables),
  seeTimetable: readBy(timetableInFile, (work, { body }) => seeTimetable(work, body)),
  bringTimetable: readBy(timetableInFile, (work, { query, body }) => bringTimetable(work, query, body)),
  endTimetable: (work, { params }) => endTimetable(work, params.id),
  timetableStops: (work, { params, query }) => work.all(timetableStops(params.id, query.wanted)),
  placeStop: (work, { params, body }) => placeStop(work, params, body),
  roadFactors: (work) => work.all(roadFactors),
  setRoadFactor: (work, { params, body }) => setRoadFactor(work, params.county, body.factor),
  noteUnmetNeed: (work, { body }) => noteUnmetNeed(work, body),
  unmetNeeds: (work) => work.all(unmetNeeds),
})

/** The directory for who works here, and what is public of it in the standard's words. */
export const routes = ({ database }: Pick<Parts, 'database'>) => {
  const standard = hsdsOf(database)
  const open = publicOf(database)
  return [
    ...ours,
    ...routesOf('directory', publicContract, {
      publicServices: ({ query }) => open.services(query),
      publicService: ({ params }) => open.service(params.id),
      publicDoubt: ({ params, body }) => open.doubt(params.id, body.what),
    }),
    ...routesOf('directory', hsdsContract, {
      hsds: async (_, { settings }) => ({
        version: '3.0',
        profile: 'https://docs.openreferral.org/en/v3.0.1/',
        openapi_url: `${settings.url}/api/openapi.json`,
      }),
      hsdsServices: ({ query }) => standard.services(query),
      hsdsService: ({ params }) => standard.service(params.id),
      hsdsOrganizations: ({ query }) => standard.organizations(query),
      hsdsOrganization: ({ params }) => standard.organization(params.id),
      hsdsPlaces: ({ query }) => standard.places(query),
      hsdsPlace: ({ params }) => standard.place(params.id),
      hsdsTaxonomies: ({ query }) => standard.taxonomies(query),
      hsdsTaxonomy: ({ params }) => standard.taxonomy(params.id),
      hsdsTerms: ({ query }) => standard.terms(query),
      hsdsTerm: ({ params }) => standard.term(params.id),
    }),
  ]
}
