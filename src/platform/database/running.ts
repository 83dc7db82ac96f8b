import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { isRunning, pidIn } from './cluster.ts'
import type { EmbeddedServer } from './embedded.ts'
import { keepConnected } from './lasting.ts'
import type { Found } from './open.ts'

const running = `hashtext('splot.running')`

/** Where the Splot that holds a data folder can be found. */
export type Held = { by: string }
/** That a data folder is ours, until we end it. */
export type Guard = { end(): Promise<void> }

/**
 * Holds a lock of the embedded database as long as this process lives, so that two Splots never serve one data folder.
 * Where the database is restarted under us the lock is taken again; whoever starts meanwhile leaves us the first turn.
 *
 * @param url where this Splot will be found, told to whoever starts beside it
 * @param lost is called when somebody else holds the folder in the end
 * @returns the guard, or by whom the folder is held
 */
export async function standGuard(found: Found, url: string, lost: () => void): Promise<Guard | Held> {
  const { server } = found
  // A server of its own may well serve several: the process holds nothing that a second one would need.
  if (!server) return { end: async () => undefined }
  const file = join(server.home, 'running')
  await leaveFirstTurn(server, pidIn(file))

  let first: (held: Held | undefined) => void = () => undefined
  const answered = new Promise<Held | undefined>((done) => {
    first = done
  })
  let held = false
  const connection = keepConnected(
    () => server.url(found.name),
    async (client) => {
      const { rows } = await client.query<{ mine: boolean }>(
        `select pg_try_advisory_lock(${running}) as mine`,
      )
      if (rows[0]!.mine) {
        writeFileSync(file, String(process.pid))
        held = true
        first(undefined)
      } else if (held) lost()
      else first({ by: await holder(client) })
    },
    { application_name: `splot ${url}` },
  )
  const other = await answered
  if (other) {
    await connection.end()
    return other
  }
  return {
    end: async () => {
      await connection.end()
      rmSync(file, { force: true })
    },
  }
}

/** One that lives and has just lost its database takes its lock again within moments. */
async function leaveFirstTurn(server: EmbeddedServer, pid: number): Promise<void> {
  if (pid === process.pid || !isRunning(pid)) return
  for (let i = 0; i < 50 && !(await isGuarded(server)); i++) await wait(100)
}

/** Does a Splot hold the data folder now? */
export async function isGuarded(server: EmbeddedServer): Promise<boolean> {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
         and ((classid::bigint << 32) | objid::bigint) = ${running}::bigint`,
    )
    return rowCount !== 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity a join pg_locks l using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'splot %' limit 1`,
  )
  return rows[0]?.name.slice(6) ?? 'w innym oknie'
}

/**
 * Ends the embedded server, unless another Splot holds the folder, or the server was there before us and serves on.
 *
 * @param keepAdopted a programme beside the app leaves what it found running
 */
export async function leaveDatabase({ server }: Found, { keepAdopted = false } = {}): Promise<void> {
  if (!server) return
  if ((keepAdopted && server.adopted) || (await isGuarded(server))) server.leave()
  else await server.stop()
}
