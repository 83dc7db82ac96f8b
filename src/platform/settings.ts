import { resolve } from 'node:path'
import { z } from 'zod'

const key = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits (32 bytes); `openssl rand -hex 32` makes one')

/** Everything Splot can be told from outside, each with its default; the README lists the same names. */
const shape = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(4300),
    HOST: z.string().default('127.0.0.1'),
    SPLOT_URL: z.url().optional(),
    SPLOT_MODE: z.enum(['practice', 'service']).default('practice'),
    SPLOT_DATA: z.string().default('.splot'),
    DATABASE_URL: z.string().startsWith('postgres').optional(),
    SPLOT_KEY: key.optional(),
    SPLOT_SMTP: z.url().optional(),
    SPLOT_MAIL_FROM: z.string().default('Splot <splot@localhost>'),
    SPLOT_BACKUPS: z.string().default('.splot-backups'),
  })
  .superRefine((s, context) => {
    if (s.SPLOT_MODE !== 'service') return
    for (const name of ['SPLOT_KEY', 'SPLOT_URL', 'SPLOT_SMTP'] as const)
      if (!s[name]) context.addIssue({ code: 'custom', path: [name], message: 'is needed in service mode' })
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
}

/** Reads settings from the environment. Throws an Error that names each wrong setting and what it should be. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const read = shape.safeParse(env)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
    throw new Error(`Splot cannot start with these settings:\n${lines.join('\n')}`)
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
  }
}
