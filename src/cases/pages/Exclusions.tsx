import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { casesContract } from '../contract.ts'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'

type Exclusion = z.output<typeof casesContract.exclusions.answer>[number]

/** Who is excluded as kin or neighbour, excluding somebody, and lifting what was a mistake. */
export function Exclusions({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  return (
    <Section heading={t('exclude.title')}>
      <p className="sm muted">{t('exclude.why')}</p>
      <Excluded family={family} />
      <Exclude family={family} />
    </Section>
  )
}

function Excluded({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { label } = useCodes()
  const { eventDay } = useWords()
  const [lifting, setLifting] = useState<Exclusion | null>(null)
  const query = useQuery({
    queryKey: ['case', family.id, 'exclusions'],
    queryFn: () => casesApi.exclusions({ params: { id: family.id } }),
  })
  if (!query.data?.length) return query.error ? <ProblemNotice problem={query.error} /> : null
  return (
    <>
      <Rows label={t('exclude.list')}>
        {query.data.map((each) => (
          <Row
            key={each.id}
            title={each.name}
            sub={[
              each.institutionName,
              label('cases.exclusion_kind', each.kind),
              each.liftedAt
                ? t('exclude.lifted', { day: eventDay(dayOf(each.liftedAt)), because: each.liftedBecause })
                : t('exclude.since', { day: eventDay(dayOf(each.since)) }),
            ].join(' · ')}
            end={
              !each.liftedAt && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={t('exclude.liftNamed', { name: each.name })}
                  onClick={() => setLifting(each)}
                >
                  {t('exclude.lift')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {lifting && <Lift caseId={family.id} exclusion={lifting} onClose={() => setLifting(null)} />}
    </>
  )
}

type LiftProps = { caseId: string; exclusion: Exclusion; onClose: () => void }

function Lift({ caseId, exclusion, onClose }: LiftProps) {
  const { t } = useTranslation('cases')
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const lift = useDeed(
    (body: { because: string }, key) =>
      casesApi.liftExclusion({ params: { id: caseId, exclusionId: exclusion.id }, body, key }),
    onClose,
  )
  return (
    <ConfirmDialog
      open
      title={t('exclude.liftTitle', { name: exclusion.name })}
      deed={t('exclude.lift')}
      busy={lift.busy}
      onClose={onClose}
      onConfirm={() => {
        setMissing(true)
        if (because.trim().length > 1) lift.run({ because })
      }}
    >
      <p>{t('exclude.liftText')}</p>
      <TextField
        label={t('exclude.liftBecause')}
        value={because}
        onChange={setBecause}
        maxLength={1000}
        error={missing && because.trim().length < 2 && t('lack.reason')}
      />
      <ProblemNotice problem={lift.problem} />
    </ConfirmDialog>
  )
}

function Exclude({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { options } = useCodes()
  const [id, setId] = useState(newId)
  const [workerId, setWorkerId] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const team = useQuery({
    queryKey: ['case', family.id, 'team'],
    queryFn: () => casesApi.team({ params: { id: family.id } }),
  })
  const invitable = useQuery({
    queryKey: ['case', family.id, 'whom'],
    queryFn: () => casesApi.whoMayBeInvited({ params: { id: family.id } }),
    enabled: family.may.includes('coordinate'),
  })
  const exclude = useDeed(
    (body: { id: string; workerId: string; kind: string }, key) =>
      casesApi.exclude({ params: { id: family.id }, body, key }),
    () => {
      setId(newId())
      setWorkerId(null)
      setKind(null)
      setMissing(false)
    },
  )
  // Who left may be invited again, and so stands in both.
  const people = new Map([...(team.data ?? []), ...(invitable.data ?? [])].map((each) => [each.id, each]))
  return (
    <Explain question={t('exclude.open')}>
      <OldForm
        problem={exclude.problem}
        onSubmit={() => {
          setMissing(true)
          if (workerId && kind) exclude.run({ id, workerId, kind })
        }}
        actions={
          <Button type="submit" busy={exclude.busy}>
            {t('exclude.deed')}
          </Button>
        }
      >
        <SelectField
          label={t('exclude.whom')}
          options={Array.from(people.values(), (person) => ({
            value: person.id,
            label: `${person.name}, ${person.institutionName}`,
          }))}
          value={workerId}
          onChange={setWorkerId}
          error={missing && !workerId && t('exclude.lackWhom')}
        />
        <SelectField
          label={t('exclude.kind')}
          options={options('cases.exclusion_kind')}
          value={kind}
          onChange={setKind}
          error={missing && !kind && t('exclude.lackKind')}
        />
      </OldForm>
      {exclude.done && !workerId && (
        <p role="status" style={{ marginTop: 8 }}>
          <Status kind="ok">{t('exclude.done')}</Status>
        </p>
      )}
    </Explain>
  )
}
