import { ChevronDown, Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Explain.module.css'

/** An explanation that unfolds where it is asked for: "Dlaczego to widzę?" unless another question is given. */
export function Explain({ question, children }: { question?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('kit')
  return (
    <details className={styles.explain}>
      <summary>
        {question ? null : <Eye size={16} aria-hidden />}
        <span>{question ?? t('explain')}</span>
        <ChevronDown size={16} aria-hidden className={styles.chevron} />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}
