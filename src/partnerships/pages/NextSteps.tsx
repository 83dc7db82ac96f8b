import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { daysBetween, today } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { warningDays } from '../contract.ts'
import { type Member, type Partnership, partnershipsApi } from './api.ts'

type Step = { key: string; title: ReactNode; sub?: ReactNode; done?: boolean; action?: ReactNode }

/** What is still to be done: by my institution, and by the leader until the partnership works as agreed. */
export function NextSteps({ partnership, members }: { partnership: Partnership; members: Member[] }) {
  const { t } = useTranslation('partnerships')
  const { id } = partnership
  const agreements = useAsk(partnershipsApi.agreements, { params: { id } })
  const rules = useAsk(partnershipsApi.rules, { params: { id } })
  const steps = [
    ...useMine(
      partnership,
      members,
      agreements.data?.find(({ inForceSince, ended }) => !inForceSince && !ended),
    ),
    ...useLeaders(
      partnership,
      members,
      agreements.data,
      rules.data?.some(({ current }) => current),
    ),
  ]
  if (!agreements.data || !rules.data || steps.every(({ done }) => done)) return null
  return (
    <Section heading={t(partnership.state === 'founding' ? 'steps.founding' : 'steps.heading')}>
      <Rows ordered={partnership.state === 'founding'}>
        {steps.map(({ key, title, sub, done, action }) => (
          <Row
            key={key}
            lead={<Status kind={done ? 'ok' : 'question'}>{t(done ? 'steps.done' : 'steps.todo')}</Status>}
            title={title}
            sub={sub}
            end={action}
          />
        ))}
      </Rows>
    </Section>
  )
}

type Draft = { id: string; parties: { mine: boolean; signedOn: string | null }[] }

function useMine(partnership: Partnership, members: Member[], draft: Draft | undefined): Step[] {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  const mine = members.find((member) => member.mine && member.state !== 'left')
  if (!mine) return []
  const membership = pageAt('/partnerships/$id/members/$membershipId', {
    id: partnership.id,
    membershipId: mine.id,
  })
  const steps: Step[] = []
  if (mine.state === 'invited')
    steps.push({
      key: 'declare',
      title: t('steps.declare'),
      sub: mine.answerBy
        ? t('steps.declareBy', { day: longDate(mine.answerBy), leader: partnership.leadingInstitution.name })
        : t('steps.declareSub'),
      action: <Button to={membership}>{t(partnership.iSign ? 'steps.declareDeed' : 'steps.see')}</Button>,
    })
  const party = draft?.parties.find((each) => each.mine)
  if (['declared', 'member'].includes(mine.state) && party && !party.signedOn)
    steps.push({
      key: 'sign',
      title: t('steps.sign'),
      sub: t('steps.signSub'),
      action: (
        <Button to={pageAt('/partnerships/$id/documents', { id: partnership.id })}>
          {t(partnership.iSign ? 'steps.signDeed' : 'steps.see')}
        </Button>
      ),
    })
  if (partnership.iSign && mine.state === 'member' && !mine.representative)
    steps.push({
      key: 'appoint',
      title: t('steps.appoint'),
      sub: t('steps.appointSub'),
      action: <Button to={membership}>{t('steps.appointDeed')}</Button>,
    })
  return steps
}

function useLeaders(
  partnership: Partnership,
  members: Member[],
  agreements:
    | {
        inForceSince: string | null
        ended: boolean
        to: string
        parties: { signedOn: string | null; founding: boolean }[]
      }[]
    | undefined,
  hasRules: boolean | undefined,
): Step[] {
  const { t } = useTranslation('partnerships')
  const { longDate, daysWord } = useWords()
  if (!partnership.iLead || !agreements) return []
  const { id } = partnership
  const others = members.filter(({ leading, state }) => !leading && state !== 'left')
  const declared = others.filter(({ state }) => state !== 'invited').length
  const draft = agreements.find(({ inForceSince }) => !inForceSince)
  const inForce = agreements.find(({ inForceSince, ended }) => inForceSince && !ended)
  const parties = draft?.parties.filter(({ founding }) => founding) ?? []
  const signed = parties.filter(({ signedOn }) => signedOn).length
  const steps: Step[] = []
  if (!inForce)
    steps.push(
      {
        key: 'invite',
        title: t('steps.invite'),
        sub: t('steps.invited', { count: others.length }),
        done: others.length > 0,
        action: <Button to={pageAt('/partnerships/$id/invite', { id })}>{t('invite.deed')}</Button>,
      },
      {
        key: 'declarations',
        title: t('steps.declarations'),
        sub: others.length
          ? t('steps.of', { done: declared, all: others.length })
          : t('steps.declarationsNone'),
        done: others.length > 0 && declared === others.length,
      },
      {
        key: 'draft',
        title: t('steps.draft'),
        sub: draft ? t('steps.draftUntil', { day: longDate(draft.to) }) : t('steps.draftSub'),
        done: Boolean(draft),
        action: (
          <Button to={pageAt('/partnerships/$id/agreement', { id })}>
            {t(draft ? 'steps.draftAgain' : 'steps.draftDeed')}
          </Button>
        ),
      },
      {
        key: 'signatures',
        title: t('steps.signatures'),
        sub: draft ? t('steps.of', { done: signed, all: parties.length }) : t('steps.afterDraft'),
        action: draft && <Button to={pageAt('/partnerships/$id/documents', { id })}>{t('steps.see')}</Button>,
      },
    )
  const left = inForce ? daysBetween(today(), inForce.to) : undefined
  if (left !== undefined && left <= warningDays[0] && !draft)
    steps.push({
      key: 'renew',
      title: t('steps.ends', { days: daysWord(Math.max(0, left)) }),
      sub: t('steps.endsSub', { day: longDate(inForce!.to) }),
      action: <Button to={pageAt('/partnerships/$id/agreement', { id })}>{t('steps.draftDeed')}</Button>,
    })
  if (hasRules === false)
    steps.push({
      key: 'rules',
      title: t('steps.rules'),
      sub: t('steps.rulesSub'),
      action: <Button to={pageAt('/partnerships/$id/rules', { id })}>{t('steps.rulesDeed')}</Button>,
    })
  return steps
}
