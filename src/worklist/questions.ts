import { sql } from 'kysely'
import type { z } from 'zod'
import type { task, worklistContract } from './contract.ts'

type Task = z.output<typeof task>

/** Tasks of a case that I may know, open ones first, the earliest due first. */
export const tasksOfCase = (scopeId: string, workerId: string, show: 'open' | 'all') => sql<Task>`
  select t.id, t.scope_id as "caseId", t.what, t.about, t.due, t.state, t.not_done_reason as "notDoneReason", t.outcome,
    t.worker_id as "workerId", w.given_name || ' ' || w.family_name as "workerName", i.name as "institutionName",
    coalesce(t.worker_id = ${workerId}, false) as mine, t.version
  from worklist.task t join institutions.institution i on i.id = t.institution_id left join institutions.worker w on w.id = t.worker_id
  where t.scope_id = ${scopeId} and (${show} = 'all' or t.ended_at is null)
  order by t.ended_at desc nulls first, t.due nulls last, t.id limit 200`

/** Topics of a place that no meeting has on its agenda, the earliest first. */
export const topicsIn = (scopeId: string, workerId: string) => sql<
  z.output<typeof worklistContract.topicsIn.answer>[number]
>`
  select t.id, t.what, w.given_name || ' ' || w.family_name as "putBy", (t.put_at at time zone 'Europe/Warsaw')::date as "putOn",
    t.put_by = ${workerId} or t.scope_id = any ((select access.my_scopes('coordinate'))::uuid[]) as "mayTakeBack"
  from worklist.topic t join institutions.worker w on w.id = t.put_by
  where t.scope_id = ${scopeId} and t.taken_back_at is null and worklist.meeting_of(t.id) is null
  order by t.put_at, t.id limit 200`
