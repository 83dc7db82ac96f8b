import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { unasked } from './AskSheets.tsx'
import type { JointPerson, JointWorkOf } from './api.ts'

/** What is being done about somebody, in place of the tables. */
export type Doing = { what: 'ask'; personId: string | null } | { what: 'answer' | 'order'; personId: string }
export type Do = (doing: Doing) => void

type SheetsOfProps = { scopeId: string; work: JointWorkOf; person: JointPerson; onDo: Do }

/** What somebody signs and is still to be recorded: on paper, recorded, or prepared. */
export function SheetsOf({ scopeId, work, person, onDo }: SheetsOfProps) {
  const { t } = useTranslation('consents')
  const waits = work.sheets.some(({ signerId }) => signerId === person.personId)
  const name = person.name
  if (!waits)
    return unasked(work, person).length === 0 ? null : (
      <Button size="small" onClick={() => onDo({ what: 'ask', personId: person.personId })}>
        {t('joint.prepareFor', { name })}
      </Button>
    )
  return (
    <>
      <Button size="small" icon={Printer} to={`/api/cases/${scopeId}/sheets.pdf?signer=${person.personId}`}>
        {t('joint.print', { name })}
      </Button>
      <Button size="small" kind="filled" onClick={() => onDo({ what: 'answer', personId: person.personId })}>
        {t('joint.recordFor', { name })}
      </Button>
    </>
  )
}
