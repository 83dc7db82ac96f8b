import { sql } from 'kysely'
import { paged } from '../platform/database/paging.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { contactsContract } from './contract.ts'
import { casesOfMyTeams, contactsOf, namesOfCases } from './questions.ts'
import { correctContact, openContact, voidContact, writeContact } from './write-contact.ts'

export const routes = routesOf('contacts', contactsContract, {
  whereIWrite: async (work) => {
    const ids = (await work.all(casesOfMyTeams)).map(({ id }) => id)
    if (!ids.length) return []
    await work.enter(ids)
    return work.all(namesOfCases(ids))
  },
  contacts: async (work, { params, query }) => {
    await work.mustFind(sql`select from cases."case" where id = ${params.id}`)
    return paged(
      await work.all(contactsOf(params.id, work.actor.workerId, query)),
      query.limit,
      (row) => row.happenedAt,
    )
  },
  writeContact: (work, { params, body }) => writeContact(work, params.id, body),
  openContact: (work, { params }) => openContact(work, params.id, params.contactId),
  correctContact: (work, { params, body }) => correctContact(work, params.id, params.contactId, body),
  voidContact: (work, { params, body }) => voidContact(work, params.id, params.contactId, body.because),
})
