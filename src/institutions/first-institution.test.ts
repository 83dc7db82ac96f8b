import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { openIdentity } from '../platform/identity/auth.ts'
import { readSettings } from '../platform/settings.ts'
import { aDatabase, testKeys } from '../proof/database.ts'
import { acceptWithNewAccount, invitationOf } from './accept-invitation.ts'
import { establishFirst, firstInstitution, inviteFirstAgain } from './first-institution.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const given = {
  kind: 'social_assistance_centre',
  name: 'Ośrodek Zmyślony',
  seat: '2602052',
  head: 'Anna Maria Zmyślna',
  'head-position': 'kierowniczka',
  'head-email': 'Anna@osrodek.example',
  second: 'Jan Niby',
  'second-position': 'informatyk',
  'second-email': 'jan@osrodek.example',
}
const establish = (changes: Partial<typeof given> = {}) =>
  asOwner(database.ownerUrl, (client) =>
    establishFirst(client, firstInstitution.parse({ ...given, ...changes })),
  )
const again = () => asOwner(database.ownerUrl, inviteFirstAgain)
const comes = async (token: string, name: string) => {
  const identity = openIdentity(database.identity, readSettings({}), testKeys, async () => undefined)
  await acceptWithNewAccount(database, identity, token, { name, password: 'kapusta rower deszcz lampa' })
}
const account = async (email: string) => {
  const { rows } = await database.identity.query(`select id, administrator from "user" where email = $1`, [
    email,
  ])
  return rows[0]
}

test('what is wrong is named', async () => {
  const wrong = (changes: Record<string, unknown>) =>
    firstInstitution.safeParse({ ...given, ...changes }).error?.issues.map(({ path }) => path[0])
  expect(wrong({ head: 'Anna' })).toEqual(['head'])
  expect(wrong({ seat: '26', 'second-email': 'jan' })).toEqual(['seat', 'second-email'])
  expect(wrong({ 'second-email': 'anna@OSRODEK.example' }), 'one person cannot be both').toEqual([
    'second-email',
  ])
  await expect(establish({ kind: 'circus' })).rejects.toThrow('--kind')
  await expect(establish({ seat: '0000000' })).rejects.toThrow('--seat')
  await expect(again(), 'before there is one').rejects.toThrow('Nie ma jeszcze')
})

test('the first institution has a confirmed head and a second person, who administers once they come', async () => {
  const lost = await establish()
  await expect(establish({ name: 'Drugi Zmyślony' })).rejects.toThrow('już jest: Ośrodek Zmyślony')

  const [head, second] = await again()
  await expect(invitationOf(database, lost[0]!.token), 'an earlier link').rejects.toThrow('http:not-found')
  expect(await invitationOf(database, head!.token)).toMatchObject({
    givenName: 'Anna Maria',
    familyName: 'Zmyślna',
    email: 'anna@osrodek.example',
  })

  await comes(head!.token, 'Anna Maria Zmyślna')
  const anna = await account('anna@osrodek.example')
  expect(anna.administrator).toBe(false)
  const { rows } = await database.jobs.query('select heads from institutions.workers_of_account($1)', [
    anna.id,
  ])
  expect(rows).toEqual([{ heads: true }])
  await expect(again(), 'somebody has come').rejects.toThrow('Ktoś już wszedł')

  await comes(second!.token, 'Jan Niby')
  expect((await account('jan@osrodek.example')).administrator).toBe(true)
})
