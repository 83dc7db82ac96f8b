import type { Database } from '../src/platform/database/open.ts'
import type { Keys } from '../src/platform/keys.ts'

export async function fillPractice(_database: Database, _keys: Keys): Promise<void> {}
