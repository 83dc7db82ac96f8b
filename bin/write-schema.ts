// Writes src/platform/database/schema.ts, the types of every table, and src/platform/database/lengths.ts, how long texts may
// be: both read from a freshly migrated database.
// Usage: npm run schema
import { writeFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { schemaTypes, textLengths } from '../src/platform/database/schema-types.ts'

const folder = await mkdtemp(join(tmpdir(), 'splot-schema-'))
await chmod(folder, 0o755)
const server = await startEmbedded(folder)
try {
  await migrate(server.url('postgres'))
  const url = server.url('postgres')
  const platform = join(import.meta.dirname, '../src/platform')
  writeFileSync(join(platform, 'database/schema.ts'), await schemaTypes(url))
  writeFileSync(join(platform, 'database/lengths.ts'), await textLengths(url))
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
