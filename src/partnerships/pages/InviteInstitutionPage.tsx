import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsApi } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { type ChosenCommune, CommuneField } from '../../territory/pages/CommuneField.tsx'
import { partnershipsApi } from './api.ts'
import { usePartnership } from './PartnershipFrame.tsx'

type Values = {
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

const blank = (): Values => ({
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
  answerBy: addDays(today(), 14),
})

/** Invites an institution that is in Splot already, or one that comes with its head. */
export function InviteInstitutionPage() {
  const { t } = useTranslation('partnerships')
  const id = useParam('id')
  const go = useGo()
  const partnership = usePartnership(id)
  const draft = useFormDraft<Values>(`partnership/${id}/invite`, blank())
  const { values, change } = draft
  const deed = useDeed(
    (given: Values, key) => partnershipsApi.invite({ params: { id }, body: bodyOf(given), key }),
    () => {
      draft.clear()
      go(`/partnerships/${id}`)
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  return (
    <PageFrame
      narrow
      tab={t('invite.title')}
      crumbs={[
        { label: partnership.data?.name ?? '…', to: `/partnerships/${id}` },
        { label: t('invite.title') },
      ]}
      title={t('invite.title')}
      sub={t('invite.sub')}
    >
      <OldForm
        onSubmit={() => deed.run(values)}
        problem={deed.problem}
        actions={
          <>
            <Button kind="filled" type="submit" busy={deed.busy}>
              {t('invite.send')}
            </Button>
            <DraftLine draft={draft} />
          </>
        }
      >
        <Section heading={t('invite.whom')}>
          <ChoiceCards
            label={t('invite.which')}
            value={values.which}
            onChange={(which) => change({ which })}
            choices={[
              { value: 'existing', title: t('invite.existing'), sub: t('invite.existingSub') },
              { value: 'new', title: t('invite.new'), sub: t('invite.newSub') },
            ]}
          />
          <div style={{ display: 'grid', gap: 16, marginTop: 16 }}>
            {values.which === 'existing' ? (
              <FindInstitution values={values} change={change} error={at('institutionId')} />
            ) : (
              <NewInstitution values={values} change={change} at={at} />
            )}
          </div>
        </Section>
        <Section heading={t('invite.letter')}>
          <div style={{ display: 'grid', gap: 16 }}>
            <TextArea
              label={t('invite.why')}
              hint={t('invite.whyHint')}
              value={values.why}
              onChange={(why) => change({ why })}
              maxLength={1000}
              error={at('why')}
            />
            <DateField
              label={t('invite.meetingOn')}
              optional
              min={today()}
              value={values.meetingOn}
              onChange={(meetingOn) => change({ meetingOn })}
            />
            {values.meetingOn && (
              <FieldRow>
                <TextField
                  label={t('invite.meetingTime')}
                  value={values.meetingTime}
                  onChange={(meetingTime) => change({ meetingTime })}
                  maxLength={5}
                />
                <TextField
                  label={t('invite.meetingPlace')}
                  value={values.meetingPlace}
                  onChange={(meetingPlace) => change({ meetingPlace })}
                  maxLength={200}
                />
              </FieldRow>
            )}
            <DateField
              label={t('invite.answerBy')}
              min={today()}
              value={values.answerBy}
              onChange={(answerBy) => change({ answerBy })}
              error={at('answerBy')}
            />
          </div>
        </Section>
      </OldForm>
    </PageFrame>
  )
}

type Part = { values: Values; change: (part: Partial<Values>) => void }

function FindInstitution({ values, change, error }: Part & { error: string | undefined }) {
  const { t } = useTranslation('partnerships')
  const { label } = useCodes()
  const name = useDeferredValue(values.looked.trim())
  const found = useQuery({
    queryKey: ['institutions', 'by-name', name],
    queryFn: () => institutionsApi.findInstitutions({ query: { name } }),
    enabled: name.length >= 2,
    placeholderData: (before) => before,
  })
  return (
    <>
      <TextField
        type="search"
        label={t('invite.find')}
        hint={t('invite.findHint')}
        value={values.looked}
        onChange={(looked) => change({ looked })}
        error={found.data?.length ? undefined : error}
      />
      {found.data && name.length >= 2 && (
        <>
          <p className="sm muted" role="status">
            {t('invite.found', { count: found.data.length })}
          </p>
          {found.data.length > 0 && (
            <ChoiceCards
              look="rows"
              label={t('invite.choose')}
              value={values.institutionId}
              onChange={(institutionId) => change({ institutionId })}
              error={error}
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

function NewInstitution({ values, change, at }: Part & { at: (field: string) => string | undefined }) {
  const { t } = useTranslation('partnerships')
  const { options } = useCodes()
  return (
    <>
      <SelectField
        label={t('invite.kind')}
        value={values.kind}
        onChange={(kind) => change({ kind })}
        options={options('institutions.institution_kind')}
        error={at('establish.kind')}
      />
      <TextField
        label={t('invite.name')}
        value={values.name}
        onChange={(name) => change({ name })}
        maxLength={200}
        error={at('establish.name')}
      />
      <TextField
        label={t('invite.shortName')}
        hint={t('invite.shortNameHint')}
        optional
        value={values.shortName}
        onChange={(shortName) => change({ shortName })}
        maxLength={60}
      />
      <CommuneField
        label={t('invite.seat')}
        value={values.seat}
        onChange={(seat) => change({ seat })}
        error={at('establish.seat')}
      />
      <div>
        <p className="m">{t('invite.head')}</p>
        <p className="sm muted">{t('invite.headHint')}</p>
      </div>
      <FieldRow>
        <TextField
          label={t('invite.givenName')}
          value={values.givenName}
          onChange={(givenName) => change({ givenName })}
          maxLength={80}
          error={at('establish.givenName')}
        />
        <TextField
          label={t('invite.familyName')}
          value={values.familyName}
          onChange={(familyName) => change({ familyName })}
          maxLength={80}
          error={at('establish.familyName')}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('invite.position')}
          value={values.position}
          onChange={(position) => change({ position })}
          maxLength={120}
          error={at('establish.position')}
        />
        <TextField
          label={t('invite.email')}
          type="email"
          value={values.email}
          onChange={(email) => change({ email })}
          maxLength={200}
          error={at('establish.email') ?? at('email')}
        />
      </FieldRow>
    </>
  )
}

function bodyOf(values: Values) {
  const establishing = values.which === 'new'
  const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(values.meetingTime.trim())
  return {
    id: values.id,
    institutionId: establishing ? values.newInstitutionId : (values.institutionId ?? ''),
    ...(establishing && {
      establish: {
        kind: values.kind ?? '',
        name: values.name,
        shortName: values.shortName,
        seat: values.seat[0]?.terc ?? '',
        headId: values.headId,
        workerId: values.workerId,
        invitationId: values.invitationId,
        givenName: values.givenName,
        familyName: values.familyName,
        position: values.position,
        email: values.email.trim(),
      },
    }),
    why: values.why,
    ...(values.meetingOn && {
      meetingAt: new Date(
        `${values.meetingOn}T${time ? `${time[1]!.padStart(2, '0')}:${time[2]}` : '10:00'}`,
      ).toISOString(),
    }),
    meetingPlace: values.meetingPlace,
    answerBy: values.answerBy ?? '',
  }
}
