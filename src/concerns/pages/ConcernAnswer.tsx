import { Ban, FolderOpen, Forward } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { concernsApi } from './api.ts'
import type { Concern } from './ConcernPage.tsx'

type AnswerProps = { concern: Concern; onAnswered: (as: 'passed_on' | 'no_action') => void }

/** Three answers to a concern; taking it up is a page of its own. */
export function ConcernAnswer({ concern, onAnswered }: AnswerProps) {
  const { t } = useTranslation('concerns')
  const [way, setWay] = useState<'pass' | 'no' | null>(null)
  return (
    <Section heading={t('answer.title')}>
      {way === null && (
        <div style={{ display: 'grid', gap: 10, maxWidth: 480 }}>
          <Button
            kind="filled"
            size="answer"
            icon={FolderOpen}
            to={pageAt('/concerns/$id/take-up', { id: concern.id })}
          >
            {t('answer.takeUp')}
          </Button>
          {!concern.violence && (
            <Button size="answer" icon={Forward} onClick={() => setWay('pass')}>
              {t('answer.passOn')}
            </Button>
          )}
          <Button size="answer" icon={Ban} onClick={() => setWay('no')}>
            {t('answer.noAction')}
          </Button>
          <p className="sm muted">{t('answer.told')}</p>
        </div>
      )}
      {way === 'pass' && <PassOn concern={concern} onAnswered={onAnswered} onBack={() => setWay(null)} />}
      {way === 'no' && <NoAction concern={concern} onAnswered={onAnswered} onBack={() => setWay(null)} />}
    </Section>
  )
}

function PassOn({ concern, onAnswered, onBack }: AnswerProps & { onBack: () => void }) {
  const { t } = useTranslation('concerns')
  const { worker } = useSession()
  const where = useAsk(concernsApi.whereToReport, {})
  const form = useForm(concernsApi.passOn, {
    params: { id: concern.id },
    start: () => ({ id: newId(), to: null as string | null, reason: '' }),
    body: ({ id, ...values }) => ({ ...values, concernId: id }),
    draft: `concern/${concern.id}/pass-on`,
    onDone: () => onAnswered('passed_on'),
  })
  return (
    <Loaded query={where}>
      {(found) => (
        <Form of={form} deed={t('answer.passOn')} beside={<Button onClick={onBack}>{t('back')}</Button>}>
          <SelectField
            {...form.field('to', t('answer.passTo'), { lack: t('answer.lackTo') })}
            options={
              found
                .find(({ partnershipId }) => partnershipId === concern.partnershipId)
                ?.institutions.filter(
                  ({ id, name }) => name !== concern.addressedTo && id !== worker?.institutionId,
                )
                .map(({ id, name }) => ({ value: id, label: name })) ?? []
            }
          />
          <TextArea
            {...form.field('reason', t('answer.passReason'), { lack: t('answer.lackReason') })}
            hint={t('answer.reasonHint')}
          />
        </Form>
      )}
    </Loaded>
  )
}

function NoAction({ concern, onAnswered, onBack }: AnswerProps & { onBack: () => void }) {
  const { t } = useTranslation('concerns')
  const form = useForm(concernsApi.noAction, {
    params: { id: concern.id },
    start: () => ({ reason: '' }),
    draft: `concern/${concern.id}/no-action`,
    onDone: () => onAnswered('no_action'),
  })
  return (
    <Form of={form} deed={t('answer.noAction')} beside={<Button onClick={onBack}>{t('back')}</Button>}>
      <TextArea
        {...form.field('reason', t('answer.noReason'), { lack: t('answer.lackReason') })}
        hint={t('answer.reasonHint')}
      />
    </Form>
  )
}
