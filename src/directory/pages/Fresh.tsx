import { TriangleAlert } from 'lucide-react'
import { useFreshness } from './usePlacesWords.ts'

/** How long ago an entry was checked, as a line. */
export function Fresh({ checkedOn }: { checkedOn: string }) {
  const { old, words } = useFreshness()(checkedOn)
  return (
    <p className={old ? 'sm late' : 'sm muted'}>
      {old && <TriangleAlert size={14} aria-hidden />} {words}
    </p>
  )
}
