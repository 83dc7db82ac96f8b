// Writes src/platform/database/schema.ts: the types of every table, read from a freshly migrated database.
// Usage: npm run schema
import { writeFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { schemaTypes } from '../src/platform/database/schema-types.ts'

const folder = await mkdtemp(join(tmpdir(), 'splot-schema-'))
await chmod(folder, 0o755)
const server = await startEmbedded(folder)
try {
  await migrate(server.url('postgres'))
  writeFileSync(
    join(import.meta.dirname, '../src/platform/database/schema.ts'),
    await schemaTypes(server.url('postgres')),
  )
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
