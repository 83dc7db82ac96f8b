import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { FieldRow, Form } from '../../platform/kit/Form.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { newId } from '../../platform/web/newId.ts'
import { useGo, useParam } from '../../platform/web/place.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { type FieldsOf, useForm } from '../../platform/web/useForm.ts'
import { Absences } from './Absences.tsx'
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
  const mine = useMine()
  const form = useForm(institutionsApi.takeOn, {
    start: () => ({ ...blank, id: newId(), invitationId: newId() }),
    body: ({ email, invitationId, ...facts }) => ({
      ...facts,
      invitation: email.trim() ? { id: invitationId, email: email.trim() } : null,
    }),
    draft: 'worker/new',
    onDone: () => go('/institution'),
  })
  return (
    <PageFrame
      narrow
      tab={t('worker.newTab')}
      crumbs={[{ label: t('mine.tab'), to: '/institution' }, { label: t('worker.newTab') }]}
      title={t('worker.newTitle')}
      sub={t('worker.newSub')}
    >
      <Section heading={t('worker.facts')}>
        <Loaded query={mine}>
          {({ iHead }) =>
            iHead ? (
              <Form of={form} deed={t(form.values.email ? 'worker.addAndInvite' : 'worker.add')}>
                <FactFields
                  of={form}
                  headFields
                  emailHint={t('worker.emailHint')}
                  emailAt="invitation.email"
                />
              </Form>
            ) : (
              <EmptyState>{t('mine.headsDeed')}</EmptyState>
            )
          }
        </Loaded>
      </Section>
    </PageFrame>
  )
}

/** A worker of my institution: facts, invitation, end of work. One changes one's own name, phone and hours here; of others one reads them. */
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
            {worker.mayChange ? (
              <EditWorker worker={worker} head={query.data.iHead !== null} />
            ) : (
              <Reach worker={worker} />
            )}
          </Section>
          {query.data.iHead && worker.socialWorker && !worker.until && <Post worker={worker} />}
          {!worker.until && <Absences worker={worker} mine={query.data} />}
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

/** How a colleague is reached. */
function Reach({ worker: { phone, phoneHours, email } }: { worker: Colleague }) {
  const { t } = useTranslation('institutions', { keyPrefix: 'worker' })
  return (
    <KeyFacts
      facts={[
        {
          label: t('field.phone'),
          value: phone ? <PhoneLink phone={phone} /> : t('notGiven'),
          more: phoneHours,
        },
        { label: t('field.email'), value: email ?? t('notGiven') },
      ]}
    />
  )
}

function EditWorker({ worker, head }: { worker: Colleague; head: boolean }) {
  const { t } = useTranslation('institutions')
  const form = useForm(institutionsApi.changeWorker, {
    params: { id: worker.id },
    start: (): Facts => ({
      givenName: worker.givenName,
      familyName: worker.familyName,
      position: worker.position,
      socialWorker: worker.socialWorker,
      serviceNumber: worker.serviceNumber ?? '',
      phone: worker.phone ?? '',
      phoneHours: worker.phoneHours ?? '',
      email: worker.email ?? '',
    }),
    body: ({ email, ...facts }) => ({ ...facts, email: email.trim() }),
    draft: `worker/${worker.id}`,
    version: worker.version,
    stays: true,
  })
  return (
    <Form
      of={form}
      deed={t('save')}
      beside={
        form.done && (
          <span className="sm muted" role="status">
            {t('saved')}
          </span>
        )
      }
    >
      <FactFields of={form} headFields={head} emailHint={t('worker.emailKept')} emailAt="email" />
    </Form>
  )
}

type FactFieldsProps = {
  of: FieldsOf<Facts>
  /** What only the head says of a worker. */
  headFields: boolean
  emailHint: string
  emailAt: string
}

function FactFields({ of, headFields, emailHint, emailAt }: FactFieldsProps) {
  const { t } = useTranslation('institutions')
  const field = (name: Exclude<keyof Facts, 'socialWorker'>, at: string = name) =>
    of.field(name, t(`worker.field.${name}`), { at })
  return (
    <>
      <FieldRow>
        <TextField {...field('givenName')} />
        <TextField {...field('familyName')} />
      </FieldRow>
      {headFields && (
        <>
          <TextField {...field('position')} />
          <CheckboxField
            {...of.field('socialWorker', t('worker.field.socialWorker'))}
            hint={t('worker.socialWorkerHint')}
          />
          <TextField {...field('serviceNumber')} hint={t('worker.serviceNumberHint')} />
        </>
      )}
      <FieldRow>
        <TextField {...field('phone')} type="tel" />
        <TextField {...field('phoneHours')} hint={t('worker.hoursHint')} />
      </FieldRow>
      <TextField {...field('email', emailAt)} optional type="email" hint={emailHint} />
    </>
  )
}

/** A post is agreed upon in eighths of a full-time one. */
const eighths = [8, 7, 6, 5, 4, 3, 2, 1]

/** Which part of a full-time post a social worker has: the law counts full-time posts. */
function Post({ worker }: { worker: Colleague }) {
  const { t } = useTranslation('institutions', { keyPrefix: 'post' })
  const form = useForm(institutionsApi.sayPost, {
    params: { id: worker.id },
    start: () => ({ post: String(Math.round((worker.post ?? 1) * 8)) as string | null }),
    body: ({ post }) => ({ post: Number(post) / 8 }),
    stays: true,
  })
  return (
    <Section heading={t('heading')}>
      <Form
        of={form}
        kind="default"
        deed={t('keep')}
        beside={
          form.done && (
            <span className="sm muted" role="status">
              {t('kept')}
            </span>
          )
        }
      >
        <SelectField
          {...form.field('post', t('which'))}
          optional={false}
          hint={t('hint')}
          options={eighths.map((each) => ({ value: String(each), label: t('part', { eighths: each }) }))}
        />
      </Form>
    </Section>
  )
}

function Invite({ worker }: { worker: Colleague }) {
  const { t } = useTranslation('institutions')
  const form = useForm(institutionsApi.inviteWorker, {
    params: { id: worker.id },
    start: () => ({ id: newId(), email: worker.email ?? '' }),
    body: ({ id, email }) => ({ id, email: email.trim() }),
    stays: true,
  })
  return (
    <Section heading={t('invite.heading')}>
      {form.done ? (
        <p role="status">{t('invite.sent', { email: form.values.email })}</p>
      ) : (
        <Form of={form} kind="default" deed={t(worker.signUp?.invitedUntil ? 'invite.again' : 'invite.send')}>
          <TextField {...form.field('email', t('invite.email'))} type="email" />
        </Form>
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
