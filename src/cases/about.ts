import { sql } from 'kysely'
import type { z } from 'zod'
import type { casesContract } from './contract.ts'

/** Whom something is about that my institution writes, where its writer says nothing (decision 016). */
export const aboutByDefault = (scopeId: string) =>
  sql<string[]>`cases.about_by_default(${scopeId}, null, true)`

/** Who belongs, or belonged, to the household of a case, as far as I may know them; and whom a fact there is about by default. */
export const peopleAndDefaults = (caseId: string) => sql<z.output<typeof casesContract.whom.answer>>`
  select cases.about_by_default(c.id, null, false) as everybody, 
    jsonb_build_object('whom', cases.whom_by_default(null, true), 'people', ${aboutByDefault(caseId)}) as ours,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name,
        'child', consents.is_child(p.id), 'belongs', m.belongs) order by consents.is_child(p.id), coalesce(p.birth_date, make_date(p.birth_year, 1, 1)) nulls last, p.id)
      from (select m.person_id, bool_or(m.period @> splot.today_pl()) as belongs from households.member m where m.household_id = c.household_id group by 1) m
      join households.person p on p.id = m.person_id), '[]') as people
  from cases."case" c where c.id = ${caseId}`

/** Which institutions will read what my institution opens, of a class and about these people. */
export const readBy = (
  caseId: string,
  institutionId: string,
  { class: dataClass, about }: z.output<typeof casesContract.readers.body>,
) =>
  sql<z.output<typeof casesContract.readers.answer>>`
    select r.* from jsonb_to_record(cases.read_by(${caseId}, ${dataClass}, ${institutionId}, ${about}, now())) r (reads text[], others text[])
    where r.reads is not null`
