import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { ProblemNotice } from '../../platform/kit/ProblemNotice.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { newId } from '../../platform/web/newId.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { contractsApi, type Overview, type SocialContract } from './api.ts'

/** Where goals and services of a contract that is being made are changed, and the basket that was agreed since. */
export function FromBasket(props: {
  family: Family
  contract: SocialContract
  fresh: Overview['freshVersion']
}) {
  const { family, contract, fresh } = props
  const { t } = useTranslation('contracts')
  const take = useDeed((versionId: string, key) =>
    contractsApi.takeBasket({
      params: { id: family.id, contractId: contract.id },
      body: { planId: newId(), versionId },
      version: contract.version,
      key,
    }),
  )
  const { state } = contract
  if (state === 'draft' && !fresh)
    return (
      <p className="sm muted">
        {t('basket.how')}{' '}
        <Link to={pageAt('/families/$id/basket', { id: family.id })}>{t('basket.open')}</Link>
      </p>
    )
  if (!fresh || (state !== 'draft' && state !== 'printed' && state !== 'signed')) return null
  if (state !== 'draft') return <p className="sm muted">{t(`basket.${state}`, { no: fresh.no })}</p>
  return (
    <Note gap>
      <p>{t('basket.newer', { no: fresh.no, count: fresh.items })}</p>
      <p className="sm muted">{t('basket.then')}</p>
      <Button kind="filled" busy={take.busy} onClick={() => take.run(fresh.id)}>
        {t('basket.take')}
      </Button>
      <ProblemNotice problem={take.problem} />
    </Note>
  )
}
