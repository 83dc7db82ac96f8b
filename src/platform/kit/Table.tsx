import type { ReactNode } from 'react'
import styles from './Table.module.css'

export type TableProps = {
  caption: string
  head: string[]
  /** The cells of each row in the order of the head. */
  rows: { key: string; cells: ReactNode[] }[]
  /** Which column names the row; the first unless said. */
  heading?: number
}

/**
 * A table for what is compared across columns; lists are `Rows`. Fits a `flush` section. On a phone each row stands by
 * itself: its name, and below it the cells with the names of their columns.
 */
export function Table({ caption, head, rows, heading = 0 }: TableProps) {
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, column) =>
              column === heading ? (
                <th scope="row" key={head[column]}>
                  {cell}
                </th>
              ) : (
                <td key={head[column]} data-name={head[column]}>
                  <div>{cell}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
