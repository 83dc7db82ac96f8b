import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { useWhom, type Whom } from '../../cases/pages/useWhom.ts'
import { CheckboxesField } from '../../platform/kit/CheckboxesField.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { meetingsApi } from './api.ts'
import { begunCall, CallForm, calledBody } from './CallForm.tsx'

type Member = { id: string; name: string; institutionName: string }

/** Calls a meeting of a family's team, with room for the family at the time and place it prefers. */
export function CallMeetingPage() {
  const { t } = useTranslation('meetings')
  return (
    <FamilyFrame part="meetings" title={t('call.title')} sub={t('call.sub')}>
      {(family) => <Call family={family} />}
    </FamilyFrame>
  )
}

function Call({ family }: { family: Family }) {
  const { t } = useTranslation('meetings')
  const team = useAsk(casesApi.team, { params: { id: family.id } })
  const whom = useWhom(family.id)
  return (
    <div style={{ maxWidth: 682 }}>
      <Section heading={t('call.heading')}>
        <Loaded query={team} rows={6}>
          {(members) => (
            <CallOfFamily
              caseId={family.id}
              members={members.filter(({ state }) => state === 'accepted')}
              whom={whom}
            />
          )}
        </Loaded>
      </Section>
    </div>
  )
}

function CallOfFamily({ caseId, members, whom }: { caseId: string; members: Member[]; whom: Whom | null }) {
  const { t } = useTranslation('meetings')
  const go = useGo()
  const me = useSession().worker!.id
  const others = members.filter(({ id }) => id !== me)
  const form = useForm(meetingsApi.callOfCase, {
    params: { id: caseId },
    start: () => ({
      ...begunCall(
        'team',
        others.map(({ id }) => id),
      ),
      family: [] as string[],
      wish: '',
    }),
    body: ({ family, wish, ...call }) => ({
      ...calledBody(me, call),
      family: family.map((personId) => ({ id: newId(), personId, wish })),
    }),
    draft: `meeting-of/${caseId}`,
    onDone: ({ id }) => go(pageAt('/meetings/$id', { id })),
  })
  return (
    <CallForm
      form={form}
      place={['case']}
      people={others.map(({ id, name, institutionName }) => ({
        value: id,
        label: `${name}, ${institutionName}`,
      }))}
    >
      {whom && whom.everybody.length > 0 && (
        <>
          <CheckboxesField
            {...form.field('family', t('call.family'))}
            optional
            hint={t('call.familyHint')}
            choices={whom.choices([]).map((id) => ({ value: id, label: whom.nameOf(id) }))}
          />
          {form.values.family.length > 0 && (
            <TextField {...form.field('wish', t('call.wish'))} optional hint={t('call.wishHint')} />
          )}
        </>
      )}
    </CallForm>
  )
}
