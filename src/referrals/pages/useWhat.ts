import { useCodes } from '../../platform/web/useCodes.ts'
import type { Point } from './api.ts'

/** What is asked, in a word: as it was written, or the kind of service. */
export function useWhat() {
  const { label } = useCodes()
  return ({ what, serviceKind }: Pick<Point, 'what' | 'serviceKind'>) =>
    what ?? label('directory.service_kind', serviceKind!)
}
