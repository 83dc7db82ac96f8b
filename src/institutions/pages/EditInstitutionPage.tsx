import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ConflictNotice, type ConflictSide } from '../../platform/kit/ConflictNotice.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { useGo } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { CommuneField } from '../../territory/pages/CommuneField.tsx'
import { institutionsApi, type Mine } from './api.ts'
import { useMine } from './InstitutionPage.tsx'

const fields = ['name', 'shortName', 'phone', 'email', 'address', 'locality'] as const
type Values = Record<(typeof fields)[number], string>

/** Name, contact and area of my institution; by its head. */
export function EditInstitutionPage() {
  const { t } = useTranslation('institutions')
  const query = useMine()
  return (
    <PageFrame
      narrow
      tab={t('mine.editTab')}
      crumbs={[{ label: t('mine.tab'), to: '/institution' }, { label: t('mine.editTab') }]}
      title={t('mine.editTab')}
    >
      <Section heading={t('mine.contact')}>
        <Loaded query={query}>{(mine) => <Fields mine={mine} />}</Loaded>
      </Section>
    </PageFrame>
  )
}

function Fields({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const go = useGo()
  const valuesOf = (of: Partial<Record<keyof Values, string | null>>) =>
    Object.fromEntries(fields.map((field) => [field, of[field] ?? ''])) as Values
  const [version] = useState(mine.version)
  const draft = useFormDraft(`institution/${mine.id}/${version}`, {
    ...valuesOf(mine),
    area: mine.area.map(({ terc, name }) => ({ terc, name, county: '' })),
  })
  const { change } = draft
  const { area, ...values } = draft.values
  const deed = useDeed(
    ({ seen, area: tercs, ...given }: Values & { area: string[]; seen: number }, key) =>
      institutionsApi.changeInstitution({ body: { ...given, area: tercs }, version: seen, key }),
    () => {
      draft.clear()
      go('/institution')
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const current =
    deed.problem instanceof Problem ? (deed.problem.body.current as (Mine & Values) | undefined) : undefined
  const save = (given: Values, seen: number) =>
    deed.run({ ...given, area: area.map(({ terc }) => terc), seen })
  if (current) {
    const theirs = valuesOf(current)
    const differing = fields.filter((field) => theirs[field] !== values[field])
    return (
      <ConflictNotice
        by={t('worker.somebody')}
        busy={deed.busy}
        fields={differing.map((field) => ({
          field,
          label: t(`mine.field.${field}`),
          mine: values[field] || '–',
          theirs: theirs[field] || '–',
        }))}
        onDecide={(choice: Record<string, ConflictSide>) => {
          const merged = Object.fromEntries(
            fields.map((field) => [field, choice[field] === 'theirs' ? theirs[field] : values[field]]),
          ) as Values
          change(merged)
          save(merged, current.version)
        }}
      />
    )
  }
  const field = (name: (typeof fields)[number], maxLength: number) => ({
    label: t(`mine.field.${name}`),
    value: values[name],
    onChange: (value: string) => change({ [name]: value }),
    error: at(name),
    maxLength,
  })
  return (
    <OldForm
      onSubmit={() => save(values, version)}
      problem={deed.problem}
      actions={
        <>
          <Button kind="filled" type="submit" busy={deed.busy}>
            {t('save')}
          </Button>
          <Button to="/institution">{t('cancel')}</Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <TextField {...field('name', 200)} />
      <TextField {...field('shortName', 60)} optional hint={t('mine.shortNameHint')} />
      <FieldRow>
        <TextField {...field('phone', 40)} type="tel" optional />
        <TextField {...field('email', 200)} type="email" optional />
      </FieldRow>
      <FieldRow>
        <TextField {...field('address', 200)} optional />
        <TextField {...field('locality', 120)} optional />
      </FieldRow>
      <CommuneField
        label={t('mine.area')}
        hint={t('mine.areaHint')}
        many
        value={area}
        onChange={(chosen) => change({ area: chosen })}
        error={at('area')}
      />
    </OldForm>
  )
}
