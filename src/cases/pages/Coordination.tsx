import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Form } from '../../platform/kit/Form.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
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
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useForm } from '../../platform/web/useForm.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { AppointCoordinator } from './AppointCoordinator.tsx'
import { casesApi } from './api.ts'
import type { Family } from './FamilyFrame.tsx'
import { usePartners } from './usePartners.ts'

/** Who coordinates; the head of the leading institution appoints, replaces, or offers the case to another centre. */
export function Coordination({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const { worker } = useSession()
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
      {heads && !worker?.isHead && <p className="sm muted">{t('coordination.inPlace')}</p>}
      {heads && family.coordinator?.proposed && family.coordinator.id !== worker?.id && (
        <Agree caseId={family.id} />
      )}
      {heads && (
        <>
          <div style={{ marginTop: 12 }}>
            <AppointCoordinator family={family} hint={t('coordination.hint')} />
          </div>
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

/** One tap of the head: whoever proposed themselves goes on. */
function Agree({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases')
  const agree = useDeed((_: 'agree', key) => casesApi.confirmCoordinator({ params: { id: caseId }, key }))
  return (
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start', marginTop: 12 }}>
      <p className="sm muted">{t('coordination.proposed')}</p>
      <Button kind="filled" busy={agree.busy} onClick={() => agree.run('agree')}>
        {t('coordination.agree')}
      </Button>
      <ProblemNotice problem={agree.problem} />
    </div>
  )
}

function OfferHandover({ family }: { family: Family }) {
  const { t } = useTranslation('cases')
  const partners = usePartners(family.partnershipId)
  const form = useForm(casesApi.offerHandover, {
    params: { id: family.id },
    start: () => ({ id: newId(), to: null as string | null, reason: '' }),
    draft: `case/${family.id}/handover`,
  })
  return (
    <Loaded query={partners}>
      {(found) => (
        <Form of={form} kind="default" deed={t('handover.offer')}>
          <p className="sm muted">{t('handover.why')}</p>
          <SelectField
            {...form.field('to', t('handover.to'), { lack: t('lack.to') })}
            options={found
              .filter((each) => each.id !== family.leadingInstitution?.id)
              .map((each) => ({ value: each.id, label: each.name }))}
          />
          <TextArea {...form.field('reason', t('handover.reason'), { lack: t('lack.reason') })} rows={2} />
        </Form>
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
  const form = useForm(casesApi.keepRegistryNumber, {
    params: { id: family.id },
    start: () => ({ number: family.registryNumber ?? '' }),
    stays: true,
  })
  return (
    <Explain
      question={
        family.registryNumber ? t('registry.is', { number: family.registryNumber }) : t('registry.none')
      }
    >
      <Form of={form} kind="default" size="small" deed={t('registry.keep')}>
        <TextField {...form.field('number', t('registry.number'))} hint={t('registry.hint')} />
      </Form>
    </Explain>
  )
}
