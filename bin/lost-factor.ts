// Takes off a second factor that was lost, where nobody else can confirm it. Usage: npm run lost-factor -- <e-mail>
import { createInterface } from 'node:readline'
import { takeOffByOperator, whoLost } from '../src/institutions/lost-factor.ts'
import { askForKeys } from '../src/platform/database/before-start.ts'
import { asOwner, findDatabase } from '../src/platform/database/open.ts'
import { leaveDatabase } from '../src/platform/database/running.ts'
import { Obstacle } from '../src/platform/obstacle.ts'
import { programme } from '../src/platform/programme.ts'
import { readSettings } from '../src/platform/settings.ts'

await programme(async ({ atEnd }) => {
  const email = process.argv[2]
  if (!email) throw new Obstacle('Podaj adres, którym ta osoba się loguje: npm run lost-factor -- <e-mail>')
  const settings = readSettings(process.env)
  const found = await findDatabase(settings, { make: false })
  atEnd(() => leaveDatabase(found, { keepAdopted: true }))
  await askForKeys(found, settings, { ofThisRelease: true })
  await asOwner(found.ownerUrl, async (client) => {
    const lost = await whoLost(client, email)
    console.log(`
${[lost.name, ...lost.works].join('\n  ')}

Zdejmij drugi składnik tylko wtedy, gdy nikt drugi w Splocie nie może tego potwierdzić, a tę osobę widzisz albo słyszysz
i poznajesz jej głos. Znikną jej kody i klucze dostępu, skończą się jej sesje; zaloguje się hasłem i doda nowy składnik.
Zostanie po tym wpis w dzienniku. Ta osoba i kto kieruje jej instytucją dostaną list.
`)
    const typed = await answerTo('Aby potwierdzić, wpisz jej adres jeszcze raz: ')
    if (typed?.trim().toLowerCase() !== lost.email)
      throw new Obstacle('To nie ten adres. Nic się nie zmieniło.')
    await takeOffByOperator(client, lost)
  })
  console.log('Zdjęto.')
})

/** What was typed; nothing where nobody can type. */
async function answerTo(question: string): Promise<string | undefined> {
  process.stdout.write(question)
  for await (const line of createInterface({ input: process.stdin })) return line
}
