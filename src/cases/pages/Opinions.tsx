import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

/** What the family, in its own words, and the institutions say about the work together. */
export function Opinions({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { eventDay } = useWords()
  const query = useAsk(casesApi.opinions, { params: { id: family.id } })
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
  const coordinates = family.may.includes('coordinate')
  const form = useForm(casesApi.recordOpinion, {
    params: { id: family.id },
    start: () => ({
      id: newId(),
      whose: (coordinates ? null : 'institution') as 'family' | 'institution' | null,
      what: '',
    }),
    body: ({ whose, ...values }) => ({ ...values, ofFamily: whose && whose === 'family' }),
    draft: `case/${family.id}/opinion`,
  })
  return (
    <div style={{ marginTop: 14 }}>
      <Form of={form} kind="default" deed={t('opinions.record')}>
        {coordinates && (
          <ChoiceCards
            {...form.field('whose', t('opinions.whose'), { lack: t('opinions.lackWhose'), at: 'ofFamily' })}
            choices={(['family', 'institution'] as const).map((value) => ({
              value,
              title: t(`opinions.of.${value}`),
            }))}
          />
        )}
        <TextArea
          {...form.field('what', t('opinions.what'), { lack: t('opinions.lackWhat') })}
          hint={form.values.whose === 'family' ? t('opinions.familyHint') : undefined}
        />
      </Form>
    </div>
  )
}
