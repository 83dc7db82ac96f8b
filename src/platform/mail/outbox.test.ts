import { expect, test } from 'vitest'
import { keysFrom } from '../keys.ts'
import { readSettings } from '../settings.ts'
import { routes as mailRoutes } from './routes.ts'

const outbox = (mode: 'practice' | 'service') => {
  const letter = {
    id: '1',
    writtenAt: new Date('2026-01-02T07:00:00Z'),
    to: 'a@b.example',
    subject: 'Splot',
    body: 'Dzień dobry',
  }
  const jobs = { query: async () => ({ rows: [letter] }) } as never
  const handler = mailRoutes({ database: { jobs } })[0]!.handler as (...given: unknown[]) => Promise<unknown>
  return handler({}, {}, { settings: { ...readSettings({}), mode }, keys: keysFrom('5a'.repeat(32)) })
}

test('letters are read in practice mode, and in service mode there is no such page', async () => {
  expect(await outbox('practice')).toMatchObject([{ writtenAt: '2026-01-02T07:00:00.000Z' }])
  await expect(outbox('service')).rejects.toThrow('http:not-found')
})
