import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Trip } from '../../directory/reach.ts'
import { conflictsOf } from './conflicts.ts'
import { fittingOf, monthlyGrosze, type PlacedVisit } from './fitting.ts'
import type { Gathered, Service } from './gathered.ts'
import { loadHighs } from './highs.ts'
import { type Composed, type Item, suggest } from './suggest.ts'

// What a suggestion says of itself, worked out again from the facts alone: sums, limits, why something is missing, what a little
// more would change.

const highs = await loadHighs()
const home = 'wieś'
const hour = (of: number) => of * 60

/** A bus at each of some hours to the town, twenty minutes away, and back. */
const bus = (there: number[], back: number[]): Trip[] => [
  ...there.map(
    (at): Trip => [
      [home, hour(at)],
      ['miasto', hour(at) + 20],
    ],
  ),
  ...back.map(
    (at): Trip => [
      ['miasto', hour(at)],
      [home, hour(at) + 20],
    ],
  ),
]

const service = (id: string, more: Partial<Service> = {}): Service => ({
  id,
  kind: 'homework_help',
  unit: 'visit',
  name: id,
  provider: 'Fundacja Próba',
  minAge: null,
  maxAge: null,
  languages: ['pl'],
  ownTransport: false,
  comes: false,
  runHere: false,
  cost: 'free',
  costGrosz: null,
  places: { state: 'free', free: 1, waitDays: null },
  checkedAgo: 3,
  locations: [
    {
      place: 'miasto',
      locality: 'miasto',
      km: 8,
      here: false,
      hours: [{ weekday: 2, nth: null, opens: hour(15), closes: hour(18) }],
    },
  ],
  ...more,
})

const given = (more: Partial<Gathered> = {}): Gathered => ({
  needs: [
    {
      id: 'need',
      goalId: 'goal',
      goal: 0,
      kind: 'homework_help',
      person: 'kasia',
      times: 1,
      minutes: 60,
      age: 9,
    },
  ],
  limits: {
    hours: null,
    journeys: null,
    money: null,
    days: [],
    backBy: null,
    language: null,
    noCar: true,
    outsideVillage: false,
  },
  left: null,
  services: [service('a')],
  home,
  timetables: [{ weekdays: [1, 2, 3, 4, 5], trips: bus([7, 13, 14], [12, 16, 17]) }],
  busy: [],
  ...more,
})
const limits = (more: Partial<Gathered['limits']>) => ({ limits: { ...given().limits, ...more } })
const lacking = (facts: Gathered) => suggest(highs, facts).composed[0]!.lacking[0]

