import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    'guest-address': 'guests:tellings.address',
    'guest-address.leader': 'asks:letters.silence.leaderCalls',
  },
  course: {
    'guest.invited': 'meeting',
    'guest.address-confirmed': 'answer',
    'guest.address-refused': 'answer',
    'guest.link-sent': 'meeting',
    'guest.code-made': 'meeting',
    'guest.opened': 'meeting',
    'guest.answered': 'answer',
    'guest.said': 'voice',
    'guest.dismissed': 'meeting',
  },
}
