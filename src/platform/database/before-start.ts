import type pg from 'pg'
import { firstKeys, givenKeys, type Keys, keyFile, open } from '../keys.ts'
import { Obstacle } from '../obstacle.ts'
import type { Settings } from '../settings.ts'
import { firstRelease } from './first-release.ts'
import { isNewer, keptFacts, release } from './installation.ts'
import { isBehind, migrations } from './migrate.ts'
import { type Found, nothingHere, onConnection } from './open.ts'

/**
 * Asks whether this release, with these settings and this key, may work on a database, before a byte of it is changed.
 *
 * @returns the keys of the database; where it is new, and none were given, they are made
 * @throws Obstacle that says what is wrong and what to do
 */
export async function askBeforeStart(found: Found, settings: Settings): Promise<Keys> {
  return onConnection(found.ownerUrl, async (client) => {
    const server = await lookAtServer(client)
    mustBeNewEnough(server)
    if (!server.installed) {
      mustMakeRoles(server)
      return firstKeys(settings)
    }
    mustMakeRoles(server)
    await client.query('set role splot_owner')
    const facts = await keptFacts(client)
    await mustKnowMigrations(client, facts.get('release'))
    mustServe(facts.get('mode'), settings)
    return keysOf(client, facts.get('key'), settings)
  })
}

/**
 * The keys of a database that is there already, for programmes beside the app.
 *
 * @param ofThisRelease whether its tables and rules must be those of this release: for whoever asks them
 */
export async function askForKeys(
  found: Found,
  settings: Settings,
  { ofThisRelease }: { ofThisRelease: boolean },
): Promise<Keys> {
  return onConnection(found.ownerUrl, async (client) => {
    const server = await lookAtServer(client)
    if (!server.installed) throw new Obstacle(nothingHere)
    await client.query('set role splot_owner')
    const facts = await keptFacts(client)
    if (ofThisRelease) {
      await mustKnowMigrations(client, facts.get('release'))
      if (await isBehind(client))
        throw new Obstacle(
          `Tej bazy używało ostatnio starsze wydanie Splotu, a to jest ${release}. Uruchom go najpierw: npm start`,
        )
    }
    return keysOf(client, facts.get('key'), settings)
  })
}

type Server = {
  version: number
  installed: boolean
  user: string
  makesRoles: boolean
  ownsDatabase: boolean
  others: string[]
}

async function lookAtServer(client: pg.Client): Promise<Server> {
  const { rows } = await client.query<Server>(`
    select current_setting('server_version_num')::int / 10000 as version,
      to_regclass('splot.migration') is not null as installed,
      r.rolname as "user", r.rolsuper or r.rolcreaterole as "makesRoles",
      r.rolsuper or pg_has_role(d.datdba, 'usage') as "ownsDatabase",
      array(select o.rolname::text from pg_roles o where not r.rolsuper
        and o.rolname in ('splot_owner', 'splot_app', 'splot_identity', 'splot_jobs')
        and not pg_has_role(o.oid, 'member with admin option')) as others
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`)
  return rows[0]!
}

function mustBeNewEnough({ version }: Server) {
  if (version < 18)
    throw new Obstacle(
      `Serwer bazy to PostgreSQL ${version}, a Splot potrzebuje wydania 18 lub nowszego. Podaj w DATABASE_URL taki serwer albo usuń DATABASE_URL: Splot ma własny.`,
    )
}

function mustMakeRoles({ user, makesRoles, ownsDatabase, others }: Server) {
  if (!makesRoles || !ownsDatabase)
    throw new Obstacle(
      `Użytkownik bazy „${user}” musi być właścicielem bazy i móc zakładać role. Poproś administratora serwera o: ALTER ROLE "${user}" CREATEROLE; ALTER DATABASE … OWNER TO "${user}";`,
    )
  if (others.length)
    throw new Obstacle(
      `Role ${others.join(', ')} na tym serwerze założył ktoś inny niż „${user}”. Użyj tego samego użytkownika co tamta instalacja albo poproś administratora serwera o: GRANT ${others.join(', ')} TO "${user}" WITH ADMIN OPTION;`,
    )
}

/** An older release would take away what a newer one put there, and a file that was changed says two things. */
async function mustKnowMigrations(client: pg.Client, lastRelease: string | undefined): Promise<void> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    `select name, hash from splot.migration where name like '%.sql' order by name`,
  )
  const unknown = rows.find(({ name }) => !migrations.has(name) && !(name in firstRelease))
  if (unknown || (lastRelease && isNewer(lastRelease, release)))
    throw new Obstacle(
      `Tej bazy używało już nowsze wydanie Splotu (${lastRelease ?? unknown?.name}), a to jest ${release}. Uruchom tamto wydanie albo nowsze; niczego tu nie zmieniliśmy.`,
    )
  const edited = rows.find(({ name, hash }) => migrations.get(name) !== hash && firstRelease[name] !== hash)
  if (edited)
    throw new Obstacle(
      `Plik ${edited.name} jest inny niż ten, z którego powstała ta baza. Przywróć pliki wydania ${release} takie, jak je pobrano (zmiany w bazie zapisuje się w nowym pliku, nigdy w dawnym).`,
    )
}

function mustServe(mode: string | undefined, settings: Settings) {
  if (mode && mode !== settings.mode)
    throw new Obstacle(
      `Ta baza służy trybowi „${mode}” i nie zmienia go. Ustaw SPLOT_MODE=${mode} albo inny SPLOT_DATA.`,
    )
}

async function keysOf(client: pg.Client, fingerprint: string | undefined, settings: Settings): Promise<Keys> {
  const given = givenKeys(settings)
  const sealed = fingerprint ? undefined : await somethingSealed(client)
  if (!given) {
    if (!fingerprint && !sealed) return firstKeys(settings)
    throw new Obstacle(
      `Ta baza ma swój klucz${fingerprint ? ` (${fingerprint})` : ''}, a nie ma go ani w SPLOT_KEY, ani w ${keyFile(settings)}. Ustaw SPLOT_KEY tej bazy; nowego nie robimy, bo niczego by nie otworzył.`,
    )
  }
  const fits = fingerprint ? fingerprint === given.fingerprint : !sealed || opens(given, sealed)
  if (!fits)
    throw new Obstacle(
      `To nie jest klucz tej bazy${fingerprint ? ` (${fingerprint})` : ''}: ${settings.key ? 'SPLOT_KEY' : keyFile(settings)} ma ${given.fingerprint}. Ustaw SPLOT_KEY tej bazy.`,
    )
  return given
}

/** A database of 0.1.0 kept no name of its key, but keys of scopes that only the right one unwraps. */
async function somethingSealed(client: pg.Client): Promise<Buffer | undefined> {
  const { rows } = await client.query<{ wrapped: Buffer }>('select wrapped from journal.scope_key limit 1')
  return rows[0]?.wrapped
}

function opens(keys: Keys, wrapped: Buffer): boolean {
  try {
    open(keys.for('journal-values'), wrapped)
    return true
  } catch {
    return false
  }
}
