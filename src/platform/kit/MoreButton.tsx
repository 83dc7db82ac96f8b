import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

/** Below a list that has more pages (`usePages`); nothing when all are here. */
export function MoreButton({ pages }: { pages: { more: (() => void) | null; busy: boolean } }) {
  const { t } = useTranslation('kit')
  if (!pages.more) return null
  return (
    <p style={{ paddingTop: 12 }}>
      <Button size="small" busy={pages.busy} onClick={pages.more}>
        {t('list.more')}
      </Button>
    </p>
  )
}
