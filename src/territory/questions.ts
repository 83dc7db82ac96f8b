import { sql } from 'kysely'
import type { z } from 'zod'
import type { commune } from './contract.ts'

type Commune = z.output<typeof commune>

const communes = sql`
  select u.terc, s.name, s.kind, c.name as county, v.name as voivodeship
  from territory.unit u
  join territory.unit_state s on s.terc = u.terc and s.valid @> splot.today_pl()
  join territory.unit_state c on c.terc = s.parent and c.valid @> splot.today_pl()
  join territory.unit_state v on v.terc = c.parent and v.valid @> splot.today_pl()
  where u.level = 'commune'`

/** Up to 12 communes, those whose name begins as typed first. */
export const communesByName = (name: string) => sql<Commune>`
  ${communes} and (splot.folded(s.name) like splot.sought(${name}) || '%'
    or splot.folded(s.name) operator(extensions.%) splot.sought(${name}))
  order by splot.folded(s.name) like splot.sought(${name}) || '%' desc,
    extensions.similarity(splot.folded(s.name), splot.sought(${name})) desc, s.name, u.terc limit 12`

export const communeByTerc = (terc: string) => sql<Commune>`${communes} and u.terc = ${terc}`

export const localitiesOf = (terc: string) => sql<{
  name: string
  kind: string
  latitude: number
  longitude: number
}>`
  select name, kind, latitude, longitude from territory.locality where commune = ${terc} order by name collate "pl-x-icu", id`

export const partsOf = (parent: string | undefined) => sql<{
  terc: string
  name: string
  kind: string | null
}>`
  select u.terc, s.name, s.kind from territory.unit u join territory.unit_state s on s.terc = u.terc and s.valid @> splot.today_pl()
  where s.parent is not distinct from ${parent ?? null} order by s.name collate "pl-x-icu", u.terc`
