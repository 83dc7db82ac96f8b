// Puts a backup into an empty data folder. Usage: SPLOT_KEY=… npm run restore -- path/to/splot-….backup
import { restore } from '../src/platform/database/restore.ts'
import { givenKeys, keyFile } from '../src/platform/keys.ts'
import { Obstacle } from '../src/platform/obstacle.ts'
import { programme } from '../src/platform/programme.ts'
import { readSettings } from '../src/platform/settings.ts'

await programme(async () => {
  const file = process.argv[2]
  if (!file) throw new Obstacle('Podaj plik kopii: npm run restore -- .splot-backups/splot-….backup')
  const settings = readSettings(process.env)
  const keys = givenKeys(settings)
  await restore(file, settings.dataFolder, keys)
  console.log(
    `Baza wróciła do ${settings.dataFolder}. Uruchom: npm start${settings.key ? `, z tym samym SPLOT_KEY (albo zapisz go w ${keyFile(settings)})` : ''}`,
  )
})
