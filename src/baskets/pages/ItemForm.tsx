import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { usePartners } from '../../cases/pages/usePartners.ts'
import { householdsApi } from '../../households/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { basketsApi, type Goal, type Item } from './api.ts'
import { useDrawnRequest } from './useDrawnRequest.ts'

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
  const { worker } = useSession()
  // A change has the same shape, but for the name and the goal of what is new.
  const call = (item ? basketsApi.changeItem : basketsApi.putItem) as typeof basketsApi.putItem
  const params = { id: family.id, itemId: item?.id }
  const form = useForm(call, {
    params,
    start: () => ({
      id: newId(),
      serviceKind: item?.serviceKind ?? null,
      what: item?.what ?? '',
      providerId: item?.provider.id ?? null,
      workerId: item?.worker?.id ?? null,
      forWhom: item?.forWhom.map((person) => person.id) ?? [],
      frequency: item?.frequency ?? '',
      starts: item?.starts ?? null,
      ends: item?.ends ?? null,
      cost: '',
      familyCost: '',
      ...(item && costsOf(item)),
      funding: item?.funding ?? 'free',
      request: item?.request ?? '',
      ask: true,
    }),
    written: costsOf,
    body: (values) => ({
      ...values,
      goalId: goal?.id,
      costGrosz: groszeOf(values.cost),
      familyCostGrosz: groszeOf(values.familyCost),
      funding: groszeOf(values.cost) ? values.funding : 'free',
    }),
    draft: item ? `item/${item.id}` : `goal/${goal!.id}/item`,
    version: item?.version,
    onDone,
  })
  const { values, change } = form
  const institutions = usePartners(family.partnershipId).data ?? []
  const team = useAsk(casesApi.team, { params: { id: family.id } })
  const householdId = family.household?.id
  const household = useAsk(
    householdsApi.household,
    { params: { id: householdId! } },
    { enabled: Boolean(householdId) },
  )
  const chosen = household.data?.people.filter(({ personId }) => values.forWhom.includes(personId))
  useDrawnRequest(values, chosen, household.data?.communeName, (request) => change({ request }))
  const kind = entries('baskets.service_kind').find(({ code }) => code === values.serviceKind)
  const suited = (kind?.providers ?? []) as string[]
  const providers = [...institutions].sort(
    (a, b) => Number(suited.includes(b.kind)) - Number(suited.includes(a.kind)),
  )
  // Nobody asks themselves: what we do is accepted as it is put in.
  const ours = values.providerId === worker?.institutionId
  const workers = (team.data ?? []).filter(
    (member) => member.state === 'accepted' && member.institutionId === values.providerId,
  )
  return (
    <Form
      of={form}
      deed={t(values.ask && !ours ? 'putAndAsk' : 'put')}
      beside={
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      }
    >
      {!item && (
        <SelectField
          {...form.field('serviceKind', t('serviceKind'), { lack: t('serviceKindMissing') })}
          searchable
          options={options('baskets.service_kind')}
          onChange={(serviceKind) =>
            change({
              serviceKind,
              ...(values.what ? {} : { what: serviceKind ? label('baskets.service_kind', serviceKind) : '' }),
            })
          }
        />
      )}
      <TextField {...form.field('what', t('what'), { lack: t('whatMissing') })} />
      <SelectField
        {...form.field('providerId', t('provider'), {
          lack: t('providerMissing'),
          said: (id: string) => providers.find((each) => each.id === id)?.name,
        })}
        options={providers.map((each) => ({
          value: each.id,
          label: suited.includes(each.kind) ? `${each.name} ${t('suits')}` : each.name,
        }))}
        onChange={(providerId) => change({ providerId, workerId: null })}
      />
      {workers.length > 0 && (
        <SelectField
          {...form.field('workerId', t('worker'), {
            said: (id: string) => workers.find((each) => each.id === id)?.name,
          })}
          options={workers.map((member) => ({ value: member.id, label: member.name }))}
        />
      )}
      <MultiSelectField
        {...form.field('forWhom', t('forWhom'))}
        options={(household.data?.people ?? [])
          .filter(({ diedOn }) => !diedOn)
          .map((person) => ({
            value: person.personId,
            label: person.name,
          }))}
      />
      <TextField {...form.field('frequency', t('frequency'))} hint={t('frequencyHint')} />
      <FieldRow>
        <DateField {...form.field('starts', t('starts'))} />
        <DateField {...form.field('ends', t('ends'))} min={values.starts ?? today()} />
      </FieldRow>
      <FieldRow>
        <TextField
          {...form.field('cost', t('cost'), { at: 'costGrosz', lack: t('costWrong') })}
          optional
          inputMode="decimal"
        />
        <TextField
          {...form.field('familyCost', t('familyPays'), { at: 'familyCostGrosz', lack: t('costWrong') })}
          optional
          inputMode="decimal"
        />
      </FieldRow>
      {Boolean(groszeOf(values.cost)) && (
        <SelectField
          {...form.field('funding', t('funding'), {
            said: (code: string) => label('baskets.funding', code),
          })}
          options={options('baskets.funding')}
        />
      )}
      <TextArea {...form.field('request', t('request'))} hint={t('requestHint')} rows={2} />
      {!ours && <CheckboxField {...form.field('ask', t('askNow'))} />}
    </Form>
  )
}

const zlotyOf = (grosze: number) => String(grosze / 100).replace('.', ',')
const costsOf = ({ costGrosz, familyCostGrosz }: { costGrosz?: number; familyCostGrosz?: number }) => ({
  cost: zlotyOf(costGrosz ?? 0),
  familyCost: zlotyOf(familyCostGrosz ?? 0),
})

/** "12,50" or "1 260" in grosze; nothing typed is nothing to pay, and what is no amount is null. */
function groszeOf(typed: string): number | null {
  const plain = typed.replaceAll(/[\s ]|zł/g, '').replace(',', '.')
  if (plain === '') return 0
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
