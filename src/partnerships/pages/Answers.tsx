import { Check, type LucideIcon, Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../platform/kit/Button.tsx'
import { EmptyState } from '../../platform/kit/EmptyState.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { type Address, pageAt } from '../../platform/web/address.ts'
import { askKinds } from '../../platform/web/all-doors.ts'
import { useWords } from '../../platform/web/useWords.ts'
import '../../platform/web/phrases.ts'
import { Line, type Times } from './AnswerTimes.tsx'
import { shortOf } from './api.ts'

/** Of kinds of asks, each against its own agreed time. */
export function OfKinds({ heading, kinds }: { heading: string; kinds: Times['kinds'] }) {
  const { t } = useTranslation('partnerships')
  const { daysWord } = useWords()
  return (
    <Section heading={heading}>
      <p className="sm muted" style={{ marginBottom: 8 }}>
        {t('times.kindsHow')}
      </p>
      {kinds.length === 0 && <EmptyState>{t('times.empty')}</EmptyState>}
      <ul>
        {kinds.map((row) => {
          // What is asked by the hour has each its own: a day's work is a measure for them.
          const agreed = row.inHours ? 8 : Math.max(row.agreed ?? 0, 1)
          const word = row.inHours ? t('times.hours', { count: agreed }) : daysWord(agreed)
          return (
            <Line
              key={row.kind}
              name={
                row.inHours
                  ? t('times.kindByHour', { kind: nameOf(row.kind, t), line: word })
                  : row.agreed === null
                    ? nameOf(row.kind, t)
                    : t('times.kind', { kind: nameOf(row.kind, t), agreed: word })
              }
              row={row}
              agreed={agreed}
            />
          )
        })}
      </ul>
    </Section>
  )
}

const nameOf = (kind: string, t: (key: string) => string) => t(`${askKinds.get(kind)!.words}.kind`)

/** When the clock runs and when it stands. */
export function Fairly() {
  const { t } = useTranslation('partnerships')
  return (
    <PlainSection heading={t('times.fair.heading')}>
      <ul style={{ display: 'grid', gap: 12 }}>
        {(['working', 'theirs'] as const).map((key) => (
          <Said key={key} icon={Check}>
            {t(`times.fair.runs.${key}`)}
          </Said>
        ))}
        {(['away', 'completing', 'elsewhere'] as const).map((key) => (
          <Said key={key} icon={Pause}>
            {t(`times.fair.stands.${key}`)}
          </Said>
        ))}
      </ul>
    </PlainSection>
  )
}

const Said = ({ icon: Icon, children }: { icon: LucideIcon; children: string }) => (
  <li style={{ display: 'grid', gridTemplateColumns: '20px 1fr', alignItems: 'baseline' }}>
    <Icon size={14} aria-hidden />
    <span>{children}</span>
  </li>
)

/** What may help, in place of blame; each step leads to where it is done. */
export function Steps({ times, partnershipId }: { times: Times; partnershipId: string | null }) {
  const { t } = useTranslation('partnerships')
  const at = (page: '/partnerships/$id' | '/partnerships/$id/competence'): Address =>
    partnershipId ? pageAt(page, { id: partnershipId }) : '/institution'
  const steps = times.institutions.flatMap((row) => [
    ...(row.step ? [{ row, step: row.step }] : []),
    ...(row.passedOn !== 'under_5' ? [{ row, step: 'map' as const }] : []),
  ])
  return (
    <Section heading={t('times.step.heading')}>
      {steps.length === 0 && <EmptyState>{t('times.step.none')}</EmptyState>}
      <Rows>
        {steps.map(({ row, step }) => (
          <Row
            key={`${row.id} ${step}`}
            title={t(`times.step.${step}.title`, { name: shortOf(row) })}
            sub={t(`times.step.${step}.why`)}
            end={
              <Button
                size="small"
                to={at(step === 'map' ? '/partnerships/$id/competence' : '/partnerships/$id')}
              >
                {t(`times.step.${step}.deed`)}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
