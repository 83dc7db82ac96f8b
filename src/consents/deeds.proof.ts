import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { basis, call, cast, family, it, partnership } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'
import { police, school } from '../proof/partnership.ts'

const [sheet, decision] = [randomUUID(), randomUUID()]
const coordinator = () => cast.coordinator
const boxes = () => [{ institutionId: partnership.of(police).id, classes: ['file'] }]
const asked = () =>
  sql`select consents.ask_sheet(${sheet}, ${family.id}, ${family.mother.id}, ${family.mother.id}, ${[partnership.of(police).id]}::uuid[], '{file}')`
const answered = () => sql`
  with a as materialized (${asked()})
  select consents.answer_sheet(${sheet}, 'paper_signed', splot.today_pl(), splot.today_pl() + 90, ${[partnership.of(police).id]}::uuid[], '{file}', '{}') from a`
/** The mother is the child's guardian. */
const represented =
  () => sql`insert into households.relation (id, household_id, person_id, to_person_id, kind, authority)
  values (${randomUUID()}, ${family.householdId}, ${family.mother.id}, ${family.child.id}, 'legal_guardian', 'guardianship')`
const decided = () =>
  sql`select consents.go_on_without(${decision}, ${family.id}, ${family.child.id}, ${family.mother.id}, 'Zakaz kontaktu.')`

export const proof: DeedsProof = {
  deeds: [
    [
      'consents.recordBasis',
      'records a consent for the leading institution',
      ['coordinator'],
      (db, me) => basis(db, { by: me, from: partnership.centre.id, to: partnership.of(school).id }),
    ],
    [
      'consents.recordBasis',
      'records a consent for the police',
      ['partner'],
      (db, me) => basis(db, { by: me, from: partnership.of(police).id, to: partnership.of(school).id }),
    ],
    [
      'consents.withdrawBasis',
      'withdraws a consent of the leading institution',
      ['coordinator'],
      call(() => sql`consents.withdraw(${it.basis}, 'ustnie')`),
    ],
    [
      'consents.withdrawBasis',
      'withdraws a consent of the police',
      ['coordinator', 'partner'],
      call(() => sql`consents.withdraw(${it.partnersBasis}, 'ustnie')`),
    ],
    [
      'consents.giveClause',
      'records that a person was told who has their data',
      ['coordinator', 'teammate', 'partner'],
      through('consents.giveClause', () => ({
        params: { id: family.id },
        body: { personId: family.mother.id },
      })),
    ],
    [
      'consents.askSheets',
      'prepares a sheet of consent',
      ['coordinator'],
      through('consents.askSheets', () => ({
        params: { id: family.id },
        body: {
          sheets: [
            { id: randomUUID(), personId: family.mother.id, signerId: family.mother.id, boxes: boxes() },
          ],
        },
      })),
    ],
    [
      'consents.takeBackSheet',
      'takes back a sheet that waits',
      ['coordinator'],
      after(
        coordinator,
        asked,
        through('consents.takeBackSheet', () => ({ params: { id: family.id, sheetId: sheet } })),
      ),
    ],
    [
      'consents.answerSheets',
      'records what was signed',
      ['coordinator'],
      after(
        coordinator,
        asked,
        through('consents.answerSheets', () => ({
          params: { id: family.id },
          body: {
            form: 'paper_signed',
            signedOn: today(),
            until: addDays(today(), 90),
            answers: [{ sheetId: sheet, yes: boxes() }],
          },
        })),
      ),
    ],
    [
      'consents.withdrawTicks',
      'withdraws a consent to joint work',
      ['coordinator'],
      after(
        coordinator,
        answered,
        through('consents.withdrawTicks', () => ({
          params: { id: family.id },
          body: { personId: family.mother.id, signerId: family.mother.id, how: 'ustnie' },
        })),
      ),
    ],
    [
      'consents.recordOrder',
      'records an order of a court about a child',
      ['coordinator'],
      through('consents.recordOrder', () => ({
        params: { id: family.id },
        body: { personId: family.child.id, until: addDays(today(), 90), boxes: boxes() },
      })),
    ],
    [
      'consents.goOnWithout',
      'decides that it goes on without a representative',
      ['coordinator'],
      after(
        coordinator,
        represented,
        through('consents.goOnWithout', () => ({
          params: { id: family.id },
          body: { personId: family.child.id, representativeId: family.mother.id },
        })),
      ),
    ],
    [
      'consents.askAfterAll',
      'decides that the representative is asked after all',
      ['coordinator'],
      after(
        coordinator,
        represented,
        after(
          coordinator,
          decided,
          through('consents.askAfterAll', () => ({ params: { id: family.id, withoutId: decision } })),
        ),
      ),
    ],
  ],
  ids: {
    ofFamily: {
      bases: 'select id from consents.basis where scope_id = $1',
      sheets: 'select id from consents.sheet where scope_id = $1 and answered_at is null',
      without: 'select id from consents.without where scope_id = $1',
    },
  },
  async lacking(as) {
    const ask = await as('joanna')
    const path = `/api/cases/${idOf('probni/case')}`
    const person = (name: string) => idOf(`probni/person/${name}`)
    return [
      await ask('POST', `${path}/sheets`, {
        body: {
          sheets: [
            {
              id: randomUUID(),
              personId: person('stanislawa'),
              signerId: person('stanislawa'),
              boxes: [{ institutionId: institutionId('school'), classes: ['file'] }],
            },
          ],
        },
      }),
      await ask('POST', `${path}/without`, {
        body: {
          id: randomUUID(),
          personId: person('haniap'),
          representativeId: person('miroslaw'),
          reason: 'Zakaz kontaktu.',
        },
      }),
    ]
  },
}
