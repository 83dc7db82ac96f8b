import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

/** What the family, in its own words, and the institutions say about the work together. */
export function Opinions({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { eventDay } = useWords()
  const query = useQuery({
    queryKey: ['case', family.id, 'opinions'],
    queryFn: () => casesApi.opinions({ params: { id: family.id } }),
  })
  return (
    <Section heading={t('opinions.title')}>
      <Loaded query={query}>
        {(opinions) => (
          <>
            <Rows>
              {opinions.map((opinion) => (
                <Row
                  key={opinion.id}
                  title={opinion.institutionName ?? t('opinions.family')}
                  sub={
                    <>
                      {opinion.institutionName ? opinion.what : <Quote>{opinion.what}</Quote>}
                      <br />
                      {eventDay(dayOf(opinion.recordedAt))}
                    </>
                  }
                />
              ))}
            </Rows>
            {opinions.length === 0 && <EmptyState>{t('opinions.empty')}</EmptyState>}
          </>
        )}
      </Loaded>
      <Record family={family} />
    </Section>
  )
}

function Record({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const draft = useFormDraft(`case/${family.id}/opinion`, {
    whose: null as 'family' | 'institution' | null,
    what: '',
  })
  const { values, change } = draft
  const [id, setId] = useState(newId)
  const [missing, setMissing] = useState(false)
  const record = useDeed(
    (body: { id: string; ofFamily: boolean; what: string }, key) =>
      casesApi.recordOpinion({ params: { id: family.id }, body, key }),
    () => {
      draft.clear()
      setId(newId())
      setMissing(false)
    },
  )
  const whose = family.may.includes('coordinate') ? values.whose : 'institution'
  return (
    <div style={{ marginTop: 14 }}>
      <OldForm
        problem={record.problem}
        onSubmit={() => {
          setMissing(true)
          if (whose && values.what.trim().length > 1)
            record.run({ id, ofFamily: whose === 'family', what: values.what })
        }}
        actions={
          <>
            <Button type="submit" busy={record.busy}>
              {t('opinions.record')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        {family.may.includes('coordinate') && (
          <ChoiceCards
            label={t('opinions.whose')}
            value={values.whose}
            onChange={(chosen) => change({ whose: chosen })}
            choices={(['family', 'institution'] as const).map((value) => ({
              value,
              title: t(`opinions.of.${value}`),
            }))}
            error={missing && !whose && t('opinions.lackWhose')}
          />
        )}
        <TextArea
          label={t('opinions.what')}
          hint={whose === 'family' ? t('opinions.familyHint') : undefined}
          value={values.what}
          onChange={(what) => change({ what })}
          maxLength={4000}
          error={missing && values.what.trim().length < 2 && t('opinions.lackWhat')}
        />
      </OldForm>
    </div>
  )
}
