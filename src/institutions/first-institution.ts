import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { inTransaction } from '../platform/database/in-transaction.ts'
import { text } from '../platform/http/contract.ts'
import { Obstacle } from '../platform/obstacle.ts'
import { digestOf } from './invite-worker.ts'

const person = z
  .string()
  .trim()
  .regex(/^\S+( \S+)+$/, 'imię i nazwisko, na przykład "Anna Zmyślna"')
  .max(160)
const email = z.email('adres e-mail, na przykład anna@gops.example').max(200).toLowerCase()

/** What makes the first institution of an installation: its kind, name and commune, and its two first people. */
export const firstInstitution = z
  .strictObject({
    kind: z.string().regex(/^[a-z_]+$/, 'kod rodzaju instytucji, na przykład social_assistance_centre'),
    name: text('institutions.institution.name'),
    seat: z.string().regex(/^\d{7}$/, 'numer TERYT gminy, siedem cyfr, na przykład 2602052'),
    head: person,
    'head-position': text('institutions.worker.position'),
    'head-email': email,
    second: person,
    'second-position': text('institutions.worker.position'),
    'second-email': email,
  })
  .refine((given) => given['head-email'] !== given['second-email'], {
    path: ['second-email'],
    message: 'druga osoba ma swój adres, inny niż kierownik',
  })

type Invited = { name: string; email: string; token: string }

/**
 * Makes the first institution from nothing: whoever runs the machine names its head and a second person, who confirms
 * the head and will administer the installation. Each gets an invitation that is good for 14 days.
 *
 * @param client connection of the database's owner
 * @returns the two people with the tokens of their invitations; only digests of these are kept
 * @throws Obstacle when an institution is there already, or its kind or commune is unknown
 */
export async function establishFirst(
  client: pg.ClientBase,
  given: z.output<typeof firstInstitution>,
): Promise<Invited[]> {
  return inTransaction(client, async () => {
    await client.query(`select pg_advisory_xact_lock(hashtext('institutions.first'))`)
    await mustBeFirst(client, given)
    const [id, head, second] = [randomUUID(), randomUUID(), randomUUID()]
    await client.query(
      'insert into institutions.institution (id, kind, name, seat) values ($1, $2, $3, $4)',
      [id, given.kind, given.name, given.seat],
    )
    await client.query('insert into institutions.area values ($1, $2)', [id, given.seat])
    for (const [worker, name, position, address] of [
      [head, given.head, given['head-position'], given['head-email']],
      [second, given.second, given['second-position'], given['second-email']],
    ] as const) {
      const words = name.split(' ')
      await client.query(
        `insert into institutions.worker (id, institution_id, given_name, family_name, "position", email) values ($1, $2, $3, $4, $5, $6)`,
        [worker, id, words.slice(0, -1).join(' '), words.at(-1), position, address],
      )
    }
    await client.query(
      `insert into institutions.head (id, institution_id, worker_id, period, confirmed_by) values ($1, $2, $3, tstzrange(now(), null), $4)`,
      [randomUUID(), id, head, second],
    )
    await client.query(
      `insert into journal.entry (institution_id, verb, subject_id, class) values ($1, 'institution.established', $1, 'own')`,
      [id],
    )
    const invited = [
      await invite(client, head, given.head, given['head-email'], false),
      await invite(client, second, given.second, given['second-email'], true),
    ]
    return invited
  })
}

/**
 * New links for the two first people, in place of earlier ones, while neither has come: so that links which were lost
 * or are too old do not lock everybody out.
 *
 * @throws Obstacle when somebody has come (the head invites the others) or there is no first institution
 */
export async function inviteFirstAgain(client: pg.ClientBase): Promise<Invited[]> {
  return inTransaction(client, async () => {
    await client.query(`select pg_advisory_xact_lock(hashtext('institutions.first'))`)
    const { rows } = await client.query<{
      id: string
      name: string
      email: string
      administrator: boolean
      came: boolean
    }>(`
      select distinct on (v.subject_id) w.id, w.given_name || ' ' || w.family_name as name, v.email, v.administrator,
        exists (select from institutions.worker someone where someone.account_id is not null) as came
      from identity.invitation v join institutions.worker w on w.id = v.subject_id
      where v.invited_by is null order by v.subject_id, v.made_at desc`)
    if (!rows.length)
      throw new Obstacle('Nie ma jeszcze pierwszej instytucji. Podaj --kind, --name i pozostałe.')
    if (rows[0]!.came)
      throw new Obstacle(
        'Ktoś już wszedł do Splotu. Pozostałych zaprasza kierownik na stronie „Moja instytucja”.',
      )
    await client.query('update identity.invitation set withdrawn_at = now() where withdrawn_at is null')
    const invited = []
    for (const { id, name, email, administrator } of rows.sort(
      (a, b) => Number(a.administrator) - Number(b.administrator),
    ))
      invited.push(await invite(client, id, name, email, administrator))
    return invited
  })
}

async function mustBeFirst(client: pg.ClientBase, { kind, seat }: { kind: string; seat: string }) {
  const { rows } = await client.query<{
    here: string | null
    known: boolean
    kinds: string
    commune: boolean
  }>(
    `select (select name from institutions.institution limit 1) as here,
       exists (select from institutions.institution_kind where code = $1) as known,
       (select string_agg(code, ', ' order by code) from institutions.institution_kind) as kinds,
       exists (select from territory.unit where terc = $2) as commune`,
    [kind, seat],
  )
  const { here, known, kinds, commune } = rows[0]!
  if (here)
    throw new Obstacle(
      `Pierwsza instytucja już jest: ${here}. Następne zaprasza jej kierownik na stronie partnerstwa. Jeśli nikt jeszcze nie wszedł, nowe odnośniki da --new-links.`,
    )
  if (!known) throw new Obstacle(`--kind: nie ma rodzaju „${kind}”. Są: ${kinds}.`)
  if (!commune)
    throw new Obstacle(
      `--seat: nie ma gminy o numerze TERYT „${seat}” (siedem cyfr, na przykład 2602052 Oksa).`,
    )
}

async function invite(
  client: pg.ClientBase,
  worker: string,
  name: string,
  address: string,
  administrator: boolean,
): Promise<Invited> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into identity.invitation (id, email, token_hash, subject_id, expires_at, administrator)
     values ($1, $2, $3, $4, now() + interval '14 days', $5)`,
    [randomUUID(), address, digestOf(token), worker, administrator],
  )
  return { name, email: address, token }
}
