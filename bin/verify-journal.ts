// Recomputes every seal of the journal from its entries as they are now.
// Usage: npm run verify-journal [-- the last seal as printed by an earlier run]
import { askForKeys } from '../src/platform/database/before-start.ts'
import { findDatabase, onConnection } from '../src/platform/database/open.ts'
import { leaveDatabase } from '../src/platform/database/running.ts'
import { verifyJournal } from '../src/platform/journal/sealing.ts'
import { Obstacle } from '../src/platform/obstacle.ts'
import { programme } from '../src/platform/programme.ts'
import { readSettings } from '../src/platform/settings.ts'

await programme(async ({ atEnd }) => {
  const settings = readSettings(process.env)
  const found = await findDatabase(settings, { make: false })
  atEnd(() => leaveDatabase(found, { keepAdopted: true }))
  const keys = await askForKeys(found, settings, { ofThisRelease: false })
  const { seals, entries, broken, last } = await onConnection(found.ownerUrl, (client) =>
    verifyJournal(client, keys, process.argv[2]),
  )
  const counted = `Pieczęci: ${seals}, wpisów: ${entries}.`
  if (last)
    console.log(
      `Ostatnia pieczęć: ${last}\nZapisz ją poza tą maszyną i podaj następnym razem: wtedy widać także ucięty koniec.`,
    )
  if (!broken.length) return console.log(`${counted} Wszystko się zgadza.`)
  for (const { no, why } of broken) console.error(`✗ pieczęć ${no}: ${why}`)
  throw new Obstacle(`${counted} Dziennik był zmieniany.`)
})
