import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { SuggestField } from '../../platform/kit/SuggestField.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { WordsField } from '../../platform/kit/WordsField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { Problem } from '../../platform/web/request.ts'
import { type Code, useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { concernsApi } from './api.ts'
import { ConcernSent } from './ConcernSent.tsx'
import { type Place, placeIn } from './placeIn.ts'
import { SafetyNow } from './SafetyNow.tsx'
import { groupWorries } from './worries.ts'

type Knows = 'yes' | 'no' | 'unknown'
const empty = {
  id: '',
  who: '',
  place: '',
  worries: [] as string[],
  what: '',
  urgency: null as string | null,
  familyKnows: null as Knows | null,
  doneSoFar: '',
  addressedTo: null as string | null,
}
type Draft = typeof empty
type Where = Awaited<ReturnType<typeof concernsApi.whereToReport>>

/** A family that must not be left alone: six questions, and what to do at once when somebody is in danger. */
export function ReportConcernPage() {
  const { t } = useTranslation('concerns')
  const where = useQuery({ queryKey: ['concerns', 'where'], queryFn: () => concernsApi.whereToReport({}) })
  const [sent, setSent] = useState<string | null>(null)
  return (
    <PageFrame
      tab={t('report.tab')}
      title={t('report.title')}
      sub={!sent && t('report.sub')}
      crumbs={[{ to: '/concerns', label: t('concerns.title') }, { label: t('report.crumb') }]}
    >
      {sent ? (
        <div style={{ maxWidth: 640 }}>
          <ConcernSent id={sent} onAnother={() => setSent(null)} />
        </div>
      ) : (
        <Loaded query={where} rows={6}>
          {(found) =>
            found.length > 0 ? (
              <ConcernForm where={found} onSent={setSent} />
            ) : (
              <EmptyState>{t('report.nowhere')}</EmptyState>
            )
          }
        </Loaded>
      )}
    </PageFrame>
  )
}

function ConcernForm({ where, onSent }: { where: Where; onSent: (id: string) => void }) {
  const { t, i18n } = useTranslation('concerns')
  const codes = useCodes()
  const draft = useFormDraft<Draft>('concern/new', empty)
  const { values, change } = draft
  const [missing, setMissing] = useState(false)

  const places = where.flatMap(({ partnershipId, name, communes }): Place[] =>
    communes.length > 0
      ? communes.map(({ terc, ...commune }) => ({ partnershipId, commune: terc, ...commune }))
      : [{ partnershipId, commune: null, name, localities: [] }],
  )
  const place = placeIn(values.place, places)
  const inCommune = t('report.commune', { name: place?.name ?? '' })
  const partnership = where.find((each) => each.partnershipId === place?.partnershipId) ?? where[0]!
  const centre = partnership.institutions.find(({ id }) => id === partnership.leadingInstitutionId)
  const police = partnership.institutions.find(({ kind }) => kind.startsWith('police'))

  const worryList = codes.entries('partnerships.problem_kind')
  const label = i18n.language === 'en' ? 'en' : 'pl'
  const violence = worryList.some((worry) => worry.violence === true && values.worries.includes(worry.code))
  const danger = values.urgency === 'immediate'
  const suicide = values.worries.includes('suicide_risk')
  const reader = violence
    ? centre?.name
    : (partnership.institutions.find(({ id }) => id === values.addressedTo) ?? centre)?.name

  const send = useDeed(
    (body: Parameters<typeof concernsApi.sendConcern>[0]['body'], key) =>
      concernsApi.sendConcern({ body, key }),
    ({ id }) => {
      draft.clear()
      onSent(id)
    },
  )
  const lacks = {
    who: values.who.trim().length < 2,
    place: !place,
    worries: values.worries.length === 0,
    what: values.what.trim().length < 2,
    urgency: !values.urgency,
    familyKnows: !values.familyKnows,
  }
  const submit = () => {
    setMissing(true)
    if (Object.values(lacks).some(Boolean)) return
    send.run({
      id: idOf(draft),
      partnershipId: place!.partnershipId,
      who: values.who,
      // The commune goes by its code; said twice it would only be read twice.
      place: values.place.replace(place!.commune ? inCommune : '', '').replace(/[,\s]+$/, ''),
      ...(place!.commune && { commune: place!.commune }),
      worries: values.worries,
      what: values.what,
      urgency: values.urgency!,
      familyKnows: values.familyKnows!,
      doneSoFar: values.doneSoFar,
      ...(values.addressedTo && !violence && { addressedTo: values.addressedTo }),
    })
  }
  const say = (field: keyof typeof lacks) =>
    (missing && lacks[field] && t(`report.lack.${field}`)) ||
    (send.problem instanceof Problem && send.problem.at(field)) ||
    undefined
  const groups = groupWorries(
    worryList,
    (group) => t(`report.groups.${group}`),
    (worry) => ({ label: worry[label], also: t(`worryWords.${worry.code}`, { defaultValue: '' }) }),
  ).map((group) => ({
    ...group,
    below:
      group.key === 'violence' && violence ? (
        <SafetyNow emergency={!danger} violence={{ police, centre: centre?.name ?? '' }} />
      ) : (
        group.key === 'health' && suicide && <SafetyNow suicide emergency={!danger} />
      ),
  }))
  const placeHint = place?.commune
    ? inCommune
    : t('report.placeHint', { communes: places.map(({ name }) => name).join(', ') })
  const urgencies = codes.entries('concerns.concern_urgency')
  const urgency = urgencies.find(({ code }) => code === values.urgency)

  return (
    <Columns aside={<WhatHappens reader={reader} urgency={urgency} violence={violence} />}>
      <Section heading={t('report.about')}>
        <OldForm
          onSubmit={submit}
          problem={send.problem}
          actions={
            <>
              <Button kind="filled" type="submit" busy={send.busy}>
                {t('report.send')}
              </Button>
              <DraftLine draft={draft} />
            </>
          }
        >
          <ChoiceCards
            label={t('report.urgency')}
            look="rows"
            value={values.urgency}
            onChange={(urgency) => change({ urgency })}
            choices={urgencies.map((each) => ({
              value: each.code,
              title: each[label],
              sub: (each.hint as Record<string, string> | undefined)?.[label],
            }))}
            error={say('urgency')}
          />
          {danger && <SafetyNow emergency />}
          <TextField
            label={t('report.who')}
            hint={t('report.whoHint')}
            value={values.who}
            onChange={(who) => change({ who })}
            maxLength={300}
            error={say('who')}
          />
          <SuggestField
            label={t('report.place')}
            hint={placeHint}
            optional={places.length === 1}
            suggestions={suggestionsOf(places, t)}
            value={values.place}
            onChange={(typed) => change({ place: typed })}
            maxLength={300}
            error={say('place')}
          />
          <WordsField
            label={t('report.what')}
            hint={t('report.whatHint')}
            words={values.what}
            onWords={(what) => change({ what })}
            maxLength={4000}
            groups={groups}
            value={values.worries}
            onChange={(worries) => change({ worries: worries.slice(0, 12) })}
            error={say('what')}
            kindsError={say('worries')}
          />
          <ChoiceCards<Knows>
            label={t('report.knows')}
            look="rows"
            hint={violence ? t('report.knowsViolence') : undefined}
            value={values.familyKnows}
            onChange={(familyKnows) => change({ familyKnows })}
            choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
              value,
              title: t(`report.knowsAs.${value}`),
            }))}
            error={say('familyKnows')}
          />
          <TextArea
            label={t('report.done')}
            optional
            rows={2}
            value={values.doneSoFar}
            onChange={(doneSoFar) => change({ doneSoFar })}
            maxLength={2000}
          />
          {!violence && (
            <Explain question={t('report.elsewhere')}>
              <SelectField
                label={t('report.to')}
                options={partnership.institutions.map(({ id, name }) => ({ value: id, label: name }))}
                value={values.addressedTo ?? partnership.leadingInstitutionId}
                onChange={(addressedTo) => change({ addressedTo })}
              />
            </Explain>
          )}
        </OldForm>
      </Section>
    </Columns>
  )
}

