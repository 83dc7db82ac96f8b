import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import type { questionnairesContract } from './contract.ts'
import type { Questionnaire } from './questionnaire.ts'

type Line = z.output<typeof questionnairesContract.responses.answer>[number]

export const allQuestionnaires = sql<z.output<typeof questionnairesContract.questionnaires.answer>[number]>`
  select id, url, version, title, content ->> 'description' as description, status, shipped,
    row_number() over (partition by url order by came_at desc, id desc) = 1 as newest
  from questionnaires.questionnaire order by title collate "pl-x-icu", came_at desc, id`

export const questionnaireById = (id: string) =>
  sql<{ content: Questionnaire }>`select content from questionnaires.questionnaire where id = ${id}`

/** Only an active newest version is filled in. */
export const questionnaireInUse = (id: string) => sql`
  select from questionnaires.questionnaire q where q.id = ${id} and q.status = 'active' and not exists (
    select from questionnaires.questionnaire o where o.url = q.url and (o.came_at, o.id) > (q.came_at, q.id))`

const line = (me: string) => sql`
  r.id, r.questionnaire_id as "questionnaireId", q.title, r.status, r.author_id as "authorId", ${atUtc('r.begun_at')} as "begunAt",
  ${atUtc('r.completed_at')} as "completedAt", r.author_id = ${me} as mine, r.version`
const tables = sql`questionnaires.response r join questionnaires.questionnaire q on q.id = r.questionnaire_id`

export const responsesIn = (scopeId: string, me: string) => sql<Line>`
  select ${line(me)} from ${tables} where r.scope_id = ${scopeId} order by r.begun_at desc, r.id desc limit 200`

export const responseById = (scopeId: string, id: string, me: string) => sql<
  Line & { questionnaire: Questionnaire; item: unknown[]; class: string; coordinated: boolean }
>`
  select ${line(me)}, q.content as questionnaire, r.items as item, r.class,
    r.scope_id = any ((select access.my_scopes('coordinate'))::uuid[]) as coordinated
  from ${tables} where r.id = ${id} and r.scope_id = ${scopeId}`
