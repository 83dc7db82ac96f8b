import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { Button } from '../../platform/kit/Button.tsx'
import { ConfirmDialog } from '../../platform/kit/ConfirmDialog.tsx'
import { DateField } from '../../platform/kit/DateField.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useSession } from '../../platform/web/session.ts'
import { useDeed } from '../../platform/web/useDeed.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { contractsApi, type SocialContract } from './api.ts'

type SignaturesProps = {
  family: Family
  contract: SocialContract
  /** May write down who signed. */
  may: boolean
}

/** Who signs a contract and who did, on which day; the head's approval after them. */
export function Signatures({ family, contract, may }: SignaturesProps) {
  const { t } = useTranslation('contracts')
  const { longDate } = useWords()
  const { worker } = useSession()
  const [signing, setSigning] = useState<SocialContract['signatures'][number] | null>(null)
  const [asking, setAsking] = useState(false)
  const [on, setOn] = useState<string | null>(today())
  const how = signing?.workerId === worker?.id ? 'in_app' : 'paper'
  const sign = useDeed(
    ({ signatureId, on }: { signatureId: string; on: string }, key) =>
      contractsApi.sign({
        params: { id: family.id, contractId: contract.id, signatureId },
        body: { on, how },
        key,
      }),
    () => setAsking(false),
  )
  return (
    <>
      <h3>{t('signatures')}</h3>
      <Rows>
        {contract.signatures.map((each) => (
          <Row
            key={each.id}
            title={each.name}
            sub={[t(`signs.${each.part}`), each.forPerson && t('for', { name: each.forPerson })]
              .filter(Boolean)
              .join(' · ')}
            end={
              each.cannotDeclareWill ? (
                <Status kind="question">{t('cannotDeclareWill')}</Status>
              ) : each.signedOn ? (
                <Status kind="ok">{t('signedOn', { day: longDate(each.signedOn) })}</Status>
              ) : may && contract.state === 'printed' ? (
                <Button
                  size="small"
                  onClick={() => {
                    sign.reset()
                    setSigning(each)
                    setOn(today())
                    setAsking(true)
                  }}
                >
                  {t(each.workerId === worker?.id ? 'signInApp' : 'signedOnPaper')}
                </Button>
              ) : (
                <Status kind="wait">{t('waits')}</Status>
              )
            }
          />
        ))}
      </Rows>
      <ConfirmDialog
        open={asking}
        title={t(`signing.${how}.title`, { name: signing?.name ?? '' })}
        deed={t(`signing.${how}.deed`)}
        busy={sign.busy}
        problem={sign.problem}
        onConfirm={() => signing && on && sign.run({ signatureId: signing.id, on })}
        onClose={() => setAsking(false)}
      >
        <p>{t(`signing.${how}.means`)}</p>
        {how === 'paper' && (
          <DateField
            label={t('signing.paper.on')}
            value={on}
            onChange={setOn}
            max={today()}
            error={!on && t('dayMissing')}
          />
        )}
        <p>{t('signing.after')}</p>
      </ConfirmDialog>
      {contract.state === 'signed' && !contract.iMayApprove && (
        <p className="sm muted">{t('waitsForHead')}</p>
      )}
      {contract.approvedBy && contract.approvedOn && (
        <p className="sm muted">
          {t('approvedBy', { name: contract.approvedBy, day: longDate(contract.approvedOn) })}
        </p>
      )}
    </>
  )
}
