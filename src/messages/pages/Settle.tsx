import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Heard } from '../../platform/kit/Heard.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type Matter, messagesApi } from './api.ts'

/** A matter has an end: it is settled, in a word if there is one; and taken up again. */
export function Settle({ matter: { id, settled, rests } }: { matter: Matter }) {
  const { t } = useTranslation('messages')
  const [asks, setAsks] = useState(false)
  const [words, setWords] = useState('')
  const settle = useDeed(
    (_: 'settle', key) =>
      messagesApi.settleMatter({ params: { id }, body: { words: words || undefined }, key }),
    () => setAsks(false),
  )
  const again = useDeed((_: 'again', key) => messagesApi.takeUpAgain({ params: { id }, key }))
  if (rests) return null
  if (settled)
    return (
      <>
        <Button size="small" busy={again.busy} onClick={() => again.run('again')}>
          {t('settle.again')}
        </Button>
        <ProblemNotice problem={again.problem} />
      </>
    )
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => setAsks(true)}>
        {t('settle.deed')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('settle.title')}
        deed={t('settle.deed')}
        busy={settle.busy}
        problem={settle.problem}
        onConfirm={() => settle.run('settle')}
        onClose={() => setAsks(false)}
      >
        <p>{t('settle.means')}</p>
        <TextField label={t('settle.words')} optional value={words} onChange={setWords} />
        <Heard written={[{ column: 'messages.matter.closing_words', words }]} />
      </ConfirmDialog>
    </>
  )
}
