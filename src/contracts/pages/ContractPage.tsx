import { FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Family, FamilyFrame } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { contractsApi, type Overview } from './api.ts'
import { ContractCard } from './ContractCard.tsx'
import { DrawUp } from './DrawUp.tsx'
import { HoldReview } from './HoldReview.tsx'
import { LeftOutOf, useLeftOut } from './LeftOutOf.tsx'
import { OurServices } from './OurServices.tsx'

/** Plan and social contract: drawn up from the frozen basket, printed, signed, approved, reviewed, evaluated. */
export function ContractPage() {
  const { t } = useTranslation('contracts')
  return (
    <FamilyFrame
      part="contract"
      actions={(family) =>
        family.may.includes('coordinate') && (
          <>
            <Button icon={Printer} to={`/api/cases/${family.id}/family-sheet.pdf`}>
              {t('familySheet')}
            </Button>
            <Button icon={Printer} to={`/api/cases/${family.id}/family-sheet.pdf?language=uk`}>
              {t('familySheetUk')}
            </Button>
          </>
        )
      }
    >
      {(family) => <Contracts family={family} />}
    </FamilyFrame>
  )
}

function Contracts({ family }: { family: Family }) {
  const { t } = useTranslation('contracts')
  const query = useAsk(contractsApi.contracts, { params: { id: family.id } })
  return (
    <Loaded query={query} rows={6}>
      {(overview) => (
        <Columns aside={<Aside family={family} overview={overview} />}>
          {overview.contracts.map((contract) => (
            <ContractCard key={contract.id} family={family} overview={overview} contract={contract} />
          ))}
          <NewContract family={family} overview={overview} />
          {!overview.mayPrint && <Standing family={family} />}
          {overview.contracts.length === 0 && !overview.freshVersion && overview.mayPrint && (
            <Section heading={t('title')}>
              <EmptyState
                action={
                  overview.mayDrawUp && (
                    <Button kind="filled" to={pageAt('/families/$id/basket', { id: family.id })}>
                      {t('toBasket')}
                    </Button>
                  )
                }
              >
                {t(overview.mayDrawUp ? 'noBasket' : 'notYet')}
              </EmptyState>
            </Section>
          )}
        </Columns>
      )}
    </Loaded>
  )
}

/** What a partner reads: that a contract stands, and which part of it is theirs. */
function Standing({ family }: { family: Family }) {
  const { t } = useTranslation('contracts')
  const { longDate } = useWords()
  const query = useAsk(
    contractsApi.ourServices,
    { params: { id: family.id } },
    { enabled: family.may.includes('team') },
  )
  const standing = query.data?.standing
  return (
    <>
      <Section heading={t('title')}>
        <EmptyState>
          {standing
            ? [
                t('ours.stands', { from: longDate(standing.from), to: longDate(standing.to) }),
                standing.reviewOn && t('ours.review', { day: longDate(standing.reviewOn) }),
                t('ours.others'),
              ]
                .filter(Boolean)
                .join(' ')
            : t('notYet')}
          {standing && query.data?.services.length === 0 && ` ${t('ours.none')}`}
        </EmptyState>
      </Section>
      {family.may.includes('team') && <OurServices caseId={family.id} />}
    </>
  )
}

/** A frozen basket that no contract was made from waits to become one; with one in force it is an amendment. */
function NewContract({ family, overview }: { family: Family; overview: Overview }) {
  const { t } = useTranslation('contracts')
  // The first one is what one comes for; a later one amends what stands, and is begun on purpose.
  const [writing, setWriting] = useState(overview.contracts.length === 0)
  const inForce = overview.contracts.find((contract) => contract.state === 'approved')
  const unfinished = overview.contracts.some((contract) =>
    ['draft', 'printed', 'signed'].includes(contract.state),
  )
  if (!overview.mayDrawUp || family.closedAt || !overview.freshVersion) return null
  if (unfinished && !writing) return null
  return (
    <Section heading={t(inForce ? 'amend' : 'drawUpTitle')}>
      {writing ? (
        <DrawUp family={family} overview={overview} amends={inForce} onDone={() => setWriting(false)} />
      ) : (
        <EmptyState
          action={
            <Button kind="filled" icon={FileText} onClick={() => setWriting(true)}>
              {t(inForce ? 'drawUpAmendment' : 'drawUp')}
            </Button>
          }
        >
          {t('fromVersion', { no: overview.freshVersion.no, count: overview.freshVersion.items })}
        </EmptyState>
      )}
    </Section>
  )
}