/** Every locality with its commune, and the communes themselves. */
function suggestionsOf(places: Place[], t: (key: string, values: { name: string }) => string): string[] {
  const inCommune = ({ commune, name }: Place) => (commune ? t('report.commune', { name }) : name)
  return [
    ...new Set(
      places.flatMap((place) => [
        ...place.localities.map((locality) =>
          places.length > 1 ? `${locality}, ${inCommune(place)}` : locality,
        ),
        ...(places.length > 1 ? [inCommune(place)] : []),
      ]),
    ),
  ]
}

type WhatHappensProps = {
  reader: string | undefined
  urgency: Code | undefined
  violence: boolean
}

/** Beside the form: who reads it, by when an answer comes, whom to call when it cannot wait. */
function WhatHappens({ reader, urgency, violence }: WhatHappensProps) {
  const { t } = useTranslation('concerns')
  const days = typeof urgency?.answerWorkingDays === 'number' ? urgency.answerWorkingDays : null
  return (
    <div>
      <PlainSection heading={t('report.readerTitle')}>
        <p>{t(violence ? 'report.readerOnly' : 'report.reader', { centre: reader ?? '' })}</p>
        <p className="sm muted" style={{ marginTop: 6 }}>
          {t(violence ? 'report.readerViolence' : 'report.readerLater')}
        </p>
      </PlainSection>
      <PlainSection heading={t('report.answerTitle')}>
        <p>{days === null ? t('report.answerUnknown') : t('report.answerIn', { days })}</p>
      </PlainSection>
      <PlainSection heading={t('report.callTitle')}>
        <PhoneLink phone="112" />
      </PlainSection>
    </div>
  )
}

/** The concern's name is kept with the draft, so that sending it again after a lost answer is the same concern. */
function idOf(draft: { values: Draft; change: (part: Partial<Draft>) => void }): string {
  if (draft.values.id) return draft.values.id
  const id = newId()
  draft.change({ id })
  return id
}
