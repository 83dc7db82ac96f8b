import { useTranslation } from 'react-i18next'
import type { Point } from './api.ts'

/** What guests say to a point, in their own words and under their names. */
export function GuestWords({ point }: { point: Point }) {
  const { t } = useTranslation('meetings')
  return point.guests
    .filter(({ words }) => words)
    .map(({ id, name, words }) => (
      <p key={id} style={{ marginTop: 8, whiteSpace: 'pre-line' }}>
        <span className="sm muted">{t('guest.says', { name })}</span> „{words}”
      </p>
    ))
}
