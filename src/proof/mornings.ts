import { asOwner, type Database } from '../platform/database/open.ts'

/** An instant of the next working day by the clock in Poland, `HH:MM`: letters of the day go out at seven. */
export const nextWorkingDay = (database: Pick<Database, 'ownerUrl'>, clock: string) =>
  asOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ at: Date }>(
      `select (splot.add_working_days(splot.today_pl(), 1) + $1::time) at time zone 'Europe/Warsaw' as at`,
      [clock],
    )
    return rows[0]!.at
  })
