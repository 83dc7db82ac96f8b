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
  const taken = await restore(file, settings.dataFolder, keys)
  const when = taken.toLocaleString('pl', {
    timeZone: 'Europe/Warsaw',
    dateStyle: 'long',
    timeStyle: 'short',
  })
  console.log(
    `Baza wróciła do ${settings.dataFolder}, taka jak w chwili kopii: ${when}.
Tego, co stało się później, w niej nie ma. Od pierwszego startu wchodzi każdy, kto ma hasło: zanim otworzycie Splot ludziom, zapiszcie na nowo przede wszystkim wyłączenia, wycofane zgody, zastrzeżone adresy i telefony oraz zakończoną pracę. Hasła i drugie składniki są znów takie jak wtedy.
Wszyscy zalogują się jeszcze raz, a kto miał zaproszenie, dostanie nowe: odnośniki z listów wysłanych przed kopią już nie działają.
Uruchom: npm start${settings.key ? `, z tym samym SPLOT_KEY (albo zapisz go w ${keyFile(settings)})` : ''}`,
  )
})
