import { appointCoordinator } from '../src/cases/appoint-coordinator.ts'
import { sendConcern } from '../src/cases/send-concern.ts'
import { takeUp } from '../src/cases/take-up.ts'
import { answerInvitation, invite } from '../src/cases/team.ts'
import { type Acting, idOf, workerId } from './act.ts'
import { oksa } from './institutions.ts'

/** A fictional family: how its story is played with the app's own deeds. */
export type PracticeFamily = { key: string; play(act: Acting): Promise<void> }

const partnershipId = idOf('partnership/oksa')

export const practiceFamilies: PracticeFamily[] = [
  {
    key: 'probni',
    play: async (act) => {
      const id = (name: string) => idOf(`probni/${name}`)
      await act('magda', (work) =>
        sendConcern(work, {
          id: id('concern'),
          partnershipId,
          who: 'Rodzina Próbnych, mama Karolina i troje dzieci',
          place: 'Węgleszyn, za remizą',
          commune: oksa,
          worries: ['school_absence', 'debt'],
          what: 'Kacper od trzech tygodni przychodzi co drugi dzień, jest niewyspany. Mama mówi, że boi się odbierać telefony o długach.',
          urgency: 'within_days',
          familyKnows: 'yes',
          doneSoFar: 'Rozmawiałam z mamą dwa razy, Kacper ma obiady.',
        }),
      )
      await act('joanna', (work) =>
        takeUp(work, id('concern'), {
          caseId: id('case'),
          household: {
            id: id('household'),
            label: 'Próbni',
            commune: oksa,
            locality: 'Węgleszyn',
            known: false,
          },
          people: [
            {
              memberId: id('m1'),
              personId: id('karolina'),
              known: false,
              givenName: 'Karolina',
              familyName: 'Próbna',
              birthDate: '1990-04-12',
              sex: 'female',
            },
            {
              memberId: id('m2'),
              personId: id('kacper'),
              known: false,
              givenName: 'Kacper',
              familyName: 'Próbny',
              birthDate: '2017-02-03',
              sex: 'male',
            },
          ],
        }),
      )
      await act('danuta', (work) =>
        appointCoordinator(work, id('case'), { id: id('coordinator'), workerId: workerId('joanna') }),
      )
      await act('joanna', (work) =>
        invite(work, id('case'), {
          id: id('t-magda'),
          workerId: workerId('magda'),
          part: 'wsparcie w szkole',
          asked: 'Czy dołączysz do zespołu?',
        }),
      )
      await act('magda', (work) => answerInvitation(work, id('t-magda'), { answer: 'accepted' }))
    },
  },
]
