import { Check, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Done } from '../../platform/kit/Done.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type AskedItem, basketsApi } from './api.ts'

type Said = 'accepted' | 'changed' | 'declined'

/** What is said most often when one declines; the rest of the list is one tap away. */
const usualReasons = [
  'no_capacity',
  'out_of_scope',
  'out_of_area',
  'no_funding',
  'criteria_not_met',
  'other_with_text',
]

/** The asked institution answers, in three taps: what is asked without the family's name, and three big answers. */
export function AnswerItemPage() {
  const { t } = useTranslation('baskets')
  const id = useParam('id')
  const query = useAsk(basketsApi.askedItem, { params: { id } })
  const [said, setSaid] = useState<Said | null>(null)
  if (said)
    return (
      <PageFrame narrow tab={t('answerPage.tab')} title={t('answerPage.sent')}>
        <Done
          title={t(`answerPage.done.${said}`)}
          sub={t(said === 'declined' ? 'answerPage.next' : 'answerPage.nextOfService')}
        >
          <Button to="/">{t('answerPage.home')}</Button>
        </Done>
      </PageFrame>
    )
  return (
    <PageFrame
      narrow
      tab={t('answerPage.tab')}
      title={t('answerPage.title')}
      crumbs={[{ to: '/', label: t('answerPage.myDay') }]}
    >
      <Loaded
        query={query}
        rows={5}
        gone={
          <EmptyState action={<Button to="/">{t('answerPage.home')}</Button>}>
            {t('answerPage.gone')}
          </EmptyState>
        }
      >
        {(item) => <Answering item={item} onSaid={setSaid} />}
      </Loaded>
    </PageFrame>
  )
}

function Answering({ item, onSaid }: { item: AskedItem; onSaid: (said: Said) => void }) {
  const { t } = useTranslation('baskets')
  const { label } = useCodes()
  const { longDate } = useWords()
  const [choice, setChoice] = useState<Said | null>(null)
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      <DueLabel day={item.answerBy} inline />
      <KeyFacts
        facts={[
          ...(item.family
            ? [
                {
                  label: t('answerPage.family'),
                  value: <Link to={pageAt('/families/$id', { id: item.caseId })}>{item.family}</Link>,
                },
              ]
            : []),
          {
            label: t('answerPage.asked'),
            value: label('directory.service_kind', item.serviceKind),
            more: item.request,
          },
          ...(item.frequency && !item.request.includes(item.frequency)
            ? [{ label: t('frequency'), value: item.frequency }]
            : []),
          ...(item.starts ? [{ label: t('starts'), value: longDate(item.starts) }] : []),
          {
            label: t('answerPage.who'),
            value: item.coordinator ?? t('answerPage.noCoordinator'),
            more: item.coordinatorPhone ? <PhoneLink phone={item.coordinatorPhone} /> : undefined,
          },
        ]}
      />
      {choice === null ? (
        <div style={{ display: 'grid', gap: 10 }}>
          <Button kind="filled" size="answer" icon={Check} onClick={() => setChoice('accepted')}>
            {t('answerPage.accept')}
          </Button>
          <Button size="answer" icon={Pencil} onClick={() => setChoice('changed')}>
            {t('answerPage.change')}
          </Button>
          <Button size="answer" icon={X} onClick={() => setChoice('declined')}>
            {t('answerPage.decline')}
          </Button>
        </div>
      ) : (
        <AnswerForm item={item} choice={choice} onBack={() => setChoice(null)} onSaid={onSaid} />
      )}
      <p className="sm muted">
        {t(item.family ? 'answerPage.whyOfTeam' : 'answerPage.why', { code: item.code })}
      </p>
    </div>
  )
}

type AnswerFormProps = {
  item: AskedItem
  choice: Said
  onBack: () => void
  onSaid: (said: Said) => void
}

function AnswerForm({ item, choice, onBack, onSaid }: AnswerFormProps) {
  const { t } = useTranslation('baskets')
  const { entries, label } = useCodes()
  const form = useForm(basketsApi.answerItem, {
    params: { id: item.id },
    start: () => ({
      reason: null as string | null,
      words: '',
      frequency: item.frequency ?? '',
      starts: item.starts,
      ends: item.ends,
    }),
    body: (values) => ({ ...values, answer: choice }),
    draft: `item/${item.id}/answer/${choice}`,
    version: item.version,
    onDone: () => onSaid(choice),
  })
  const [allReasons, setAllReasons] = useState(false)
  const reasons = entries('baskets.refusal_reason').filter(
    ({ code }) => allReasons || usualReasons.includes(code) || code === form.values.reason,
  )
  return (
    <Form
      of={form}
      deed={t(`answerPage.send.${choice}`)}
      beside={
        <Button kind="quiet" onClick={onBack}>
          {t('cancel')}
        </Button>
      }
    >
      {choice === 'declined' && (
        <>
          <ChoiceCards
            {...form.field('reason', t('answerPage.reason'), { lack: t('answerPage.reasonMissing') })}
            look="rows"
            choices={reasons.map(({ code }) => ({
              value: code,
              title: label('baskets.refusal_reason', code),
            }))}
          />
          {!allReasons && (
            <p>
              <Button kind="quiet" onClick={() => setAllReasons(true)}>
                {t('answerPage.moreReasons')}
              </Button>
            </p>
          )}
        </>
      )}
      {choice === 'changed' && (
        <>
          <TextField {...form.field('frequency', t('frequency'))} />
          <FieldRow>
            <DateField {...form.field('starts', t('starts'))} />
            <DateField {...form.field('ends', t('ends'))} min={form.values.starts ?? today()} />
          </FieldRow>
        </>
      )}
      <TextArea {...form.field('words', t('answerPage.words'))} hint={t('answerPage.wordsHint')} rows={3} />
    </Form>
  )
}
