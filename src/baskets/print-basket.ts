import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { bare, party } from '../partnerships/print-documents.ts'
import type { FormData } from '../platform/documents/form.ts'
import { onPaper, print, printing } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import { type Download, Later } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import { addDays, hour, longDate } from '../platform/texts/dates.ts'
import { money } from '../platform/texts/numbers.ts'
import type { basketsContract } from './contract.ts'
import { papers } from './papers.ts'
import { goalsOf, type ItemRow, itemsOf } from './questions.ts'
import { gather } from './suggestion/gather.ts'
import { worked } from './suggestions.ts'

type Offered = z.output<typeof basketsContract.suggestion.answer>['instead'][number]
type Goal = FormData<(typeof papers)['family-basket']>['goals'][number]
type Part = Goal['parts'][number]

const say = (key: string, values?: Record<string, string | number>) => onPaper(`baskets:paper.${key}`, values)

/** Of one person alone, others at home need not know what its class closes; nor does the name of who gives it tell it. */
const toAll = (fact: string) => sql.raw(`${fact}.class = 'file' and ${fact}.goal_class = 'file'`)
const tellsNothing = (institution: string) =>
  sql`not exists (select from institutions.institution t join institutions.institution_kind u on u.code = t.kind where t.id = ${sql.raw(institution)} and u.tells is not null)`

type Wanted = { id: string; goalId: string; goal: string; kind: string; person: string | null }
const wantedIn = (scopeId: string): RawBuilder<Wanted> => sql<Wanted>`
  select n.id, g.id as "goalId", g.words as goal, k.pl as kind, (select coalesce(p.given_name, p.name) from households.person p where p.id = n.person_id) as person
  from baskets.need n join baskets.goal g on g.id = n.goal_id join directory.service_kind k on k.code = n.service_kind
  where n.scope_id = ${scopeId} and n.dropped_at is null and g.dropped_at is null and ${toAll('n')} order by g.priority, g.id, n.added_at, n.id`

/** A suggestion for the family to talk over, by the digest of its services: 409 when it is another one by now. */
export async function printSuggestion(
  work: Work,
  scopeId: string,
  services: string,
): Promise<Later<Download>> {
  const around = await gather(work, scopeId)
  const open = await work.all(wantedIn(scopeId))
  const wanted = open.filter(({ id }) => around.gathered.needs.some((need) => need.id === id))
  const printable = await work.all(sql<{ id: string }>`
    select s.id from directory.service s join directory.organization o on o.id = s.organization_id
    where s.id = any (${around.services.map(({ id }) => id)}) and ${tellsNothing('o.institution_id')}`)
  const framed = await frameIn(work, scopeId)
  const printOut = await printing(work)
  const today = await work.today()
  return new Later(async () => {
    const { composed, described } = await worked(work.account.id, around)
    const chosen = composed.find((each) => each.services === services)
    if (!chosen) throw new Refusal(409, 'baskets:suggestion-changed')
    const partOf = ({ id, kind, person }: Wanted): Part[] => {
      const lines = [say('forWhom', { who: person ?? say('everybody') })]
      const item = chosen.items.find(({ needId }) => needId === id)
      if (!item) return [{ what: kind, who: null, lines: [...lines, say('nothingFound')], unknown: [] }]
      const service = described.find((each) => each.id === item.serviceId)!
      if (!printable.some((each) => each.id === service.id)) return []
      return [
        {
          what: service.name,
          who: service.provider,
          lines: [...lines, ...offeredIn(item, today)],
          unknown: item.unknown.map((what) => say(`unknown.${what}`)),
        },
      ]
    }
    return printOut(
      papers['family-basket'],
      { id: framed.code, name: 'propozycja-do-rozmowy' },
      {
        ...framed.issued,
        title: say('suggestion'),
        lead: say('suggestionLead'),
        goals: byGoal(wanted.map((need) => [need, partOf(need)])),
        note: say('note'),
      },
    )
  })
}

