import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Client, PoolClient } from 'pg'

const folder = join(import.meta.dirname, '../../data/territory')

/** Fills an empty territory from the files shipped with Splot (state of 2021: 2,873 units, 43,989 localities). */
export async function loadTerritory(client: Client | PoolClient): Promise<void> {
  const { rows } = await client.query('select from territory.unit limit 1')
  if (rows.length) return
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, file)), { columns: true, quote: false })
  const units = JSON.stringify(read('units.csv'))
  await client.query(
    `insert into territory.unit (terc, level) select terc, level from jsonb_to_recordset($1) as u (terc text, level text)`,
    [units],
  )
  await client.query(
    `insert into territory.unit_state (terc, name, kind, parent)
     select terc, name, nullif(kind, ''), nullif(parent, '')
     from jsonb_to_recordset($1) as u (terc text, name text, kind text, parent text)`,
    [units],
  )
  await client.query(
    `insert into territory.locality (name, kind, latitude, longitude, commune)
     select name, kind, latitude, longitude, nullif(commune, '') from jsonb_to_recordset($1)
       as l (name text, kind text, latitude double precision, longitude double precision, commune text)`,
    [JSON.stringify(read('localities.csv'))],
  )
}
