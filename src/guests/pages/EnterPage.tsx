import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { told } from '../../platform/web/address.ts'
import { useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { guestsApi } from './api.ts'

/**
 * Where the link of a letter leads: it is the half that came by mail, and stands behind `#`, where no server is told of it.
 * The other half was told by telephone.
 */
export function EnterPage() {
  const { t } = useTranslation('guests', { keyPrefix: 'enter' })
  const go = useGo()
  const link = window.location.hash.slice(1)
  const [cameIn, setCameIn] = useState(false)
  const visit = useAsk(guestsApi.visit, {}, { enabled: !link || cameIn })
  const kind = visit.data?.kind
  useEffect(() => {
    if (kind) go(told(`/guest/${kind}`), true)
  }, [kind, go])
  const form = useForm(guestsApi.enter, {
    start: () => ({ code: '' }),
    body: ({ code }) => ({ code, link }),
    faults: ({ code }) => ({ code: !/^\s*\d{3}\s*\d{3}\s*$/.test(code) && t('lack') }),
    stays: true,
    onDone: () => setCameIn(true),
  })
  return (
    <PageFrame narrow tab={t('tab')} title={t('title')} sub={t('sub')}>
      <Section heading={t('heading')}>
        {link ? (
          <Form of={form} deed={t('deed')}>
            <TextField
              {...form.field('code', t('code'))}
              optional={false}
              hint={t('hint')}
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          </Form>
        ) : (
          <p>{t('noLink')}</p>
        )}
      </Section>
      <Note>{t('once')}</Note>
    </PageFrame>
  )
}
