import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { addDays, today } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { type FieldsOf, useForm } from '../../platform/web/useForm.ts'
import { knownAs } from '../contract.ts'
import { type Referral, referralsApi } from './api.ts'
import { ReferralSent } from './ReferralSent.tsx'
import { WhatTheySee } from './WhatTheySee.tsx'

/** Whom one chooses who is not in Splot. */
const outside = 'outside'

type Where = Awaited<ReturnType<typeof referralsApi.whereToRefer>>
type Asked = { id: string; what: string; serviceKind: string | null }

const nothingAsked = (): Asked => ({ id: newId(), what: '', serviceKind: null })

const begun = () => ({
  referralId: newId(),
  /** The partnership and the institution in it, or `outside`. */
  to: null as string | null,
  outsideName: '',
  outsideAddress: '',
  points: [nothingAsked()],
  urgency: 'usual' as Referral['urgency'],
  aboutAs: null as Referral['aboutAs'] | null,
  age: '',
  commune: null as string | null,
  who: '',
  phone: '',
  phoneOf: '',
  phoneHours: '',
  words: '',
  basis: null as Referral['basis'] | null,
  agreedBy: '',
  agreedAs: '',
  agreedForm: null as string | null,
  agreedOn: null as string | null,
  law: '',
  until: null as string | null,
  keptFrom: [] as string[],
})

/** Refers somebody to another institution: what is asked, for whom, and with whose consent. */
export function NewReferralPage() {
  const { t } = useTranslation('referrals')
  const where = useAsk(referralsApi.whereToRefer, {})
  const [sent, setSent] = useState<string | null>(null)
  return (
    <PageFrame
      tab={t('new.tab')}
      title={sent ? t('sent.page') : t('new.title')}
      sub={!sent && t('new.sub')}
      crumbs={[{ to: '/referrals', label: t('doors.referrals') }, { label: t('new.crumb') }]}
    >
      {sent ? (
        <div style={{ maxWidth: 640 }}>
          <ReferralSent id={sent} onAnother={() => setSent(null)} />
        </div>
      ) : (
        <Loaded query={where} rows={6}>
          {(found) =>
            found.length > 0 ? (
              <ReferralForm where={found} onSent={setSent} />
            ) : (
              <EmptyState>{t('new.nowhere')}</EmptyState>
            )
          }
        </Loaded>
      )}
    </PageFrame>
  )
}

type ReferralFormProps = {
  where: Where
  /** Of somebody who is known where it is written. */
  about?: Partial<Pick<ReturnType<typeof begun>, 'who' | 'aboutAs' | 'age' | 'commune'>>
  /** Under which name the draft is kept. */
  keptAs?: string
  onSent: (id: string) => void
}

