import { useQuery } from '@tanstack/react-query'
import { Ban, FolderOpen, Forward } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
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
          <Button kind="filled" size="answer" icon={FolderOpen} to={`/concerns/${concern.id}/take-up`}>
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
  const where = useQuery({ queryKey: ['concerns', 'where'], queryFn: () => concernsApi.whereToReport({}) })
  const draft = useFormDraft(`concern/${concern.id}/pass-on`, {
    id: newId(),
    to: null as string | null,
    reason: '',
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const deed = useDeed(
    (body: { concernId: string; to: string; reason: string }, key) =>
      concernsApi.passOn({ params: { id: concern.id }, body, key }),
    () => {
      draft.clear()
      onAnswered('passed_on')
    },
  )
  return (
    <Loaded query={where}>
      {(found) => (
        <OldForm
          problem={deed.problem}
          onSubmit={() => {
            setMissing(true)
            if (values.to && values.reason.trim().length > 1)
              deed.run({ concernId: values.id, to: values.to, reason: values.reason })
          }}
          actions={
            <>
              <Button kind="filled" type="submit" busy={deed.busy}>
                {t('answer.passOn')}
              </Button>
              <Button onClick={onBack}>{t('back')}</Button>
              <DraftLine draft={draft} />
            </>
          }
        >
          <SelectField
            label={t('answer.passTo')}
            options={
              found
                .find(({ partnershipId }) => partnershipId === concern.partnershipId)
                ?.institutions.filter(
                  ({ id, name }) => name !== concern.addressedTo && id !== worker?.institutionId,
                )
                .map(({ id, name }) => ({ value: id, label: name })) ?? []
            }
            value={values.to}
            onChange={(to) => change({ to })}
            error={missing && !values.to && t('answer.lackTo')}
          />
          <TextArea
            label={t('answer.passReason')}
            hint={t('answer.reasonHint')}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            maxLength={1000}
            error={missing && values.reason.trim().length < 2 && t('answer.lackReason')}
          />
        </OldForm>
      )}
    </Loaded>
  )
}

function NoAction({ concern, onAnswered, onBack }: AnswerProps & { onBack: () => void }) {
  const { t } = useTranslation('concerns')
  const draft = useFormDraft(`concern/${concern.id}/no-action`, { reason: '' })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const deed = useDeed(
    (body: { reason: string }, key) => concernsApi.noAction({ params: { id: concern.id }, body, key }),
    () => {
      draft.clear()
      onAnswered('no_action')
    },
  )
  return (
    <OldForm
      problem={deed.problem}
      onSubmit={() => {
        setMissing(true)
        if (values.reason.trim().length > 1) deed.run(values)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={deed.busy}>
            {t('answer.noAction')}
          </Button>
          <Button onClick={onBack}>{t('back')}</Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <TextArea
        label={t('answer.noReason')}
        hint={t('answer.reasonHint')}
        value={values.reason}
        onChange={(reason) => change({ reason })}
        maxLength={1000}
        error={missing && values.reason.trim().length < 2 && t('answer.lackReason')}
      />
    </OldForm>
  )
}
