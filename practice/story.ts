import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { agree, enterView, fixAssessment, openAssessment, openViews } from '../src/assessments/assess.ts'
import { freezeBasket } from '../src/baskets/freeze-basket.ts'
import { setGoal } from '../src/baskets/goals.ts'
import { putItem } from '../src/baskets/items.ts'
import { addNeed, sayLimit } from '../src/baskets/limits.ts'
import { recordFamilyAnswer } from '../src/baskets/record-family-answer.ts'
import { appointCoordinator } from '../src/cases/appoint-coordinator.ts'
import { answerInvitation, invite } from '../src/cases/team.ts'
import { sendConcern } from '../src/concerns/send-concern.ts'
import { takeUp } from '../src/concerns/take-up.ts'
import { giveClause, recordBasis } from '../src/consents/record-basis.ts'
import { answerSheets, askSheets } from '../src/consents/sheets.ts'
import { writeContact } from '../src/contacts/write-contact.ts'
import { drawUp } from '../src/contracts/draw-up.ts'
import { approve, printContract, sign } from '../src/contracts/sign.ts'
import { addRelation } from '../src/households/add-relation.ts'
import { addContactWay, setAddress } from '../src/households/keep-household.ts'
import { addDays, type Day, dayOf } from '../src/platform/texts/dates.ts'
import { type Answers, responseItems } from '../src/questionnaires/answering.ts'
import { beginResponse, keepAnswers } from '../src/questionnaires/fill-in.ts'
import type { Questionnaire } from '../src/questionnaires/questionnaire.ts'
import { answerPoint } from '../src/referrals/answer-point.ts'
import { type Acting, idOf, institutionId, workerId } from './act.ts'
import type { Clock } from './clock.ts'

export type Person = {
  key: string
  given: string
  family: string
  born: string
  sex: 'female' | 'male'
  pesel?: string
  /** Somebody already known in the partnership: the same person in another household. */
  knownAs?: string
}

export type View = { domain: string; level?: number; strengths?: string; barriers?: string; words?: string }

/** A consent is given and ends by the clock of the deed: its periods move back with it. */
function forMonths(): { since: Day; until: Day } {
  const since = dayOf(Date.now())
  return { since, until: addDays(since, 300) }
}

/** Who acts, and the time in which they do. */
export type Stage = { act: Acting; clock: Clock }

/**
 * Tells the story of one family with the app's own deeds, step by step; every id is named after the family, so that
 * links and tests find it.
 */
