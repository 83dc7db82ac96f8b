import { z } from 'zod'
import { lengths } from '../platform/database/lengths.ts'
import {
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  paging,
  postalCode,
  terc,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

export const referrers = ['anybody', 'family', 'institution', 'doctor', 'school', 'court'] as const
export const costs = ['free', 'paid', 'depends'] as const
export const placesStates = ['free', 'waiting', 'none'] as const
/** Why something in a file of a timetable is left out. */
export const whySkipped = [
  'over',
  'no-usual-day',
  'far',
  'unknown-stop',
  'unknown-trip',
  'unknown-calendar',
  'bad-row',
  'bad-times',
  'too-few-stops',
] as const
/** What a file in the standard may tell of a service. */
export const broughtFields = [
  'name',
  'kind',
  'description',
  'website',
  'email',
  'contactName',
  'contactTitle',
  'howToApply',
  'needs',
  'cost',
  'costGrosz',
  'costWords',
  'forWhom',
  'minAge',
  'maxAge',
  'languages',
  'accessibility',
  'phones',
  'area',
  'places',
  'closed',
] as const
/** Why a row of such a file is left out. */
export const whyNotBrought = [
  'unreadable',
  'without-service',
  'no-name',
  'unknown-kind',
  'unknown-place',
  'unknown-area',
  'unknown-language',
  'unknown-accessibility',
  'bad-hours',
  'bad-value',
  'kept-by-another',
  'confidential',
  'twice',
  'unreachable',
] as const
export const doubts = ['phone', 'hours', 'places', 'address', 'closed', 'other'] as const

/** After so many days an entry is to be looked through. */
export const freshDays = 60

const yes = z.enum(['yes']).optional()
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const weekday = z.int().min(1).max(7)
const address = z.url({ protocol: /^https?$/ })
const years = z.int().min(0).max(120)

const hours = z.object({
  weekday,
  nth: z.int().min(1).max(5).optional().describe('Which of a month, 5 the last; without it each week.'),
  opens: clock,
  closes: clock,
  validFrom: workDay.optional(),
  validTo: workDay.optional(),
})

const said = z.object({
  kind: codeOf('directory.service_kind'),
  name: line('directory.service.name'),
  description: text('directory.service.description').optional(),
  website: address.max(lengths['directory.service.website'][1]).optional(),
  email: z.email().max(lengths['directory.service.email'][1]).optional(),
  contactName: line('directory.service.contact_name').optional(),
  contactTitle: line('directory.service.contact_title').optional(),
  howToApply: text('directory.service.how_to_apply').optional(),
  referredBy: z
    .array(z.enum(referrers))
    .min(1)
    .max(6)
    .default(['anybody'])
    .describe('Who may send somebody.'),
  needs: text('directory.service.needs').optional().describe('What a referral needs.'),
  cost: z.enum(costs).default('free'),
  costGrosz: z.int().min(1).max(10_000_000).optional(),
  costWords: line('directory.service.cost_words').optional(),
  forWhom: line('directory.service.for_whom').optional(),
  minAge: years.optional(),
  maxAge: years.optional(),
  targetGroups: z.array(codeOf('directory.target_group')).max(16).default([]),
  languages: z.array(codeOf('directory.language')).min(1).max(8).default(['pl']),
  accessibility: z.array(codeOf('directory.accessibility')).max(8).default([]),
  hoursWords: line('directory.service.hours_words').optional(),
  ownTransport: z.boolean().default(false),
  transportWords: line('directory.service.transport_words').optional(),
  neutralPlace: z.boolean().default(false).describe('Nobody sees there what one comes for.'),
  confidential: z
    .boolean()
    .default(false)
    .describe('Must not be found: its phone alone is told to who takes in or coordinates.'),
  phones: z
    .array(
      z.object({
        number: line('directory.phone.number'),
        whose: line('directory.phone.whose').optional(),
      }),
    )
    .max(5)
    .default([]),
  places: z
    .array(
      z.object({
        id,
        name: line('directory.service_at_location.name').optional(),
        commune: terc,
        locality: line('directory.service_at_location.locality'),
        address: line('directory.service_at_location.address').optional(),
        postalCode: postalCode.optional(),
        hours: z.array(hours).max(30).default([]),
      }),
    )
    .max(12)
    .default([]),
  area: z
    .array(z.string().regex(/^\d{2}(\d{2}(\d{3})?)?$/))
    .max(60)
    .default([])
    .describe('Communes, counties or voivodeships that it serves; none is everybody.'),
})

const organization = z.object({ id, name: z.string(), ours: z.boolean() })
export const placesSaid = z.object({
  state: z.enum(placesStates),
  free: z.int().nullable(),
  waitDays: z.int().nullable(),
  until: day.nullable(),
  saidOn: day,
})
const listed = z.object({
  id,
  key: z.string(),
  name: z.string(),
  kind: z.string(),
  organization: z.string(),
  phone: z.string().nullable(),
  place: z
    .object({
      locality: z.string(),
      commune: terc,
      latitude: z.number(),
      longitude: z.number(),
      km: z.number().nullable().describe('By road, estimated.'),
    })
    .nullable()
    .describe('The nearest of its places.'),
  manyPlaces: z.boolean(),
  hours: z.array(z.object({ weekday, nth: z.int().nullable(), opens: clock, closes: clock })),
  places: placesSaid.nullable(),
  checkedOn: day,
  cost: z.enum(costs),
  ownTransport: z.boolean(),
  neutralPlace: z.boolean(),
  way: z
    .object({
      kind: z.enum(['here', 'own', 'bus', 'none']),
      weekday: weekday
        .nullable()
        .describe(
          'Of the bus: the day that was asked for, else the next on which it is open and one gets there.',
        ),
      leaves: clock.nullable(),
      minutes: z.int().nullable(),
      changes: z.int(),
      back: clock.nullable().describe('The last way back on that day.'),
      lateBack: z.boolean().describe('It is not before the hour until which one means to stay.'),
    })
    .nullable()
    .describe('Without a car, on a day on which it is open, where one says from where.'),
})

/** As many as fit on the one page that a family takes along. */
export const onOnePaper = 9

const filters = z.object({
  wanted: z.string().trim().max(100).optional(),
  group: codeOf('directory.service_group').optional(),
  kind: codeOf('directory.service_kind').optional(),
  problem: codeOf('partnerships.problem_kind').optional(),
  targetGroup: codeOf('directory.target_group').optional(),
  age: z
    .string()
    .regex(/^(\d{1,2}|1[01]\d|120)$/)
    .optional()
    .describe('In years.'),
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  at: clock.optional(),
  language: codeOf('directory.language').optional(),
  commune: terc.optional().describe('Where one sets out, with `locality`.'),
  locality: z.string().trim().max(100).optional(),
  within: z.coerce.number().int().min(1).max(300).optional().describe('Kilometres by road.'),
  outsideMyVillage: yes.describe('Hides what is in that locality, and what is run from there.'),
  free: yes,
  freePlaces: yes,
  neutral: yes,
  withoutCar: yes.describe('Hides what one does not reach, or does not come back from, without a car.'),
  leave: clock.default('08:00').describe('Without a car: not before this hour …'),
  until: clock.default('15:00').describe('… and staying until this one.'),
})

export const directoryContract = {
  whereServices: endpoint({
    method: 'GET',
    path: '/services/where',
    summary:
      'Where I look for services: communes of my partnerships, where my institution is, and whose entries I keep.',
    answer: z.object({
      communes: z.array(z.object({ terc, name: z.string() })),
      around: z.array(z.object({ terc, name: z.string() })).describe('The others of their counties.'),
      here: z.object({ commune: terc, locality: z.string() }).nullable(),
      keeps: z.object({ partnerships: z.array(z.object({ id, name: z.string() })) }).nullable(),
    }),
  }),
  services: endpoint({
    method: 'GET',
    path: '/services',
    summary:
      'Services by what is needed, for whom, when and from where: free places first, then what was checked latest. What must not be found is not here.',
    query: paging.extend(filters.shape),
    answer: z.object({
      items: z.array(listed),
      next: z.string().nullable(),
      total: z.int(),
      hidden: z.int().describe('Of this page, what one does not reach without a car.'),
      alike: z.boolean().describe('Nothing was found by these words; these are spelt alike.'),
    }),
    problems: ['unknown-locality'],
  }),
  printServices: endpoint({
    method: 'GET',
    path: '/services/list.pdf',
    summary:
      'What is found, as PDF for a family to take along; nothing on it says for whom it was looked for.',
    query: filters,
    answer: z.any(),
    stream: true,
    problems: ['unknown-locality', 'nothing-to-print'],
  }),
  confidentialPhones: endpoint({
    method: 'GET',
    path: '/services/phones',
    summary:
      'Phones of services that must not be found, with the kind of help alone: for whoever takes in or coordinates.',
    answer: z.array(z.object({ id, kind: z.string(), number: z.string(), whose: z.string().nullable() })),
  }),
  myServices: endpoint({
    method: 'GET',
    path: '/services/mine',
    summary: 'Services whose entries I keep, those first that nobody confirmed for longest.',
    answer: z.array(
      z.object({
        id,
        name: z.string(),
        organization: z.string(),
        checkedOn: day,
        closed: z.boolean(),
        confidential: z.boolean(),
        doubted: z.boolean(),
      }),
    ),
  }),
  service: endpoint({
    method: 'GET',
    path: '/services/:id',
    summary: 'One service, with everything that is said of it.',
    params: withId,
    answer: z.object({
      id,
      organization: organization.extend({ phone: z.string().nullable() }),
      keeper: z.object({ kind: z.enum(['institution', 'partnership']), name: z.string() }),
      partnershipId: id.nullable(),
      kind: z.string(),
      name: z.string(),
      description: z.string().nullable(),
      website: z.string().nullable(),
      email: z.string().nullable(),
      contactName: z.string().nullable(),
      contactTitle: z.string().nullable(),
      howToApply: z.string().nullable(),
      referredBy: z.array(z.enum(referrers)),
      needs: z.string().nullable(),
      cost: z.enum(costs),
      costGrosz: z.int().nullable(),
      costWords: z.string().nullable(),
      forWhom: z.string().nullable(),
      minAge: z.int().nullable(),
      maxAge: z.int().nullable(),
      targetGroups: z.array(z.string()),
      languages: z.array(z.string()),
      accessibility: z.array(z.string()),
      hoursWords: z.string().nullable(),
      ownTransport: z.boolean(),
      transportWords: z.string().nullable(),
      neutralPlace: z.boolean(),
      confidential: z.boolean(),
      phones: z.array(z.object({ number: z.string(), whose: z.string().nullable() })),
      locations: z.array(
        z.object({
          id,
          name: z.string().nullable(),
          commune: terc,
          communeName: z.string(),
          locality: z.string(),
          address: z.string().nullable(),
          postalCode: z.string().nullable(),
          latitude: z.number(),
          longitude: z.number(),
          hours: z.array(
            z.object({
              weekday,
              nth: z.int().nullable(),
              opens: clock,
              closes: clock,
              validFrom: day.nullable(),
              validTo: day.nullable(),
            }),
          ),
        }),
      ),
      area: z.array(z.object({ terc: z.string(), name: z.string() })),
      places: placesSaid.extend({ by: z.string() }).nullable(),
      checkedOn: day,
      closedOn: day.nullable(),
      doubts: z
        .array(
          z.object({
            id,
            what: z.enum(doubts),
            words: z.string().nullable(),
            on: day,
            mine: z.boolean(),
            public: z.boolean().describe('Said by somebody who is not signed in.'),
            settledOn: day.nullable(),
            answer: z.enum(['holds', 'changed', 'closed']).nullable(),
          }),
        )
        .describe('For who keeps it, and who asked; what was answered for two months.'),
      iKeep: z.boolean(),
      version,
    }),
  }),
  exportServices: endpoint({
    method: 'GET',
    path: '/services/export',
    summary:
      'The entries that I keep in the standard Open Referral HSDS 3.0, as JSON or as its tabular files in a ZIP; what must not be found is not there.',
    query: z.object({ format: z.enum(['json', 'csv']) }),
    answer: z.any(),
    stream: true,
    problems: ['only-a-keeper'],
  }),
  seeServices: endpoint({
    method: 'POST',
    path: '/services/import/preview',
    summary:
      'What a file in the standard (HSDS 3.0: JSON, or tabular files, one or in a ZIP) would change among the entries that I keep, and which of its rows cannot be taken; nothing is changed.',
    question: true,
    upload: 'tables',
    answer: z.object({
      seen: z.string().describe('What was seen; sent along when it is brought.'),
      entries: z.array(
        z.object({
          id,
          name: z.string(),
          state: z.enum(['new', 'changed']),
          changes: z.array(z.object({ field: z.enum(broughtFields), before: z.string(), after: z.string() })),
        }),
      ),
      same: z.int(),
      missing: z
        .array(z.object({ id, name: z.string() }))
        .describe('Entries that I keep and the file lacks; they stay.'),
      faults: z.array(
        z.object({
          file: z.string(),
          line: z.int().describe('Of JSON, which of the services.'),
          why: z.enum(whyNotBrought),
          value: z.string(),
          left: z.enum(['entry', 'value']).describe('What of it is left out.'),
        }),
      ),
    }),
    problems: ['only-a-keeper', 'no-services', 'too-many-services', 'too-many-rows'],
  }),
  bringServices: endpoint({
    method: 'POST',
    path: '/services/import',
    summary:
      'Brings what was seen of a file in the standard: adds what is new and changes what differs; nothing is closed or taken off because it lacks.',
    query: z.object({
      seen: z.string().regex(/^[0-9a-f]{64}$/),
      partnershipId: id.optional().describe('The partnership on whose list new entries stand.'),
    }),
    upload: 'tables',
    answer: nothing,
    problems: ['only-a-keeper', 'no-services', 'too-many-services', 'too-many-rows', 'otherwise-than-seen'],
  }),
  putService: endpoint({
    method: 'POST',
    path: '/services',
    summary:
      'Adds a service: of one’s own institution, of another organization, or to the list of a partnership that it leads.',
    body: said.extend({
      id,
      organizationName: line('directory.organization.name')
        .optional()
        .describe('Who gives it, where that is not my institution.'),
      partnershipId: id.optional().describe('The partnership on whose list it stands.'),
    }),
    answer: withId,
    problems: [
      'only-a-keeper',
      'unknown-commune',
      'unknown-locality',
      'ends-before-it-begins',
      'unreachable',
    ],
  }),
  changeService: endpoint({
    method: 'PUT',
    path: '/services/:id',
    summary: 'Changes a service, by who keeps its entry. Whoever changes it says that all of it holds.',
    params: withId,
    body: said,
    version: 'needed',
    answer: nothing,
    problems: ['unknown-commune', 'unknown-locality', 'ends-before-it-begins', 'unreachable'],
  }),
  confirmService: endpoint({
    method: 'POST',
    path: '/services/:id/confirm',
    summary: 'Says that all of an entry holds.',
    params: withId,
    body: z.object({ id }),
    answer: nothing,
    problems: ['service-is-closed'],
  }),
  sayPlaces: endpoint({
    method: 'POST',
    path: '/services/:id/places',
    summary: 'Says how many places are free, or how long one waits.',
    params: withId,
    body: z.object({
      id,
      state: z.enum(placesStates),
      free: z.int().min(1).max(1000).optional(),
      waitDays: z.int().min(1).max(1000).optional(),
      until: workDay.optional(),
    }),
    answer: nothing,
    problems: ['service-is-closed', 'day-is-over'],
  }),
  closeService: endpoint({
    method: 'POST',
    path: '/services/:id/close',
    summary: 'Says that it is given no more: it is in no list from now on.',
    params: withId,
    answer: nothing,
    problems: ['service-is-closed'],
  }),
  reopenService: endpoint({
    method: 'POST',
    path: '/services/:id/reopen',
    summary: 'Says that it is given again.',
    params: withId,
    answer: nothing,
    problems: ['service-is-open'],
  }),
  doubtService: endpoint({
    method: 'POST',
    path: '/services/:id/doubts',
    summary: 'Asks whoever keeps the entry whether it still holds.',
    params: withId,
    body: z.object({
      id,
      what: z.enum(doubts),
      words: line('directory.doubt.words').optional().describe('Of no person.'),
    }),
    answer: nothing,
    problems: ['service-is-closed', 'asked-already', 'asks-too-much', 'of-a-person'],
  }),
  departures: endpoint({
    method: 'GET',
    path: '/departures',
    summary: 'Departures of public transport that stop in a commune, as they were entered.',
    query: z.object({ commune: terc }),
    answer: z.array(
      z.object({
        id,
        name: z.string(),
        carrier: z.string().nullable(),
        weekdays: z.array(weekday),
        validTo: day.nullable(),
        stops: z.array(z.object({ locality: z.string(), at: clock })),
        mine: z.boolean(),
      }),
    ),
  }),
  addDeparture: endpoint({
    method: 'POST',
    path: '/departures',
    summary: 'Enters one departure with its stops, by who keeps entries of the directory.',
    body: z.object({
      id,
      name: line('directory.trip.name'),
      carrier: line('directory.trip.carrier').optional(),
      weekdays: z.array(weekday).min(1).max(7),
      validFrom: workDay.optional(),
      validTo: workDay.optional(),
      stops: z
        .array(z.object({ commune: terc, locality: line('directory.trip_stop.locality'), at: clock }))
        .min(2)
        .max(60),
    }),
    answer: withId,
    problems: ['only-a-keeper', 'unknown-commune', 'unknown-locality', 'ends-before-it-begins'],
  }),
  endDeparture: endpoint({
    method: 'POST',
    path: '/departures/:id/end',
    summary: 'Takes a departure off, by the institution that entered it.',
    params: withId,
    answer: nothing,
  }),
  timetables: endpoint({
    method: 'GET',
    path: '/timetables',
    summary: 'Timetables that were brought as files (GTFS).',
    answer: z.array(
      z.object({
        id,
        name: z.string(),
        validFrom: day,
        validTo: day,
        broughtOn: day,
        broughtBy: z.string(),
        lines: z.int(),
        trips: z.int(),
        stops: z.int(),
        mine: z.boolean(),
      }),
    ),
  }),
  seeTimetable: endpoint({
    method: 'POST',
    path: '/timetables/preview',
    summary:
      'What a file of a timetable (GTFS, ZIP) would bring, and what of it is left out and why; nothing is changed.',
    question: true,
    upload: 'tables',
    answer: z.object({
      name: z.string().nullable().describe('Whose timetable it is, as the file says.'),
      lines: z.array(z.object({ name: z.string(), trips: z.int() })).describe('The first 200.'),
      manyLines: z.int(),
      trips: z.int(),
      stops: z.int(),
      validFrom: day.nullable(),
      validTo: day.nullable(),
      doubtful: z
        .array(
          z.object({
            name: z.string(),
            commune: terc,
            communeName: z.string(),
            locality: z.string(),
            km: z.number(),
          }),
        )
        .describe('Stops that lie far from the nearest locality, the furthest first.'),
      skipped: z.array(
        z.object({
          why: z.enum(whySkipped),
          file: z.string(),
          count: z.int(),
          rows: z.array(z.int()).describe('The first five.'),
        }),
      ),
    }),
    problems: ['only-a-keeper', 'not-a-timetable', 'too-many-rows'],
  }),
  bringTimetable: endpoint({
    method: 'POST',
    path: '/timetables',
    summary:
      'Brings a timetable from a file (GTFS, ZIP); one of the same name that my institution brought before is replaced.',
    query: z.object({ id, name: line('directory.timetable.name') }),
    upload: 'tables',
    answer: withId,
    problems: ['only-a-keeper', 'not-a-timetable', 'too-many-rows', 'nothing-runs'],
  }),
  endTimetable: endpoint({
    method: 'POST',
    path: '/timetables/:id/end',
    summary: 'Takes a timetable off with all its departures, by the institution that brought it.',
    params: withId,
    answer: nothing,
  }),
  timetableStops: endpoint({
    method: 'GET',
    path: '/timetables/:id/stops',
    summary: 'Stops of a timetable with the locality of each, those first that lie far from it.',
    params: withId,
    query: z.object({ wanted: z.string().trim().max(100).optional() }),
    answer: z.array(
      z.object({
        id,
        name: z.string(),
        commune: terc,
        communeName: z.string(),
        locality: z.string(),
        chosen: z.boolean(),
        km: z.number(),
      }),
    ),
  }),
  placeStop: endpoint({
    method: 'PUT',
    path: '/timetables/:id/stops/:stopId',
    summary: 'Says in which locality a stop lies; the next file of the timetable keeps it.',
    params: z.object({ id, stopId: id }),
    body: z.object({ commune: terc, locality: line('directory.timetable_stop.locality') }),
    answer: nothing,
    problems: ['only-a-keeper', 'unknown-commune', 'unknown-locality'],
  }),
  roadFactors: endpoint({
    method: 'GET',
    path: '/road-factors',
    summary: 'How much longer roads are than a straight line, in the counties of my communes.',
    answer: z.array(
      z.object({
        county: z.string(),
        name: z.string(),
        factor: z.number(),
        said: z.object({ by: z.string(), on: day }).nullable().describe('Nobody said it: what is usual.'),
        iKeep: z.boolean(),
      }),
    ),
  }),
  setRoadFactor: endpoint({
    method: 'PUT',
    path: '/road-factors/:county',
    summary:
      'Says how much longer roads are in a county than a straight line, by who keeps entries of a partnership there.',
    params: z.object({ county: z.string().regex(/^\d{4}$/) }),
    body: z.object({ factor: z.number().min(1).max(3) }),
    answer: nothing,
    problems: ['only-a-keeper'],
  }),
  noteUnmetNeed: endpoint({
    method: 'POST',
    path: '/unmet-needs',
    summary:
      'Keeps that something is not there: its codes, the commune and the month, never words, a worker or a family.',
    body: z.object({
      commune: terc,
      group: codeOf('directory.service_group').optional(),
      kind: codeOf('directory.service_kind').optional(),
      problem: codeOf('partnerships.problem_kind').optional(),
      targetGroup: codeOf('directory.target_group').optional(),
    }),
    answer: nothing,
    problems: ['unknown-commune', 'nothing-said', 'speaks-of-violence'],
  }),
  unmetNeeds: endpoint({
    method: 'GET',
    path: '/unmet-needs',
    summary:
      'What was missing in a year in the communes of my partnerships: looked for and not found, refused for lack of places, needed in a plan; in bands, without families; what came of families from five on.',
    answer: z.array(
      z.object({
        commune: terc,
        communeName: z.string(),
        group: z.string().nullable(),
        kind: z.string().nullable(),
        problem: z.string().nullable(),
        targetGroup: z.string().nullable(),
        why: z.enum(['search', 'no_places', 'no_service']),
        band: z.string(),
      }),
    ),
  }),
}

export type Said = z.output<typeof said>
export type Filters = z.output<typeof filters>
