import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { purposes } from '../contract.ts'
import { oversightApi } from './api.ts'

/** An officer says for what purpose they need the record of one place. */
export function AskRecordPage() {
  const { t } = useTranslation('oversight')
  const scopeId = useParam('scopeId')
  const go = useGo()
  const [given, setGiven] = useState({
    id: newId(),
    purpose: null as (typeof purposes)[number] | null,
    reason: '',
  })
  const deed = useDeed(
    ({ id, purpose, reason }: typeof given, key) =>
      oversightApi.openRecord({
        body: { id, scopeId, purpose: purpose as (typeof purposes)[number], reason },
        key,
      }),
    () => go(`/oversight/records/${given.id}`),
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  return (
    <PageFrame
      narrow
      tab={t('ask.title')}
      crumbs={[{ label: t('title'), to: '/oversight' }, { label: t('ask.title') }]}
      title={t('ask.title')}
      sub={t('ask.sub')}
    >
      <Section heading={t('ask.why')}>
        <OldForm
          onSubmit={() => deed.run(given)}
          problem={deed.problem}
          actions={
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('ask.deed')}
            </Button>
          }
        >
          <SelectField
            label={t('ask.purpose')}
            options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
            value={given.purpose}
            onChange={(purpose) => setGiven({ ...given, purpose: purpose as typeof given.purpose })}
            error={at('purpose')}
          />
          <TextArea
            label={t('ask.reason')}
            hint={t('ask.reasonHint')}
            value={given.reason}
            onChange={(reason) => setGiven({ ...given, reason })}
            maxLength={500}
            error={at('reason')}
          />
        </OldForm>
        <p className="sm muted" style={{ marginTop: 12 }}>
          {t(given.purpose === 'head' ? 'ask.toldLater' : 'ask.told')}
        </p>
      </Section>
    </PageFrame>
  )
}
