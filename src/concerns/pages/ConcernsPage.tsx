import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button } from '../../platform/kit/Button.tsx'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { MoreButton } from '../../platform/kit/MoreButton.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { Tabs } from '../../platform/kit/Tabs.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useAsked } from '../../platform/web/place.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { usePages } from '../../platform/web/usePages.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { ReferralTabs } from '../../referrals/pages/ReferralTabs.tsx'
import type { concernsContract } from '../contract.ts'
import { concernsApi } from './api.ts'

type Concern = z.output<typeof concernsContract.intake.answer>['items'][number]

/** For who takes in: what waits for an answer, the most urgent first; for everybody: what became of my own concerns. */
export function ConcernsPage() {
  const { t } = useTranslation('concerns')
  const { t: place } = useTranslation('referrals', { keyPrefix: 'tabs' })
  const intake = useAsk(concernsApi.intake, {})
  const asked = useAsked('tab')
  const takesIn = intake.data?.iTakeIn ?? false
  // Who has nothing to take in comes for what became of their own.
  const waiting = (intake.data?.items.length ?? 0) > 0
  const tab = takesIn && (asked === 'intake' || (asked !== 'mine' && waiting)) ? 'intake' : 'mine'
  return (
    <PageFrame
      tab={t('concerns.tab')}
      title={place('label')}
      sub={t(`concerns.sub.${tab}`)}
      actions={
        <Button kind="filled" to="/concerns/new">
          {t('report.deed')}
        </Button>
      }
    >
      <ReferralTabs current="concerns" holds={takesIn} />
      <Loaded query={intake} rows={4}>
        {({ items }) => (
          <>
            {takesIn && (
              <Tabs
                below
                label={t('concerns.which')}
                current={tab}
                tabs={[
                  {
                    key: 'intake',
                    label: t('concerns.intake'),
                    count: items.length,
                    to: pageAt('/concerns', {}, { query: { tab: 'intake' } }),
                  },
                  {
                    key: 'mine',
                    label: t('concerns.mine'),
                    to: pageAt('/concerns', {}, { query: { tab: 'mine' } }),
                  },
                ]}
              />
            )}
            {tab === 'intake' ? <Intake concerns={items} /> : <MyConcerns />}
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Intake({ concerns }: { concerns: Concern[] }) {
  const { t } = useTranslation('concerns')
  const { label } = useCodes()
  return (
    <Section heading={t('concerns.waiting')} count={concerns.length}>
      <Rows>
        {concerns.map((concern) => (
          <Row
            key={concern.id}
            lead={<DueLabel day={concern.answerBy} />}
            title={concern.who}
            to={pageAt('/concerns/$id', { id: concern.id })}
            sub={
              <>
                {[concern.place, concern.communeName].filter(Boolean).join(', ')}
                {(concern.place || concern.communeName) && <br />}
                {t('concerns.from', { name: concern.reporterName, institution: concern.reporterInstitution })}
              </>
            }
            end={
              <Status kind={concern.urgency === 'immediate' ? 'late' : 'wait'}>
                {label('concerns.concern_urgency', concern.urgency)}
              </Status>
            }
          />
        ))}
      </Rows>
      {concerns.length === 0 && <EmptyState>{t('concerns.intakeEmpty')}</EmptyState>}
    </Section>
  )
}

function MyConcerns() {
  const { t } = useTranslation('concerns')
  const { eventDay } = useWords()
  const pages = usePages(concernsApi.myConcerns, {})
  return (
    <Section heading={t('concerns.mine')}>
      <Loaded query={pages}>
        {(concerns) => (
          <>
            <Rows>
              {concerns.map((concern) => (
                <Row
                  key={concern.id}
                  lead={
                    concern.state === 'new' ? (
                      <DueLabel day={concern.answerBy} />
                    ) : (
                      <span className="sm muted">{eventDay(dayOf(concern.sentAt))}</span>
                    )
                  }
                  title={concern.who}
                  to={pageAt('/concerns/$id', { id: concern.id })}
                  sub={t('concerns.to', {
                    institution: concern.addressedTo,
                    day: eventDay(dayOf(concern.sentAt)),
                  })}
                  end={<ConcernState state={concern.state} />}
                />
              ))}
            </Rows>
            {concerns.length === 0 && <EmptyState>{t('concerns.mineEmpty')}</EmptyState>}
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

const looks = { new: 'wait', taken_up: 'ok', passed_on: 'asked', no_action: 'declined' } as const

/** What became of a concern: icon and word. */
export function ConcernState({ state }: { state: Concern['state'] }) {
  const { t } = useTranslation('concerns')
  return <Status kind={looks[state]}>{t(`concern.state.${state}`)}</Status>
}
