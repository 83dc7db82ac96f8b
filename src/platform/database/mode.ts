import pg from 'pg'

export type Mode = 'practice' | 'service'

/**
 * The mode that a database serves: the first one that claimed it. It belongs to one for good: practice data never
 * become service data, nor the other way round.
 */
export async function claimMode(ownerUrl: string, mode: Mode): Promise<Mode> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query(`insert into splot.setting values ('mode', $1) on conflict do nothing`, [mode])
    const { rows } = await client.query<{ value: Mode }>(
      `select value from splot.setting where name = 'mode'`,
    )
    return rows[0]!.value
  } finally {
    await client.end()
  }
}

/** What to say to whoever starts Splot in the other mode. */
export const otherMode = (mode: Mode) =>
  `Ta baza służy trybowi „${mode}” i nie zmienia go. Ustaw SPLOT_MODE=${mode} albo inny SPLOT_DATA.`
