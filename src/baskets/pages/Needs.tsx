import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { type Basket, basketsApi, type Composing, type Goal } from './api.ts'

type Given = { family: Family; composing: Composing; may: boolean }

/** What each goal needs: the kinds of services that are looked for. */
export function Needs({ basket, ...given }: Given & { basket: Basket }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.needs' })
  return (
    <Section heading={t('heading')} more={t('more')}>
      <Rows>
        {basket.goals.map((goal) => (
          <OfGoal key={goal.id} goal={goal} {...given} />
        ))}
      </Rows>
      {basket.goals.length === 0 && <p className="sm muted">{t('noGoals')}</p>}
    </Section>
  )
}

function OfGoal({ family, composing, may, goal }: Given & { goal: Goal }) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.needs' })
  const { label } = useCodes()
  const [adding, setAdding] = useState(false)
  const drop = useDeed((needId: string, key) =>
    basketsApi.dropNeed({ params: { id: family.id, needId }, key }),
  )
  const needs = composing.needs.filter(({ goalId }) => goalId === goal.id)
  return (
    <li style={{ padding: '10px 0' }}>
      <h3>
        <Quote>{goal.words}</Quote>
      </h3>
      <Rows>
        {needs.map((need) => {
          const kind = label('directory.service_kind', need.serviceKind)
          return (
            <Row
              key={need.id}
              title={kind}
              sub={[
                need.person?.name,
                t('times', { count: need.times }),
                need.minutes === null ? t('minutesUnknown') : t('minutes', { count: need.minutes }),
              ]
                .filter(Boolean)
                .join(' · ')}
              end={
                <>
                  {need.met && <Status kind="ok">{t('met')}</Status>}
                  {may && (
                    <Button
                      size="small"
                      kind="quiet"
                      aria-label={t('dropNamed', { kind })}
                      busy={drop.busy && drop.trying === need.id}
                      onClick={() => drop.run(need.id)}
                    >
                      {t('drop')}
                    </Button>
                  )}
                </>
              }
            />
          )
        })}
      </Rows>
      {drop.problem ? <ProblemNotice problem={drop.problem} /> : null}
      {may &&
        (adding ? (
          <NeedForm family={family} goal={goal} people={composing.people} onDone={() => setAdding(false)} />
        ) : (
          <Button
            size="small"
            kind="quiet"
            icon={Plus}
            aria-label={t('addNamed', { goal: goal.words })}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        ))}
    </li>
  )
}

function NeedForm(props: { family: Family; goal: Goal; people: Composing['people']; onDone: () => void }) {
  const { family, goal, people, onDone } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.needs' })
  const { entries, label } = useCodes()
  const form = useForm(basketsApi.addNeed, {
    params: { id: family.id },
    start: () => ({
      id: newId(),
      serviceKind: null as string | null,
      personId: null as string | null,
      times: '1',
      minutes: '',
    }),
    body: ({ minutes, personId, ...values }) => ({
      ...values,
      goalId: goal.id,
      personId: personId ?? undefined,
      times: Number(values.times),
      minutes: minutes.trim() ? Number(minutes) : undefined,
    }),
    faults: ({ minutes }) => ({
      minutes: minutes.trim() !== '' && !/^\d{2,3}$/.test(minutes.trim()) && t('minutesWrong'),
    }),
    onDone,
  })
  return (
    <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('cancel')}</Button>}>
      <SelectField
        {...form.field('serviceKind', t('kind'), { lack: t('kindMissing') })}
        options={entries('directory.service_kind')
          .filter((entry) => entry.class !== 'violence')
          .map(({ code }) => ({ value: code, label: label('directory.service_kind', code) }))}
      />
      <SelectField
        {...form.field('personId', t('whom'))}
        hint={t('whomHint')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FieldRow>
        <SelectField
          {...form.field('times', t('howOften'))}
          options={['1', '2', '3', '4', '5'].map((value) => ({
            value,
            label: t('times', { count: Number(value) }),
          }))}
        />
        <TextField
          {...form.field('minutes', t('howLong'))}
          hint={t('howLongHint')}
          inputMode="numeric"
          optional
        />
      </FieldRow>
    </Form>
  )
}
