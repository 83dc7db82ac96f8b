import { lazy, Suspense } from 'react'
import { LoadingRows } from '../../platform/kit/LoadingRows.tsx'
import type { ItemFormProps } from './ItemForm.tsx'

const ItemForm = lazy(() => import('./ItemForm.tsx').then((form) => ({ default: form.ItemForm })))

/** The form of an item, which comes once somebody opens it: the basket is read more often than written. */
export function LateItemForm(props: ItemFormProps) {
  return (
    <Suspense fallback={<LoadingRows rows={6} />}>
      <ItemForm {...props} />
    </Suspense>
  )
}
