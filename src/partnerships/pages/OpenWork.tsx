import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { useWords } from '../../platform/web/useWords.ts'

type Line = {
  kind: 'part' | 'item' | 'task' | 'led' | 'referral'
  caseCode: string
  worker: string | null
  handedTo: string | null
  due: string | null
}

/** What falls to the coordinators when an institution leaves: by the codes of cases, without families. */
export function OpenWork({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('partnerships')
  const { longDate } = useWords()
  return (
    <Rows>
      {lines.map((line, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their order
          key={index}
          lead={<span className="m">{line.caseCode}</span>}
          title={t(`open.${line.kind}`)}
          sub={[line.worker, line.due && t('open.due', { day: longDate(line.due) })]
            .filter(Boolean)
            .join(' · ')}
          end={
            <span className="sm muted">
              {line.kind === 'referral'
                ? t('open.ends')
                : line.handedTo
                  ? t('open.to', { name: line.handedTo })
                  : t('open.toCoordinator')}
            </span>
          }
        />
      ))}
    </Rows>
  )
}
