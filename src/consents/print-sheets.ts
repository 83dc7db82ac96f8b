import { sql } from 'kysely'
import { onPaper, print } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { addDays } from '../platform/texts/dates.ts'
import { sheetsIn } from './joint-work.ts'
import { papers } from './papers.ts'
import { codeOf, officerOf, official as officialOf, party } from './print-consents.ts'

const inOrder = ['file', 'health', 'addiction', 'whereabouts'] as const

/**
 * All that waits for one person's signature: their own sheet, and a page for each child for whom they sign, as far as they
 * may still be written to about it. A page bears
 * the name of nobody else, and no address.
 */
export async function printSheets(work: Work, scopeId: string, signerId: string) {
  const mayBeAsked = await work.all(sql<{ id: string }>`
    select s.id from consents.sheet s, consents.asked_about(s.scope_id, s.about_id) a
    where s.scope_id = ${scopeId} and s.signer_id = ${signerId} and a.signer_id = s.signer_id and not a.not_written`)
  const waiting = (await work.all(sheetsIn(scopeId))).filter((sheet) =>
    mayBeAsked.some(({ id }) => id === sheet.id),
  )
  if (!waiting.length) throw notFound()
  const people = await work.all(sql<{ id: string; name: string; child: boolean }>`
    select id, name, coalesce(consents.is_child(id), false) as child
    from households.person where id = any (${[signerId, ...waiting.map(({ personId }) => personId)]})`)
  const institutions = await work.all(
    sql<{ id: string; name: string }>`select id, name from consents.working_in(${scopeId})`,
  )
  const { code } = await work.mustFind(codeOf(scopeId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  const official = await work.mustFind(officialOf(work.actor.workerId))
  const officer = await work.find(officerOf(work.actor.institutionId))
  const until = addDays(await work.today(), 364)
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '–'
  return print(
    work,
    papers['consent-sheets'],
    { id: `arkusze ${code}`, name: `arkusze-${code}` },
    {
      issuer,
      place,
      reference: null,
      withdrawTo: official,
      officer: { name: officer?.name ?? null, contact: officer?.contact ?? issuer.phone ?? issuer.address },
      receivedBy: { name: official.name, position: official.position },
      sheets: waiting
        .toSorted((one, other) => Number(other.personId === signerId) - Number(one.personId === signerId))
        .map((sheet) => {
          const child = people.find(({ id }) => id === sheet.personId)?.child ?? false
          const asked = inOrder.filter((each) => sheet.boxes.some(({ classes }) => classes.includes(each)))
          return {
            about: nameOf(sheet.personId),
            signer: nameOf(signerId),
            child,
            hearing: child && sheet.personId === signerId,
            first: sheet.first,
            until,
            classes: asked.map((each) => ({
              code: each,
              name: onPaper(`consents:joint.classes.${each}`),
              examples: onPaper(`consents:classes.${each}.examples`),
            })),
            rows: sheet.boxes.map(({ institutionId, classes }) => ({
              institution: institutions.find(({ id }) => id === institutionId)?.name ?? '–',
              classes,
            })),
          }
        }),
    },
  )
}
