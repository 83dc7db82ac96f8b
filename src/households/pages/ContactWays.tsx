import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
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
import { householdsApi } from './api.ts'
import type { Household } from './relationWords.ts'

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
  const whose = (id: string | null) => household.people.find(({ personId }) => personId === id)?.givenName
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

type Given = Parameters<typeof householdsApi.addContactWay>[0]['body']

function AddWay({ household, onDone }: { household: Household; onDone: () => void }) {
  const { t } = useTranslation('households')
  const { options } = useCodes()
  const [values, setValues] = useState({
    id: newId(),
    kind: 'mobile_phone' as string | null,
    value: '',
    personId: null as string | null,
    hours: '',
    safe: true,
    whoMustNotKnow: '',
  })
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const [missing, setMissing] = useState(false)
  const add = useDeed(
    (body: Given, key) => householdsApi.addContactWay({ params: { id: household.id }, body, key }),
    onDone,
  )
  return (
    <OldForm
      problem={add.problem}
      onSubmit={() => {
        setMissing(true)
        const { kind, personId, ...rest } = values
        if (kind && values.value.trim()) add.run({ ...rest, kind, ...(personId && { personId }) })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={add.busy}>
            {t('add')}
          </Button>
          <Button onClick={onDone}>{t('back')}</Button>
        </>
      }
    >
      <SelectField
        label={t('ways.kind')}
        options={options(list)}
        value={values.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label={t('ways.value')}
        value={values.value}
        onChange={(value) => change({ value })}
        maxLength={200}
        error={missing && !values.value.trim() && t('ways.lackValue')}
      />
      <SelectField
        label={t('ways.whose')}
        optional
        options={household.people.map(({ personId, givenName, familyName }) => ({
          value: personId,
          label: `${givenName} ${familyName}`,
        }))}
        value={values.personId}
        onChange={(personId) => change({ personId })}
      />
      <TextField
        label={t('ways.hours')}
        hint={t('ways.hoursHint')}
        optional
        value={values.hours}
        onChange={(hours) => change({ hours })}
        maxLength={120}
      />
      <CheckboxField
        label={t('ways.isSafe')}
        hint={t('ways.isSafeHint')}
        value={values.safe}
        onChange={(safe) => change({ safe })}
      />
      <TextField
        label={t('ways.whoMustNotKnow')}
        optional
        value={values.whoMustNotKnow}
        onChange={(whoMustNotKnow) => change({ whoMustNotKnow })}
        maxLength={200}
      />
    </OldForm>
  )
}
