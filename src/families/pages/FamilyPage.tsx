import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LevelsAtAGlance } from '../../assessments/pages/LevelsAtAGlance.tsx'
import { basketsApi } from '../../baskets/pages/api.ts'
import { GoalsAtAGlance } from '../../baskets/pages/GoalsAtAGlance.tsx'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Invited } from '../../cases/pages/Invited.tsx'
import { TeamCard } from '../../cases/pages/TeamCard.tsx'
import { HowServicesGo } from '../../contracts/pages/HowServicesGo.tsx'
import { OurServices } from '../../contracts/pages/OurServices.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { PhaseStrip } from '../../platform/kit/PhaseStrip.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useParam } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { phases } from '../contract.ts'
import { FamilyPeople } from './FamilyPeople.tsx'
import { NextSteps, nextOf, partOf } from './NextSteps.tsx'
import { useConsentSteps } from './useConsentSteps.ts'
import { usePhases } from './usePhases.ts'
import { type Standing, useStanding } from './useStanding.ts'
import { WhyISee } from './WhyISee.tsx'

/** A family at a glance: where the work stands, what is next, what happened, who works with it and how to reach them. */
export function FamilyPage() {
  const { t } = useTranslation('families')
  const standing = useStanding(useParam('id'))
  return (
    <FamilyFrame
      part="overview"
      sub={(family) => <Summary family={family} />}
      actions={(family) =>
        family.may.includes('team') &&
        !family.closedAt && (
          <>
            <Button icon={NotebookPen} to={pageAt('/families/$id/contacts/new', { id: family.id })}>
              {t('family.note')}
            </Button>
            {family.may.includes('coordinate') && standing?.phase && (
              <NextDeed family={family} standing={standing} />
            )}
          </>
        )
      }
    >
      {(family) => (
        <>
          {family.mine?.state === 'invited' ? (
            <Invited
              family={family}
              memberId={family.mine.memberId}
              asked={family.mine.asked}
              part={family.mine.part}
            />
          ) : (
            <Overview family={family} standing={standing} />
          )}
          <WhyISee family={family} />
        </>
      )}
    </FamilyFrame>
  )
}

/** The deed that is next: sheets of consent before an assessment of which nobody else could read anything. */
function NextDeed({ family, standing }: { family: Family; standing: Standing }) {
  const { t } = useTranslation('families')
  const prepare = useConsentSteps(family).some(({ step }) => step === 'prepare')
  if (prepare && standing.phase === 'team')
    return (
      <Button kind="filled" to={pageAt('/families/$id/consents', { id: family.id })}>
        {t('next.consents.prepare.title')}
      </Button>
    )
  return (
    <Button kind="filled" to={pageAt(`/families/$id/${partOf(standing)}`, { id: family.id })}>
      {t(`family.next.${nextOf(standing)}.deed`)}
    </Button>
  )
}

function Kinds({ family: { problems } }: { family: Family }) {
  const { t } = useTranslation('families')
  const { label } = useCodes()
  const kinds = problems.map((kind) => label('partnerships.problem_kind', kind)).join(', ')
  return kinds && <p className="sm muted">{t('family.problems', { kinds })}</p>
}

/** Levels of life, with how far the goals want to come. */
function Levels({ family }: { family: Family }) {
  const basket = useAsk(basketsApi.basket, { params: { id: family.id } })
  return <LevelsAtAGlance family={family} goals={basket.data?.goals ?? []} />
}

function Overview({ family, standing }: { family: Family; standing: Standing | undefined }) {
  const { t } = useTranslation('families')
  const onTeam = family.may.includes('team')
  return (
    <>
      {standing?.phase && <Strip family={family} standing={standing} phase={standing.phase} />}
      {family.closedAt && <Closed family={family} />}
      <Columns
        aside={
          <>
            {!family.may.includes('appoint') && <TeamCard family={family} />}
            {family.household && family.may.includes('file') && <FamilyPeople family={family} />}
          </>
        }
      >
        {!family.closedAt && <NextSteps family={family} standing={standing} />}
        {!family.closedAt && <OurServices caseId={family.id} />}
        {onTeam && !family.closedAt && <HowServicesGo caseId={family.id} />}
        {(onTeam || family.may.includes('head')) && <GoalsAtAGlance family={family} />}
        {onTeam && <Levels family={family} />}
        {family.reported && (
          <Section heading={t('family.reported')}>
            <p style={{ whiteSpace: 'pre-line' }}>{family.reported}</p>
            <Kinds family={family} />
          </Section>
        )}
      </Columns>
    </>
  )
}

function Summary({ family }: { family: Family }) {
  const { t } = useTranslation('families')
  const { household, coordinator } = family
  return (
    <>
      {[
        household?.locality,
        // A place that is called as its commune is named once.
        household?.communeName &&
          household.communeName !== household.locality &&
          t('family.commune', { name: household.communeName }),
        coordinator ? t('family.coordinates', { name: coordinator.name }) : t('families.noCoordinator'),
        family.leadingInstitution?.name,
      ]
        .filter(Boolean)
        .join(' · ')}
      {' · '}
      <Link to="#why">{t('why.title')}</Link>
    </>
  )
}

type Way = { family: Family; standing: Standing; phase: (typeof phases)[number] }

function Strip({ family, standing, phase: now }: Way) {
  const { t } = useTranslation('families')
  const { dayAndMonth } = useWords()
  const { steps, placeOf } = usePhases()
  const current = now === 'closed' ? lastStepOf(standing) : placeOf(now)
  const notes = phases.slice(0, -1).map((phase, i) => {
    const at = phase === 'concern' ? family.openedAt : standing.reached[phase]
    if (i > current) return undefined
    if (!at) return i === current ? t('family.now') : undefined
    const day = dayAndMonth(dayOf(at))
    return i === current ? t('family.since', { day }) : day
  })
  return (
    <div style={{ marginBottom: 16 }}>
      <PhaseStrip steps={steps} current={current} notes={notes} />
    </div>
  )
}

/** A case closed before its contract shows how far it came, not a way that was never gone. */
function lastStepOf({ reached }: Standing): number {
  if (reached.realisation) return phases.length - 1
  return Math.max(
    0,
    phases.findLastIndex((phase) => reached[phase]),
  )
}

function Closed({ family }: { family: Family }) {
  const { t } = useTranslation('families')
  const { longDate } = useWords()
  return (
    <div style={{ marginBottom: 16 }}>
      <Section heading={t('family.closed', { day: longDate(dayOf(family.closedAt!)) })}>
        {family.afterCare && family.afterCare.length > 0 && (
          <p>{t('family.afterCare', { days: family.afterCare.map(longDate).join(', ') })}</p>
        )}
        {family.may.includes('team') && (
          <p style={{ marginTop: 8 }}>
            <Link to={pageAt('/families/$id/assessment', { id: family.id })}>
              {t('family.levelsAtTheEnd')}
            </Link>
          </p>
        )}
        {family.may.includes('coordinate') && (
          <p style={{ marginTop: 12 }}>
            <Button to={pageAt('/families/$id/close', { id: family.id })}>{t('family.reopen')}</Button>
          </p>
        )}
      </Section>
    </div>
  )
}
