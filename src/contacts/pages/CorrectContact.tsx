import { useTranslation } from 'react-i18next'
import { AboutWhom } from '../../cases/pages/AboutWhom.tsx'
import type { OpenClass } from '../../cases/pages/ReadBy.tsx'
import { byDefault, useWhom } from '../../cases/pages/useWhom.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { contactsApi } from './api.ts'
import type { Contact } from './ContactsPage.tsx'

type CorrectContactProps = { caseId: string; contact: Contact; onDone: () => void }

/** Corrects a note; the earlier words stay in the journal. */
export function CorrectContact({ caseId, contact, onDone }: CorrectContactProps) {
  const { t } = useTranslation('contacts')
  const whom = useWhom(caseId)
  const usual = { whom: null, people: contact.about }
  const form = useForm(contactsApi.correctContact, {
    params: { id: caseId, contactId: contact.id },
    start: () => ({ what: contact.what, nextStep: contact.nextStep ?? '', ...byDefault }),
    faults: (values) => ({ about: whom?.fault(`${values.what} ${values.nextStep}`, values, usual) }),
    body: (values) => ({ ...values, happenedAt: contact.happenedAt }),
    draft: `contact/${contact.id}`,
    version: contact.version,
    onDone,
  })
  return (
    <div style={{ marginTop: 8 }}>
      <Form of={form} deed={t('contacts.keep')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
        <TextArea {...form.field('what', t('contact.happened'), { lack: t('contact.lack.what') })} />
        <TextField {...form.field('nextStep', t('contact.nextStep'))} />
        <AboutWhom
          caseId={caseId}
          form={form}
          whom={whom}
          usual={usual}
          text={`${form.values.what} ${form.values.nextStep}`}
          opens={contact.opened ? (contact.class as OpenClass) : undefined}
        />
      </Form>
    </div>
  )
}
