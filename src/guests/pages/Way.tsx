import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import type { guestStates } from '../contract.ts'
import { guestsApi } from './api.ts'

type State = (typeof guestStates)[number]

/** How far a guest of mine is on their way in: the code to tell them, a new link. */
export function Way({ guest }: { guest: { id: string; name: string; state: State; confirmer: string } }) {
  const { t } = useTranslation('guests', { keyPrefix: 'way' })
  const { id, state } = guest
  const params = { id }
  const made = useDeed((_: 'code', key) => guestsApi.makeCode({ params, key }))
  const sent = useDeed((_: 'link', key) => guestsApi.sendAnew({ params, key }))
  const told = useAsk(guestsApi.code, { params }, { enabled: state === 'sent' })
  const code = state === 'sent' ? told.data?.code : null
  if (state !== 'sent' && state !== 'shut' && state !== 'in') return null
  return (
    <>
      {code && (
        <Note>
          <p>{t('tell', { name: guest.name })}</p>
          <p style={{ fontSize: 28, fontWeight: 700, letterSpacing: 2, margin: '4px 0' }}>{code}</p>
          <p className="sm muted">{t('minutes')}</p>
        </Note>
      )}
      <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {state === 'sent' && (
          <Button kind="quiet" size="small" busy={made.busy} onClick={() => made.run('code')}>
            {t(code ? 'another' : 'show')}
          </Button>
        )}
        {state === 'in' && <span className="sm muted">{t('anewMeans')}</span>}
        <Button kind="quiet" size="small" busy={sent.busy} onClick={() => sent.run('link')}>
          {t('anew')}
        </Button>
      </span>
      <ProblemNotice problem={made.problem ?? sent.problem} />
    </>
  )
}
