import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { basketsApi } from './api.ts'

type GoalDraft = {
  domain: string | null
  words: string
  indicator: string
  levelNow: string | null
  target: string | null
  until: string | null
}

/** A goal in the family's own words; everything else may come later. */
export function GoalForm({ family, onDone }: { family: Family; onDone: () => void }) {
  const { t } = useTranslation('baskets')
  const { entries, label } = useCodes()
  const draft = useFormDraft<GoalDraft>(`case/${family.id}/goal`, {
    domain: null,
    words: '',
    indicator: '',
    levelNow: null,
    target: null,
    until: null,
  })
  const { values, change } = draft
  const [tried, setTried] = useState(false)
  const [id] = useState(newId)
  const set = useDeed(
    (_: GoalDraft, key) =>
      basketsApi.setGoal({
        params: { id: family.id },
        body: {
          id,
          domain: values.domain!,
          words: values.words,
          indicator: values.indicator,
          ...(values.levelNow && { levelNow: Number(values.levelNow) }),
          ...(values.target && { target: Number(values.target) }),
          ...(values.until && { until: values.until }),
        },
        key,
      }),
    () => {
      draft.clear()
      onDone()
    },
  )
  const domains = entries('assessments.life_domain').filter((entry) => entry.class !== 'violence')
  const levels = ['1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level }))
  return (
    <OldForm
      problem={set.problem}
      onSubmit={() => {
        setTried(true)
        if (values.domain && values.words.trim().length > 1) set.run(values)
      }}
      actions={
        <>
          <Button kind="filled" type="submit" busy={set.busy}>
            {t('setGoal')}
          </Button>
          <DraftLine draft={draft} />
        </>
      }
    >
      <TextArea
        label={t('goalWords')}
        hint={t('goalWordsHint')}
        rows={2}
        maxLength={500}
        value={values.words}
        onChange={(words) => change({ words })}
        error={tried && values.words.trim().length < 2 && t('goalWordsMissing')}
      />
      <SelectField
        label={t('goalDomain')}
        options={domains.map(({ code }) => ({ value: code, label: label('assessments.life_domain', code) }))}
        value={values.domain}
        onChange={(domain) => change({ domain })}
        error={tried && !values.domain && t('goalDomainMissing')}
      />
      <FieldRow>
        <SelectField
          label={t('levelNow')}
          optional
          options={levels}
          value={values.levelNow}
          onChange={(levelNow) => change({ levelNow })}
        />
        <SelectField
          label={t('target')}
          optional
          options={levels}
          value={values.target}
          onChange={(target) => change({ target })}
        />
      </FieldRow>
      <DateField
        label={t('until')}
        optional
        min={today()}
        value={values.until}
        onChange={(until) => change({ until })}
      />
      <TextField
        label={t('indicator')}
        hint={t('indicatorHint')}
        optional
        maxLength={500}
        value={values.indicator}
        onChange={(indicator) => change({ indicator })}
      />
    </OldForm>
  )
}
