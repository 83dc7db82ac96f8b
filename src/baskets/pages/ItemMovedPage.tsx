import { Navigate } from '@tanstack/react-router'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'

/** Where an item was answered before: a letter of those days still leads to its answer. */
export function ItemMovedPage() {
  const id = useParam('id')
  return <Navigate to={pageAt('/referrals/$id', { id }) as never} replace />
}
