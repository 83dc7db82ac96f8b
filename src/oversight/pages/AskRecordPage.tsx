import { useTranslation } from 'react-i18next'
import { Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { purposes } from '../contract.ts'
import { oversightApi } from './api.ts'

/** An officer says for what purpose they need the record of one place. */
export function AskRecordPage() {
  const { t } = useTranslation('oversight')
  const { dayAndMonth } = useWords()
  const scopeId = useParam('scopeId')
  const go = useGo()
  const form = useForm(oversightApi.openRecord, {
    start: () => ({ id: newId(), purpose: null as (typeof purposes)[number] | null, reason: '' }),
    body: (values) => ({ ...values, scopeId }),
    draft: `oversight/${scopeId}`,
    onDone: ({ id }) => go(pageAt('/oversight/records/$id', { id })),
  })
  return (
    <PageFrame
      narrow
      tab={t('ask.title')}
      crumbs={[{ label: t('title'), to: '/oversight' }, { label: t('ask.title') }]}
      title={t('ask.title')}
      sub={t('ask.sub')}
    >
      <Section heading={t('ask.why')}>
        <Form of={form} deed={t('ask.deed')}>
          <SelectField
            {...form.field('purpose', t('ask.purpose'))}
            options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          />
          <TextArea
            {...form.field('reason', t('ask.reason'))}
            hint={t('ask.reasonHint', { day: dayAndMonth(today()) })}
          />
        </Form>
        <p className="sm muted" style={{ marginTop: 12 }}>
          {t(form.values.purpose === 'head' ? 'ask.toldLater' : 'ask.told')}
        </p>
      </Section>
    </PageFrame>
  )
}
