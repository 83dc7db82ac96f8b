import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type ChosenCommune, CommuneField } from '../../territory/pages/CommuneField.tsx'
import { partnershipsApi } from './api.ts'

type Values = {
  id: string
  membershipId: string
  variant: string | null
  name: string
  area: ChosenCommune[]
  teamName: string
  taskTeamName: string
  planName: string
  contributes: string
}
type Named = { pl: string; en: string; abbr: string }

/** Founding: which variant of the Model, where, and what its teams and plan are called here. */
export function FoundPartnershipPage() {
  const { t } = useTranslation('partnerships')
  const { entries } = useCodes()
  const { locale } = useWords()
  const language = locale === 'en' ? 'en' : 'pl'
  const go = useGo()
  const draft = useFormDraft<Values>('partnership/new', {
    id: newId(),
    membershipId: newId(),
    variant: null,
    name: '',
    area: [],
    teamName: '',
    taskTeamName: '',
    planName: '',
    contributes: '',
  })
  const { values, change } = draft
  const deed = useDeed(
    ({ variant, area, ...given }: Values, key) =>
      partnershipsApi.found({
        body: { ...given, variant: variant ?? '', area: area.map(({ terc }) => terc) },
        key,
      }),
    ({ id }) => {
      draft.clear()
      go(`/partnerships/${id}`)
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const variants = entries('partnerships.variant')
  const chosen = variants.find(({ code }) => code === values.variant)
  const word = (key: string) => (chosen?.[key] as Named | undefined)?.[language] ?? ''
  return (
    <PageFrame
      narrow
      tab={t('found.title')}
      crumbs={[{ label: t('list.title'), to: '/partnerships?all=1' }, { label: t('found.title') }]}
      title={t('found.title')}
      sub={t('found.sub')}
    >
      <OldForm
        onSubmit={() => deed.run(values)}
        problem={deed.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('found.deed')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <Section heading={t('found.where')}>
          <div style={{ display: 'grid', gap: 16 }}>
            <ChoiceCards
              label={t('found.variant')}
              value={values.variant}
              onChange={(variant) => change({ variant })}
              error={at('variant')}
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
              label={t('found.area')}
              hint={t('found.areaHint')}
              many
              value={values.area}
              onChange={(area) => change({ area })}
              error={at('area')}
            />
            <TextField
              label={t('found.name')}
              hint={t('found.nameHint')}
              value={values.name}
              onChange={(name) => change({ name })}
              maxLength={120}
              error={at('name')}
            />
            <TextArea
              label={t('found.contributes')}
              hint={t('declare.contributesHint')}
              optional
              value={values.contributes}
              onChange={(contributes) => change({ contributes })}
              maxLength={1000}
            />
          </div>
        </Section>
        {chosen && (
          <Section heading={t('found.words')}>
            <p className="sm muted" style={{ marginBottom: 12 }}>
              {t('found.wordsHint')}
            </p>
            <div style={{ display: 'grid', gap: 16 }}>
              <TextField
                label={t('found.teamName')}
                hint={t('found.otherwise', { word: word('partnershipTeam') })}
                optional
                value={values.teamName}
                onChange={(teamName) => change({ teamName })}
                maxLength={120}
              />
              <TextField
                label={t('found.taskTeamName')}
                hint={t('found.otherwise', { word: word('taskTeam') })}
                optional
                value={values.taskTeamName}
                onChange={(taskTeamName) => change({ taskTeamName })}
                maxLength={120}
              />
              <TextField
                label={t('found.planName')}
                hint={t('found.otherwise', { word: word('planDocument') })}
                optional
                value={values.planName}
                onChange={(planName) => change({ planName })}
                maxLength={120}
              />
            </div>
          </Section>
        )}
        <PlainSection heading={t('found.then')}>
          <Explain question={t('found.thenAsk')}>
            <p style={{ whiteSpace: 'pre-line' }}>{t('found.thenSteps')}</p>
          </Explain>
        </PlainSection>
      </OldForm>
    </PageFrame>
  )
}
