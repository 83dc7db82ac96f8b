import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { pathOf } from '../../platform/web/client.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { partnershipsContract } from '../contract.ts'
import { AdoptRules } from './AdoptRules.tsx'
import { partnershipsApi, type Rules } from './api.ts'
import { PartnershipFrame } from './PartnershipFrame.tsx'
import styles from './PartnershipPage.module.css'

/** The rules of work: how quickly we answer, who is told when silence lasts, how often we meet. */
export function RulesPage() {
  return <PartnershipFrame tab="rules">{(partnership) => <AllRules {...partnership} />}</PartnershipFrame>
}

function AllRules({ id, iLead }: { id: string; iLead: boolean }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const [writing, setWriting] = useState(false)
  const query = useAsk(partnershipsApi.rules, { params: { id } })
  const current = query.data?.find((rules) => rules.current)
  const earlier = query.data?.filter((rules) => !rules.current) ?? []
  return (
    <div className={styles.stack}>
      {writing ? (
        <AdoptRules partnershipId={id} from={current} onDone={() => setWriting(false)} />
      ) : (
        <Section
          heading={t('rules.heading')}
          more={
            iLead && (
              <Button size="small" onClick={() => setWriting(true)}>
                {t(current ? 'rules.new' : 'rules.first')}
              </Button>
            )
          }
        >
          <Loaded query={query}>
            {() =>
              current ? (
                <CurrentRules rules={current} />
              ) : (
                <EmptyState>{t(iLead ? 'rules.noneLead' : 'rules.none')}</EmptyState>
              )
            }
          </Loaded>
        </Section>
      )}
      {earlier.length > 0 && (
        <Section heading={t('rules.earlier')}>
          <ul>
            {earlier.map((rules) => (
              <li key={rules.id} style={{ padding: '6px 0' }}>
                <a
                  href={pathOf(partnershipsContract.rulesDocument, { params: { id: rules.id } })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t('rules.adopted', { day: longDate(rules.adoptedOn) })} (PDF)
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function CurrentRules({ rules }: { rules: Rules }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const after = (count: number) => t('documents.silence.after', { count })
  return (
    <>
      <KeyFacts
        facts={[
          { label: t('rules.adoptedOn'), value: longDate(rules.adoptedOn) },
          {
            label: t('rules.answers'),
            value: t('rules.answersSaid', {
              urgent: rules.answerDaysUrgent,
              usual: rules.answerDaysUsual,
            }),
            more: t(rules.answerDaysImmediate === 0 ? 'rules.sameDay' : 'rules.nextDay'),
          },
          {
            label: t('rules.silence'),
            value: [
              `${after(rules.deputyToldAfter)}: ${t('documents.silence.deputy.told')}`,
              `${after(rules.headToldAfter)}: ${t('documents.silence.head.told')}`,
              `${after(rules.leaderToldAfter)}: ${t('documents.silence.leader.told')}`,
            ].map((line) => (
              <span key={line} style={{ display: 'block' }}>
                {line}
              </span>
            )),
          },
          {
            label: t('rules.danger'),
            value: t('rules.dangerSaid', {
              count: rules.dangerMinutes,
              next: rules.dangerNext.map(({ name }) => name).join(', '),
              listed: rules.dangerNext.length > 0 ? 'yes' : 'no',
            }),
          },
          {
            label: t('rules.meetings'),
            value: t('documents.everyMonths', { count: rules.meetingEveryMonths }),
            more: t('rules.invited', { count: rules.inviteDaysBefore }),
          },
          { label: t('rules.reviews'), value: t('rules.reviewsSaid', { count: rules.reviewEveryMonths }) },
          { label: t('rules.quorum'), value: rules.quorum || t('documents.quorum') },
          ...(rules.secretary ? [{ label: t('rules.secretary'), value: rules.secretary.name }] : []),
          { label: t('rules.notice'), value: t('rules.days', { count: rules.noticeDays }) },
          ...(rules.provisions.length
            ? [
                {
                  label: t('rules.provisions'),
                  value: rules.provisions.map((line) => (
                    <span key={line} style={{ display: 'block' }}>
                      {line}
                    </span>
                  )),
                },
              ]
            : []),
        ]}
      />
      <p style={{ marginTop: 12 }}>
        <Button
          icon={FileText}
          size="small"
          to={pathOf(partnershipsContract.rulesDocument, { params: { id: rules.id } })}
        >
          {t('papers.open')}
        </Button>
      </p>
    </>
  )
}
