import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import type { Basket, Item } from './api.ts'
import { ItemLine } from './ItemLine.tsx'

/** Items of a basket, one below the other. */
export function Items({ family, basket, items }: { family: Family; basket: Basket; items: Item[] }) {
  return (
    <Rows>
      {items.map((item) => (
        <ItemLine key={item.id} family={family} item={item} basket={basket} />
      ))}
    </Rows>
  )
}