export function ReferralForm({ where, about, keptAs = 'referral/new', onSent }: ReferralFormProps) {
  const { t } = useTranslation('referrals')
  const codes = useCodes()
  const form = useForm(referralsApi.sendReferral, {
    start: () => ({ ...begun(), ...about }),
    body: ({ referralId, to, outsideName, outsideAddress, age, ...values }) => {
      const [partnershipId, institutionId] = to?.split('/') ?? []
      return {
        ...values,
        id: referralId,
        partnershipId,
        age: age || null,
        ...(institutionId === outside
          ? { outside: { name: outsideName, address: outsideAddress || null }, keptFrom: [] }
          : { to: institutionId }),
      }
    },
    faults: ({ to, outsideName, basis, agreedBy, agreedAs, agreedForm, agreedOn, law }) => ({
      ...(to?.endsWith(outside) && { outsideName: !outsideName && t('new.outsideNameMissing') }),
      ...(basis === 'law' && { law: !law && t('new.lawMissing') }),
      ...((basis === 'person' || basis === 'representative') && {
        agreedForm: !agreedForm && t('new.agreedFormMissing'),
        agreedOn: !agreedOn && t('new.agreedOnMissing'),
      }),
      ...(basis === 'representative' && {
        agreedBy: !agreedBy && t('new.agreedByMissing'),
        agreedAs: !agreedAs && t('new.agreedAsMissing'),
      }),
    }),
    draft: keptAs,
    onDone: ({ id }) => onSent(id),
  })
  const { values } = form
  const [partnershipId, institutionId] = values.to?.split('/') ?? []
  const partnership = where.find((each) => each.partnershipId === partnershipId) ?? where[0]!
  const institution = partnership.institutions.find(({ id }) => id === institutionId)
  const isOutside = institutionId === outside
  const name = institution?.name ?? (values.outsideName || t('new.to'))
  // What the receiver reads first bears no name: the form says so, and decides nothing.
  const namesThem = values.points.some(({ what }) =>
    values.who.split(/[\s-]+/).some((each) => each.length > 2 && speaksOf(what, each)),
  )
  const days = values.urgency === 'urgent' ? partnership.urgentDays : partnership.usualDays

  return (
    <Columns
      aside={
        <div>
          {isOutside ? (
            <PlainSection heading={t('new.outsideSeesTitle')}>
              <p>{t('new.outsideSees')}</p>
            </PlainSection>
          ) : (
            <WhatTheySee
              now={null}
              of={{
                institution: name,
                aboutAs: values.aboutAs,
                age: /^\d+$/.test(values.age) ? Number(values.age) : null,
                communeName: partnership.communes.find(({ terc }) => terc === values.commune)?.name ?? null,
                who: values.who,
                phone: values.phone,
                phoneOf: values.phoneOf,
              }}
            />
          )}
          <PlainSection heading={t('new.answerTitle')}>
            <p>{t('urgencyDays', { days })}</p>
          </PlainSection>
        </div>
      }
    >
      <Section heading={t('new.what')}>
        <Form of={form} deed={t(isOutside ? 'new.write' : 'new.send')}>
          <SelectField
            {...form.field('to', t('new.to'), { lack: t('new.toMissing') })}
            options={where.flatMap((each) =>
              [...each.institutions, { id: outside, name: t('new.outside') }].map(({ id, name: label }) => ({
                value: `${each.partnershipId}/${id}`,
                label,
                ...(where.length > 1 && { group: each.name }),
              })),
            )}
          />
          {isOutside && (
            <>
              <TextField
                {...form.field('outsideName', t('new.outsideName'), { at: 'outside.name' })}
                optional={false}
                hint={t('new.outsideHint')}
              />
              <TextField
                {...form.field('outsideAddress', t('new.outsideAddress'), { at: 'outside.address' })}
              />
            </>
          )}
          {values.points.map(({ id }, i) => (
            <PointField
              key={id}
              of={form.line('points', i)}
              no={values.points.length > 1 ? i + 1 : null}
              onRemove={() => form.change({ points: values.points.filter((each) => each.id !== id) })}
            />
          ))}
          {values.points.length < 6 && (
            <p>
              <Button
                kind="quiet"
                size="small"
                onClick={() => form.change({ points: [...values.points, nothingAsked()] })}
              >
                {t('new.addPoint')}
              </Button>
            </p>
          )}
          <ChoiceCards
            {...form.field('urgency', t('new.urgency'))}
            optional={false}
            look="rows"
            choices={(['usual', 'urgent'] as const).map((value) => ({
              value,
              title: t(`urgency.${value}`),
              sub: t('urgencyDays', {
                days: value === 'urgent' ? partnership.urgentDays : partnership.usualDays,
              }),
            }))}
          />
          <SelectField
            {...form.field('aboutAs', t('new.aboutAs'), { lack: t('new.aboutAsMissing') })}
            options={knownAs.map((value) => ({
              value,
              label: value === 'unsaid' ? t('new.unsaid') : t(`about.${value}`),
            }))}
          />
          <FieldRow>
            <TextField {...form.field('age', t('new.age'))} inputMode="numeric" />
            <SelectField
              {...form.field('commune', t('new.commune'))}
              options={partnership.communes.map(({ terc, name: label }) => ({ value: terc, label }))}
            />
          </FieldRow>
          <TextField {...form.field('who', t('new.who'), { lack: t('new.whoMissing') })} />
          {namesThem && !isOutside && <Note>{t('new.named')}</Note>}
          <FieldRow>
            <TextField {...form.field('phone', t('new.phone'))} type="tel" />
            <TextField {...form.field('phoneOf', t('new.phoneOf'))} hint={t('new.phoneOfHint')} />
          </FieldRow>
          <TextField {...form.field('phoneHours', t('new.phoneHours'))} />
          <TextArea
            {...form.field('words', t('new.words'), { lack: t('new.wordsMissing') })}
            hint={t('new.wordsHint')}
            rows={5}
          />
          <ChoiceCards
            {...form.field('basis', t('new.basis'), { lack: t('new.basisMissing') })}
            look="rows"
            choices={(['person', 'representative', 'law'] as const).map((value) => ({
              value,
              title: t(`new.bases.${value}`),
              sub: t(`new.baseHints.${value}`),
            }))}
          />
          {values.basis === 'representative' && (
            <FieldRow>
              <TextField {...form.field('agreedBy', t('new.agreedBy'))} optional={false} />
              <TextField
                {...form.field('agreedAs', t('new.agreedAs'))}
                optional={false}
                hint={t('new.agreedAsHint')}
              />
            </FieldRow>
          )}
          {values.basis === 'law' && (
            <TextField {...form.field('law', t('new.law'))} optional={false} hint={t('new.lawHint')} />
          )}
          {(values.basis === 'person' || values.basis === 'representative') && (
            <FieldRow>
              <SelectField
                {...form.field('agreedForm', t('new.agreedForm'))}
                optional={false}
                options={codes.options('consents.consent_form')}
              />
              <DateField {...form.field('agreedOn', t('new.agreedOn'))} optional={false} max={today()} />
            </FieldRow>
          )}
          <DateField
            {...form.field('until', t('new.until'), { lack: t('new.untilMissing') })}
            hint={t('new.untilHint')}
            min={today()}
            max={addDays(today(), 366)}
          />
          {institution && institution.people.length > 0 && (
            <Explain question={t('new.keptFrom')}>
              <MultiSelectField
                {...form.field('keptFrom', t('new.keptFromOf', { institution: institution.name }))}
                optional={false}
                hint={t('new.keptFromHint')}
                options={institution.people.map(({ id, name: label }) => ({ value: id, label }))}
              />
            </Explain>
          )}
        </Form>
      </Section>
    </Columns>
  )
}

function PointField({ of, no, onRemove }: { of: FieldsOf<Asked>; no: number | null; onRemove: () => void }) {
  const { t } = useTranslation('referrals')
  const { entries, label } = useCodes()
  return (
    <div>
      <TextField
        {...of.field('what', no === null ? t('new.pointOnly') : t('new.point', { no }), {
          lack: t('new.pointMissing'),
        })}
        hint={no === null || no === 1 ? t('new.pointHint') : undefined}
      />
      <SelectField
        {...of.field('serviceKind', t('new.kind'))}
        hint={no === null || no === 1 ? t('new.kindHint') : undefined}
        options={entries('directory.service_kind')
          .filter((kind) => kind.class !== 'violence')
          .map(({ code }) => ({ value: code, label: label('directory.service_kind', code) }))}
      />
      {no !== null && (
        <p style={{ marginTop: 4 }}>
          <Button kind="quiet" size="small" onClick={onRemove}>
            {t('new.removePoint', { no })}
          </Button>
        </p>
      )}
    </div>
  )
}