describe('a service answers a need', () => {
  test('on a day on which one gets there and back, by the latest bus that is early enough, from leaving home to being home again', () => {
    const [item] = suggest(highs, given()).composed[0]!.items
    expect(item).toMatchObject({ serviceId: 'a', minutes: 140, journeys: 1, unknown: [] })
    expect(item!.visits).toMatchObject([
      { weekday: 2, begins: hour(15), ends: hour(16), leaves: hour(14), back: hour(16) },
    ])
  })

  test('at the hour that fits a bus, with as little waiting as there is', () => {
    const open = service('a')
    open.locations[0]!.hours = [{ weekday: 2, nth: null, opens: 810, closes: hour(17) }]
    const timetables = [{ weekdays: [2], trips: bus([8, 13 + 40 / 60, 15], [12, 16.5, 17 + 1 / 6]) }]
    const needs = [{ ...given().needs[0]!, minutes: 120 }]
    const [item] = suggest(highs, given({ services: [open], needs, timetables })).composed[0]!.items
    // Away from 13:40 to 16:50, and not from 8:00 on.
    expect(item).toMatchObject({ minutes: 190 })
    expect(item!.visits).toMatchObject([{ begins: hour(14), ends: hour(16), leaves: 820, back: 990 }])
  })

  test.each<[string, Gathered, object]>([
    ['nobody gives it', given({ services: [] }), { why: 'none' }],
    [
      'it is for another age',
      given({ services: [service('a', { minAge: 18 })] }),
      { why: 'unfit', reasons: { age: 1 } },
    ],
    [
      'it speaks no such language',
      given(limits({ language: 'uk' })),
      { why: 'unfit', reasons: { language: 1 } },
    ],
    [
      'neighbours run it',
      given({ services: [service('a', { runHere: true })], ...limits({ outsideVillage: true }) }),
      { why: 'unfit', reasons: { village: 1 } },
    ],
    ['the family cannot then', given(limits({ days: [2] })), { why: 'unfit', reasons: { days: 1 } }],
    [
      'there is no bus back',
      given({ timetables: [{ weekdays: [2], trips: bus([14], [12]) }] }),
      { why: 'unfit', reasons: { way: 1 } },
    ],
    ['one is home too late', given(limits({ backBy: hour(16) })), { why: 'unfit', reasons: { way: 1 } }],
    [
      'it is open too short',
      given({ needs: [{ ...given().needs[0]!, minutes: 240 }] }),
      { why: 'unfit', reasons: { tooShort: 1 } },
    ],
    [
      'something else is then',
      given({ busy: [{ weekday: 2, begins: hour(14), ends: hour(18), person: null }] }),
      { why: 'unfit', reasons: { busy: 1 } },
    ],
    [
      'its places are taken',
      given({ services: [service('a', { places: { state: 'none', free: null, waitDays: null } })] }),
      { why: 'full' },
    ],
    ['there are no hours left', given(limits({ hours: 1 })), { why: 'limits', limits: ['hours'] }],
    ['there are no journeys left', given(limits({ journeys: 0 })), { why: 'limits', limits: ['journeys'] }],
    [
      'there is no money left',
      given({ services: [service('a', { cost: 'paid', costGrosz: 5000 })], ...limits({ money: 100 }) }),
      { why: 'limits', limits: ['money'] },
    ],
  ])('and does not where %s; it says so', (_, facts, why) => {
    expect(lacking(facts)).toMatchObject(why)
  })

  test('what is not known excludes nothing, and is said', () => {
    const bare = service('a', {
      cost: 'depends',
      places: null,
      minAge: 7,
      checkedAgo: 90,
      locations: [{ ...service('a').locations[0]!, hours: [] }],
    })
    const needs = [{ ...given().needs[0]!, minutes: null, age: null }]
    const [item] = suggest(highs, given({ services: [bare], needs, home: null })).composed[0]!.items
    expect([...item!.unknown].sort()).toEqual(['age', 'checked', 'cost', 'hours', 'minutes', 'places', 'way'])
  })

  test('its cost is that of a month: each time, by the hour, or once', () => {
    const paid = { cost: 'paid', costGrosz: 6000 } as const
    const often = { times: 2, minutes: 90 }
    expect(monthlyGrosze(often, { ...paid, unit: 'visit' })).toBe(52_000)
    expect(monthlyGrosze(often, { ...paid, unit: 'hour' })).toBe(78_000)
    expect(monthlyGrosze(often, { ...paid, unit: 'place' })).toBe(6000)
    expect(monthlyGrosze({ times: 2, minutes: null }, { ...paid, unit: 'hour' })).toBeNull()
  })
})

describe('a little more', () => {
  const second = { ...given().needs[0]!, id: 'second', kind: 'senior_club', goal: 1 }
  const club = service('club', { kind: 'senior_club' })
  const needs = [given().needs[0]!, second]
  const change = (facts: Gathered, of: string) => suggest(highs, facts).changes.find((each) => each.of === of)

  test('one more place, hour or 500 zł: what would be answered then, and by which service', () => {
    const monday = {
      ...club,
      locations: [
        { ...club.locations[0]!, hours: [{ weekday: 1, nth: null, opens: hour(15), closes: hour(17) }] },
      ],
    }
    const full = { ...monday, places: { state: 'none' as const, free: null, waitDays: null } }
    expect(change(given({ needs, services: [service('a'), full] }), 'place')).toMatchObject({
      gains: [{ needId: 'second', serviceId: 'club' }],
      losses: [],
      fullServiceId: 'club',
    })
    expect(
      change(given({ needs, services: [service('a'), monday], ...limits({ hours: 4 }) }), 'hour'),
    ).toMatchObject({
      gains: [{ needId: 'second', serviceId: 'club' }],
    })
    const dear = { ...monday, cost: 'paid' as const, costGrosz: 8000 }
    expect(
      change(given({ needs, services: [service('a'), dear], ...limits({ money: 100 }) }), 'money'),
    ).toMatchObject({
      gains: [{ needId: 'second', serviceId: 'club' }],
    })
  })

  test('nothing, where something else is in the way', () => {
    expect(change(given({ needs, services: [service('a')], ...limits({ hours: 5 }) }), 'hour')).toMatchObject(
      { free: false, gains: [], journeysLess: 0 },
    )
    expect(change(given(), 'money')).toMatchObject({ free: true, gains: [] })
  })
})

