import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { doubts } from '../contract.ts'
import { directoryApi, type Service } from './api.ts'

/** "Does this still hold?": asked of whoever keeps the entry; what I asked stands here until it is answered, and how it was. */
export function DoubtIt({ service: { id, doubts: asked } }: { service: Service }) {
  const { t } = useTranslation('directory')
  const { numericDate } = useWords()
  const [sent, setSent] = useState(false)
  return (
    <>
      {asked
        .filter(({ mine }) => mine)
        .map(({ id: doubt, what, on, settledOn, answer }) => (
          <p key={doubt} className="sm">
            {settledOn && answer
              ? t('page.answered', {
                  what: t(`doubts.${what}`),
                  day: numericDate(on),
                  answer,
                  settled: numericDate(settledOn),
                })
              : t('page.asked', { what: t(`doubts.${what}`), day: numericDate(on) })}
          </p>
        ))}
      {sent ? (
        <p role="status">{t('page.doubtSent')}</p>
      ) : (
        <Explain question={t('page.doubt')}>
          <Ask id={id} onDone={() => setSent(true)} />
        </Explain>
      )}
    </>
  )
}

function Ask({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('directory')
  const form = useForm(directoryApi.doubtService, {
    params: { id },
    start: () => ({ doubtId: newId(), what: null as (typeof doubts)[number] | null, words: '' }),
    body: ({ doubtId, ...said }) => ({ ...said, id: doubtId }),
    onDone,
  })
  return (
    <Form of={form} deed={t('page.doubtSend')} size="small">
      <p className="sm">{t('page.doubtWhy')}</p>
      <SelectField
        {...form.field('what', t('page.doubtWhat'), { lack: t('page.doubtMissing') })}
        options={doubts.map((what) => ({ value: what, label: t(`doubts.${what}`) }))}
      />
      <TextField {...form.field('words', t('page.doubtWords'))} hint={t('page.doubtHint')} />
    </Form>
  )
}
