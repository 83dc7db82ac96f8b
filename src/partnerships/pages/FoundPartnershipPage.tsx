import { useTranslation } from 'react-i18next'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type ChosenCommune, CommuneField } from '../../territory/pages/CommuneField.tsx'
import { partnershipsApi } from './api.ts'

type Named = { pl: string; en: string; abbr: string }

/** What a word is called where the partnership has none of its own. */
const otherwise = { teamName: 'partnershipTeam', taskTeamName: 'taskTeam', planName: 'planDocument' }

/** Founding: which variant of the Model, where, and what its teams and plan are called here. */
export function FoundPartnershipPage() {
  const { t } = useTranslation('partnerships')
  const { entries } = useCodes()
  const { locale } = useWords()
  const language = locale === 'en' ? 'en' : 'pl'
  const go = useGo()
  const form = useForm(partnershipsApi.found, {
    start: () => ({
      id: newId(),
      membershipId: newId(),
      variant: null as string | null,
      name: '',
      area: [] as ChosenCommune[],
      teamName: '',
      taskTeamName: '',
      planName: '',
      contributes: '',
    }),
    body: ({ area, ...values }) => ({ ...values, area: area.map(({ terc }) => terc) }),
    draft: 'partnership/new',
    onDone: ({ id }) => go(pageAt('/partnerships/$id', { id })),
  })
  const variants = entries('partnerships.variant')
  const chosen = variants.find(({ code }) => code === form.values.variant)
  const word = (key: string) => (chosen?.[key] as Named | undefined)?.[language] ?? ''
  return (
    <PageFrame
      narrow
      tab={t('found.title')}
      crumbs={[
        { label: t('list.title'), to: pageAt('/partnerships', {}, { query: { all: '1' } }) },
        { label: t('found.title') },
      ]}
      title={t('found.title')}
      sub={t('found.sub')}
    >
      <Form of={form} deed={t('found.deed')}>
        <Section heading={t('found.where')}>
          <div style={{ display: 'grid', gap: 16 }}>
            <ChoiceCards
              {...form.field('variant', t('found.variant'), { lack: t('found.lack.variant') })}
              choices={variants.map((variant) => ({
                value: variant.code,
                title: variant[language],
                sub: t('found.variantSub', {
                  model: variant.model as string,
                  plan: (variant.planDocument as Named)[language],
                }),
              }))}
            />
            <CommuneField
              {...form.field('area', t('found.area'), { lack: t('found.lack.area') })}
              hint={t('found.areaHint')}
              many
            />
            <TextField
              {...form.field('name', t('found.name'), { lack: t('found.lack.name') })}
              hint={t('found.nameHint')}
            />
            <TextArea
              {...form.field('contributes', t('found.contributes'))}
              hint={t('declare.contributesHint')}
            />
          </div>
        </Section>
        {chosen && (
          <Section heading={t('found.words')}>
            <p className="sm muted" style={{ marginBottom: 12 }}>
              {t('found.wordsHint')}
            </p>
            <div style={{ display: 'grid', gap: 16 }}>
              {(['teamName', 'taskTeamName', 'planName'] as const).map((name) => (
                <TextField
                  key={name}
                  {...form.field(name, t(`found.${name}`))}
                  hint={t('found.otherwise', { word: word(otherwise[name]) })}
                />
              ))}
            </div>
          </Section>
        )}
        <PlainSection heading={t('found.then')}>
          <Explain question={t('found.thenAsk')}>
            <p style={{ whiteSpace: 'pre-line' }}>{t('found.thenSteps')}</p>
          </Explain>
        </PlainSection>
      </Form>
    </PageFrame>
  )
}
