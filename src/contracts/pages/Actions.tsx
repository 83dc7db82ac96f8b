import { Building, House } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Quote } from '../../platform/kit/Quote.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { SocialContract } from './api.ts'
import { EvaluateAction } from './EvaluateAction.tsx'
import { HowItGoes } from './HowItGoes.tsx'

type Action = SocialContract['actions'][number]
type Props = { family: Family; contract: SocialContract }

/** What the family does and what others do, as it stands in a contract, each with what came of it. */
export function Actions({ family, contract }: Props) {
  const { t } = useTranslation('contracts')
  const own = contract.actions.filter(({ provider }) => provider === null)
  const others = contract.actions.filter(({ provider }) => provider !== null)
  const may = family.may.includes('team') && !family.closedAt && contract.state === 'approved'
  const rows = (actions: Action[]) => (
    <Rows>
      {actions.map((action) => (
        <li key={action.itemId} style={{ padding: '12px 0' }}>
          <ActionLine action={action} />
          {may && <EvaluateAction family={family} contract={contract} action={action} />}
        </li>
      ))}
    </Rows>
  )
  return (
    <>
      {own.length > 0 && (
        <>
          <h3 className="family" style={heading}>
            <House size={18} aria-hidden /> {t('weDo')}
          </h3>
          {rows(own)}
        </>
      )}
      {others.length > 0 && (
        <>
          <h3 style={heading}>
            <Building size={18} aria-hidden /> {t('othersDo')}
          </h3>
          {rows(others)}
        </>
      )}
    </>
  )
}

const heading = { display: 'flex', alignItems: 'center', gap: 8, marginTop: 16 } as const

function ActionLine({ action }: { action: Action }) {
  const { t } = useTranslation('contracts')
  const { label } = useCodes()
  const { longDate, list } = useWords()
  const names = list(action.performers.map(({ given }) => given))
  const kind = action.serviceKind && label('directory.service_kind', action.serviceKind)
  return (
    <>
      <p className="sm">
        <Quote>{action.goalWords}</Quote>
      </p>
      <p className="m">{action.what}</p>
      <p className="sm muted">
        {[
          kind !== action.what && kind,
          action.worker,
          action.provider,
          names && (action.provider ? t('withThem', { names }) : names),
          action.frequency,
          action.ends && t('until', { day: longDate(action.ends) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {action.indicator && <p className="sm">{t('signOnPaper', { sign: action.indicator })}</p>}
      <Course action={action} />
    </>
  )
}

/** How an action goes, as who does it says, and what came of it so far, each with its day. */
export function Course({ action }: { action: Action }) {
  const { label } = useCodes()
  const { longDate } = useWords()
  return (
    <>
      {action.progress && (
        <p className="sm">
          <HowItGoes progress={action.progress} />
        </p>
      )}
      {action.evaluations.map((each) => (
        <p className="sm" key={each.id}>
          <Status kind={each.result === 'not_done' ? 'no' : 'ok'}>
            {label('contracts.result', each.result)}
          </Status>{' '}
          {longDate(each.on)}
          {each.what && ` · ${each.what}`}
        </p>
      ))}
    </>
  )
}
