import type { Client, PoolClient } from 'pg'
import { readCompetence } from '../../data/codes.ts'

/** Puts the shipped competence map in place as the starting proposal; maps of partnerships stay as they are. */
export async function loadCompetence(client: Client | PoolClient): Promise<void> {
  await client.query(
    `insert into competence.competence (problem_kind, institution_kind, part, law, note, locked)
     select "problemKind", "institutionKind", part, law, note, locked from jsonb_to_recordset($1)
       as c ("problemKind" text, "institutionKind" text, part text, law text, note text, locked boolean)
     on conflict (partnership_id, problem_kind, institution_kind)
     do update set part = excluded.part, law = excluded.law, note = excluded.note, locked = excluded.locked`,
    [JSON.stringify(readCompetence())],
  )
}
