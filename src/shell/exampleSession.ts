import type { Session } from '../platform/web/session.ts'

const worker = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Joanna Przykładna',
  position: 'pracownica socjalna',
  institutionId: '01900000-0000-7000-8000-000000000011',
  institutionName: 'GOPS Ćwiczebny',
  isHead: false,
  oversees: false,
}

/** An invented person, so that the kit page shows the frame without a server. */
export const exampleSession: Session = {
  account: {
    id: '01900000-0000-7000-8000-000000000021',
    name: worker.name,
    administrator: false,
    secondFactor: false,
    factorDue: null,
    hasFactor: false,
    factorMissing: false,
  },
  worker,
  workers: [
    worker,
    {
      ...worker,
      id: '01900000-0000-7000-8000-000000000002',
      position: 'mediatorka',
      institutionId: '01900000-0000-7000-8000-000000000012',
      institutionName: 'Fundacja „Próba”',
    },
  ],
  mode: 'practice',
  locale: 'pl',
}