function offeredIn({ visits, costGrosz, waitDays }: Offered, today: string): string[] {
  const ways = visits.flatMap(({ leaves, back }) =>
    leaves && back ? [say('byBus', { leaves: hour(leaves), back: hour(back) })] : [],
  )
  return [
    ...visits.map(({ weekday, nth, begins, ends, locality }) =>
      [
        `${onPaper(`directory:weekday.${weekday}`)} ${ends ? `${hour(begins)}–${hour(ends)}` : say('from', { begins: hour(begins) })}`,
        nth && onPaper(`directory:nth.${nth}`),
        locality,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    ...new Set(ways),
    ...(waitDays === null
      ? []
      : [
          waitDays === 0 ? say('startsNow') : say('startsAfter', { day: longDate(addDays(today, waitDays)) }),
        ]),
    ...(costGrosz === null ? [] : [costGrosz ? say('cost', { sum: money(costGrosz / 100) }) : say('free')]),
  ]
}

/** Of items: what everybody at home may read. */
const toldAtHome = sql`${toAll('m')} and ${tellsNothing('m.provider_id')}`

/** Whether I make the basket, and how many of its items the paper for the family leaves out. */
export const makerAndPaperOf = (scopeId: string) => sql<{ mayMake: boolean; notOnPaper: number }>`
  select ${scopeId} = any ((select access.my_scopes('coordinate'))::uuid[]) as "mayMake",
    (select count(*)::int from baskets.item m where m.scope_id = ${scopeId} and m.removed_at is null and not (${toldAtHome})) as "notOnPaper"`

/** The basket for the family: what is agreed, what still waits and for whom. */
export async function printBasket(work: Work, scopeId: string): Promise<Download> {
  const goals = new Map((await work.all(goalsOf(scopeId))).map((goal) => [goal.id, goal]))
  const items = await work.all(itemsOf(scopeId))
  const told = await work.all(sql<{ id: string; places: string[] }>`
    select m.id, coalesce((select array_agg(concat_ws(', ', l.name, l.address, l.locality) order by l.n)
      from directory.service_at_location l where l.service_id = m.service_id), '{}') as places
    from baskets.item m where m.scope_id = ${scopeId} and m.removed_at is null and ${toldAtHome}`)
  const { code, issued } = await frameIn(work, scopeId)
  const parts = [...goals.values()].flatMap(({ id, words }) =>
    items.flatMap((item): [{ goalId: string; goal: string }, Part[]][] => {
      const known = told.find((each) => each.id === item.id)
      return known && item.goalId === id
        ? [[{ goalId: id, goal: words }, [itemOnPaper(item, known.places)]]]
        : []
    }),
  )
  return print(
    work,
    papers['family-basket'],
    { id: code, name: 'nasz-koszyk' },
    { ...issued, title: say('basket'), lead: say('basketLead'), goals: byGoal(parts), note: say('note') },
  )
}

function itemOnPaper(item: ItemRow, places: string[]): Part {
  const people = (those: { name: string }[]) => those.map(({ name }) => name).join(', ')
  return {
    what: item.what,
    who: item.provider?.name ?? (people(item.performers) || null),
    lines: [
      say('forWhom', { who: people(item.forWhom) || say('everybody') }),
      ...item.weekly.map(
        ({ weekday, begins, ends }) =>
          `${onPaper(`directory:weekday.${weekday}`)} ${ends ? `${hour(begins)}–${hour(ends)}` : say('from', { begins: hour(begins) })}`,
      ),
      ...(item.frequency ? [item.frequency] : []),
      ...places,
      ...(item.starts ? [say('starts', { day: longDate(item.starts) })] : []),
      ...(item.familyCostGrosz ? [say('familyPays', { sum: money(item.familyCostGrosz / 100) })] : []),
      ...(item.provider?.phone ? [say('phone', { number: item.provider.phone })] : []),
      say(`state.${stateOf(item)}`),
    ],
    unknown: item.weekly.length || item.frequency ? [] : [say('unknown.hours')],
  }
}

function stateOf({ agreed, ready, provider, ours, askedOn, institutionAnswer, familyAnswer }: ItemRow) {
  if (agreed) return 'agreed'
  if (ready) return 'ready'
  if (familyAnswer === 'no') return 'no'
  if (provider && !ours) {
    if (institutionAnswer === 'declined') return 'declined'
    if (institutionAnswer === 'waiting') return 'waiting'
    if (!askedOn) return 'notAsked'
    if (institutionAnswer === 'returned') return 'returned'
    if (!institutionAnswer) return 'asked'
  }
  return 'familyNext'
}

/** Parts under their goals, in the order of these. */
function byGoal(parts: [{ goalId: string; goal: string }, Part[]][]): Goal[] {
  const goals = Map.groupBy(parts, ([{ goalId }]) => goalId)
  const told = [...goals.values()]
    .map((those) => ({ words: those[0]![0].goal, parts: those.flatMap(([, each]) => each) }))
    .filter((goal) => goal.parts.length)
  if (!told.length) throw new Refusal(409, 'baskets:nothing-to-print')
  return told
}

async function frameIn(work: Work, scopeId: string) {
  const { code } = await work.mustFind(
    sql<{ code: string }>`select code from cases."case" where id = ${scopeId}`,
  )
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  return { code, issued: { issuer: bare({ place, ...issuer }), place } }
}
