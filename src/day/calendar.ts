import { createHash } from 'node:crypto'
import ical from 'ical-generator'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import { actAs } from '../platform/database/work.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Download } from '../platform/http/routes-of.ts'
import type { Surroundings, Work } from '../platform/http/work.ts'
import { type DayRow, inEachFolder } from '../platform/parts.ts'
import { localeOf } from '../platform/texts/locales.ts'
import { textFor } from '../platform/texts/server.ts'

const kinds = (await inEachFolder('tells.ts')).flatMap(({ tells }) => tells.calendar ?? [])

/** What has a day, of one worker, told by the slices that know of it: from a month ago on. */
const whatHasADay = (workerId: string): RawBuilder<DayRow & { title: string }> => sql`
  select d.title, d.id, d.day::text, d.begins, d.minutes, d.page from (${sql.join(
    kinds.map(
      ({ title, of }) =>
        sql`select ${sql.lit(title)}::text as title, t.* from ${of(workerId)} t (id, day, begins, minutes, page)`,
    ),
    sql` union all `,
  )}) d where d.day >= splot.today_pl() - 31 order by d.day, d.id limit 500`

const digestOf = (address: string) => createHash('sha256').update(address).digest()

/** Opens the calendar of whoever asks at an address of their own; an earlier address is read no more. */
export async function openCalendar(work: Work, address: string) {
  await work.ask(sql`day.open_calendar(${digestOf(address)})`)
  await work.record({ verb: 'calendar.opened', subjectId: work.actor.workerId })
  return {}
}

export async function closeCalendar(work: Work) {
  if (await work.ask<boolean>(sql`day.close_calendar()`))
    await work.record({ verb: 'calendar.closed', subjectId: work.actor.workerId })
  return {}
}

/**
 * The days of a person, of all their jobs, as iCalendar (RFC 5545): neutral titles, no name, no family, no place. 404 for an
 * address that is closed, or whose owner works nowhere any more or lacks a second factor that they must have.
 */
export async function calendarAt(
  { jobs, app }: Database,
  address: string,
  { settings }: Surroundings,
): Promise<Download> {
  const { rows } = await jobs.query<{ worker_id: string; institution_id: string; locale: string }>(
    'select * from day.jobs_of_calendar($1)',
    [digestOf(address)],
  )
  if (!rows.length) throw notFound()
  const calendar = ical({
    name: 'Splot',
    prodId: { company: 'Splot', product: 'Splot', language: 'PL' },
    ttl: 3600,
  })
  for (const { worker_id: workerId, institution_id: institutionId, locale } of rows) {
    const say = textFor(localeOf(locale))
    const days = await actAs(
      app,
      { workerId, institutionId },
      async (db) => (await whatHasADay(workerId).execute(db)).rows,
    )
    for (const { id, title, day, begins, minutes, page } of days)
      calendar.createEvent({
        id: `${id}@splot`,
        ...(begins
          ? { start: begins, end: new Date(begins.getTime() + (minutes ?? 0) * 60_000) }
          : { start: new Date(`${day}T00:00:00Z`), allDay: true }),
        timezone: 'UTC',
        summary: say(title),
        url: `${settings.url}${page}?as=${workerId}`,
      })
  }
  return { name: 'splot.ics', type: 'text/calendar; charset=utf-8', bytes: Buffer.from(calendar.toString()) }
}
