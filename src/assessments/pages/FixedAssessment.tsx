import { useTranslation } from 'react-i18next'
import { OfWhom } from '../../cases/pages/AboutWhom.tsx'
import { useWhom } from '../../cases/pages/useWhom.ts'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useParam } from '../../platform/web/place.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Assessment } from './api.ts'
import { DomainLegend, DomainTable } from './DomainTable.tsx'
import { useDomainRows } from './useDomainRows.ts'

/** An assessment that was fixed: its levels, dissent, who was there, and what was said of each domain. */
export function FixedAssessment({
  assessment,
  oneOfSeveral,
}: {
  assessment: Assessment
  oneOfSeveral: boolean
}) {
  const { t } = useTranslation('assessments')
  const { longDate } = useWords()
  const { label } = useCodes()
  const rows = useDomainRows(assessment)
  const whom = useWhom(useParam('id'))
  const dissents = assessment.agreed.filter((each) => each.dissent || each.today)
  const day = longDate(assessment.agreedOn ?? dayOf(assessment.openedAt))
  /** Two on one page have parts of the same name: their days tell them apart. */
  const named = (heading: string) => (oneOfSeveral ? `${heading} · ${day}` : heading)
  return (
    <Columns
      asideLabel={oneOfSeveral ? day : undefined}
      aside={
        assessment.present && (
          <PlainSection heading={named(t('present'))}>
            <ul>
              {assessment.present.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </PlainSection>
        )
      }
    >
      <Section heading={named(t(`kind.${assessment.kind}`))} flush more={<DomainLegend />}>
        <DomainTable rows={rows} caption={day} foot={t('noDecision')} />
      </Section>
      {dissents.length > 0 && (
        <Section heading={named(t('dissents'))}>
          <Rows>
            {dissents.map((each) => (
              <Row
                key={each.id}
                title={label('assessments.life_domain', each.domain)}
                sub={
                  <>
                    <OfWhom whom={whom} about={each.about} /> {each.dissent}
                    {each.today && (
                      <>
                        <b className="m">{t('today')}</b> {each.today}
                      </>
                    )}
                  </>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      <Words assessment={assessment} heading={named(t('words'))} />
    </Columns>
  )
}

/** Strengths and barriers: each domain once, with all who said something of it. */
function Words({ assessment, heading }: { assessment: Assessment; heading: string }) {
  const { entries, label } = useCodes()
  const said = assessment.views.filter((view) => view.strengths || view.barriers || view.words)
  if (!said.length) return null
  return (
    <Section heading={heading}>
      <Rows>
        {entries('assessments.life_domain')
          .map((domain) => ({ domain, voices: said.filter((view) => view.domain === domain.code) }))
          .filter(({ voices }) => voices.length > 0)
          .map(({ domain, voices }) => (
            <Row
              key={domain.code}
              title={label('assessments.life_domain', domain.code)}
              sub={
                <ul style={{ display: 'grid', gap: 8, marginTop: 4 }}>
                  {voices.map((view) => (
                    <li key={view.id}>
                      <Voice view={view} />
                    </li>
                  ))}
                </ul>
              }
            />
          ))}
      </Rows>
    </Section>
  )
}

function Voice({ view }: { view: Assessment['views'][number] }) {
  const { t } = useTranslation('assessments')
  const whom = useWhom(useParam('id'))
  return (
    <>
      <span className={view.byFamily ? 'family' : 'muted'}>
        {view.byFamily ? t('family') : view.institutionName}
      </span>
      {view.words && <span className="family">: „{view.words}”</span>}{' '}
      <OfWhom whom={whom} about={view.about} />
      {view.strengths && (
        <>
          <br />
          <b className="m">{t('strengths')}</b> {view.strengths}
        </>
      )}
      {view.barriers && (
        <>
          <br />
          <b className="m">{t('barriers')}</b> {view.barriers}
        </>
      )}
    </>
  )
}
