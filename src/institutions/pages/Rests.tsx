import { useTranslation } from 'react-i18next'
import { Status } from '../../platform/kit/Status.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { Colleague } from './api.ts'

type Cover = NonNullable<Colleague['absences'][number]['cover']>

/** On which days nobody does the work, because who stands in is away too. */
export function Rests({ of: { rests } }: { of: Pick<Cover, 'rests'> }) {
  const { t } = useTranslation('institutions')
  const { longDate } = useWords()
  return rests.map(({ from, until }) => (
    <span key={from}>
      {' '}
      <Status kind="late">
        {t(from === until ? 'cover.restsDay' : 'cover.rests', {
          from: longDate(from),
          until: longDate(until),
        })}
      </Status>
    </span>
  ))
}
