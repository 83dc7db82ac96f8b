import { resolve } from 'node:path'
import { z } from 'zod'
import { Obstacle } from './obstacle.ts'

const key = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'to 64 cyfry szesnastkowe, małymi literami; nowy robi `openssl rand -hex 32`')
const port = 'liczba od 0 do 65535, na przykład 4300'
const address = (example: string) => z.url(`adres, na przykład ${example}`)

/** Everything Splot can be told from outside, each with its default; the README lists the same names. */
const shape = z
  .object({
    PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(4300),
    HOST: z.string().default('127.0.0.1'),
    SPLOT_URL: address('https://splot.gmina.example').optional(),
    SPLOT_MODE: z.enum(['practice', 'service'], '„practice” albo „service”').default('practice'),
    SPLOT_DATA: z.string().default('.splot'),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error:
          'adres, na przykład postgres://splot:hasło@127.0.0.1/splot (znaki @ / : w haśle jako %40 %2F %3A)',
      })
      .optional(),
    SPLOT_KEY: key.optional(),
    SPLOT_SMTP: address('smtp://poczta.gmina.example:587').optional(),
    SPLOT_MAIL_FROM: z.string().default('Splot <splot@localhost>'),
    SPLOT_BACKUPS: z.string().default('.splot-backups'),
    SPLOT_PUSH: z
      .string()
      .regex(
        /^(https?:\/\/[\w.*-]+(:\d+)?( |$))*$/,
        'adresy rozdzielone spacją, na przykład https://fcm.googleapis.com https://*.notify.windows.com',
      )
      .default(
        'https://fcm.googleapis.com https://updates.push.services.mozilla.com https://web.push.apple.com https://*.notify.windows.com',
      ),
  })
  .superRefine((s, context) => {
    if (s.SPLOT_MODE !== 'service') return
    for (const name of ['SPLOT_KEY', 'SPLOT_URL', 'SPLOT_SMTP'] as const)
      if (!s[name]) context.addIssue({ code: 'custom', path: [name], message: 'potrzebne w trybie service' })
  })

export type Settings = {
  port: number
  host: string
  url: string
  mode: 'practice' | 'service'
  dataFolder: string
  databaseUrl: string | undefined
  key: string | undefined
  smtp: string | undefined
  mailFrom: string
  backupFolder: string
  /** Origins of push services that may be spoken to. */
  pushServices: string[]
}

/** Reads settings from the environment. Throws an Obstacle that names each wrong setting and what it should be. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const read = shape.safeParse(env)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Obstacle(`Te ustawienia trzeba poprawić (opisuje je README):\n${lines.join('\n')}`)
  }
  const s = read.data
  return {
    port: s.PORT,
    host: s.HOST,
    url: s.SPLOT_URL ?? `http://127.0.0.1:${s.PORT}`,
    mode: s.SPLOT_MODE,
    dataFolder: resolve(s.SPLOT_DATA),
    databaseUrl: s.DATABASE_URL,
    key: s.SPLOT_KEY,
    smtp: s.SPLOT_SMTP,
    mailFrom: s.SPLOT_MAIL_FROM,
    backupFolder: resolve(s.SPLOT_BACKUPS),
    pushServices: s.SPLOT_PUSH.split(' ').filter(Boolean),
  }
}
