import type { Client, PoolClient } from 'pg'
import { readCodeLists } from '../../../data/codes.ts'

/**
 * Brings the code lists of the database to those shipped in `data/codes`: new codes are added, labels and details
 * improved. Codes that a partnership added itself stay; nothing is ever deleted, an entry ends by `validTo`.
 */
export async function loadCodes(client: Client | PoolClient): Promise<void> {
  const shipped = new Map(Object.entries(readCodeLists()))
  const { rows } = await client.query<{ name: string }>('select name from codes.list order by no')
  for (const { name } of rows) {
    const list = shipped.get(name)
    if (!list) throw new Error(`data/codes has no list ${name}`)
    await client.query('update codes.list set title_pl = $2, title_en = $3 where name = $1', [
      name,
      list.title.pl,
      list.title.en,
    ])
    const entries = list.entries.map((entry, position) => columnsOf({ ...entry, position }))
    const columns = [...new Set(entries.flatMap((entry) => Object.keys(entry)))].map(
      (column) => `"${column}"`,
    )
    const changes = columns
      .filter((column) => column !== '"code"')
      .map((column) => `${column} = excluded.${column}`)
    await client.query(
      `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1)
       on conflict (code) do update set ${changes}`,
      [JSON.stringify(entries)],
    )
  }
}

const columnsOf = (entry: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
  )
