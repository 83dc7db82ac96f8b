import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MultiSelectField } from '../../platform/kit/MultiSelectField.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { SuggestField } from '../../platform/kit/SuggestField.tsx'
import { speaksOf } from '../../platform/kit/speaksOf.ts'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { Urgent } from '../../platform/kit/Urgent.tsx'
import { WordsField } from '../../platform/kit/WordsField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Code, useCodes } from '../../platform/web/useCodes.ts'
import { type FieldOf, useForm } from '../../platform/web/useForm.ts'
import { concernsApi } from './api.ts'
import { ConcernSent } from './ConcernSent.tsx'
import { DangerNow, useWhoHears } from './DangerNow.tsx'
import { type Place, placeIn } from './placeIn.ts'
import { SafetyNow } from './SafetyNow.tsx'
import { groupWorries } from './worries.ts'

type Knows = 'yes' | 'no' | 'unknown'
const begun = () => ({
  concernId: newId(),
  who: '',
  place: '',
  worries: [] as string[],
  what: '',
  urgency: null as string | null,
  familyKnows: null as Knows | null,
  doneSoFar: '',
  addressedTo: null as string | null,
  keptFrom: [] as string[],
  /** Asked whether it is danger now, they said no. */
  calm: false,
})
type Where = Awaited<ReturnType<typeof concernsApi.whereToReport>>

/** A family that must not be left alone: six questions, and what to do at once when somebody is in danger. */
export function ReportConcernPage() {
  const { t } = useTranslation('concerns')
  const where = useAsk(concernsApi.whereToReport, {})
  const [sent, setSent] = useState<string | null>(null)
  return (
    <PageFrame
      tab={t('report.tab')}
      title={sent ? t('sent.page') : t('report.title')}
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
  const { t: violent } = useTranslation('partnerships', { keyPrefix: 'violence' })
  const codes = useCodes()
  const places = where.flatMap(({ partnershipId, name, communes }): Place[] =>
    communes.length > 0
      ? communes.map(({ terc, ...commune }) => ({ partnershipId, commune: terc, ...commune }))
      : [{ partnershipId, commune: null, name, localities: [] }],
  )
  const inCommune = (place: Place | null) => t('report.commune', { name: place?.name ?? '' })
  const worryList = codes.entries('partnerships.problem_kind')
  const isViolent = (worries: string[]) =>
    worryList.some((worry) => worry.violence === true && worries.includes(worry.code))

  const form = useForm(concernsApi.sendConcern, {
    start: begun,
    body: ({ concernId, addressedTo, ...values }) => {
      const place = placeIn(values.place, places)
      return {
        ...values,
        id: concernId,
        partnershipId: place?.partnershipId ?? where[0]!.partnershipId,
        // The commune goes by its code; said twice it would only be read twice.
        place: values.place.replace(place?.commune ? inCommune(place) : '', '').replace(/[,\s]+$/, ''),
        commune: place?.commune,
        addressedTo: isViolent(values.worries) ? null : addressedTo,
      }
    },
    faults: ({ place }) => ({ place: !placeIn(place, places) && t('report.lack.place') }),
    draft: 'concern/new',
    onDone: ({ id }) => onSent(id),
  })
  const { values } = form
  const place = placeIn(values.place, places)
  const partnership = where.find((each) => each.partnershipId === place?.partnershipId) ?? where[0]!
  const centre = partnership.institutions.find(({ id }) => id === partnership.leadingInstitutionId)
  const police = partnership.institutions.find(({ kind }) => kind.startsWith('police'))

  const label = i18n.language === 'en' ? 'en' : 'pl'
  const violence = isViolent(values.worries)
  const danger = values.urgency === 'immediate'
  const wide = danger ? 'yes' : values.keptFrom.length > 0 ? 'kept' : 'no'
  const suicide = values.worries.includes('suicide_risk')
  const reader = violence
    ? centre
    : (partnership.institutions.find(({ id }) => id === values.addressedTo) ?? centre)

  const what = form.field('what', t('report.what'), { lack: t('report.lack.what') })
  const worries = form.field('worries', '', { lack: t('report.lack.worries') })
  const groups = groupWorries(
    worryList,
    (group) => t(`report.groups.${group}`),
    (worry) => ({ label: worry[label], also: t(`worryWords.${worry.code}`, { defaultValue: '' }) }),
  ).map((group) => ({
    ...group,
    below:
      group.key === 'violence' && violence ? (
        <SafetyNow
          emergency={!danger}
          violence={{ police, centre: centre?.name ?? '', wide: wide !== 'no' }}
        />
      ) : (
        group.key === 'health' && suicide && <SafetyNow suicide emergency={!danger} />
      ),
  }))
  const placeHint = place?.commune
    ? inCommune(place)
    : t('report.placeHint', { communes: places.map(({ name }) => name).join(', ') })
  const urgencies = codes.entries('concerns.concern_urgency')
  const urgency = urgencies.find(({ code }) => code === values.urgency)

  return (
    <Columns
      aside={
        <WhatHappens
          partnershipId={partnership.partnershipId}
          reader={reader}
          urgency={urgency}
          violence={violence}
          wide={wide}
        />
      }
    >
      <Section heading={t('report.about')}>
        <Form of={form} deed={t('report.send')}>
          <ChoiceCards
            {...form.field('urgency', t('report.urgency'), { lack: t('report.lack.urgency') })}
            look="rows"
            choices={urgencies.map((each) => ({
              value: each.code,
              title: each[label],
              sub: (each.hint as Record<string, string> | undefined)?.[label],
            }))}
          />
          {danger && reader && <DangerNow partnershipId={partnership.partnershipId} institution={reader} />}
          <TextField
            {...form.field('who', t('report.who'), { lack: t('report.lack.who') })}
            hint={t('report.whoHint')}
          />
          <SuggestField
            {...form.field('place', t('report.place'))}
            optional={places.length === 1}
            hint={placeHint}
            suggestions={suggestionsOf(places, t)}
          />
          <WordsField
            label={what.label}
            hint={t('report.whatHint')}
            words={what.value}
            onWords={what.onChange}
            maxLength={what.maxLength!}
            groups={groups}
            value={worries.value}
            onChange={(chosen) => worries.onChange(chosen.slice(0, 12))}
            error={what.error}
            kindsError={worries.error}
          />
          {/* Words of blows, hunger, suicide, a child alone: the page asks, and decides nothing. */}
          {!danger && speaksOf(values.what, `${t('dangerWords')}, ${violent('words')}`) && !values.calm && (
            <Urgent heading={t('report.nowAsk')}>
              <p className="sm">{t('report.nowWhy')}</p>
              <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '8px 0' }}>
                <Button onClick={() => form.change({ urgency: 'immediate' })}>{t('report.nowYes')}</Button>
                <Button onClick={() => form.change({ calm: true })}>{t('report.nowNo')}</Button>
              </div>
            </Urgent>
          )}
          <ChoiceCards
            {...form.field('familyKnows', t('report.knows'), { lack: t('report.lack.familyKnows') })}
            look="rows"
            hint={violence ? t('report.knowsViolence') : undefined}
            choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
              value,
              title: t(`report.knowsAs.${value}`),
            }))}
          />
          <TextArea {...form.field('doneSoFar', t('report.done'))} rows={2} />
          {reader && (
            <KeptFrom
              {...form.field('keptFrom', t('report.keptFromOf', { institution: reader.name }))}
              partnershipId={partnership.partnershipId}
              institutionId={reader.id}
            />
          )}
          {!violence && (
            <Explain question={t('report.elsewhere')}>
              <SelectField
                {...form.field('addressedTo', t('report.to'))}
                optional={false}
                options={partnership.institutions.map(({ id, name }) => ({ value: id, label: name }))}
                value={values.addressedTo ?? partnership.leadingInstitutionId}
              />
            </Explain>
          )}
        </Form>
      </Section>
    </Columns>
  )
}

