import { Check, CircleHelp, Hourglass, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsApi, isOfficer } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Point, referralsApi } from './api.ts'
import { InService } from './InService.tsx'
import { draftOf, paramsOf } from './ofVisit.ts'
import { useWhat } from './useWhat.ts'

export type Said = 'accepted' | 'changed' | 'waiting' | 'declined' | 'returned'

export type AnswerablePoint = Pick<Point, 'id' | 'what' | 'serviceKind'> &
  Partial<Pick<Point, 'frequency' | 'starts' | 'ends' | 'version'>>

type AnswerPointProps = {
  point: AnswerablePoint
  /** Within a case one may also say what one can do instead; the family is asked about it. */
  inCase: boolean
  /** Who was asked is not in Splot: who sent it writes down what they answered. */
  outside?: boolean
  /** Or they answer themselves, as the guest of this visit. */
  visit?: string
  alone: boolean
  /** Of several, the one to begin with: one deed of a view stands out. */
  first: boolean
  onSaid: (said: Said) => void
}

/** Big answers to what is asked, within a thumb's reach. */
export function AnswerPoint(props: AnswerPointProps) {
  const { point, inCase, outside = false, visit, alone, first, onSaid } = props
  const { t } = useTranslation('referrals')
  const [choice, setChoice] = useState<Said | null>(null)
  const whatOf = useWhat()
  const answers =
    choice === null ? (
      <div style={{ display: 'grid', gap: 10 }}>
        <Button
          kind={first ? 'filled' : 'default'}
          size="answer"
          icon={Check}
          onClick={() => setChoice('accepted')}
        >
          {t(outside ? 'answer.outside.accept' : 'answer.accept')}
        </Button>
        {inCase && (
          <Button size="answer" icon={Pencil} onClick={() => setChoice('changed')}>
            {t('answer.change')}
          </Button>
        )}
        <Button size="answer" icon={Hourglass} onClick={() => setChoice('waiting')}>
          {t(outside ? 'answer.outside.wait' : 'answer.wait')}
        </Button>
        <Button size="answer" icon={X} onClick={() => setChoice('declined')}>
          {t(outside ? 'answer.outside.decline' : 'answer.decline')}
        </Button>
        {!outside && (
          <Button size="answer" icon={CircleHelp} onClick={() => setChoice('returned')}>
            {t('answer.return')}
          </Button>
        )}
      </div>
    ) : (
      <AnswerForm
        point={point}
        inCase={inCase}
        outside={outside}
        visit={visit}
        choice={choice}
        onBack={() => setChoice(null)}
        onSaid={onSaid}
      />
    )
  return alone ? answers : <Section heading={whatOf(point)}>{answers}</Section>
}

type AnswerFormProps = {
  point: AnswerablePoint
  inCase: boolean
  outside: boolean
  visit: string | undefined
  choice: Said
  onBack: () => void
  onSaid: (said: Said) => void
}

function AnswerForm({ point, inCase, outside, visit, choice, onBack, onSaid }: AnswerFormProps) {
  const { t } = useTranslation('referrals')
  const { entries, label } = useCodes()
  // Who works on it, and for which service, is known where one is in Splot.
  const inside = !outside && !visit && choice !== 'declined' && choice !== 'returned'
  const mine = useAsk(institutionsApi.mine, {}, { enabled: inside })
  const call = (
    visit ? referralsApi.guestAnswers : referralsApi.answerPoint
  ) as typeof referralsApi.answerPoint
  const form = useForm(call, {
    start: () => ({
      reason: null as string | null,
      expectedOn: null as string | null,
      handledBy: null as string | null,
      serviceId: null as string | null,
      ahead: null as string | null,
      frequency: point.frequency ?? '',
      starts: point.starts ?? null,
      ends: point.ends ?? null,
      words: '',
    }),
    body: (values) => ({ ...values, answer: choice }),
    params: paramsOf(point.id, visit),
    draft: draftOf(point.id, `answer/${choice}`, visit),
    version: point.version,
    onDone: () => onSaid(choice),
  })
  const reasons = entries('referrals.reason').filter(
    ({ kind }) => kind === (choice === 'declined' ? 'refuse' : 'return'),
  )
  return (
    <Form
      of={form}
      deed={t(outside ? 'answer.outside.send' : `answer.send.${choice}`)}
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
      {choice === 'changed' && (
        <>
          <TextField {...form.field('frequency', t('answer.frequency'))} />
          <FieldRow>
            <DateField {...form.field('starts', t('answer.starts'))} />
            <DateField {...form.field('ends', t('answer.ends'))} min={form.values.starts ?? today()} />
          </FieldRow>
        </>
      )}
      {inside && (
        <InService
          service={form.field('serviceId', t(choice === 'waiting' ? 'inService.list' : 'inService.service'))}
          {...(choice !== 'waiting' && { ahead: form.field('ahead', t('inService.ahead')) })}
        />
      )}
      {inside && (
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
      <TextArea
        {...form.field('words', t(outside ? 'answer.outside.words' : 'answer.words'))}
        hint={outside ? undefined : t(inCase ? 'answer.wordsHintInCase' : 'answer.wordsHint')}
        rows={3}
      />
    </Form>
  )
}
