import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { householdsApi } from './api.ts'
import { calledIn, type Household } from './relationWords.ts'

const list = 'households.contact_way_kind'

/** How to reach the family safely: when, how, and who must not know. */
export function ContactWays({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const codes = useCodes()
  const [adding, setAdding] = useState(false)
  const remove = useDeed((id: string, key) =>
    householdsApi.removeContactWay({ params: { id, householdId: household.id }, key }),
  )
  const isPhone = (kind: string) => codes.entries(list).find(({ code }) => code === kind)?.channel === 'phone'
  const whose = (id: string | null) => calledIn(household, id)
  return (
    <Section heading={t('ways.title')}>
      <Rows>
        {household.contactWays.map((way) => (
          <Row
            key={way.id}
            title={isPhone(way.kind) && way.safe ? <PhoneLink phone={way.value} bare /> : way.value}
            sub={
              <>
                {[codes.label(list, way.kind), whose(way.personId), way.hours].filter(Boolean).join(' · ')}
                <br />
                <Status kind={way.safe ? 'ok' : 'late'}>{t(way.safe ? 'ways.safe' : 'ways.unsafe')}</Status>
                {way.whoMustNotKnow && ` · ${t('ways.mustNotKnow', { who: way.whoMustNotKnow })}`}
              </>
            }
            end={
              household.mayKeep && (
                <Button
                  kind="quiet"
                  size="small"
                  busy={remove.busy}
                  onClick={() => remove.run(way.id)}
                  aria-label={t('ways.removeNamed', { what: way.value })}
                >
                  {t('remove')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      <ProblemNotice problem={remove.problem} />
      {household.contactWays.length === 0 && !adding && <EmptyState>{t('ways.empty')}</EmptyState>}
      {household.mayKeep &&
        (adding ? (
          <div style={{ paddingTop: 14 }}>
            <AddWay household={household} onDone={() => setAdding(false)} />
          </div>
        ) : (
          <p style={{ paddingTop: 12 }}>
            <Button size="small" onClick={() => setAdding(true)}>
              {t('ways.add')}
            </Button>
          </p>
        ))}
    </Section>
  )
}

function AddWay({ household, onDone }: { household: Household; onDone: () => void }) {
  const { t } = useTranslation('households')
  const { options, entries } = useCodes()
  const form = useForm(householdsApi.addContactWay, {
    params: { id: household.id },
    start: () => ({
      id: newId(),
      kind: 'mobile_phone' as string | null,
      value: '',
      personId: null as string | null,
      hours: '',
      safe: true,
      whoMustNotKnow: '',
    }),
    onDone,
  })
  const channel = String(entries(list).find(({ code }) => code === form.values.kind)?.channel)
  const asked = ['phone', 'email', 'post'].includes(channel) ? channel : 'other'
  return (
    <Form of={form} deed={t('add')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
      <SelectField {...form.field('kind', t('ways.kind'))} options={options(list)} />
      <TextField {...form.field('value', t(`ways.value.${asked}`), { lack: t('ways.lackValue') })} />
      <SelectField
        {...form.field('personId', t('ways.whose'))}
        options={household.people.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <TextField {...form.field('hours', t('ways.hours'))} hint={t('ways.hoursHint')} />
      <CheckboxField {...form.field('safe', t('ways.isSafe'))} hint={t('ways.isSafeHint')} />
      <TextField {...form.field('whoMustNotKnow', t('ways.whoMustNotKnow'))} />
    </Form>
  )
}
