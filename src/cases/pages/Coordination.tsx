import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { institutionsApi, isOfficer } from '../../institutions/pages/api.ts'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextArea } from '../../platform/kit/TextArea.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'
import { usePartners } from './usePartners.ts'

/** Who coordinates; the head of the leading institution appoints, replaces, or offers the case to another centre. */
export function Coordination({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const heads = family.may.includes('head') && !family.closedAt
  return (
    <Section heading={t('coordination.title')}>
      {family.coordinator ? (
        <Rows>
          <PersonLine
            name={family.coordinator.name}
            part={`${family.coordinator.institutionName}, ${family.coordinator.position}`}
            phone={family.coordinator.phone}
            hours={family.coordinator.phoneHours}
          />
        </Rows>
      ) : (
        <p>
          <Status kind="question">{t('coordination.nobody')}</Status>
        </p>
      )}
      {heads && (
        <>
          <Appoint family={family} />
          {family.handover?.answer !== null && (
            <Explain question={t('handover.open')}>
              <OfferHandover family={family} />
            </Explain>
          )}
        </>
      )}
      {family.handover && family.handover.answer !== 'accepted' && (
        <Offered offer={family.handover} heads={heads} />
      )}
      {family.may.includes('coordinate') && <RegistryNumber key={family.registryNumber} family={family} />}
    </Section>
  )
}

function Appoint({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const mine = useQuery({ queryKey: ['institution', 'mine'], queryFn: () => institutionsApi.mine({}) })
  const [id, setId] = useState(newId)
  const [workerId, setWorkerId] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const appoint = useDeed(
    (body: { id: string; workerId: string }, key) =>
      casesApi.appointCoordinator({ params: { id: family.id }, body, key }),
    () => {
      setId(newId())
      setWorkerId(null)
      setMissing(false)
    },
  )
  return (
    <div style={{ marginTop: 12 }}>
      <Loaded query={mine}>
        {({ workers }) => (
          <OldForm
            problem={appoint.problem}
            onSubmit={() => {
              setMissing(true)
              if (workerId) appoint.run({ id, workerId })
            }}
            actions={
              <Button kind={family.coordinator ? 'default' : 'filled'} type="submit" busy={appoint.busy}>
                {t(family.coordinator ? 'coordination.replace' : 'coordination.appoint')}
              </Button>
            }
          >
            <SelectField
              label={t(family.coordinator ? 'coordination.instead' : 'coordination.who')}
              hint={t('coordination.hint')}
              options={workers
                .filter((each) => !each.until && !isOfficer(each) && each.id !== family.coordinator?.id)
                .map((each) => ({
                  value: each.id,
                  label: `${each.givenName} ${each.familyName}, ${each.position}`,
                }))}
              value={workerId}
              onChange={setWorkerId}
              error={missing && !workerId && t('coordination.lack')}
            />
          </OldForm>
        )}
      </Loaded>
    </div>
  )
}

function OfferHandover({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const partners = usePartners(family.partnershipId)
  const [id, setId] = useState(newId)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const offer = useDeed(
    (body: { id: string; to: string; reason: string }, key) =>
      casesApi.offerHandover({ params: { id: family.id }, body, key }),
    () => {
      setId(newId())
      setTo(null)
      setReason('')
      setMissing(false)
    },
  )
  return (
    <Loaded query={partners}>
      {(found) => (
        <OldForm
          problem={offer.problem}
          onSubmit={() => {
            setMissing(true)
            if (to && reason.trim().length > 2) offer.run({ id, to, reason })
          }}
          actions={
            <Button type="submit" busy={offer.busy}>
              {t('handover.offer')}
            </Button>
          }
        >
          <p className="sm muted">{t('handover.why')}</p>
          <SelectField
            label={t('handover.to')}
            options={found
              .filter((each) => each.id !== family.leadingInstitution?.id)
              .map((each) => ({ value: each.id, label: each.name }))}
            value={to}
            onChange={setTo}
            error={missing && !to && t('lack.to')}
          />
          <TextArea
            label={t('handover.reason')}
            rows={2}
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={missing && reason.trim().length < 3 && t('lack.reason')}
          />
        </OldForm>
      )}
    </Loaded>
  )
}

type OfferedProps = { offer: NonNullable<Family['handover']>; heads: boolean }

/** What became of the last offer: who was asked, when, and what they said. */
function Offered({ offer, heads }: OfferedProps) {
  const { t } = useTranslation('cases')
  const { eventDay } = useWords()
  const withdraw = useDeed((_: 'withdrawn', key) =>
    casesApi.answerHandover({ params: { id: offer.id }, body: { answer: 'withdrawn' }, key }),
  )
  const state = offer.answer ?? 'waiting'
  return (
    <Rows label={t('handover.tab')}>
      <Row
        title={t('handover.asked', { institution: offer.to })}
        sub={
          <>
            {t('handover.askedOn', { day: eventDay(dayOf(offer.offeredAt)), reason: offer.reason })}
            <br />
            <Status kind={state === 'waiting' ? 'wait' : state === 'declined' ? 'no' : 'question'}>
              {t(`handover.state.${state}`, {
                day: offer.answeredAt ? eventDay(dayOf(offer.answeredAt)) : '',
              })}
            </Status>
            <ProblemNotice problem={withdraw.problem} />
            {heads && state === 'waiting' && (
              <span style={{ display: 'block', marginTop: 10 }}>
                <Button size="small" busy={withdraw.busy} onClick={() => withdraw.run('withdrawn')}>
                  {t('handover.withdraw')}
                </Button>
              </span>
            )}
          </>
        }
      />
    </Rows>
  )
}

/** Under which number the centre keeps the case in its own register. */
function RegistryNumber({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const [number, setNumber] = useState(family.registryNumber ?? '')
  const keep = useDeed((body: { number: string }, key) =>
    casesApi.keepRegistryNumber({ params: { id: family.id }, body, key }),
  )
  return (
    <Explain
      question={
        family.registryNumber ? t('registry.is', { number: family.registryNumber }) : t('registry.none')
      }
    >
      <OldForm
        problem={keep.problem}
        onSubmit={() => keep.run({ number: number.trim() })}
        actions={
          <Button type="submit" size="small" busy={keep.busy}>
            {t('registry.keep')}
          </Button>
        }
      >
        <TextField
          label={t('registry.number')}
          hint={t('registry.hint')}
          optional
          value={number}
          onChange={setNumber}
          maxLength={60}
        />
      </OldForm>
    </Explain>
  )
}
