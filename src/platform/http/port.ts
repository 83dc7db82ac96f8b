import { createServer } from 'node:net'
import type { Settings } from '../settings.ts'

/** Could the app listen where it is told to? Throws what listening itself would throw; asked before anything changes. */
export function mustBeFree({ port, host }: Pick<Settings, 'port' | 'host'>): Promise<void> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen({ port, host }, () => probe.close(() => done()))
  })
}
