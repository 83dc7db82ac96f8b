// Puts a backup into an empty data folder. Usage: SPLOT_KEY=… npm run restore -- path/to/splot-….backup
import { restore } from './platform/database/backup.ts'
import { openKeys } from './platform/keys.ts'
import { readSettings } from './platform/settings.ts'

const file = process.argv[2]
if (!file) {
  console.error('Podaj plik kopii: npm run restore -- .splot-backups/splot-….backup')
  process.exit(1)
}
const settings = readSettings(process.env)
try {
  await restore(file, settings.dataFolder, openKeys(settings))
  console.log(`Baza wróciła do ${settings.dataFolder}. Uruchom: npm start`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
