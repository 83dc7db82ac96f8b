import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useForm } from '../../platform/web/useForm.ts'
import { AskedFor, useWhen } from './AskedFor.tsx'
import { type Basket, basketsApi, type Item } from './api.ts'
import { HowSaid, saidNow } from './HowSaid.tsx'

type Answer = 'yes' | 'no' | 'later'
const answers = ['yes', 'no', 'later'] as const

type FamilyAnswersProps = {
  family: Family
  items: Item[]
  people: Basket['mayUndertake']
  onDone: () => void
}

/** What the family says to each of the items that wait for it: one talk, each by itself, nothing said beforehand. */
export function FamilyAnswers({ family, items, people, onDone }: FamilyAnswersProps) {
  const { t } = useTranslation('baskets')
  const form = useForm(basketsApi.familyAnswersToAll, {
    params: { id: family.id },
    start: () => ({
      given: {} as Record<string, { answer: Answer; version: number }>,
      ...saidNow(),
    }),
    body: ({ given, ...values }) => ({
      ...values,
      answers: Object.entries(given).map(([itemId, each]) => ({ itemId, ...each })),
    }),
    faults: ({ given }) => ({ given: Object.keys(given).length === 0 && t('familyAllMissing') }),
    draft: `case/${family.id}/family-answers`,
    onDone,
  })
  const { given } = form.values
  const turn = ({ id, familyVersion: version }: Item, answer: Answer) => {
    const { [id]: before, ...others } = given
    form.change({ given: before?.answer === answer ? others : { ...others, [id]: { answer, version } } })
  }
  const { error } = form.field('given', t('familyAll'), { at: 'answers' })
  return (
    <Section heading={t('familyAll')} more={t('familyAllHint')}>
      <Form
        of={form}
        deed={t('keepFamilyAll')}
        beside={
          <Button kind="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        }
      >
        {items.map((item) => (
          <fieldset key={item.id}>
            <legend className="m">
              {item.what}
              <span className="sm muted">
                {' '}
                {item.provider?.name ?? item.performers.map(({ name }) => name).join(', ')}
              </span>
            </legend>
            <Offered item={item} />
            <Chips
              choices={answers.map((value) => ({ value, label: t(`familyAnswers.${value}`) }))}
              value={given[item.id] ? [given[item.id]!.answer] : []}
              onTurn={(answer) => turn(item, answer)}
            />
          </fieldset>
        ))}
        {error && <FieldError>{error}</FieldError>}
        <HowSaid form={form} people={people} />
      </Form>
    </Section>
  )
}

/** How often and when, what the institution changed, and what it says: as it is read out to the family. */
function Offered({ item }: { item: Item }) {
  const when = useWhen()(item)
  return (
    <div className="sm">
      {when && <p>{when}</p>}
      <AskedFor item={item} />
    </div>
  )
}
