import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { practiceTimetable } from '../../practice/timetable.ts'
import { asOwner } from '../platform/database/open.ts'
import { receiveFile } from '../platform/files/receive.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { cast, partnership, type Role } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

const heads: Role[] = ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead']
/** Those who keep entries for their institution: its head, who stands in, and who answers for it in a partnership. */
const keepers: Role[] = [...heads, 'standIn', 'duty', 'representative']
/** Those of the institution that leads. */
const ofTheCentre: Role[] = ['head', 'standIn', 'duty']
const everybody: Role[] = [
  ...keepers,
  'coordinator',
  'teammate',
  'colleague',
  'partner',
  'partnersColleague',
  'invited',
  'excluded',
  'former',
  'suspended',
  'stranger',
]

const [service, closed, departure, timetable, stop] = Array.from({ length: 5 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]
const aTimetable = async () =>
  receiveFile({ filename: 'gtfs.zip', file: Readable.from([await practiceTimetable(days)]) }, 'tables')
/** A file of one service without a name: nothing is brought, by whoever may bring. */
const aFile = () =>
  receiveFile({ filename: 'hsds.json', file: Readable.from([Buffer.from('[{"id":"1"}]')]) }, 'tables')
const nothingSeen = createHash('sha256').update('[]').digest('hex')
const days = { after: (days: number) => addDays(today(), days) }
const said = () => ({ kind: 'senior_club', phones: [{ number: '41 000 00 00' }], places: [], area: [] })

export const proof: DeedsProof = {
  stage: async (database) => {
    await asOwner(database.ownerUrl, async (client) => {
      await client.query('insert into directory.organization (id, institution_id) values ($1, $1)', [
        partnership.centre.id,
      ])
      await client.query(
        `insert into directory.trip (id, institution_id, name, weekdays, added_by) values ($1, $2, 'Próbny', '{3}', $3)`,
        [departure, partnership.centre.id, cast.head.workerId],
      )
      await client.query(
        `with t as (insert into directory.timetable (id, institution_id, name, valid_from, valid_to, brought_by)
           values ($1, $3, 'Zmyślony', '2026-01-01', '2026-12-31', $4) returning id)
         insert into directory.timetable_stop (id, timetable_id, code, name, latitude, longitude, commune, locality)
         select $2, t.id, '1', 'Oksa, szkoła', 50.7, 20.1, '2602052', 'Tyniec' from t`,
        [timetable, stop, partnership.centre.id, cast.head.workerId],
      )
      await client.query(
        `insert into partnerships.area (partnership_id, terc) values ($1, '2602052') on conflict do nothing`,
        [partnership.id],
      )
      for (const [id, at] of [
        [service, null],
        [closed, 'now'],
      ])
        await client.query(
          `insert into directory.service (id, organization_id, institution_id, kind, name, added_by, closed_at)
           values ($1, $2, $2, 'senior_club', 'Próba', $3, $4)`,
          [id, partnership.centre.id, cast.head.workerId, at],
        )
    })
  },
  deeds: [
    [
      'directory.putService',
      'adds a service of their institution',
      keepers,
      through('directory.putService', () => ({ body: said() })),
    ],
    [
      'directory.putService',
      'adds a service to the list of the partnership',
      ofTheCentre,
      through('directory.putService', () => ({
        body: { ...said(), partnershipId: partnership.id, organizationName: 'Klub Zmyślony' },
      })),
    ],
    [
      'directory.changeService',
      'changes a service',
      ofTheCentre,
      through('directory.changeService', () => ({ params: { id: service }, body: said() })),
    ],
    [
      'directory.confirmService',
      'says that an entry holds',
      ofTheCentre,
      through('directory.confirmService', () => ({ params: { id: service } })),
    ],
    [
      'directory.sayPlaces',
      'says how many places are free',
      ofTheCentre,
      through('directory.sayPlaces', () => ({ params: { id: service }, body: { state: 'free' } })),
    ],
    [
      'directory.closeService',
      'closes a service',
      ofTheCentre,
      through('directory.closeService', () => ({ params: { id: service } })),
    ],
    [
      'directory.reopenService',
      'opens a service again',
      ofTheCentre,
      through('directory.reopenService', () => ({ params: { id: closed } })),
    ],
    [
      'directory.doubtService',
      'asks whether an entry still holds',
      everybody,
      through('directory.doubtService', () => ({ params: { id: service } })),
    ],
    [
      'directory.addDeparture',
      'enters a departure',
      keepers,
      through('directory.addDeparture', () => ({
        body: {
          weekdays: [3],
          stops: [
            { commune: '2602052', locality: 'Oksa', at: '08:00' },
            { commune: '2602052', locality: 'Tyniec', at: '08:20' },
          ],
        },
      })),
    ],
    [
      'directory.endDeparture',
      'takes a departure off',
      ofTheCentre,
      through('directory.endDeparture', () => ({ params: { id: departure } })),
    ],
    [
      'directory.seeServices',
      'sees what a file of services would change',
      keepers,
      through('directory.seeServices', async () => ({ body: await aFile() })),
    ],
    [
      'directory.bringServices',
      'brings a file of services',
      keepers,
      through('directory.bringServices', async () => ({ query: { seen: nothingSeen }, body: await aFile() })),
    ],
    [
      'directory.seeTimetable',
      'sees what a file of a timetable would bring',
      keepers,
      through('directory.seeTimetable', async () => ({ body: await aTimetable() })),
    ],
    [
      'directory.bringTimetable',
      'brings a timetable',
      keepers,
      through('directory.bringTimetable', async () => ({
        query: { id: randomUUID(), name: 'Próbny' },
        body: await aTimetable(),
      })),
    ],
    [
      'directory.endTimetable',
      'takes a timetable off',
      ofTheCentre,
      through('directory.endTimetable', () => ({ params: { id: timetable } })),
    ],
    [
      'directory.placeStop',
      'says where a stop lies',
      ofTheCentre,
      through('directory.placeStop', () => ({
        params: { id: timetable, stopId: stop },
        body: { commune: '2602052', locality: 'Oksa' },
      })),
    ],
    [
      'directory.setRoadFactor',
      'says how much longer roads are',
      ofTheCentre,
      through('directory.setRoadFactor', () => ({ params: { county: '2602' }, body: { factor: 1.4 } })),
    ],
    [
      'directory.noteUnmetNeed',
      'keeps that something is not there',
      everybody,
      through('directory.noteUnmetNeed', () => ({ body: { commune: '2602052', group: 'food' } })),
    ],
  ],
  // What is public is nobody's secret.
  ids: {
    open: {
      'road-factors': '2602',
      ...Object.fromEntries(
        [
          'services',
          'departures',
          'timetables',
          'stops',
          'organizations',
          'service_at_locations',
          'taxonomies',
          'taxonomy_terms',
        ].map((of) => [of, '00000000-0000-4000-8000-0000000000d1']),
      ),
    },
  },
  bodies: { 'directory.putService': { area: [] }, 'directory.changeService': { area: [] } },
}
