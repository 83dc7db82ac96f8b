import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { MessageAnswers } from '../../platform/kit/Messages.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useDeed } from '../../platform/web/useDeed.ts'
import { messagesApi } from './api.ts'

/** "I see it and take it", or that I cannot; in a word, where there is one to say. */
export function Acknowledge({ id, words = false }: { id: string; words?: boolean }) {
  const { t } = useTranslation('messages')
  const [said, setSaid] = useState('')
  const answer = useDeed((given: 'take' | 'cannot', key) =>
    messagesApi.acknowledge({ params: { id }, body: { answer: given, words: said || undefined }, key }),
  )
  return (
    <div style={{ display: 'grid', gap: 10, marginTop: 10 }}>
      {words && <TextField label={t('acknowledge.words')} optional value={said} onChange={setSaid} />}
      <MessageAnswers>
        <Button kind="filled" icon={Check} busy={answer.trying === 'take'} onClick={() => answer.run('take')}>
          {t('acknowledge.take')}
        </Button>
        <Button busy={answer.trying === 'cannot'} onClick={() => answer.run('cannot')}>
          {t('acknowledge.cannot')}
        </Button>
      </MessageAnswers>
      <ProblemNotice problem={answer.problem} />
    </div>
  )
}
