import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { compareNames } from '../../platform/texts/names.ts'
import { useGo } from '../../platform/web/place.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { CommuneField } from '../../territory/pages/CommuneField.tsx'
import { institutionsApi, type Mine } from './api.ts'
import { useMine } from './InstitutionPage.tsx'

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
        <Loaded query={query}>
          {(mine) => (mine.iHead ? <Fields mine={mine} /> : <EmptyState>{t('mine.headsDeed')}</EmptyState>)}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

function Fields({ mine }: { mine: Mine }) {
  const { t } = useTranslation('institutions')
  const go = useGo()
  const form = useForm(institutionsApi.changeInstitution, {
    start: () => ({
      name: mine.name,
      shortName: mine.shortName ?? '',
      phone: mine.phone ?? '',
      email: mine.email ?? '',
      address: mine.address ?? '',
      locality: mine.locality ?? '',
      residents: mine.residents?.toString() ?? '',
      area: areaIn(mine.area),
    }),
    body: ({ area, ...values }) => ({ ...values, area: area.map(({ terc }) => terc) }),
    draft: `institution/${mine.id}`,
    version: mine.version,
    written: ({ area }) => ({ area: areaIn(area ?? []) }),
    onDone: () => go('/institution'),
  })
  const field = (name: 'name' | 'shortName' | 'phone' | 'email' | 'address' | 'locality') =>
    form.field(name, t(`mine.field.${name}`))
  return (
    <Form of={form} deed={t('save')} beside={<Button to="/institution">{t('cancel')}</Button>}>
      <TextField {...field('name')} />
      <TextField {...field('shortName')} hint={t('mine.shortNameHint')} />
      <FieldRow>
        <TextField {...field('phone')} type="tel" />
        <TextField {...field('email')} type="email" />
      </FieldRow>
      <FieldRow>
        <TextField {...field('address')} />
        <TextField {...field('locality')} />
      </FieldRow>
      {mine.kind.startsWith('social_') && (
        <TextField
          {...form.field('residents', t('mine.field.residents'))}
          inputMode="numeric"
          hint={t('mine.residentsHint')}
        />
      )}
      <CommuneField
        {...form.field('area', t('mine.area'), { said: areaInWords })}
        hint={t('mine.areaHint')}
        many
      />
    </Form>
  )
}

const areaIn = (communes: Mine['area']) => communes.map(({ terc, name }) => ({ terc, name, county: '' }))
const areaInWords = (communes: Mine['area']) =>
  communes
    .map(({ name }) => name)
    .sort(compareNames)
    .join(', ')
