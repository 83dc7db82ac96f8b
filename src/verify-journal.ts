// Recomputes every seal of the journal from its entries as they are now.
// Usage: npm run verify-journal [-- the last seal as printed by an earlier run]
import pg from 'pg'
import { findDatabase } from './platform/database/open.ts'
import { verifyJournal } from './platform/journal/sealing.ts'
import { openKeys } from './platform/keys.ts'
import { readSettings } from './platform/settings.ts'

const settings = readSettings(process.env)
const found = await findDatabase(settings)
const client = new pg.Client(found.ownerUrl)
await client.connect()
const { seals, entries, broken, last } = await verifyJournal(client, openKeys(settings), process.argv[2])
await client.end()
if (found.server && !found.server.adopted) await found.server.stop()
for (const { no, why } of broken) console.error(`✗ pieczęć ${no}: ${why}`)
console.log(
  `${seals} pieczęci, ${entries} wpisów: ${broken.length ? 'dziennik był zmieniany' : 'wszystko się zgadza'}`,
)
if (last)
  console.log(
    `Ostatnia pieczęć: ${last}\nZapisz ją poza tą maszyną i podaj następnym razem: wtedy widać także ucięty koniec.`,
  )
process.exit(broken.length ? 1 : 0)
