import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { usePartners } from '../../cases/pages/usePartners.ts'
import { householdsApi } from '../../households/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { basketsApi, type Goal, type Item } from './api.ts'

type ItemDraft = {
  serviceKind: string | null
  what: string
  providerId: string | null
  workerId: string | null
  forWhom: string[]
  frequency: string
  starts: string | null
  ends: string | null
  cost: string
  familyCost: string
  funding: string
  request: string
  ask: boolean
}

/** A new item for a goal, or a change of one: both answers to the earlier wording are then asked anew. */
export function ItemForm({
  family,
  goal,
  item,
  onDone,
}: {
  family: Family
  goal?: Goal
  item?: Item
  onDone: () => void
}) {
  const { t } = useTranslation('baskets')
  const { entries, label, options } = useCodes()
  const draft = useFormDraft<ItemDraft>(item ? `item/${item.id}/${item.version}` : `goal/${goal!.id}/item`, {
    serviceKind: item?.serviceKind ?? null,
    what: item?.what ?? '',
    providerId: item?.provider.id ?? null,
    workerId: item?.worker?.id ?? null,
    forWhom: item?.forWhom.map((person) => person.id) ?? [],
    frequency: item?.frequency ?? '',
    starts: item?.starts ?? null,
    ends: item?.ends ?? null,
    cost: item ? String(item.costGrosz / 100).replace('.', ',') : '',
    familyCost: item ? String(item.familyCostGrosz / 100).replace('.', ',') : '',
    funding: item?.funding ?? 'free',
    request: item?.request ?? '',
    ask: true,
  })
  const { values, change } = draft
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const institutions = usePartners(family.partnershipId).data ?? []
  const team = useQuery({
    queryKey: ['case', family.id, 'team'],
    queryFn: () => casesApi.team({ params: { id: family.id } }),
  })
  const householdId = family.household?.id
  const household = useQuery({
    queryKey: ['household', householdId],
    queryFn: () => householdsApi.household({ params: { id: householdId! } }),
    enabled: Boolean(householdId),
  })
  const kind = entries('baskets.service_kind').find(({ code }) => code === values.serviceKind)
  const suited = (kind?.providers ?? []) as string[]
  const providers = [...institutions].sort(
    (a, b) => Number(suited.includes(b.kind)) - Number(suited.includes(a.kind)),
  )
  const workers = (team.data ?? []).filter(
    (member) => member.state === 'accepted' && member.institutionId === values.providerId,
  )
  const cost = groszeOf(values.cost)
  const familyCost = groszeOf(values.familyCost)
  const wrong = {
    kind: !item && !values.serviceKind,
    what: values.what.trim().length < 2,
    provider: !values.providerId,
    cost: cost === null,
    familyCost: familyCost === null,
  }
  const keep = useDeed<ItemDraft>(
    async (_, key) => {
      const body = {
        serviceKind: item?.serviceKind ?? values.serviceKind!,
        what: values.what,
        providerId: values.providerId!,
        forWhom: values.forWhom,
        frequency: values.frequency,
        costGrosz: cost ?? 0,
        familyCostGrosz: familyCost ?? 0,
        funding: cost ? values.funding : 'free',
        request: values.request,
        ask: values.ask,
        ...(values.workerId && { workerId: values.workerId }),
        ...(values.starts && { starts: values.starts }),
        ...(values.ends && { ends: values.ends }),
      }
      return item
        ? basketsApi.changeItem({
            params: { id: family.id, itemId: item.id },
            body,
            key,
            version: item.version,
          })
        : basketsApi.putItem({ params: { id: family.id }, body: { id, goalId: goal!.id, ...body }, key })
    },
    () => {
      draft.clear()
      onDone()
    },
  )
  return (
    <OldForm
      problem={keep.problem}
      onSubmit={() => {
        setTried(true)
        if (!Object.values(wrong).some(Boolean)) keep.run(values)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={keep.busy}>
            {t(values.ask ? 'putAndAsk' : 'put')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      {!item && (
        <SelectField
          label={t('serviceKind')}
          searchable
          options={options('baskets.service_kind')}
          value={values.serviceKind}
          onChange={(serviceKind) =>
            change({
              serviceKind,
              ...(values.what ? {} : { what: serviceKind ? label('baskets.service_kind', serviceKind) : '' }),
            })
          }
          error={tried && wrong.kind && t('serviceKindMissing')}
        />
      )}
      <TextField
        label={t('what')}
        maxLength={500}
        value={values.what}
        onChange={(what) => change({ what })}
        error={tried && wrong.what && t('whatMissing')}
      />
      <SelectField
        label={t('provider')}
        options={providers.map((each) => ({
          value: each.id,
          label: suited.includes(each.kind) ? `${each.name} ${t('suits')}` : each.name,
        }))}
        value={values.providerId}
        onChange={(providerId) => change({ providerId, workerId: null })}
        error={tried && wrong.provider && t('providerMissing')}
      />
      {workers.length > 0 && (
        <SelectField
          label={t('worker')}
          optional
          options={workers.map((member) => ({ value: member.id, label: member.name }))}
          value={values.workerId}
          onChange={(workerId) => change({ workerId })}
        />
      )}
      <MultiSelectField
        label={t('forWhom')}
        optional
        options={(household.data?.people ?? []).map((person) => ({
          value: person.personId,
          label: `${person.givenName} ${person.familyName}`,
        }))}
        value={values.forWhom}
        onChange={(forWhom) => change({ forWhom })}
      />
      <TextField
        label={t('frequency')}
        hint={t('frequencyHint')}
        optional
        maxLength={200}
        value={values.frequency}
        onChange={(frequency) => change({ frequency })}
      />
      <FieldRow>
        <DateField
          label={t('starts')}
          optional
          value={values.starts}
          onChange={(starts) => change({ starts })}
        />
        <DateField
          label={t('ends')}
          optional
          min={values.starts ?? today()}
          value={values.ends}
          onChange={(ends) => change({ ends })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('cost')}
          optional
          inputMode="decimal"
          value={values.cost}
          onChange={(typed) => change({ cost: typed })}
          error={tried && wrong.cost && t('costWrong')}
        />
        <TextField
          label={t('familyPays')}
          optional
          inputMode="decimal"
          value={values.familyCost}
          onChange={(typed) => change({ familyCost: typed })}
          error={tried && wrong.familyCost && t('costWrong')}
        />
      </FieldRow>
      {Boolean(cost) && (
        <SelectField
          label={t('funding')}
          options={options('baskets.funding')}
          value={values.funding}
          onChange={(funding) => change({ funding: funding ?? 'free' })}
        />
      )}
      <TextArea
        label={t('request')}
        hint={t('requestHint')}
        optional
        rows={2}
        maxLength={1000}
        value={values.request}
        onChange={(request) => change({ request })}
      />
      <CheckboxField label={t('askNow')} value={values.ask} onChange={(ask) => change({ ask })} />
    </OldForm>
  )
}

/** "12,50" or "1 260" in grosze; nothing typed is nothing to pay, and what is no amount is null. */
function groszeOf(typed: string): number | null {
  const plain = typed.replaceAll(/[\s ]|zł/g, '').replace(',', '.')
  if (plain === '') return 0
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