/** Whom the reporter keeps from it: of those who work there, for who is on duty may change before it is read. */
function KeptFrom({
  partnershipId,
  institutionId,
  ...field
}: FieldOf<string[]> & { partnershipId: string; institutionId: string }) {
  const { t } = useTranslation('concerns')
  const hears = useWhoHears(partnershipId, institutionId)
  return (
    <Explain question={t('report.keptFrom')}>
      <Loaded query={hears} rows={2}>
        {({ people }) =>
          people.length > 0 ? (
            <MultiSelectField
              {...field}
              optional={false}
              hint={t('report.keptFromHint')}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <p>{t('report.keptFromNobody')}</p>
          )
        }
      </Loaded>
    </Explain>
  )
}

/** Where a danger goes on when nobody reads it. */
function GoesOn({ partnershipId, institutionId }: { partnershipId: string; institutionId: string }) {
  const { t } = useTranslation('concerns')
  const hears = useWhoHears(partnershipId, institutionId).data
  if (!hears) return null
  const to = hears.goesOnTo.join(', ')
  return <p style={{ marginTop: 6 }}>{to ? t('report.goesOn', { to }) : t('report.goesNowhere')}</p>
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
  partnershipId: string
  reader: { id: string; name: string } | undefined
  urgency: Code | undefined
  violence: boolean
  /** Who reads it besides intake: of a danger, or where somebody is kept from it. */
  wide: 'yes' | 'kept' | 'no'
}

/** Beside the form: who reads it, by when an answer comes, whom to call when it cannot wait. */
function WhatHappens({ partnershipId, reader, urgency, violence, wide }: WhatHappensProps) {
  const { t } = useTranslation('concerns')
  const days = typeof urgency?.answerWorkingDays === 'number' ? urgency.answerWorkingDays : null
  return (
    <div>
      <PlainSection heading={t('report.readerTitle')}>
        <p>{t(violence ? 'report.readerOnly' : 'report.reader', { centre: reader?.name ?? '', wide })}</p>
        {wide === 'yes' && !violence && reader && (
          <GoesOn partnershipId={partnershipId} institutionId={reader.id} />
        )}
        <p className="sm muted" style={{ marginTop: 6 }}>
          {t(violence ? 'report.readerViolence' : 'report.readerLater')}
        </p>
      </PlainSection>
      <PlainSection heading={t('report.answerTitle')}>
        <p>
          {wide === 'yes'
            ? t('report.answerDanger')
            : days === null
              ? t('report.answerUnknown')
              : t('report.answerIn', { days })}
        </p>
      </PlainSection>
      <PlainSection heading={t('report.callTitle')}>
        <PhoneLink phone="112" />
      </PlainSection>
    </div>
  )
}
