import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'data/**/*.test.ts', 'practice/**/*.test.ts', 'walk/**/*.test.ts'],
    globalSetup: ['src/proof/database.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // The embedded server is shared by all files; each file has a database of its own.
    pool: 'forks',
  },
})
