// Takes an encrypted backup of the embedded database, also while the app runs. Usage: npm run backup
import { backup } from './platform/database/backup.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { openKeys } from './platform/keys.ts'
import { readSettings } from './platform/settings.ts'

const settings = readSettings(process.env)
if (settings.databaseUrl) {
  console.error('Ta baza ma własny serwer (DATABASE_URL): użyj jego narzędzi, na przykład pg_basebackup.')
  process.exit(1)
}
const keys = openKeys(settings)
const server = await startEmbedded(settings.dataFolder)
const { file, size } = await backup(server, settings.backupFolder, keys)
if (!server.adopted) await server.stop()
console.log(`Kopia: ${file} (${Math.ceil(size / 1_048_576)} MB), zamknięta kluczem ${keys.fingerprint}.`)
if (!settings.key)
  console.log(`Klucz leży w ${settings.dataFolder}/key. Trzymaj go osobno: bez niego kopii nikt nie otworzy.`)
process.exit(0)
