import { useTranslation } from 'react-i18next'
import styles from './PracticeBanner.module.css'

/** On top of every page of a practice installation, on screen and on paper. */
export function PracticeBanner() {
  const { t } = useTranslation('kit')
  return (
    <aside className={styles.practice} aria-label={t('practice.label')} data-practice>
      <b className="m">{t('practice.title')}</b> <span>{t('practice.sentence')}</span>
    </aside>
  )
}
