// Makes the first institution of an installation and prints a one-time link for each of its two first people.
// Usage: npm run first-institution -- --kind … --name … (see README, "Into service")
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { fillReferenceData } from './fill.ts'
import {
  establishFirst,
  firstInstitution,
  inviteFirstAgain,
  NotFirst,
} from './institutions/first-institution.ts'
import { migrate } from './platform/database/migrate.ts'
import { claimMode, otherMode } from './platform/database/mode.ts'
import { asOwner, findDatabase } from './platform/database/open.ts'
import { readSettings } from './platform/settings.ts'

const wanted = read()
const settings = readSettings(process.env)
const found = await findDatabase(settings)
const end = async (code: number) => {
  if (found.server && !found.server.adopted) await found.server.stop()
  process.exit(code)
}
await migrate(found.ownerUrl)
const mode = await claimMode(found.ownerUrl, settings.mode)
if (mode !== settings.mode) {
  console.error(otherMode(mode))
  await end(1)
}
await fillReferenceData(found.ownerUrl)
try {
  const invited = await asOwner(found.ownerUrl, (client) =>
    wanted === 'new-links' ? inviteFirstAgain(client) : establishFirst(client, wanted),
  )
  console.log('\nKażda osoba otwiera swój odnośnik w ciągu 14 dni. Działa raz; więcej go nie pokażemy.\n')
  for (const [i, { name, email, token }] of invited.entries())
    console.log(
      `${name} <${email}>${i === 1 ? ', administruje Splotem' : ', kieruje instytucją'}\n  ${settings.url}/invitation/${token}\n`,
    )
  await end(0)
} catch (error) {
  if (!(error instanceof NotFirst)) throw error
  console.error(error.message)
  await end(1)
}

/** What was asked for; a wrong or missing part is named, and nothing is done. */
function read(): z.output<typeof firstInstitution> | 'new-links' {
  const text = { type: 'string' } as const
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
    for (const { path, message } of checked.error.issues) console.error(`--${path.join('.')}: ${message}`)
  } catch (error) {
    console.error((error as Error).message)
  }
  console.error(`
npm run first-institution -- --kind social_assistance_centre --name "Ośrodek Pomocy Społecznej" --seat 2602052 \\
  --head "Imię Nazwisko" --head-position "kierowniczka" --head-email kierowniczka@osrodek.example \\
  --second "Imię Nazwisko" --second-position "informatyk" --second-email informatyk@osrodek.example`)
  process.exit(1)
}

function missing({ input, code }: { input?: unknown; code?: string }) {
  if (input === undefined) return 'tego brakuje'
  if (code === 'too_small') return 'to za krótkie'
  if (code === 'too_big') return 'to za długie'
  return undefined
}
