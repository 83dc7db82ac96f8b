import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { usePartners } from '../../cases/pages/usePartners.ts'
import { householdsApi } from '../../households/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Chips } from '../../platform/kit/Chips.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { FieldError } from '../../platform/kit/fields.tsx'
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
import { type Basket, basketsApi, type Goal, type Item } from './api.ts'
import { useDrawnRequest } from './useDrawnRequest.ts'
import { isWrong, linesOf, WeeklyFields, weeklyOf } from './WeeklyFields.tsx'
import { groszeOf, zlotyOf } from './zloty.ts'

const other = 'other'
const mostKinds = 8

export type ItemFormProps = {
  family: Family
  basket: Basket
  goal?: Goal
  item?: Item
  /** It is put in as what was settled elsewhere: by an endpoint of the same shape, beginning with what was said there. */
  settled?: {
    call: { endpoint: Pick<typeof basketsApi.putItem.endpoint, 'body'> }
    params: Record<string, string>
    draft: string
    start: { what: string; providerId: string | null; workerId: string | null; starts: string | null }
  }
  onDone: () => void
  onBack?: () => void
}

/** What an institution does for a goal, or a change of it: both answers to the earlier wording are then asked anew. */
export function ItemForm({ family, basket, goal, item, settled, onDone, onBack = onDone }: ItemFormProps) {
  const { t } = useTranslation('baskets')
  const { entries, label, options } = useCodes()
  const { worker } = useSession()
  const [choosing, setElsewhere] = useState(false)
  const [choosingKind, setAnyKind] = useState(false)
  // A change has the same shape, but for the name and the goal of what is new.
  const call = (settled?.call ??
    (item ? basketsApi.changeItem : basketsApi.putItem)) as typeof basketsApi.putItem
  const params = { id: family.id, itemId: item?.id, ...settled?.params }
  const form = useForm(call, {
    params,
    start: () => ({
      id: newId(),
      serviceKind: item?.serviceKind ?? null,
      what: item?.what ?? '',
      providerId: item?.provider?.id ?? null,
      workerId: item?.worker?.id ?? null,
      performers: item?.performers.map((person) => person.id) ?? [],
      indicator: item?.indicator ?? '',
      forWhom: item?.forWhom.map((person) => person.id) ?? [],
      frequency: item?.frequency ?? '',
      lines: linesOf(item?.weekly),
      starts: item?.starts ?? null,
      ends: item?.ends ?? null,
      ...costsOf(item ?? {}),
      funding: item?.funding ?? null,
      request: item?.request ?? '',
      ask: true,
      ...settled?.start,
    }),
    written: costsOf,
    body: (values) => ({
      ...values,
      goalId: goal?.id,
      serviceKind: item?.serviceKind ?? values.serviceKind,
      // Done by somebody else, it is another service.
      serviceId: values.providerId === item?.provider?.id ? (item?.serviceId ?? undefined) : undefined,
      weekly: weeklyOf(values.lines),
      costGrosz: values.costs === 'sum' ? groszeOf(values.cost) : values.costs === 'free' ? 0 : undefined,
      familyCostGrosz: values.costs === 'sum' && values.familyCost ? groszeOf(values.familyCost) : undefined,
      funding: values.costs === 'sum' ? (values.funding ?? undefined) : undefined,
    }),
    faults: ({ serviceKind, providerId, costs, cost, lines }) => ({
      lines: lines.some(isWrong),
      serviceKind: !item && !serviceKind && t('serviceKindMissing'),
      providerId: !providerId && t('providerMissing'),
      cost: costs === 'sum' && groszeOf(cost) === null && t('costWrong'),
    }),
    draft: settled?.draft ?? (item ? `item/${item.id}` : `goal/${goal!.id}/item`),
    version: item?.version,
    onDone: () => {
      setElsewhere(false)
      setAnyKind(false)
      onDone()
    },
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
  const kind = entries('directory.service_kind').find(({ code }) => code === values.serviceKind)
  const suited = (kind?.providers ?? []) as string[]
  const providers = [...institutions].sort(
    (a, b) => Number(suited.includes(b.kind)) - Number(suited.includes(a.kind)),
  )
  // Those who work with the family already stand one tap away.
  const onTeam = providers.filter(({ id }) =>
    (team.data ?? []).some((member) => member.state === 'accepted' && member.institutionId === id),
  )
  const isOther = Boolean(values.providerId) && !onTeam.some(({ id }) => id === values.providerId)
  const elsewhere = choosing || (isOther && team.data !== undefined)
  const provider = form.field('providerId', t('provider'), {
    lack: t('providerMissing'),
    said: (id: string) => providers.find((each) => each.id === id)?.name,
  })
  // What such an institution does stands one tap away, too.
  const providerKind = providers.find(({ id }) => id === values.providerId)?.kind
  const usual = entries('directory.service_kind')
    .filter(({ providers }) => (providers as string[]).includes(providerKind ?? ''))
    .slice(0, mostKinds)
  const anyKind =
    choosingKind || (values.serviceKind !== null && !usual.some(({ code }) => code === values.serviceKind))
  const serviceKind = form.field('serviceKind', t('serviceKind'), { lack: t('serviceKindMissing') })
  const nameOf = (code: string | null) => (code ? label('directory.service_kind', code) : '')
  const chooseKind = (code: string | null) =>
    change({
      serviceKind: code,
      // Until somebody writes it in their own words.
      ...([nameOf(values.serviceKind), ''].includes(values.what) && { what: nameOf(code) }),
    })
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
        <Button kind="quiet" onClick={onBack}>
          {t('cancel')}
        </Button>
      }
    >
      {onTeam.length > 0 && (
        <fieldset>
          <legend className="sm m">{provider.label}</legend>
          <Chips
            choices={[
              ...onTeam.map(({ id, name }) => ({ value: id, label: name })),
              { value: other, label: t('otherProvider') },
            ]}
            value={elsewhere ? [other] : values.providerId ? [values.providerId] : []}
            onTurn={(id) => {
              setElsewhere(id === other)
              change({ providerId: id === other || id === values.providerId ? null : id, workerId: null })
            }}
          />
          {!elsewhere && provider.error && <FieldError>{provider.error}</FieldError>}
        </fieldset>
      )}
      {(elsewhere || onTeam.length === 0) && (
        <SelectField
          {...provider}
          optional={false}
          options={providers.map((each) => ({
            value: each.id,
            label: suited.includes(each.kind) ? `${each.name} ${t('suits')}` : each.name,
          }))}
          onChange={(providerId) => change({ providerId, workerId: null })}
        />
      )}
      {!item && usual.length > 0 && (
        <fieldset>
          <legend className="sm m">{serviceKind.label}</legend>
          <Chips
            choices={[
              ...usual.map(({ code }) => ({ value: code, label: label('directory.service_kind', code) })),
              { value: other, label: t('otherKind') },
            ]}
            value={anyKind ? [other] : values.serviceKind ? [values.serviceKind] : []}
            onTurn={(code) => {
              setAnyKind(code === other)
              chooseKind(code === other || code === values.serviceKind ? null : code)
            }}
          />
          {!anyKind && serviceKind.error && <FieldError>{serviceKind.error}</FieldError>}
        </fieldset>
      )}
      {!item && (anyKind || usual.length === 0) && (
        <SelectField
          {...serviceKind}
          optional={false}
          searchable
          options={options('directory.service_kind')}
          onChange={chooseKind}
        />
      )}
      <TextField {...form.field('what', t('what'), { lack: t('whatMissing') })} hint={t('whatHint')} />
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
      <WeeklyFields lines={values.lines} onChange={(lines) => change({ lines })} tried={form.sent > 0} />
      <Explain question={t('more')}>
        <div style={{ display: 'grid', gap: 14 }}>
          <MultiSelectField
            {...form.field('performers', t('together'))}
            hint={t('togetherHint')}
            options={basket.mayUndertake.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FieldRow>
            <DateField {...form.field('starts', t('starts'))} />
            <DateField {...form.field('ends', t('ends'))} min={values.starts ?? today()} />
          </FieldRow>
          <TextField {...form.field('indicator', t('knownBy'))} />
          <ChoiceCards
            {...form.field('costs', t('costs'))}
            look="rows"
            choices={(['unsaid', 'free', 'sum'] as const).map((value) => ({
              value,
              title: t(`costChoice.${value}`),
            }))}
          />
          {values.costs === 'sum' && (
            <FieldRow>
              <TextField
                {...form.field('cost', t('costSum'), { at: 'costGrosz', lack: t('costWrong') })}
                optional={false}
                inputMode="decimal"
              />
              <TextField
                {...form.field('familyCost', t('familyPays'), {
                  at: 'familyCostGrosz',
                  lack: t('costWrong'),
                })}
                optional
                inputMode="decimal"
              />
            </FieldRow>
          )}
          {values.costs === 'sum' && (
            <SelectField
              {...form.field('funding', t('funding'), {
                said: (code: string) => label('baskets.funding', code),
              })}
              options={options('baskets.funding')}
            />
          )}
        </div>
      </Explain>
      <TextArea {...form.field('request', t('request'))} hint={t('requestHint')} rows={2} />
      {!ours && <CheckboxField {...form.field('ask', t('askNow'))} />}
    </Form>
  )
}

type Cost = { costGrosz?: number | null; familyCostGrosz?: number | null }
/** As it is written: free is chosen, for an empty field promises nothing. */
const costsOf = ({ costGrosz, familyCostGrosz }: Cost) => ({
  costs: (costGrosz == null ? 'unsaid' : costGrosz === 0 ? 'free' : 'sum') as 'unsaid' | 'free' | 'sum',
  cost: zlotyOf(costGrosz || null),
  familyCost: zlotyOf(familyCostGrosz),
})
