import { useTranslation } from 'react-i18next'
import { RemindOf } from '../../asks/pages/RemindOf.tsx'
import { assessmentsApi } from '../../assessments/pages/api.ts'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { addDays, dayOf, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { worklistApi } from '../../worklist/pages/api.ts'
import { TaskList } from '../../worklist/pages/TaskList.tsx'
import { useConsentEnds } from './useConsentEnds.ts'
import { useConsentSteps } from './useConsentSteps.ts'
import type { Standing } from './useStanding.ts'

/** The part of the file in which the work is moved on. */
export function partOf(standing: Standing) {
  const parts = {
    concern: 'team',
    team: 'assessment',
    assessment: 'assessment',
    basket: 'basket',
    contract: 'contract',
    realisation: 'contract',
    evaluation: 'contract',
    closed: 'close',
  } as const
  return standing.phase && nextOf(standing) === standing.phase ? parts[standing.phase] : 'contract'
}

/** Under which key the texts say what is next: a contract that is already drawn up is not to be drawn up again. */
export function nextOf({
  phase,
  unfinishedContract: contract,
}: Standing): Standing['phase'] | `contract_${string}` {
  if (!contract || phase === 'closed') return phase
  if (contract.state !== 'printed') return `contract_${contract.state}`
  return contract.waitsFor.length ? 'contract_printed' : phase
}

/** What is to be done now: the step of the phase, whom we wait for, tasks. */
export function NextSteps({ family, standing }: { family: Family; standing: Standing | undefined }) {
  const { t } = useTranslation('families')
  const { eventDay } = useWords()
  const onTeam = family.may.includes('team')
  const coordinates = family.may.includes('coordinate')
  const heads = family.may.includes('head')
  const tasks = useAsk(worklistApi.tasksOfCase, { params: { id: family.id }, query: {} }, { enabled: onTeam })
  const team = useAsk(casesApi.team, { params: { id: family.id } })
  const invited = (team.data ?? []).filter(({ state }) => state === 'invited')
  const soon = addDays(today(), 60)
  const ends = (useConsentEnds(family) ?? []).filter(({ until }) => until <= soon)
  const consents = useConsentSteps(family)
  const assessments = useAsk(
    assessmentsApi.assessments,
    { params: { id: family.id } },
    { enabled: onTeam && !coordinates },
  )
  const unsaid = assessments.data?.some(
    ({ fixedAt, views }) => !fixedAt && !views.some((view) => view.mine && !view.byFamily),
  )
  const review = standing?.reviewOn
  const appointed = family.coordinator?.name
  const nothing =
    !coordinates &&
    appointed &&
    invited.length + ends.length === 0 &&
    !review &&
    !assessments.isLoading &&
    !unsaid &&
    !tasks.data?.length &&
    !tasks.isLoading
  return (
    <Section
      heading={t('next.title')}
      more={onTeam && <Link to={pageAt('/families/$id/tasks', { id: family.id })}>{t('next.allTasks')}</Link>}
    >
      <Rows>
        {!family.coordinator && heads && (
          <Row
            title={t('next.appoint')}
            sub={t('next.appointWhy')}
            end={
              <Button size="small" to={pageAt('/families/$id/team', { id: family.id })}>
                {t('families.appoint')}
              </Button>
            }
          />
        )}
        {!family.coordinator && family.may.includes('appoint') && (
          <Row
            title={t('next.appoint')}
            sub={t('next.appointElsewhereWhy')}
            end={
              <Button size="small" to={pageAt('/families/$id/coordinator', { id: family.id })}>
                {t('families.appoint')}
              </Button>
            }
          />
        )}
        {!family.coordinator && !heads && !family.may.includes('appoint') && (
          <Row title={t('next.headAppoints')} sub={t('next.headAppointsWhy')} />
        )}
        {consents.map(({ step, names }) => (
          <Row
            key={step}
            title={t(`next.consents.${step}.title`, { names: names.join(', ') })}
            to={pageAt('/families/$id/consents', { id: family.id })}
            sub={t(`next.consents.${step}.text`, { names: names.join(', ') })}
          />
        ))}
        {coordinates && standing?.phase && (
          <Row
            title={t(`family.next.${nextOf(standing)}.title`)}
            to={pageAt(`/families/$id/${partOf(standing)}`, { id: family.id })}
            sub={t(`family.next.${nextOf(standing)}.text`, {
              names: standing.unfinishedContract?.waitsFor.join(', ') ?? '',
            })}
          />
        )}
        {unsaid && (
          <Row
            title={t('next.view')}
            to={pageAt('/families/$id/assessment', { id: family.id })}
            sub={t('next.viewWhy')}
          />
        )}
        {review && (
          <Row
            lead={<DueLabel day={review} />}
            title={t('next.review')}
            to={pageAt('/families/$id/contract', { id: family.id })}
            sub={t('next.reviewWhy')}
          />
        )}
        {ends.map(({ personId, name, until }) => (
          <Row
            key={personId}
            lead={<DueLabel day={until} />}
            title={t('next.consentEnds', { name })}
            to={pageAt('/families/$id/consents', { id: family.id })}
            sub={t('next.consentEndsWhy')}
          />
        ))}
        {invited.map((member) => (
          <Row
            key={member.memberId}
            title={t('next.waits', { name: member.name })}
            sub={t('next.invited', {
              institution: member.institutionName,
              day: eventDay(dayOf(member.invitedAt)),
            })}
            end={
              coordinates ? (
                <RemindOf about={member.memberId} caseId={family.id} name={member.name} />
              ) : (
                <Status kind="wait">{t('next.waiting')}</Status>
              )
            }
          />
        ))}
      </Rows>
      {tasks.data && tasks.data.length > 0 && (
        <TaskList
          tasks={tasks.data.slice(0, 5).map((task) => ({
            ...task,
            about: task.mine ? null : (task.workerName ?? task.institutionName),
          }))}
        />
      )}
      {nothing && <EmptyState>{t('next.nothing', { name: appointed })}</EmptyState>}
      {(coordinates || family.may.includes('void')) && (
        <p className="sm" style={{ paddingTop: 10, display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
          {coordinates && (
            <Link to={pageAt('/families/$id/close', { id: family.id })}>{t('next.close')}</Link>
          )}
          {family.may.includes('void') && (
            <Link to={pageAt('/families/$id/void', { id: family.id })}>{t('next.openedByMistake')}</Link>
          )}
        </p>
      )}
    </Section>
  )
}
