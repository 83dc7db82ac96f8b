import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsApi } from '../../institutions/pages/api.ts'
import { workingDayFrom } from '../../platform/deadlines/workingDay.ts'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { type FieldsOf, useForm } from '../../platform/web/useForm.ts'
import { type ChosenCommune, CommuneField } from '../../territory/pages/CommuneField.tsx'
import { partnershipsApi } from './api.ts'
import { ForLeader } from './ForLeader.tsx'
import { usePartnership } from './PartnershipFrame.tsx'

type Written = {
  id: string
  which: 'existing' | 'new'
  looked: string
  institutionId: string | null
  newInstitutionId: string
  headId: string
  workerId: string
  invitationId: string
  kind: string | null
  name: string
  shortName: string
  seat: ChosenCommune[]
  givenName: string
  familyName: string
  position: string
  email: string
  why: string
  meetingOn: string | null
  meetingTime: string
  meetingPlace: string
  answerBy: string | null
}

const blank = (): Written => ({
  id: newId(),
  which: 'existing',
  looked: '',
  institutionId: null,
  newInstitutionId: newId(),
  headId: newId(),
  workerId: newId(),
  invitationId: newId(),
  kind: null,
  name: '',
  shortName: '',
  seat: [],
  givenName: '',
  familyName: '',
  position: '',
  email: '',
  why: '',
  meetingOn: null,
  meetingTime: '10:00',
  meetingPlace: '',
  answerBy: workingDayFrom(addDays(today(), 14)),
})

/** Invites an institution that is in Splot already, or one that comes with its head. */
export function InviteInstitutionPage() {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const go = useGo()
  const partnership = usePartnership(id)
  const form = useForm(partnershipsApi.invite, {
    params: { id },
    start: blank,
    body: bodyOf,
    draft: `partnership/${id}/invite`,
    onDone: () => go(pageAt('/partnerships/$id', { id })),
  })
  const { values } = form
  return (
    <PageFrame
      narrow
      tab={t('invite.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: pageAt('/partnerships/$id', { id }) },
        { label: t('invite.title') },
      ]}
      title={t('invite.title')}
      sub={t('invite.sub')}
    >
      <ForLeader of={partnership}>
        <Form of={form} deed={t('invite.send')}>
          <Section heading={t('invite.whom')}>
            <ChoiceCards
              {...form.field('which', t('invite.which'))}
              choices={[
                { value: 'existing', title: t('invite.existing'), sub: t('invite.existingSub') },
                { value: 'new', title: t('invite.new'), sub: t('invite.newSub') },
              ]}
            />
            <div style={{ display: 'grid', gap: 16, marginTop: 16 }}>
              {values.which === 'existing' ? <FindInstitution of={form} /> : <NewInstitution of={form} />}
            </div>
          </Section>
          <Section heading={t('invite.letter')}>
            <div style={{ display: 'grid', gap: 16 }}>
              <TextArea {...form.field('why', t('invite.why'))} hint={t('invite.whyHint')} />
              <DateField
                {...form.field('meetingOn', t('invite.meetingOn'), { at: 'meetingAt' })}
                min={today()}
              />
              {values.meetingOn && (
                <FieldRow>
                  <TextField {...form.field('meetingTime', t('invite.meetingTime'))} />
                  <TextField {...form.field('meetingPlace', t('invite.meetingPlace'))} optional={false} />
                </FieldRow>
              )}
              <DateField {...form.field('answerBy', t('invite.answerBy'))} min={today()} />
            </div>
          </Section>
        </Form>
      </ForLeader>
    </PageFrame>
  )
}

function FindInstitution({ of }: { of: FieldsOf<Written> }) {
  const { t } = useTranslation('partnerships')
  const { label } = useCodes()
  const looked = of.field('looked', t('invite.find'))
  const chosen = of.field('institutionId', t('invite.choose'))
  const name = useDeferredValue(looked.value.trim())
  const found = useAsk(
    institutionsApi.findInstitutions,
    { query: { name } },
    { enabled: name.length >= 2, placeholderData: (before) => before },
  )
  return (
    <>
      <TextField
        {...looked}
        type="search"
        hint={t('invite.findHint')}
        error={found.data?.length ? undefined : chosen.error}
      />
      {found.data && name.length >= 2 && (
        <>
          <p className="sm muted" role="status">
            {t('invite.found', { count: found.data.length })}
          </p>
          {found.data.length > 0 && (
            <ChoiceCards
              {...chosen}
              look="rows"
              choices={found.data.map((institution) => ({
                value: institution.id,
                title: institution.name,
                sub: [
                  label('institutions.institution_kind', institution.kind),
                  institution.locality ?? institution.seat,
                ]
                  .filter(Boolean)
                  .join(', '),
              }))}
            />
          )}
        </>
      )}
    </>
  )
}

function NewInstitution({ of }: { of: FieldsOf<Written> }) {
  const { t } = useTranslation('partnerships')
  const { options } = useCodes()
  const field = <
    Name extends 'kind' | 'name' | 'shortName' | 'seat' | 'givenName' | 'familyName' | 'position' | 'email',
  >(
    name: Name,
  ) => of.field(name, t(`invite.${name}`), { at: `establish.${name}` })
  return (
    <>
      <SelectField {...field('kind')} options={options('institutions.institution_kind')} />
      <TextField {...field('name')} />
      <TextField {...field('shortName')} hint={t('invite.shortNameHint')} />
      <CommuneField {...field('seat')} />
      <div>
        <p className="m">{t('invite.head')}</p>
        <p className="sm muted">{t('invite.headHint')}</p>
      </div>
      <FieldRow>
        <TextField {...field('givenName')} />
        <TextField {...field('familyName')} />
      </FieldRow>
      <FieldRow>
        <TextField {...field('position')} />
        <TextField {...field('email')} type="email" />
      </FieldRow>
    </>
  )
}

function bodyOf(values: Written) {
  const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(values.meetingTime.trim())
  return {
    ...values,
    institutionId: values.which === 'new' ? values.newInstitutionId : values.institutionId,
    establish:
      values.which === 'new' ? { ...values, seat: values.seat[0]?.terc, email: values.email.trim() } : null,
    meetingAt:
      values.meetingOn &&
      new Date(
        `${values.meetingOn}T${time ? `${time[1]!.padStart(2, '0')}:${time[2]}` : '10:00'}`,
      ).toISOString(),
  }
}
