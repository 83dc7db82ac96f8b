import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { householdsApi } from './api.ts'
import { ContactWays } from './ContactWays.tsx'
import { People } from './People.tsx'
import { Relations } from './Relations.tsx'
import type { Household } from './relationWords.ts'

/** A household as far as the reader may know it; whoever keeps it may correct it. */
export function HouseholdFile({ id }: { id: string }) {
  const query = useAsk(householdsApi.household, { params: { id } })
  return (
    <Loaded query={query} rows={6}>
      {(household) => (
        <Columns
          aside={
            <>
              <Address household={household} />
              <ContactWays household={household} />
              {household.mayKeep && <Place household={household} />}
            </>
          }
        >
          <People household={household} />
          <Relations household={household} />
        </Columns>
      )}
    </Loaded>
  )
}

function Address({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const { address, mayKeep } = household
  const [editing, setEditing] = useState(false)
  return (
    <Section
      heading={t('address.title')}
      more={
        mayKeep &&
        !editing && (
          <Button kind="quiet" size="small" onClick={() => setEditing(true)}>
            {t(address ? 'correct' : 'add')}
          </Button>
        )
      }
    >
      {editing ? (
        <AddressForm household={household} onDone={() => setEditing(false)} />
      ) : address ? (
        <>
          <p className="m">{address.line}</p>
          <p>
            {[household.locality, household.communeName]
              .filter((place) => place && !address.line.includes(place))
              .join(', ')}
          </p>
          {address.howToGetThere && <p className="sm muted">{address.howToGetThere}</p>}
          {address.protected && (
            <p style={{ marginTop: 8 }}>
              <Status kind="wait">{t('address.protected')}</Status>
            </p>
          )}
        </>
      ) : (
        <EmptyState>{t(mayKeep ? 'address.empty' : 'address.notYours')}</EmptyState>
      )}
    </Section>
  )
}

function AddressForm({ household, onDone }: { household: Household; onDone: () => void }) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.setAddress, {
    params: { id: household.id },
    start: () => ({
      line: household.address?.line ?? '',
      howToGetThere: household.address?.howToGetThere ?? '',
      protected: household.address?.protected ?? false,
    }),
    draft: `household/${household.id}/address`,
    version: household.address?.version ?? 0,
    onDone,
  })
  return (
    <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
      <TextField {...form.field('line', t('address.line'), { lack: t('address.lackLine') })} />
      <TextField {...form.field('howToGetThere', t('address.howToGetThere'))} hint={t('address.howHint')} />
      <CheckboxField {...form.field('protected', t('address.protect'))} hint={t('address.protectHint')} />
    </Form>
  )
}

/** What the household is called on lists, and where it is. */
function Place({ household }: { household: Household }) {
  const { t } = useTranslation('households')
  const [editing, setEditing] = useState(false)
  return (
    <Section
      heading={t('place.title')}
      more={
        !editing && (
          <Button kind="quiet" size="small" onClick={() => setEditing(true)}>
            {t('correct')}
          </Button>
        )
      }
    >
      {editing ? (
        <PlaceForm household={household} onDone={() => setEditing(false)} />
      ) : (
        <p>
          <b className="m">{household.label}</b>
          <br />
          {[household.locality, household.communeName].filter(Boolean).join(', ')}
        </p>
      )}
    </Section>
  )
}

function PlaceForm({ household, onDone }: { household: Household; onDone: () => void }) {
  const { t } = useTranslation('households')
  const form = useForm(householdsApi.changeHousehold, {
    params: { id: household.id },
    start: () => ({ label: household.label, locality: household.locality ?? '' }),
    body: (values) => ({ ...values, commune: household.commune }),
    draft: `household/${household.id}/place`,
    version: household.version,
    onDone,
  })
  return (
    <Form of={form} deed={t('keep')} beside={<Button onClick={onDone}>{t('back')}</Button>}>
      <FieldRow>
        <TextField {...form.field('label', t('place.label'), { lack: t('place.lackLabel') })} />
        <TextField {...form.field('locality', t('place.locality'))} />
      </FieldRow>
    </Form>
  )
}
