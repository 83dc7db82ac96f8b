import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { FormOf } from '../../platform/web/useForm.ts'
import { costs, referrers } from '../contract.ts'
import type { Service, Where } from './api.ts'
import { aPlace, type Written } from './asWritten.ts'
import { PlaceFields } from './PlaceFields.tsx'

/** What is said of a service: name, kind, phone, place and hours first; the rest folded. */
export function ServiceForm({
  of: form,
  where,
  onCancel,
  served,
  isNew = false,
}: {
  of: FormOf<Written>
  where: Where
  onCancel: () => void
  /** Whom it serves so far. */
  served?: Service['area']
  isNew?: boolean
}) {
  const { t } = useTranslation('directory')
  const codes = useCodes()
  const { values } = form
  const kinds = codes.entries('directory.service_kind')
  // A county or a voivodeship that somebody named stays as it is.
  const communes = [
    ...[...where.communes, ...where.around].map(({ terc, name }) => ({ value: terc, label: name })),
    ...(served ?? []).map(({ terc, name }) => ({ value: terc, label: name })),
  ].filter(({ value }, i, all) => all.findIndex((each) => each.value === value) === i)
  const isOfViolence = kinds.find(({ code }) => code === values.kind)?.class === 'violence'
  return (
    <Form
      of={form}
      deed={t('form.save')}
      beside={
        <Button kind="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      }
    >
      <TextField
        {...form.field('name', t('form.name'), { lack: t('form.nameMissing') })}
        hint={t('form.nameHint')}
      />
      <SelectField
        {...form.field('kind', t('form.kind'), { lack: t('form.kindMissing') })}
        options={kinds.map(({ code, group }) => ({
          value: code,
          label: codes.label('directory.service_kind', code),
          group: codes.label('directory.service_group', group as string),
        }))}
      />
      {isOfViolence && <Note>{t('form.kindViolence')}</Note>}
      {isNew && (
        <TextField
          {...form.field('organizationName', t('form.organization'))}
          hint={t('form.organizationHint')}
          optional
        />
      )}
      {isNew && where.keeps!.partnerships.length > 0 && (
        <SelectField
          {...form.field('partnershipId', t('form.list'))}
          optional={false}
          options={[
            { value: 'mine', label: t('form.mine') },
            ...where.keeps!.partnerships.map(({ id, name }) => ({
              value: id,
              label: t('form.ofPartnership', { name }),
            })),
          ]}
        />
      )}
      {values.phones.map((_, i) => {
        const line = form.line('phones', i)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of phones do not move
          <FieldRow key={i}>
            <TextField
              {...line.field('number', t('form.phone'))}
              hint={t('form.phoneHint')}
              type="tel"
              optional
              error={form.field('phones', t('form.phone')).error}
            />
            <TextField {...line.field('whose', t('form.whose'))} hint={t('form.whoseHint')} optional />
          </FieldRow>
        )
      })}
      {values.places.map(({ id }, i) => (
        <PlaceFields
          key={id}
          of={form.line('places', i)}
          where={where}
          n={i + 1}
          tried={form.sent > 0}
          onRemove={() => form.change({ places: values.places.filter((each) => each.id !== id) })}
        />
      ))}
      <p>
        <Button
          kind="quiet"
          size="small"
          onClick={() => form.change({ places: [...values.places, aPlace(where)] })}
        >
          {t('form.addPlace')}
        </Button>
      </p>
      <MultiSelectField
        {...form.field('targetGroups', t('form.for'))}
        options={codes.options('directory.target_group')}
        optional
      />
      <TextArea {...form.field('description', t('form.description'))} rows={3} />
      <Explain question={t('form.more')}>
        <Further of={form} communes={communes} />
      </Explain>
    </Form>
  )
}

function Further({
  of: form,
  communes,
}: {
  of: FormOf<Written>
  communes: { value: string; label: string }[]
}) {
  const { t } = useTranslation('directory')
  const codes = useCodes()
  const { values } = form
  return (
    <div style={{ display: 'grid', gap: 14 }}>
      <FieldRow>
        <TextField {...form.field('minAge', t('form.minAge'))} inputMode="numeric" />
        <TextField {...form.field('maxAge', t('form.maxAge'))} inputMode="numeric" />
      </FieldRow>
      <TextField {...form.field('forWhom', t('form.forWhom'))} />
      <MultiSelectField
        {...form.field('area', t('form.area'))}
        hint={t('form.areaHint')}
        options={communes}
        optional
      />
      <FieldRow>
        <SelectField
          {...form.field('cost', t('form.cost'))}
          optional={false}
          options={costs.map((value) => ({ value, label: t(`cost.${value}`) }))}
        />
        {values.cost === 'paid' && (
          <TextField
            {...form.field('costZloty', t('form.costZloty'), { at: 'costGrosz' })}
            inputMode="decimal"
            optional
          />
        )}
      </FieldRow>
      <TextField {...form.field('costWords', t('form.costWords'))} />
      <CheckboxesField
        {...form.field('referredBy', t('form.referredBy'))}
        choices={referrers.map((value) => ({ value, label: t(`referrer.${value}`) }))}
      />
      <TextArea {...form.field('needs', t('form.needs'))} hint={t('form.needsHint')} rows={2} />
      <TextArea {...form.field('howToApply', t('form.howToApply'))} rows={2} />
      <TextField {...form.field('hoursWords', t('form.hoursWords'))} />
      <CheckboxField {...form.field('ownTransport', t('form.ownTransport'))} />
      {values.ownTransport && (
        <TextField
          {...form.field('transportWords', t('form.transportWords'))}
          hint={t('form.transportHint')}
        />
      )}
      <CheckboxField {...form.field('neutralPlace', t('form.neutralPlace'))} />
      <CheckboxField
        {...form.field('confidential', t('form.confidential'))}
        hint={t('form.confidentialHint')}
      />
      <MultiSelectField
        {...form.field('languages', t('form.languages'))}
        options={codes.options('directory.language')}
      />
      <MultiSelectField
        {...form.field('accessibility', t('form.accessibility'))}
        options={codes.options('directory.accessibility')}
        optional
      />
      <FieldRow>
        <TextField {...form.field('website', t('form.website'))} hint={t('form.websiteHint')} />
        <TextField {...form.field('email', t('form.email'))} type="email" />
      </FieldRow>
      <FieldRow>
        <TextField {...form.field('contactName', t('form.contactName'))} />
        <TextField {...form.field('contactTitle', t('form.contactTitle'))} />
      </FieldRow>
    </div>
  )
}
