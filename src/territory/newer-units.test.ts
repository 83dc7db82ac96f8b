import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase } from '../proof/database.ts'
import { anInstitution, doing, school } from '../proof/partnership.ts'
import { readTerc, takeOverUnits, type Unit, whatWouldChange } from './newer-units.ts'
import { communesByName } from './questions.ts'
import { routes as territoryRoutes } from './routes.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let present: Unit[]
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  present = (await database.jobs.query<Unit>('select * from territory.present_units()')).rows
})
afterAll(() => database.drop())

const digits = { urban: '1', rural: '2', 'urban-rural': '3' }
/** A TERC file as GUS writes it, of these units. */
function fileOf(units: Unit[], since = '2026-01-01'): string {
  const lines = units.map(({ terc, level, name, kind }) => {
    const [woj, pow, gmi] = [terc.slice(0, 2), terc.slice(2, 4), terc.slice(4, 6)]
    const shown = level === 'voivodeship' ? name.toLocaleUpperCase('pl') : name
    return `${woj};${pow};${gmi};${kind ? digits[kind] : ''};${shown};${level};${since}`
  })
  // Parts of communes stand in the file as well, and are no units of ours.
  return `\ufeffWOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\r\n${[...lines, `26;02;05;4;Miasto Zmyślone;miasto;${since}`].join('\r\n')}`
}
const oksa = '2602052'

test('the same state changes nothing', async () => {
  expect(await whatWouldChange(database, fileOf(present))).toEqual({
    since: '2026-01-01',
    came: [],
    renamed: [],
    moved: [],
    ended: [],
  })
})

test('one older than what is shipped is not taken', async () => {
  await expect(whatWouldChange(database, fileOf(present, '2020-01-01'))).rejects.toMatchObject({
    status: 409,
    name: 'territory:older-than-present',
    values: { since: '1.01.2020', day: '1.01.2021' },
  })
})

test('another file is not taken for one', () => {
  for (const wrong of [
    'NAZWA;INNA\na;b',
    fileOf(present.slice(0, 100)),
    'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n"',
  ])
    expect(() => readTerc(wrong.padEnd(120))).toThrow('territory:not-a-terc-file')
})

const administrator = { administrator: true, factorMissing: false }

test('a file whose letters were lost on the way is not taken', () => {
  expect(() => readTerc(fileOf(present).replace('kielecki', 'kieleck\ufffd'))).toThrow(
    'territory:letters-lost',
  )
})

test('new, renamed, moved and ended units are told before, and hold from their day on afterwards', async () => {
  const newer = present
    .filter(({ terc }) => terc !== '2602092')
    .map((unit) => (unit.terc === oksa ? { ...unit, name: 'Oksa Zmyślona' } : unit))
    .map((unit) =>
      unit.terc === '2604082' ? { ...unit, terc: '2604083', kind: 'urban-rural' as const } : unit,
    )
  const csv = fileOf([
    ...newer,
    { terc: '2602102', level: 'commune', name: 'Nowowo', kind: 'rural', parent: '2602' },
  ])
  const changes = await whatWouldChange(database, csv)
  expect(changes).toMatchObject({
    came: [{ terc: '2602102', name: 'Nowowo' }],
    renamed: [{ terc: oksa, from: 'Oksa', to: 'Oksa Zmyślona' }],
    moved: [{ name: 'Łopuszno', from: 'kielecki (2604082)', to: 'kielecki (2604083)' }],
    ended: [{ terc: '2602092', name: 'Wodzisław' }],
  })
  await takeOverUnits(database, administrator, csv)
  const worker = (await anInstitution(database, school)).head
  const found = (name: string) => doing(database, worker, (work) => work.all(communesByName(name)))
  expect((await found('oksa'))[0]).toMatchObject({ terc: oksa, name: 'Oksa Zmyślona' })
  expect((await found('nowowo'))[0]).toMatchObject({ terc: '2602102', county: 'jędrzejowski' })
  expect((await found('lopuszno')).map(({ terc }) => terc)).toContain('2604083')
  const { rows } = await database.jobs.query(
    `select name, valid::text from territory.unit_state where terc = $1 order by lower(valid) nulls first`,
    [oksa],
  )
  expect(rows, 'what was true before stays').toEqual([
    { name: 'Oksa', valid: '(,2026-01-01)' },
    { name: 'Oksa Zmyślona', valid: '[2026-01-01,)' },
  ])
  expect((await whatWouldChange(database, csv)).came, 'loading it again changes nothing').toEqual([])
  const older = { status: 409, name: 'territory:older-than-present' }
  for (const day of ['2025-12-31', '2020-01-01']) {
    await expect(whatWouldChange(database, fileOf(present, day)), day).rejects.toMatchObject(older)
    await expect(takeOverUnits(database, administrator, fileOf(present, day)), day).rejects.toMatchObject(
      older,
    )
  }
})

test('only the administrator loads units; to others the place does not exist', async () => {
  const account = { id: '', name: '', locale: 'pl', administrator: false, sessionId: '' }
  for (const name of ['previewUnits', 'takeOverUnits']) {
    const route = territoryRoutes({ database }).find((each) => each.name === `territory.${name}`)!
    await expect(
      route.handler(account as never, { body: { csv: fileOf(present) } } as never).then(
        () => 'done',
        (error) => error.name,
      ),
    ).resolves.toBe('http:not-found')
  }
})