export function storyOf(
  { act, clock }: Stage,
  family: string,
  { coordinator = 'joanna', head = 'danuta', partnership = 'oksa' } = {},
) {
  const id = (name: string) => idOf(`${family}/${name}`)
  const caseId = id('case')
  const householdId = id('household')
  let assessment = 'assessment'
  /** A thing of the assessment that is under way: the first one's have plain names. */
  const named = (thing: string) => (assessment === 'assessment' ? thing : `${assessment}/${thing}`)
  const viewId = (by: string, domain: string) => id(named(`view/${by}/${domain}`))
  return {
    id,
    caseId,
    householdId,

    /** The story goes on so many days ago. */
    to: (daysAgo: number) => clock.to(daysAgo),

    reported: (
      by: string,
      concern: {
        who: string
        place: string
        commune: string
        worries: string[]
        what: string
        urgency: string
        familyKnows: 'yes' | 'no' | 'unknown'
        doneSoFar?: string
      },
    ) =>
      act(by, (work) =>
        sendConcern(work, {
          id: id('concern'),
          partnershipId: idOf(`partnership/${partnership}`),
          ...concern,
        }),
      ),

    takenUp: async (
      label: string,
      place: { commune: string; locality: string },
      people: Person[],
      by = 'joanna',
    ) => {
      await act(by, (work) =>
        takeUp(work, id('concern'), {
          caseId,
          household: { id: householdId, label, ...place, known: false },
          people: people.map((person) => ({
            memberId: id(`member/${person.key}`),
            personId: person.knownAs ? idOf(person.knownAs) : id(`person/${person.key}`),
            known: Boolean(person.knownAs),
            givenName: person.given,
            familyName: person.family,
            birthDate: person.born,
            sex: person.sex,
            ...(person.pesel && { pesel: person.pesel }),
          })),
        }),
      )
      await act(head, (work) =>
        appointCoordinator(work, caseId, { id: id('coordinator'), workerId: workerId(coordinator) }),
      )
    },

    related: (from: string, kind: string, to: string, authority?: string) =>
      act(coordinator, (work) =>
        addRelation(work, householdId, {
          id: id(`relation/${from}/${to}`),
          personId: id(`person/${from}`),
          toPersonId: id(`person/${to}`),
          kind,
          contactForbidden: false,
          ...(authority && { authority }),
        }),
      ),

    livesAt: (line: string, isProtected = false) =>
      act(coordinator, (work) => setAddress(work, householdId, { line, protected: isProtected })),

    reachedBy: (person: string, value: string, hours: string, whoMustNotKnow?: string) =>
      act(coordinator, (work) =>
        addContactWay(work, householdId, {
          id: id(`way/${person}`),
          personId: id(`person/${person}`),
          kind: 'mobile_phone',
          value,
          safe: true,
          hours,
          ...(whoMustNotKnow && { whoMustNotKnow }),
        }),
      ),

    informed: (...people: string[]) =>
      Promise.all(
        people.map((person) =>
          act(coordinator, (work) =>
            giveClause(work, caseId, {
              id: id(`clause/${person}`),
              personId: id(`person/${person}`),
              how: 'in_person',
              givenOn: clock.today,
            }),
          ),
        ),
      ),

    /** Somebody who represents a child is told in its place. */
    informedFor: async (child: string, givenTo: string) => {
      await act(coordinator, (work) =>
        giveClause(work, caseId, {
          id: id(`clause/${child}`),
          personId: id(`person/${child}`),
          how: 'in_person',
          givenOn: clock.today,
          givenTo,
        }),
      )
    },

    consents: async (
      person: string,
      to: string,
      classes: ('file' | 'whereabouts' | 'health' | 'addiction')[],
      ...signers: string[]
    ) => {
      await act(coordinator, (work) =>
        recordBasis(work, caseId, {
          id: id(`basis/${person}/${to}`),
          personId: id(`person/${person}`),
          to: institutionId(to),
          rule: 'consent',
          classes,
          purpose: 'wspólna praca nad planem rodziny',
          ...forMonths(),
          form: 'paper_signed',
          signedBy: signers.map((signer) => id(`person/${signer}`)),
        }),
      )
    },

    /** One sheet, signed with all that was asked; a child from 13 on is heard first. */
    signed: async (
      about: string,
      signer: string,
      asked: Record<string, ('file' | 'whereabouts' | 'health' | 'addiction')[]>,
    ) => {
      const boxes = Object.entries(asked).map(([to, classes]) => ({
        institutionId: institutionId(to),
        classes,
      }))
      const person = id(`person/${about}`)
      await act(coordinator, async (work) => {
        const heard = about !== signer && (await work.ask<boolean>(sql`consents.is_heard(${person})`))
        for (const who of heard ? [about, signer] : [signer]) {
          const sheet = id(`sheet/${about}/${who}`)
          await askSheets(work, caseId, {
            sheets: [{ id: sheet, personId: person, signerId: id(`person/${who}`), boxes }],
          })
          await answerSheets(work, caseId, {
            form: 'paper_signed',
            signedOn: forMonths().since,
            until: forMonths().until,
            answers: [{ sheetId: sheet, yes: boxes, earlier: [] }],
          })
        }
      })
    },

    /** All are asked at once and answer one a day. */
    teamWith: async (...workers: string[]) => {
      await act(coordinator, (work) =>
        invite(work, caseId, {
          people: workers.map((worker) => ({ id: id(`team/${worker}`), workerId: workerId(worker) })),
          asked: 'Czy dołączysz do zespołu tej rodziny?',
        }),
      )
      for (const worker of workers) {
        await clock.tomorrow()
        await act(worker, (work) => answerInvitation(work, id(`team/${worker}`), { answer: 'accepted' }))
      }
    },

    invited: (worker: string, asked: string) =>
      act(coordinator, (work) =>
        invite(work, caseId, {
          people: [{ id: id(`team/${worker}`), workerId: workerId(worker) }],
          asked,
        }),
      ),

    declined: (worker: string, reason: string) =>
      act(worker, (work) => answerInvitation(work, id(`team/${worker}`), { answer: 'declined', reason })),

    met: (
      by: string,
      kind: string,
      daysAgo: number,
      what: string,
      { open = true, next }: { open?: boolean; next?: string } = {},
    ) =>
      act(by, (work) =>
        writeContact(work, caseId, {
          id: randomUUID(),
          kind,
          happenedAt: new Date(Date.now() - daysAgo * 86_400_000 - 3_600_000).toISOString(),
          what,
          class: 'file',
          open,
          ...(next && { nextStep: next, task: { id: randomUUID(), what: next, due: clock.after(1) } }),
        }),
      ),

    filledIn: async (questionnaire: 'first-conversation' | 'family-opinion', answers: Answers) => {
      const { id: questionnaireId, content } = await act(coordinator, (work) =>
        work.mustFind(sql<{ id: string; content: Questionnaire }>`
          select id, content from questionnaires.questionnaire where url = ${`urn:splot:questionnaire:${questionnaire}`}`),
      )
      const response = id(`response/${questionnaire}`)
      await act(coordinator, (work) =>
        beginResponse(work, caseId, { id: response, questionnaireId, class: 'file' }),
      )
      await act(coordinator, (work) =>
        keepAnswers(work, caseId, response, { status: 'completed', item: responseItems(content, answers) }),
      )
    },

    assessmentOpened: (kind: 'first' | 'review' = 'first') => {
      assessment = kind === 'first' ? 'assessment' : `assessment/${kind}`
      return act(coordinator, (work) => openAssessment(work, caseId, { id: id(assessment), kind }))
    },

    sees: async (by: string, views: View[], { family: byFamily = false, open = true } = {}) => {
      for (const view of views)
        await act(by, (work) =>
          enterView(work, caseId, id(assessment), viewId(byFamily ? 'family' : by, view.domain), {
            byFamily,
            ...view,
            ...(view.level === undefined && { withoutLevel: 'unknown' as const }),
          }),
        )
      if (open && !byFamily)
        await act(by, (work) =>
          openViews(
            work,
            caseId,
            id(assessment),
            views.map((view) => viewId(by, view.domain)),
          ),
        )
    },

    agreed: async (
      levels: { domain: string; level?: number; today?: string; dissent?: string }[],
      present: string[],
    ) => {
      for (const level of levels)
        await act(coordinator, (work) =>
          agree(work, caseId, id(assessment), id(named(`agreed/${level.domain}`)), {
            ...level,
            ...(level.level === undefined && { withoutLevel: 'does_not_concern' as const }),
          }),
        )
      await act(coordinator, (work) =>
        fixAssessment(work, caseId, id(assessment), { agreedOn: clock.today, present }),
      )
    },

    wants: (
      key: string,
      domain: string,
      words: string,
      levels: { now: number; target: number; months: number; expected?: string; indicator?: string },
    ) =>
      act(coordinator, (work) =>
        setGoal(work, caseId, {
          id: id(`goal/${key}`),
          domain,
          words,
          levelNow: levels.now,
          target: levels.target,
          until: clock.after(levels.months * 30),
          ...(levels.expected && { expected: levels.expected }),
          ...(levels.indicator && { indicator: levels.indicator }),
        }),
      ),

    /** What limits the family, as it says it. */
    limitedBy: (said: Omit<Parameters<typeof sayLimit>[2], 'id'>) =>
      act(coordinator, (work) => sayLimit(work, caseId, { id: id(`limit/${said.kind}`), ...said })),

    needs: (goal: string, kind: string, need: { for?: string; times?: number; minutes?: number } = {}) =>
      act(coordinator, (work) =>
        addNeed(work, caseId, {
          id: id(`need/${goal}/${kind}`),
          goalId: id(`goal/${goal}`),
          serviceKind: kind,
          times: need.times ?? 1,
          ...(need.for && { personId: id(`person/${need.for}`) }),
          ...(need.minutes && { minutes: need.minutes }),
        }),
      ),

    offers: (
      key: string,
      goal: string,
      item: {
        kind: string
        what: string
        provider: string
        worker?: string
        for?: string[]
        frequency?: string
        request?: string
        cost?: number
        funding?: string
      },
      ask = true,
    ) =>
      act(coordinator, (work) =>
        putItem(work, caseId, {
          id: id(`item/${key}`),
          goalId: id(`goal/${goal}`),
          serviceKind: item.kind,
          what: item.what,
          providerId: institutionId(item.provider),
          forWhom: (item.for ?? []).map((person) => id(`person/${person}`)),
          performers: [],
          weekly: [],
          agreed: false,
          // Of most services nobody has said yet what they cost.
          ...(item.cost !== undefined && { costGrosz: item.cost, familyCostGrosz: 0 }),
          ...(item.funding && { funding: item.funding }),
          request: item.request ?? '',
          starts: clock.today,
          ends: clock.after(180),
          ask,
          ...(item.worker && { workerId: workerId(item.worker) }),
          ...(item.frequency && { frequency: item.frequency }),
        }),
      ),

    /** What the family does itself, and says yes to as it is written. */
    does: (
      key: string,
      goal: string,
      own: { who: string[]; what: string; often?: string; days?: number; sign?: string },
    ) =>
      act(coordinator, (work) =>
        putItem(work, caseId, {
          id: id(`item/${key}`),
          goalId: id(`goal/${goal}`),
          what: own.what,
          performers: own.who.map((person) => id(`person/${person}`)),
          forWhom: [],
          weekly: [],
          starts: clock.today,
          ends: clock.after(own.days ?? 180),
          request: '',
          ask: false,
          agreed: true,
          ...(own.often && { frequency: own.often }),
          ...(own.sign && { indicator: own.sign }),
        }),
      ),

    institutionSays: async (by: string, key: string, said: Parameters<typeof answerPoint>[2]) => {
      const { pointId } = await act(coordinator, (work) =>
        work.mustFind(
          sql<{
            pointId: string
          }>`select point_id as "pointId" from baskets.item where id = ${id(`item/${key}`)}`,
        ),
      )
      return act(by, (work) =>
        answerPoint(Object.assign(work, { expectedVersion: undefined }), pointId, said),
      )
    },

    familySays: (key: string, answer: 'yes' | 'no' | 'later', words?: string) =>
      act(coordinator, async (work) => {
        const { version } = await work.mustFind(
          sql<{
            version: number
          }>`select family_version as version from baskets.item where id = ${id(`item/${key}`)}`,
        )
        return recordFamilyAnswer(work, caseId, id(`item/${key}`), version, {
          answer,
          how: 'in_person',
          on: clock.today,
          saidBy: [],
          ...(words && { words }),
        })
      }),

    frozen: (version = 'v1') =>
      act(coordinator, (work) => freezeBasket(work, caseId, id(`version/${version}`))),

    contracted: async (
      signatories: string[],
      words: {
        causes: string
        possibilities: string
        limits: string
        barriers: string
        mainGoal: string
        effects: string
      },
      upTo: 'draft' | 'printed' | 'signed' | 'approved',
    ) => {
      await act(coordinator, (work) =>
        drawUp(work, caseId, {
          id: id('contract'),
          planId: id('plan'),
          versionId: id('version/v1'),
          type: 'A',
          socialWorkerId: workerId(coordinator),
          from: clock.today,
          to: clock.after(180),
          reviewOn: clock.after(90),
          education: '',
          skills: '',
          experience: '',
          earlierAttempts: '',
          ...words,
          signatories: signatories.map((person) => ({
            id: id(`signature/${person}`),
            personId: id(`person/${person}`),
            part: 'person' as const,
            cannotDeclareWill: false,
          })),
        }),
      )
      if (upTo === 'draft') return
      await act(coordinator, (work) =>
        printContract(work, caseId, id('contract'), { fileId: id('contract-file') }),
      )
      if (upTo === 'printed') return
      await act(coordinator, async (work) => {
        const signatures = await work.all(sql<{ id: string; own: boolean }>`
          select id, worker_id is not null as own from contracts.signature where contract_id = ${id('contract')}`)
        for (const each of signatures)
          await sign(work, caseId, id('contract'), each.id, {
            on: clock.today,
            how: each.own ? 'in_app' : 'paper',
          })
      })
      if (upTo === 'signed') return
      await act(head, (work) => approve(Object.assign(work, { expectedVersion: undefined }), id('contract')))
    },
  }
}
