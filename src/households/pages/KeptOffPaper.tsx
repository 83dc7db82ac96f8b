import { useTranslation } from 'react-i18next'
import { Explain } from '../../platform/kit/Explain.tsx'
import type { LeftOut } from '../on-paper.ts'

/** What does not stand on a paper because of whom it is for, and why. Nothing, when all of it does. */
export function KeptOffPaper({ leftOut }: { leftOut: LeftOut[] }) {
  const { t } = useTranslation('households')
  if (!leftOut.length) return null
  return (
    <Explain question={t('keptOff.title', { count: leftOut.length })}>
      <p className="sm muted">{t('keptOff.hint')}</p>
      <ul className="sm" style={{ marginTop: 6 }}>
        {leftOut.map(({ what, because, area }) => (
          <li key={`${what} ${because}`}>
            {what}: <span className="muted">{t(`keptOff.${because}`, { area })}</span>
          </li>
        ))}
      </ul>
    </Explain>
  )
}
