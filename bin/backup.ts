// Takes an encrypted backup of the embedded database, also while the app runs. Usage: npm run backup
import { backup } from '../src/platform/database/backup.ts'
import { askForKeys } from '../src/platform/database/before-start.ts'
import { findDatabase } from '../src/platform/database/open.ts'
import { leaveDatabase } from '../src/platform/database/running.ts'
import { keyFile } from '../src/platform/keys.ts'
import { Obstacle } from '../src/platform/obstacle.ts'
import { programme } from '../src/platform/programme.ts'
import { readSettings } from '../src/platform/settings.ts'

await programme(async ({ atEnd }) => {
  const settings = readSettings(process.env)
  if (settings.databaseUrl)
    throw new Obstacle(
      'Ta baza ma własny serwer (DATABASE_URL): użyj jego narzędzi, na przykład pg_basebackup.',
    )
  const found = await findDatabase(settings, { make: false })
  atEnd(() => leaveDatabase(found, { keepAdopted: true }))
  const keys = await askForKeys(found, settings, { ofThisRelease: false })
  const { file, size } = await backup(found.server!, settings.backupFolder, keys, { atEnd })
  console.log(`Kopia: ${file} (${Math.ceil(size / 1_048_576)} MB), zamknięta kluczem ${keys.fingerprint}.`)
  if (!settings.key)
    console.log(`Klucz leży w ${keyFile(settings)}. Trzymaj go osobno: bez niego kopii nikt nie otworzy.`)
})
