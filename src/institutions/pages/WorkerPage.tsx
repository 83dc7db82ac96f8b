import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { ConflictNotice, type ConflictSide } from '../../platform/kit/ConflictNotice.tsx'
import { DraftLine } from '../../platform/kit/DraftLine.tsx'
import { FieldRow } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { OldForm } from '../../platform/kit/OldForm.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { Problem } from '../../platform/web/request.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useFormDraft } from '../../platform/web/useFormDraft.ts'
import { type Colleague, institutionsApi } from './api.ts'
import { SignUp, useMine } from './InstitutionPage.tsx'

const blank = {
  givenName: '',
  familyName: '',
  position: '',
  socialWorker: false,
  serviceNumber: '',
  phone: '',
  phoneHours: '',
  email: '',
}
type Facts = typeof blank

/** A new worker: who they are, how to reach them, and an invitation to Splot. */
export function NewWorkerPage() {
  const { t } = useTranslation('institutions')
  const go = useGo()
  const draft = useFormDraft('worker/new', { ...blank, id: newId(), invitationId: newId() })
  const { values, change } = draft
  const deed = useDeed(
    ({ id, invitationId, email, ...facts }: typeof values, key) =>
      institutionsApi.takeOn({
        body: {
          id,
          ...facts,
          ...(email.trim() && { invitation: { id: invitationId, email: email.trim() } }),
        },
        key,
      }),
    () => {
      draft.clear()
      go('/institution')
    },
  )
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  return (
    <PageFrame
      narrow
      tab={t('worker.newTab')}
      crumbs={[{ label: t('mine.tab'), to: '/institution' }, { label: t('worker.newTab') }]}
      title={t('worker.newTitle')}
      sub={t('worker.newSub')}
    >
      <Section heading={t('worker.facts')}>
        <OldForm
          onSubmit={() => deed.run(values)}
          problem={deed.problem}
          actions={
            <>
              <Button kind="filled" type="submit" busy={deed.busy}>
                {t(values.email ? 'worker.addAndInvite' : 'worker.add')}
              </Button>
              <DraftLine draft={draft} />
            </>
          }
        >
          <FactFields values={values} change={change} at={at} headFields emailHint={t('worker.emailHint')} />
        </OldForm>
      </Section>
    </PageFrame>
  )
}

/** A worker of my institution: facts, invitation, end of work. One changes one's own phone and hours here. */
export function WorkerPage() {
  const { t } = useTranslation('institutions')
  const id = useParam('id')
  const query = useMine()
  const worker = query.data?.workers.find((each) => each.id === id)
  const name = worker ? `${worker.givenName} ${worker.familyName}` : t('worker.tab')
  return (
    <PageFrame
      narrow
      tab={t('worker.tab')}
      crumbs={[{ label: t('mine.tab'), to: '/institution' }, { label: name }]}
      title={name}
      sub={worker?.position}
    >
      {worker && query.data ? (
        <Columns>
          <Section heading={t('worker.facts')} more={<SignUp worker={worker} />}>
            <EditWorker key={worker.version} worker={worker} head={query.data.iHead !== null} />
          </Section>
          {query.data.iHead && worker.signUp && !worker.signUp.done && <Invite worker={worker} />}
          {query.data.iHead && !worker.isHead && <EndWork worker={worker} name={name} />}
        </Columns>
      ) : (
        <Section heading={t('worker.facts')}>
          <Loaded query={query}>{() => <p>{t('worker.notFound')}</p>}</Loaded>
        </Section>
      )}
    </PageFrame>
  )
}

