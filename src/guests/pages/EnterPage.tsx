import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { told } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { guestsApi } from './api.ts'

const pageOf = ({ id, kind }: { id: string; kind: string }) => told(`/guest/${id}/${kind}`)

/**
 * Where the link of a letter leads: it is the half that came by mail, and stands behind `#`, where no server is told of it.
 * The other half was told by telephone. Without a link: what is open in this browser already, each visit on its own.
 */
export function EnterPage() {
  const { t } = useTranslation('guests', { keyPrefix: 'enter' })
  const go = useGo()
  const { longDate } = useWords()
  const link = window.location.hash.slice(1)
  const [id] = useState(newId)
  const [cameIn, setCameIn] = useState(false)
  const { data: visits } = useAsk(guestsApi.visits, {}, { enabled: !link || cameIn })
  const opened = cameIn
    ? visits?.find((visit) => visit.id === id)
    : !link && visits?.length === 1 && visits[0]
  const to = opened ? pageOf(opened) : null
  useEffect(() => {
    if (to) go(to, true)
  }, [to, go])
  const form = useForm(guestsApi.enter, {
    start: () => ({ code: '' }),
    body: ({ code }) => ({ id, code, link }),
    faults: ({ code }) => ({ code: !/^\s*\d{3}\s*\d{3}\s*$/.test(code) && t('lack') }),
    stays: true,
    onDone: () => setCameIn(true),
  })
  return (
    <PageFrame narrow tab={t('tab')} title={t('title')} sub={t('sub')}>
      <Section heading={t(!link && visits && visits.length > 1 ? 'several' : 'heading')}>
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
        ) : visits && visits.length > 1 ? (
          <Rows label={t('several')}>
            {visits.map((visit) => (
              <Row
                key={visit.id}
                title={t(`kind.${visit.kind}`)}
                sub={t('from', { institution: visit.from, day: longDate(visit.openedOn) })}
                to={pageOf(visit)}
              />
            ))}
          </Rows>
        ) : (
          <p>{t('noLink')}</p>
        )}
      </Section>
      <Note>{t('once')}</Note>
    </PageFrame>
  )
}