const locations = fc.array(
  fc.record({
    away: fc.boolean(),
    hours: fc.array(
      fc.record({
        weekday: fc.integer({ min: 1, max: 5 }),
        opens: fc.integer({ min: 8, max: 15 }),
        length: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 2 },
)
const facts = fc
  .record({
    needs: fc.array(
      fc.record({
        kind: fc.constantFrom('x', 'y', 'z'),
        goal: fc.nat(2),
        person: fc.constantFrom(null, 'kasia', 'jan'),
        times: fc.constantFrom(1, 1, 2),
        minutes: fc.constantFrom(null, 45, 60, 120),
        age: fc.constantFrom(null, 9, 40),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    services: fc.array(
      fc.record({
        kind: fc.constantFrom('x', 'y', 'z'),
        locations,
        minAge: fc.constantFrom(null, null, 18),
        comes: fc.boolean(),
        state: fc.constantFrom('free', 'waiting', 'none', null),
        price: fc.constantFrom(null, 0, 3000, 9000),
        languages: fc.constantFrom<string[]>(['pl'], ['pl', 'uk']),
        runHere: fc.boolean(),
      }),
      { maxLength: 7 },
    ),
    limits: fc.record({
      hours: fc.option(fc.integer({ min: 1, max: 6 })),
      journeys: fc.option(fc.nat(3)),
      money: fc.option(fc.constantFrom(0, 200, 500)),
      days: fc.subarray([1, 2, 3]),
      backBy: fc.option(fc.constantFrom(hour(16), hour(18))),
      language: fc.constantFrom(null, null, 'uk'),
      noCar: fc.boolean(),
      outsideVillage: fc.boolean(),
    }),
    there: fc.subarray([7, 9, 13, 14], { minLength: 1 }),
    back: fc.subarray([10, 12, 16, 17], { minLength: 1 }),
  })
  .map(
    ({ needs, services, limits: said, there, back }): Gathered => ({
      ...given(),
      needs: needs.map((need, n) => ({ ...need, id: `need ${n}`, goalId: `goal ${need.goal}` })),
      limits: said,
      services: services.map(({ locations: at, state, price, ...each }, n) =>
        service(`service ${n}`, {
          ...each,
          places: state && { state, free: null, waitDays: state === 'waiting' ? 20 : null },
          cost: price === null ? 'depends' : price === 0 ? 'free' : 'paid',
          costGrosz: price || null,
          locations: at.map(({ away, hours }) => ({
            place: away ? 'miasto' : home,
            locality: away ? 'miasto' : home,
            km: away ? 8 : 0,
            here: !away,
            hours: hours.map(({ weekday, opens, length }) => ({
              weekday,
              nth: null,
              opens: hour(opens),
              closes: hour(opens + length),
            })),
          })),
        }),
      ),
      timetables: [{ weekdays: [1, 2, 3, 4, 5], trips: bus(there, back) }],
    }),
  )

/** Whether an item keeps what limits the family, seen in the facts alone. */
function keepsLimits({ needs, services, limits: said, timetables }: Gathered, item: Item) {
  const need = needs.find(({ id }) => id === item.needId)!
  const its = services.find(({ id }) => id === item.serviceId)!
  expect(its.kind).toBe(need.kind)
  if (need.age !== null) expect(need.age).toBeGreaterThanOrEqual(its.minAge ?? 0)
  if (said.language) expect(its.languages).toContain(said.language)
  if (said.outsideVillage) expect(its.runHere).toBe(false)
  if (item.visits.length) expect(new Set(item.visits.map(({ weekday }) => weekday)).size).toBe(need.times)
  for (const { weekday, begins, ends, location, leaves, back, away } of item.visits) {
    const place = its.locations[location]!
    expect(said.days).not.toContain(weekday)
    if (said.outsideVillage) expect(place.here).toBe(false)
    const over = ends ?? begins
    expect(
      place.hours.some(
        ({ weekday: day, opens, closes }) => day === weekday && opens <= begins && over <= closes,
      ),
    ).toBe(true)
    if (said.backBy !== null) expect(over).toBeLessThanOrEqual(said.backBy)
    if (!away || !said.noCar) continue
    const stops = timetables[0]!.trips.flat()
    expect(stops.some(([at, minute]) => at === home && minute === leaves && minute + 20 <= begins)).toBe(true)
    expect(stops.some(([at, minute]) => at === 'miasto' && minute === back && minute >= over)).toBe(true)
  }
}

test('what is said of each basket is so: its sums, its limits, and that nothing of it is at one time', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const { composed, changes } = suggest(highs, all)
      const need = (id: string) => all.needs.find((each) => each.id === id)!
      for (const each of composed) {
        for (const item of each.items) keepsLimits(all, item)
        const minutes = (item: Item) => {
          const { times, minutes: length } = need(item.needId)
          return item.visits.length
            ? item.visits.reduce((sum, visit) => sum + awayFor(visit, length), 0)
            : times * (length ?? 0)
        }
        expect(each.minutes).toBe(each.items.reduce((sum, item) => sum + minutes(item), 0))
        const known = each.items.flatMap(
          (item) =>
            monthlyGrosze(need(item.needId), all.services.find(({ id }) => id === item.serviceId)!) ?? [],
        )
        expect(each.grosze).toBe(known.reduce((sum, one) => sum + one, 0))
        expect(each.costsUnknown).toBe(each.items.length - known.length)
        if (all.limits.hours !== null) expect(each.minutes).toBeLessThanOrEqual(all.limits.hours * 60)
        if (all.limits.journeys !== null) expect(each.journeys).toBeLessThanOrEqual(all.limits.journeys)
        if (all.limits.money !== null) expect(each.grosze).toBeLessThanOrEqual(all.limits.money * 100)
        expect(together(each, all)).toEqual([])
        // Each need is answered or said to be lacking.
        expect([...each.items, ...each.lacking].map(({ needId }) => needId).sort()).toEqual(
          all.needs.map(({ id }) => id).sort(),
        )
      }
      // The first goes without nothing that would fit.
      expect(composed[0]!.lacking.map(({ why }) => why)).not.toContain('left')
      const answered = composed.map(({ items }) =>
        JSON.stringify(items.map(({ needId, serviceId }) => [needId, serviceId])),
      )
      expect(new Set(answered).size).toBe(composed.length)
      for (const { free, gains, losses } of changes) {
        if (free) expect([gains, losses]).toEqual([[], []])
        for (const { needId } of gains)
          expect(composed[0]!.items.map((item) => item.needId)).not.toContain(needId)
      }
    }),
    { numRuns: 150 },
  )
})

/** By bus from leaving home to being home again, twenty minutes after the way back leaves; the rides where no length is known. */
const awayFor = ({ leaves, back }: PlacedVisit, length: number | null) =>
  leaves === null || back === null ? (length ?? 0) : length === null ? 40 : back + 20 - leaves

/** Visits of the same people at one time, found as conflicts of a basket are. */
const together = ({ items }: Composed, { needs }: Gathered) =>
  conflictsOf({
    items: items.map(({ needId, visits }) => {
      const { person } = needs.find(({ id }) => id === needId)!
      return {
        id: needId,
        serviceId: null,
        performers: [],
        forWhom: person ? [{ id: person, name: person }] : [],
        weekly: visits.map(({ weekday, begins, ends }) => ({
          weekday,
          begins: written(begins),
          ends: ends === null ? null : written(ends),
        })),
      }
    }),
    places: new Map(),
    limits: given().limits,
    home: null,
    timetables: [],
  })
const written = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

test('of each service that does not answer a need a reason is counted, and of no other', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const { facts: model, excluded } = fittingOf(all)
      for (const [n, need] of all.needs.entries()) {
        const ofKind = all.services.filter(({ kind }) => kind === need.kind).length
        const counted = Object.values(excluded[n]!).reduce((sum, count) => sum + count, 0)
        expect(counted + model.offers.filter((offer) => offer.need === n).length).toBe(ofKind)
      }
    }),
    { numRuns: 200 },
  )
})

test('the order in which facts come changes nothing of what is suggested', () => {
  fc.assert(
    fc.property(facts, (all) => {
      expect(suggest(highs, { ...all, services: all.services.toReversed() })).toEqual(suggest(highs, all))
    }),
    { numRuns: 40 },
  )
})
