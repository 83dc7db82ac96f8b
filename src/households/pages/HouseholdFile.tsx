import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChangedMeanwhile } from '../../platform/kit/ChangedMeanwhile.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { conflictOf } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { householdsApi } from './api.ts'
import { ContactWays } from './ContactWays.tsx'
import { People } from './People.tsx'
import { Relations } from './Relations.tsx'
import type { Household } from './relationWords.ts'

/** A household as far as the reader may know it; whoever keeps it may correct it. */
export function HouseholdFile({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['household', id],
    queryFn: () => householdsApi.household({ params: { id } }),
  })
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
  const [seen] = useState(household.address?.version)
  const draft = useFormDraft(`household/${household.id}/address`, {
    line: household.address?.line ?? '',
    howToGetThere: household.address?.howToGetThere ?? '',
    protected: household.address?.protected ?? false,
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const set = useDeed(
    ({ version, ...body }: typeof values & { version: number | undefined }, key) =>
      householdsApi.setAddress({
        params: { id: household.id },
        body,
        key,
        ...(version !== undefined && { version }),
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  return (
    <OldForm
      problem={set.problem}
      onSubmit={() => {
        setMissing(true)
        if (values.line.trim()) set.run({ ...values, version: seen })
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={set.busy}>
            {t('keep')}
          </Button>
          <Button onClick={onDone}>{t('back')}</Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <TextField
        label={t('address.line')}
        value={values.line}
        onChange={(line) => change({ line })}
        maxLength={200}
        error={missing && !values.line.trim() && t('address.lackLine')}
      />
      <TextField
        label={t('address.howToGetThere')}
        hint={t('address.howHint')}
        optional
        value={values.howToGetThere}
        onChange={(howToGetThere) => change({ howToGetThere })}
        maxLength={500}
      />
      <CheckboxField
        label={t('address.protect')}
        hint={t('address.protectHint')}
        value={values.protected}
        onChange={(kept) => change({ protected: kept })}
      />
    </OldForm>
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
  // What is on the screen is asked anew by itself; the change starts from what its writer saw.
  const [seen] = useState(household.version)
  const draft = useFormDraft(`household/${household.id}/${seen}/place`, {
    label: household.label,
    locality: household.locality ?? '',
  })
  const { values, change } = draft
  const [missing, setMissing] = useState(false)
  const deed = useDeed(
    ({ version, ...body }: typeof values & { version: number }, key) =>
      householdsApi.changeHousehold({
        params: { id: household.id },
        body: { ...body, ...(household.commune && { commune: household.commune }) },
        version,
        key,
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  return (
    <>
      <ChangedMeanwhile
        problem={deed.problem}
        mine={values}
        labels={{ label: t('place.label'), locality: t('place.locality') }}
        busy={deed.busy}
        onDecide={(kept, version) => deed.run({ ...kept, version })}
      />
      <OldForm
        problem={conflictOf(deed.problem) ? null : deed.problem}
        onSubmit={() => {
          setMissing(true)
          if (values.label.trim()) deed.run({ ...values, version: seen })
        }}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('keep')}
            </Button>
            <Button onClick={onDone}>{t('back')}</Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <FieldRow>
          <TextField
            label={t('place.label')}
            value={values.label}
            onChange={(label) => change({ label })}
            maxLength={120}
            error={missing && !values.label.trim() && t('place.lackLabel')}
          />
          <TextField
            label={t('place.locality')}
            optional
            value={values.locality}
            onChange={(locality) => change({ locality })}
            maxLength={120}
          />
        </FieldRow>
      </OldForm>
    </>
  )
}
