import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChangedMeanwhile } from '../../platform/kit/ChangedMeanwhile.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { conflictOf } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { contactsApi } from './api.ts'
import type { Contact } from './ContactsPage.tsx'

type Words = { what: string; nextStep: string }

/** Corrects a note; the earlier words stay in the journal. */
export function CorrectContact({
  caseId,
  contact,
  onDone,
}: {
  caseId: string
  contact: Contact
  onDone: () => void
}) {
  const { t } = useTranslation('contacts')
  const draft = useFormDraft<Words>(`contact/${contact.id}`, {
    what: contact.what,
    nextStep: contact.nextStep ?? '',
  })
  const { values, change } = draft
  // What is on the screen is asked anew by itself; the change starts from what its writer saw.
  const [seen] = useState(contact.version)
  const [missing, setMissing] = useState(false)
  const correct = useDeed(
    ({ version, ...body }: Words & { version: number }, key) =>
      contactsApi.correctContact({
        params: { id: caseId, contactId: contact.id },
        body: { ...body, happenedAt: contact.happenedAt },
        version,
        key,
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  return (
    <div style={{ marginTop: 8 }}>
      <ChangedMeanwhile
        problem={correct.problem}
        mine={values}
        labels={{ what: t('contact.happened'), nextStep: t('contact.nextStep') }}
        busy={correct.busy}
        onDecide={(kept, version) => correct.run({ ...kept, version })}
      />
      <Form
        problem={conflictOf(correct.problem) ? null : correct.problem}
        onSubmit={() => {
          setMissing(true)
          if (values.what.trim().length > 1) correct.run({ ...values, version: seen })
        }}
        actions={
          <>
            <Button kind="filled" type="submit" busy={correct.busy}>
              {t('contacts.keep')}
            </Button>
            <Button onClick={onDone}>{t('back')}</Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <TextArea
          label={t('contact.happened')}
          value={values.what}
          onChange={(what) => change({ what })}
          maxLength={8000}
          error={missing && values.what.trim().length < 2 && t('contact.lack.what')}
        />
        <TextField
          label={t('contact.nextStep')}
          optional
          value={values.nextStep}
          onChange={(nextStep) => change({ nextStep })}
          maxLength={500}
        />
      </Form>
    </div>
  )
}
