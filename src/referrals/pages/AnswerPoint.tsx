import { Check, CircleHelp, Hourglass, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsApi, isOfficer } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Point, referralsApi } from './api.ts'

export type Said = 'accepted' | 'waiting' | 'declined' | 'returned'

type AnswerPointProps = {
  point: Point
  alone: boolean
  /** Of several, the one to begin with: one deed of a view stands out. */
  first: boolean
  onSaid: (said: Said) => void
}

/** Four big answers to what is asked, within a thumb's reach. */
export function AnswerPoint({ point, alone, first, onSaid }: AnswerPointProps) {
  const { t } = useTranslation('referrals')
  const [choice, setChoice] = useState<Said | null>(null)
  const answers =
    choice === null ? (
      <div style={{ display: 'grid', gap: 10 }}>
        <Button
          kind={first ? 'filled' : 'default'}
          size="answer"
          icon={Check}
          onClick={() => setChoice('accepted')}
        >
          {t('answer.accept')}
        </Button>
        <Button size="answer" icon={Hourglass} onClick={() => setChoice('waiting')}>
          {t('answer.wait')}
        </Button>
        <Button size="answer" icon={X} onClick={() => setChoice('declined')}>
          {t('answer.decline')}
        </Button>
        <Button size="answer" icon={CircleHelp} onClick={() => setChoice('returned')}>
          {t('answer.return')}
        </Button>
      </div>
    ) : (
      <AnswerForm point={point} choice={choice} onBack={() => setChoice(null)} onSaid={onSaid} />
    )
  return alone ? answers : <Section heading={point.what}>{answers}</Section>
}

type AnswerFormProps = { point: Point; choice: Said; onBack: () => void; onSaid: (said: Said) => void }

function AnswerForm({ point, choice, onBack, onSaid }: AnswerFormProps) {
  const { t } = useTranslation('referrals')
  const { entries, label } = useCodes()
  const mine = useAsk(institutionsApi.mine, {})
  const form = useForm(referralsApi.answerPoint, {
    params: { id: point.id },
    start: () => ({
      reason: null as string | null,
      expectedOn: null as string | null,
      handledBy: null as string | null,
      words: '',
    }),
    body: (values) => ({ ...values, answer: choice }),
    draft: `point/${point.id}/answer/${choice}`,
    version: point.version,
    onDone: () => onSaid(choice),
  })
  const reasons = entries('referrals.reason').filter(
    ({ kind }) => kind === (choice === 'declined' ? 'refuse' : 'return'),
  )
  return (
    <Form
      of={form}
      deed={t(`answer.send.${choice}`)}
      beside={
        <Button kind="quiet" onClick={onBack}>
          {t('cancel')}
        </Button>
      }
    >
      {(choice === 'declined' || choice === 'returned') && (
        <ChoiceCards
          {...form.field('reason', t(choice === 'declined' ? 'answer.reason' : 'answer.lacks'), {
            lack: t('answer.reasonMissing'),
          })}
          look="rows"
          choices={reasons.map(({ code }) => ({
            value: code,
            title: label('referrals.reason', code),
          }))}
        />
      )}
      {choice === 'waiting' && (
        <DateField
          {...form.field('expectedOn', t('answer.expected'), { lack: t('answer.expectedMissing') })}
          min={today()}
        />
      )}
      {(choice === 'accepted' || choice === 'waiting') && (
        <SelectField
          {...form.field('handledBy', t('answer.handledBy'))}
          options={
            mine.data?.workers
              .filter((each) => !isOfficer(each))
              .map(({ id, givenName, familyName }) => ({ value: id, label: `${givenName} ${familyName}` })) ??
            []
          }
        />
      )}
      <TextArea {...form.field('words', t('answer.words'))} hint={t('answer.wordsHint')} rows={3} />
    </Form>
  )
}
