import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { doubts } from '../contract.ts'
import { directoryApi } from './api.ts'

/** "Does this still hold?": asked with one tap of whoever keeps the entry. */
export function DoubtIt({ id }: { id: string }) {
  const { t } = useTranslation('directory')
  const doubt = useDeed((what: (typeof doubts)[number], key) =>
    directoryApi.doubtService({ params: { id }, body: { id: newId(), what }, key }),
  )
  if (doubt.done) return <p role="status">{t('page.doubtSent')}</p>
  return (
    <Explain question={t('page.doubt')}>
      <p className="sm">{t('page.doubtWhy')}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {doubts.map((what) => (
          <Button
            key={what}
            size="small"
            busy={doubt.busy && doubt.trying === what}
            onClick={() => doubt.run(what)}
          >
            {t(`doubts.${what}`)}
          </Button>
        ))}
      </div>
      {Boolean(doubt.problem) && <ProblemNotice problem={doubt.problem} />}
    </Explain>
  )
}
