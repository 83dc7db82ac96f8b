import { useTranslation } from 'react-i18next'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { Section } from '../../platform/kit/Section.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import { type Assessment, assessmentsApi } from './api.ts'
import { type DomainLevel, DomainTable } from './DomainTable.tsx'
import { levelsBefore } from './levelsBefore.ts'

/** The levels at the end of a closed case, each beside what it was at the start; nothing when none were kept. */
export function LevelsKept({ caseId }: { caseId: string }) {
  const query = useAsk(assessmentsApi.assessments, { params: { id: caseId } })
  const last = query.data?.find(({ kind, fixedAt }) => kind === 'closing' && fixedAt)
  return last ? <LevelsAtTheEnd closing={last} all={query.data!} /> : null
}

export function LevelsAtTheEnd({ closing, all }: { closing: Assessment; all: Assessment[] }) {
  const { t } = useTranslation('assessments')
  const { longDate } = useWords()
  const { entries, label } = useCodes()
  const before = levelsBefore(all.filter(({ openedAt }) => openedAt <= closing.openedAt))
  const say = (level: string) => (/^\d$/.test(level) ? level : t(`without.${level}`))
  const rows = entries('assessments.life_domain').flatMap(({ code }) => {
    const agreed = closing.agreed.find(({ domain }) => domain === code)
    if (!agreed) return []
    const first = before.get(code)?.first
    return {
      key: code,
      name: label('assessments.life_domain', code),
      agreed: (agreed.level ?? (agreed.withoutLevel === 'unknown' ? 'unknown' : 'none')) as DomainLevel,
      note: first ? t('end.atTheStart', { first: say(first) }) : t('end.notBefore'),
    }
  })
  const urgent = closing.agreed.filter(({ today }) => today)
  return (
    <>
      <Section heading={t('kind.closing')} flush>
        <DomainTable
          rows={rows}
          caption={closing.agreedOn && longDate(closing.agreedOn)}
          foot={t('noDecision')}
        />
      </Section>
      {urgent.length > 0 && (
        <Section heading={t('whatToday')}>
          <Rows>
            {urgent.map(({ id, domain, today }) => (
              <Row key={id} title={label('assessments.life_domain', domain)} sub={today} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}
