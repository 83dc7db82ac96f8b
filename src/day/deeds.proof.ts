import { randomBytes } from 'node:crypto'
import { roles } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'day.openCalendar',
      'opens their calendar at an address',
      [...roles],
      through('day.openCalendar', () => ({ body: { address: randomBytes(32).toString('base64url') } })),
    ],
    ['day.closeCalendar', 'closes their calendar', [...roles], through('day.closeCalendar', () => ({}))],
  ],
  // Nobody's: of an address that somebody opened, calendar.test.ts tells.
  ids: { open: { calendar: 'a'.repeat(43) } },
}