function Aside({ family, overview }: { family: Family; overview: Overview }) {
  const { t } = useTranslation('contracts')
  const { longDate } = useWords()
  const inForce = overview.contracts.find((contract) => contract.state === 'approved')
  return (
    <>
      {overview.reviews.length > 0 && (
        <PlainSection heading={t('reviews')}>
          <Rows onLinen>
            {overview.reviews.map((review) => (
              <Row
                key={review.id}
                title={longDate(review.heldOn ?? review.due)}
                sub={review.summary}
                end={
                  review.heldOn ? (
                    <Status kind="ok">{t('held')}</Status>
                  ) : (
                    <Status kind="wait">{t('planned')}</Status>
                  )
                }
              />
            ))}
          </Rows>
          {overview.mayDrawUp && inForce && (
            <HoldReview family={family} reviews={overview.reviews} contract={inForce} />
          )}
        </PlainSection>
      )}
      {overview.plans.length > 0 && (
        <PlainSection heading={t('plans')}>
          <Rows onLinen>
            {overview.plans.map((plan) => (
              <Row
                key={plan.id}
                title={
                  overview.mayPrint ? (
                    <Link to={`/api/cases/${family.id}/plans/${plan.id}/form.pdf`}>
                      {t('plan', { no: plan.no })}
                    </Link>
                  ) : (
                    t('plan', { no: plan.no })
                  )
                }
                sub={
                  <>
                    {t('planFor', { from: longDate(plan.from), to: longDate(plan.to) })}
                    {overview.mayPrint && <LeftOutOf family={family} paper={plan.id} />}
                  </>
                }
              />
            ))}
          </Rows>
          {family.may.includes('coordinate') && <ForOneEach family={family} overview={overview} />}
        </PlainSection>
      )}
      {family.may.includes('coordinate') && <CourtPrint family={family} />}
    </>
  )
}

/** Plan and sheet for one adult alone: with what only that person may know. */
function ForOneEach({ family, overview }: { family: Family; overview: Overview }) {
  const { t } = useTranslation('contracts')
  const { data } = useLeftOut(family.id)
  const path = `/api/cases/${family.id}` as const
  return (
    <Explain question={t('oneEach')}>
      <p className="sm muted">{t('oneEachHint')}</p>
      <ul className="sm" style={{ marginTop: 6 }}>
        {data?.adults.map(({ personId, name }) => (
          <li key={personId}>
            <Link to={`${path}/family-sheet.pdf?person=${personId}`}>{t('sheetFor', { name })}</Link>
            {' · '}
            <Link to={`${path}/family-sheet.pdf?person=${personId}&language=uk`}>{t('sheetForUk')}</Link>
            {' · '}
            <Link to={`${path}/plans/${overview.plans[0]!.id}/form.pdf?person=${personId}`}>
              {t('planForOne', { name })}
            </Link>
          </li>
        ))}
      </ul>
    </Explain>
  )
}

/** The whole case for a court: who asked and on what basis is asked first and kept in the journal. */
function CourtPrint({ family }: { family: Family }) {
  const { t } = useTranslation('contracts')
  return (
    <PlainSection heading={t('court')}>
      <p className="sm muted" style={{ marginBottom: 8 }}>
        {t('courtHint')}
      </p>
      <Link to={pageAt('/families/$id/print', { id: family.id })}>{t('courtPrint')}</Link>
    </PlainSection>
  )
}
