import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import { useGo } from '../../platform/web/place.ts'
import { useSession } from '../../platform/web/session.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useForm } from '../../platform/web/useForm.ts'
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
  const query = useAsk(casesApi.exclusions, { params: { id: family.id } })
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
  const form = useForm(casesApi.liftExclusion, {
    params: { id: caseId, exclusionId: exclusion.id },
    start: () => ({ because: '' }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      open
      title={t('exclude.liftTitle', { name: exclusion.name })}
      deed={t('exclude.lift')}
      busy={form.busy}
      problem={form.problem}
      onClose={onClose}
      onConfirm={form.submit}
    >
      <p>{t('exclude.liftText')}</p>
      <TextField {...form.field('because', t('exclude.liftBecause'), { lack: t('lack.reason') })} />
    </ConfirmDialog>
  )
}

function Exclude({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { options } = useCodes()
  const { worker } = useSession()
  const go = useGo()
  const people = useAsk(casesApi.whoMayBeExcluded, { params: { id: family.id } })
  const form = useForm(casesApi.exclude, {
    params: { id: family.id },
    start: () => ({ id: newId(), workerId: null as string | null, kind: null as string | null }),
    // Of what one is kept from oneself there is nothing left to see.
    onDone: (_, { workerId }) => {
      if (workerId === worker?.id) go('/families')
    },
  })
  return (
    <Explain question={t('exclude.open')}>
      <Form of={form} kind="default" deed={t('exclude.deed')}>
        <SelectField
          {...form.field('workerId', t('exclude.whom'), { lack: t('exclude.lackWhom') })}
          hint={t('exclude.whomHint')}
          options={(people.data ?? []).map((person) => ({
            value: person.id,
            label: `${person.name}, ${person.institutionName}`,
          }))}
        />
        <SelectField
          {...form.field('kind', t('exclude.kind'), { lack: t('exclude.lackKind') })}
          options={options('cases.exclusion_kind')}
        />
      </Form>
      {form.done && !form.values.workerId && (
        <p role="status" style={{ marginTop: 8 }}>
          <Status kind="ok">{t('exclude.done')}</Status>
        </p>
      )}
    </Explain>
  )
}
