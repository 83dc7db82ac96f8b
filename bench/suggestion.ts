// A basket suggested for eight needs among two hundred services around, with two others and what a little more would change.
// Usage: npm run bench:suggestion [-- --services 200]

import { parseArgs } from 'node:util'
import { suggestBeside } from '../src/baskets/suggestion/beside.ts'
import type { Gathered, Service } from '../src/baskets/suggestion/gathered.ts'
import type { Trip } from '../src/directory/reach.ts'
import { tell } from './figures.ts'

const { values } = parseArgs({ options: { services: { type: 'string', default: '200' } } })
const count = Number(values.services)
const needs = 8
const towns = ['Jędrzejów', 'Oksa', 'Nagłowice', 'Sędziszów', 'Małogoszcz', 'Włoszczowa']

/** The same numbers each time. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor(state / 65536) % below
  }
}

/** Buses of a day of work: every two hours to each town and back. */
const trips: Trip[] = towns.flatMap((town, n) =>
  [...Array(8).keys()].flatMap((k): Trip[] => {
    const [there, back] = [360 + k * 105 + n * 7, 420 + k * 105 + n * 7]
    return [
      [
        ['Węgleszyn', there],
        [town, there + 20 + n * 5],
      ],
      [
        [town, back],
        ['Węgleszyn', back + 20 + n * 5],
      ],
    ]
  }),
)

function family(seed: number): Gathered {
  const draw = chance(seed)
  const kinds = [...Array(needs).keys()].map((n) => `kind ${n}`)
  const service = (n: number): Service => {
    const town = towns[draw(towns.length)]!
    const opens = 480 + draw(9) * 60
    return {
      id: `service ${String(n).padStart(5, '0')}`,
      kind: kinds[n % needs]!,
      unit: 'visit',
      name: `Usługa ${n}`,
      provider: 'Fundacja Próba',
      minAge: null,
      maxAge: null,
      languages: ['pl'],
      ownTransport: draw(12) === 0,
      comes: draw(12) === 0,
      runHere: false,
      cost: draw(3) ? 'free' : draw(4) ? 'paid' : 'depends',
      costGrosz: (1 + draw(20)) * 1000,
      places: draw(4)
        ? { state: draw(3) ? 'free' : draw(2) ? 'waiting' : 'none', free: null, waitDays: draw(60) }
        : null,
      checkedAgo: draw(90),
      locations: [
        {
          place: town,
          locality: town,
          km: 6 + towns.indexOf(town) * 4,
          here: false,
          hours: [1, 2, 3, 4, 5]
            .filter(() => draw(3) > 0)
            .map((weekday) => ({ weekday, nth: null, opens, closes: opens + 60 * (2 + draw(5)) })),
        },
      ],
    }
  }
  return {
    needs: kinds.map((kind, n) => ({
      id: `need ${n}`,
      goalId: `goal ${n >> 1}`,
      goal: n >> 1,
      kind,
      person: ['Karolina', 'Kacper', 'Oliwia', null][draw(4)]!,
      times: 1 + Number(draw(4) === 0),
      minutes: [45, 60, 90, 120][draw(4)]!,
      age: null,
    })),
    limits: {
      hours: 12,
      journeys: 5,
      money: 800,
      days: [3],
      backBy: 18 * 60,
      language: null,
      noCar: true,
      outsideVillage: true,
    },
    left: null,
    services: [...Array(count).keys()].map(service),
    home: 'Węgleszyn',
    timetables: [{ weekdays: [1, 2, 3, 4, 5], trips }],
    busy: [],
  }
}

await suggestBeside(family(0))
const times: number[] = []
let longest = 0
let proven = 0
const families = 12
for (let seed = 1; seed <= families; seed++) {
  const began = performance.now()
  // How long the thread of requests is held up meanwhile.
  let last = began
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const found = await suggestBeside(family(seed))
  clearInterval(beat)
  times.push(performance.now() - began)
  proven += Number(found.proven)
}
times.sort((a, b) => a - b)
const name = `a basket suggested for ${needs} needs among ${count} services`
tell({ name: `${name}, p50`, value: times[families >> 1]!, unit: 'ms' })
const worst = times.at(-1)!
tell({
  name: `${name}, the longest of ${families}`,
  value: worst,
  unit: 'ms',
  bar: '< 1500',
  met: worst < 1500,
  baseline: times[0],
  ratio: times[0]! / worst,
})
tell({ name: `${name}: everything looked at`, value: proven, unit: `of ${families}` })
tell({ name: `${name}: the thread of requests held up`, value: longest, unit: 'ms' })
process.exit(0)
