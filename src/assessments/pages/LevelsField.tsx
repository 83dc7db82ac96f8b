import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Explain } from '../../platform/kit/Explain.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Note } from '../../platform/kit/Note.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { TextField } from '../../platform/kit/TextField.tsx'
import { pageAt } from '../../platform/web/address.ts'
import { isEmpty } from '../../platform/web/shape.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Code, useCodes } from '../../platform/web/useCodes.ts'
import { assessmentsApi } from './api.ts'
import { levelsBefore, type Standing } from './levelsBefore.ts'
import { type LevelsGiven, levelsFrom, needsToday, seenOf } from './levelsFrom.ts'

export type LevelsBefore = ReturnType<typeof useLevelsBefore>

/** Where a family stood at the start and last, and what of it goes along with closing. */
export function useLevelsBefore(caseId: string) {
  const { entries } = useCodes()
  const query = useAsk(assessmentsApi.assessments, { params: { id: caseId } })
  const domains = entries('assessments.life_domain').filter(({ keptByWorker }) => !keptByWorker)
  const standing = useMemo(() => levelsBefore(query.data ?? []), [query.data])
  const underWay = query.data?.some(({ fixedAt }) => !fixedAt) ?? false
  return {
    domains,
    standing,
    underWay,
    seenOf: (given: LevelsGiven, domain: string) => seenOf(standing, given, domain),
    needsToday: (given: LevelsGiven, domain: Code) => needsToday(standing, given, domain),
    /** The levels to keep; null while there is nothing to go by. */
    levelsFrom: (given: LevelsGiven) =>
      underWay || standing.size === 0 ? null : levelsFrom(domains, standing, given),
  }
}

type LevelsFieldProps = {
  before: LevelsBefore
  value: LevelsGiven
  onChange: (value: LevelsGiven) => void
  keep: boolean
  onKeep: (keep: boolean) => void
  missing: boolean
  caseId: string
}

/** The levels at the end, each beside what it was at the start; what is not touched is kept as it last was. */
export function LevelsField({ before, value, onChange, keep, onKeep, missing, caseId }: LevelsFieldProps) {
  const { t } = useTranslation('assessments')
  const { domains, standing, underWay } = before
  if (standing.size === 0) return null
  if (underWay)
    return (
      <Note>
        {t('end.underWay')}{' '}
        <Link to={pageAt('/families/$id/assessment', { id: caseId })}>{t('end.toAssessment')}</Link>
      </Note>
    )
  const field = (domain: Code) => (
    <Level
      key={domain.code}
      domain={domain}
      standing={standing.get(domain.code)}
      seen={before.seenOf(value, domain.code)}
      today={value[domain.code]?.today ?? ''}
      needsToday={before.needsToday(value, domain)}
      missing={missing}
      onChange={(part) => onChange({ ...value, [domain.code]: { ...value[domain.code], ...part } })}
    />
  )
  const agreed = domains.filter(({ code }) => standing.has(code))
  const others = domains.filter(({ code }) => !standing.has(code))
  return (
    <fieldset>
      <legend className="sm m">{t('end.title')}</legend>
      <p className="sm muted" style={{ marginBottom: 12 }}>
        {t('end.hint')}
      </p>
      <CheckboxField label={t('end.keep')} value={keep} onChange={onKeep} />
      {keep && (
        <>
          <div style={{ display: 'grid', gap: 14, marginTop: 14 }}>{agreed.map(field)}</div>
          {others.length > 0 && (
            <Explain question={t('end.others')}>
              <div style={{ display: 'grid', gap: 14 }}>{others.map(field)}</div>
            </Explain>
          )}
        </>
      )}
    </fieldset>
  )
}

type LevelProps = {
  domain: Code
  standing: Standing | undefined
  seen: string | null
  today: string
  needsToday: boolean
  missing: boolean
  onChange: (part: { seen?: string | null; today?: string }) => void
}

function Level({ domain, standing, seen, today, needsToday, missing, onChange }: LevelProps) {
  const { t, i18n } = useTranslation('assessments')
  const language = i18n.language === 'en' ? 'en' : 'pl'
  const anchors = (domain.anchors ?? []) as { level: number; pl: string; en: string }[]
  const say = (level: string) => (/^\d$/.test(level) ? level : t(`without.${level}`))
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <SelectField
        label={domain[language]}
        hint={
          standing &&
          t(standing.first === standing.last ? 'end.atTheStart' : 'end.sinceTheStart', {
            first: say(standing.first),
            last: say(standing.last),
          })
        }
        options={[
          ...anchors.map((anchor) => ({
            value: String(anchor.level),
            label: `${anchor.level}. ${anchor[language]}`,
          })),
          { value: 'does_not_concern', label: t('without.does_not_concern') },
          { value: 'unknown', label: t('without.unknown') },
        ]}
        value={seen}
        onChange={(chosen) => onChange({ seen: chosen })}
        optional={!standing}
      />
      {needsToday && (
        <TextField
          label={t('whatToday')}
          value={today}
          onChange={(words) => onChange({ today: words })}
          error={missing && isEmpty(today) && t('todayMissing')}
        />
      )}
    </div>
  )
}