function EditWorker({ worker, head }: { worker: Colleague; head: boolean }) {
  const { t } = useTranslation('institutions')
  const stored: Facts = Object.fromEntries(
    Object.keys(blank).map((field) => [field, worker[field as keyof Facts] ?? blank[field as keyof Facts]]),
  ) as Facts
  const [values, setValues] = useState(stored)
  const [version, setVersion] = useState(worker.version)
  const deed = useDeed((given: Facts & { version: number }, key) => {
    const { version: seen, email, ...facts } = given
    return institutionsApi.changeWorker({
      params: { id: worker.id },
      body: { ...facts, email: email.trim() },
      version: seen,
      key,
    })
  })
  const at = (field: string) => (deed.problem instanceof Problem ? deed.problem.at(field) : undefined)
  const current =
    deed.problem instanceof Problem
      ? (deed.problem.body.current as (Facts & { version: number }) | undefined)
      : undefined
  const differing = current
    ? (Object.keys(blank) as (keyof Facts)[]).filter(
        (field) => (current[field] ?? blank[field]) !== values[field],
      )
    : []
  const decide = (choice: Record<string, ConflictSide>) => {
    const merged = Object.fromEntries(
      (Object.keys(blank) as (keyof Facts)[]).map((field) => [
        field,
        choice[field] === 'theirs' ? (current?.[field] ?? blank[field]) : values[field],
      ]),
    ) as Facts
    setValues(merged)
    setVersion(current!.version)
    deed.run({ ...merged, version: current!.version })
  }
  if (current && differing.length > 0)
    return (
      <ConflictNotice
        by={t('worker.somebody')}
        busy={deed.busy}
        onDecide={decide}
        fields={differing.map((field) => ({
          field,
          label: t(`worker.field.${field}`),
          mine: shown(values[field], t),
          theirs: shown(current[field], t),
        }))}
      />
    )
  return (
    <OldForm
      onSubmit={() => deed.run({ ...values, version })}
      problem={deed.problem}
      actions={
        <>
          <Button kind="filled" type="submit" busy={deed.busy}>
            {t('save')}
          </Button>
          {deed.done && (
            <span className="sm muted" role="status">
              {t('saved')}
            </span>
          )}
        </>
      }
    >
      <FactFields
        values={values}
        change={(part) => setValues({ ...values, ...part })}
        at={at}
        headFields={head}
        emailHint={t('worker.emailKept')}
      />
    </OldForm>
  )
}

const shown = (value: unknown, t: (key: string) => string) =>
  typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value ? String(value) : '–'

function FactFields({
  values,
  change,
  at,
  headFields,
  emailHint,
}: {
  values: Facts
  change: (part: Partial<Facts>) => void
  at: (field: string) => string | undefined
  /** What only the head says of a worker. */
  headFields: boolean
  emailHint: string
}) {
  const { t } = useTranslation('institutions')
  const field = (name: Exclude<keyof Facts, 'socialWorker'>, maxLength: number) => ({
    label: t(`worker.field.${name}`),
    value: values[name],
    onChange: (value: string) => change({ [name]: value }),
    error: at(name),
    maxLength,
  })
  return (
    <>
      <FieldRow>
        <TextField {...field('givenName', 80)} />
        <TextField {...field('familyName', 80)} />
      </FieldRow>
      {headFields && (
        <>
          <TextField {...field('position', 120)} />
          <CheckboxField
            label={t('worker.field.socialWorker')}
            hint={t('worker.socialWorkerHint')}
            value={values.socialWorker}
            onChange={(socialWorker) => change({ socialWorker })}
          />
          <TextField {...field('serviceNumber', 40)} optional hint={t('worker.serviceNumberHint')} />
        </>
      )}
      <FieldRow>
        <TextField {...field('phone', 40)} type="tel" optional />
        <TextField {...field('phoneHours', 80)} optional hint={t('worker.hoursHint')} />
      </FieldRow>
      <TextField
        {...field('email', 200)}
        type="email"
        optional
        hint={emailHint}
        error={at('email') ?? at('invitation.email')}
      />
    </>
  )
}

function Invite({ worker }: { worker: Colleague }) {
  const { t } = useTranslation('institutions')
  const [email, setEmail] = useState(worker.email ?? '')
  const deed = useDeed((given: { id: string; email: string }, key) =>
    institutionsApi.inviteWorker({ params: { id: worker.id }, body: given, key }),
  )
  return (
    <Section heading={t('invite.heading')}>
      {deed.done ? (
        <p role="status">{t('invite.sent', { email })}</p>
      ) : (
        <OldForm
          onSubmit={() => deed.run({ id: newId(), email: email.trim() })}
          problem={deed.problem}
          actions={
            <Button type="submit" busy={deed.busy}>
              {t(worker.signUp?.invitedUntil ? 'invite.again' : 'invite.send')}
            </Button>
          }
        >
          <TextField
            label={t('invite.email')}
            type="email"
            value={email}
            onChange={setEmail}
            error={deed.problem instanceof Problem ? deed.problem.at('email') : undefined}
          />
        </OldForm>
      )}
    </Section>
  )
}

function EndWork({ worker, name }: { worker: Colleague; name: string }) {
  const { t } = useTranslation('institutions')
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const deed = useDeed<void>(
    (_, key) => institutionsApi.endWork({ params: { id: worker.id }, body: {}, key }),
    () => go('/institution'),
  )
  return (
    <Section heading={t('end.heading')}>
      <p style={{ marginBottom: 12 }}>{t('end.what')}</p>
      <ProblemNotice problem={deed.problem} />
      <Button kind="danger" busy={deed.busy} onClick={() => setAsking(true)}>
        {t('end.deed')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('end.ask', { name })}
        deed={t('end.deed')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          deed.run()
        }}
      >
        {t('end.sure')}
      </ConfirmDialog>
    </Section>
  )
}
