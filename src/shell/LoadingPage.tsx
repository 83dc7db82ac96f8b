import { LoadingRows } from '../platform/kit/LoadingRows.tsx'
import styles from './WorkLayout.module.css'

/** While the code of a page is on its way. */
export function LoadingPage() {
  return (
    <div className={styles.waiting}>
      <LoadingRows />
    </div>
  )
}
