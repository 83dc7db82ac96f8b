// Makes the first institution of an installation and prints a one-time link for each of its two first people.
// Usage: npm run first-institution -- --kind … --name … (see README, "Into service")
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { establishFirst, firstInstitution, inviteFirstAgain } from '../src/institutions/first-institution.ts'
import { askBeforeStart } from '../src/platform/database/before-start.ts'
import { claim, oneStartAtATime } from '../src/platform/database/installation.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { asOwner, findDatabase } from '../src/platform/database/open.ts'
import { leaveDatabase } from '../src/platform/database/running.ts'
import { Obstacle } from '../src/platform/obstacle.ts'
import { programme } from '../src/platform/programme.ts'
import { readSettings } from '../src/platform/settings.ts'
import { fillReferenceData } from './fill.ts'

await programme(async ({ atEnd }) => {
  const wanted = read()
  const settings = readSettings(process.env)
  const found = await findDatabase(settings)
  atEnd(() => leaveDatabase(found, { keepAdopted: true }))
  const invited = await oneStartAtATime(found, async () => {
    const keys = await askBeforeStart(found, settings)
    await migrate(found.ownerUrl)
    await claim(found.ownerUrl, settings.mode, keys)
    await fillReferenceData(found.ownerUrl)
    return asOwner(found.ownerUrl, (client) =>
      wanted === 'new-links' ? inviteFirstAgain(client) : establishFirst(client, wanted),
    )
  })
  console.log('\nKażda osoba otwiera swój odnośnik w ciągu 14 dni. Działa raz; więcej go nie pokażemy.\n')
  for (const [i, { name, email, token }] of invited.entries())
    console.log(
      `${name} <${email}>${i === 1 ? ', administruje Splotem' : ', kieruje instytucją'}\n  ${settings.url}/invitation/${token}\n`,
    )
})

/** What was asked for; a wrong or missing part is named, and nothing is done. */
function read(): z.output<typeof firstInstitution> | 'new-links' {
  const text = { type: 'string' } as const
  const wrong: string[] = []
  try {
    const { values } = parseArgs({
      options: {
        'new-links': { type: 'boolean' },
        ...Object.fromEntries(Object.keys(firstInstitution.shape).map((name) => [name, text])),
      },
    })
    if (values['new-links']) return 'new-links'
    const checked = firstInstitution.safeParse(values, { error: missing })
    if (checked.success) return checked.data
    for (const { path, message } of checked.error.issues) wrong.push(`--${path.join('.')}: ${message}`)
  } catch (error) {
    wrong.push((error as Error).message)
  }
  throw new Obstacle(`${wrong.join('\n')}

npm run first-institution -- --kind social_assistance_centre --name "Ośrodek Pomocy Społecznej" --seat 2602052 \\
  --head "Imię Nazwisko" --head-position "kierowniczka" --head-email kierowniczka@osrodek.example \\
  --second "Imię Nazwisko" --second-position "informatyk" --second-email informatyk@osrodek.example`)
}

function missing({ input, code }: { input?: unknown; code?: string }) {
  if (input === undefined) return 'tego brakuje'
  if (code === 'too_small') return 'to za krótkie'
  if (code === 'too_big') return 'to za długie'
  return undefined
}
