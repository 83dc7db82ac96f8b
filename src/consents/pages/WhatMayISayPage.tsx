import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Colleague, institutionsApi } from '../../institutions/pages/api.ts'
import { ChoiceCards } from '../../platform/kit/ChoiceCards.tsx'
import { Columns } from '../../platform/kit/Columns.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PageFrame } from '../../platform/kit/PageFrame.tsx'
import { PersonLine } from '../../platform/kit/PersonLine.tsx'
import { Row, Rows } from '../../platform/kit/Rows.tsx'
import { PlainSection, Section } from '../../platform/kit/Section.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { useAsk } from '../../platform/web/useAsk.ts'
import { type Code, useCodes } from '../../platform/web/useCodes.ts'
import { occasions, type Party, rulesBetween } from './rules.ts'

const classes = ['file', 'whereabouts', 'health', 'addiction', 'justice', 'violence'] as const
type Told = (typeof classes)[number]

/** Who is no other institution. */
const nobodys = ['themselves', 'colleague', 'stranger'] as const
type Nobodys = (typeof nobodys)[number]
const isNobodys = (to: string): to is Nobodys => (nobodys as readonly string[]).includes(to)

/** Whom one may tell what, by the table of bases: nothing of a family is asked for, and nothing is kept. */
export function WhatMayISayPage() {
  const { t } = useTranslation('consents')
  const mine = useAsk(institutionsApi.mine, {})
  return (
    <PageFrame tab={t('doors.say')} title={t('doors.say')} sub={t('say.sub')}>
      <Loaded query={mine} rows={4}>
        {({ kind, workers }) => (
          <Columns
            aside={
              <>
                <PlainSection heading={t('say.always.title')}>
                  <Rows onLinen label={t('say.always.title')}>
                    {(['danger', 'little', 'written'] as const).map((rule) => (
                      <Row
                        key={rule}
                        title={t(`say.always.${rule}.title`)}
                        sub={t(`say.always.${rule}.text`)}
                      />
                    ))}
                  </Rows>
                </PlainSection>
                <PlainSection heading={t('say.doubt')}>
                  <Officers
                    officers={workers.filter(({ parts }) =>
                      parts.some(({ part }) => part === 'data_protection_officer'),
                    )}
                  />
                </PlainSection>
              </>
            }
          >
            <Asking from={kind} />
          </Columns>
        )}
      </Loaded>
    </PageFrame>
  )
}

function Officers({ officers }: { officers: Colleague[] }) {
  const { t } = useTranslation('consents')
  if (!officers.length) return <p>{t('say.noOfficer')}</p>
  return (
    <Rows onLinen label={t('say.doubt')}>
      {officers.map(({ id, givenName, familyName, phone, phoneHours }) => (
        <PersonLine
          key={id}
          name={`${givenName} ${familyName}`}
          part={t('say.officer')}
          phone={phone}
          hours={phoneHours}
        />
      ))}
    </Rows>
  )
}

function Asking({ from }: { from: string }) {
  const { t } = useTranslation('consents')
  const codes = useCodes()
  const [to, setTo] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const kinds = codes.entries('institutions.institution_kind')
  const partyOf = (kind: string): Party => ({
    kind,
    group: String(kinds.find(({ code }) => code === kind)?.group),
  })
  return (
    <>
      <Section heading={t('say.heading')}>
        <div style={{ display: 'grid', gap: 20 }}>
          <p className="muted">
            {t('say.from', { kind: codes.label('institutions.institution_kind', from) })}
          </p>
          <SelectField
            name="to"
            label={t('say.to')}
            value={to}
            onChange={setTo}
            options={[
              ...nobodys.map((who) => ({ value: who, label: t(`say.who.${who}`), group: t('say.people') })),
              ...kinds.map(({ code, abbr, group }) => ({
                value: code,
                label: [codes.label('institutions.institution_kind', code), abbr && `(${abbr})`]
                  .filter(Boolean)
                  .join(' '),
                group: codes.label('institutions.institution_group', String(group)),
              })),
            ]}
          />
          <ChoiceCards
            label={t('say.what')}
            value={told}
            onChange={setTold}
            look="rows"
            choices={classes.map((each) => ({
              value: each,
              title: t(each === 'violence' ? 'say.violence.name' : `classes.${each}.name`),
              sub: t(each === 'violence' ? 'say.violence.examples' : `classes.${each}.examples`),
            }))}
          />
        </div>
      </Section>
      <div aria-live="polite">
        {to && told && (
          <Answer
            key={`${to} ${told}`}
            to={to}
            told={told}
            rules={
              isNobodys(to)
                ? undefined
                : rulesBetween(codes.entries('consents.basis_rule'), partyOf(from), partyOf(to), told)
            }
          />
        )}
      </div>
    </>
  )
}

function Answer({
  to,
  told,
  rules,
}: {
  to: string
  told: Told
  rules: ReturnType<typeof rulesBetween> | undefined
}) {
  const { t } = useTranslation('consents')
  if (isNobodys(to))
    return (
      <Section heading={t(`say.${to}.title`)}>
        <p>{t(`say.${to}.text`)}</p>
        {told === 'violence' && to !== 'stranger' && <p>{t('say.violence.alone')}</p>}
        <p className="sm muted">{t(`say.${to}.law`)}</p>
      </Section>
    )
  const byLaw = rules && [...rules.keys()].some((occasion) => occasion !== 'consent')
  return (
    <Section heading={t(byLaw ? 'say.yes' : rules?.size ? 'say.onlyConsent' : 'say.no.title')}>
      {!rules?.size && <p>{t('say.no.text')}</p>}
      <Rows>
        {occasions.flatMap((occasion) =>
          (rules?.get(occasion) ?? []).map((rule) => (
            <Basis key={rule.code} rule={rule} occasion={t(`say.when.${occasion}`)} />
          )),
        )}
      </Rows>
      {told === 'violence' && (
        <p>
          {t('say.violence.procedure')} <Link to="/concerns/new">{t('say.violence.report')}</Link>
        </p>
      )}
    </Section>
  )
}

function Basis({ rule, occasion }: { rule: Code; occasion: string }) {
  const { t } = useTranslation('consents')
  const { label } = useCodes()
  return (
    <Row
      lead={<span className="sm muted">{occasion}</span>}
      title={label('consents.basis_rule', rule.code)}
      sub={
        <>
          <span lang="pl">{String(rule.note)}</span>
          <br />
          {String(rule.article)}
          {rule.verified === false && (
            <>
              {' · '}
              <Status kind="question">{t('say.unverified')}</Status>
            </>
          )}
        </>
      }
      end={
        <span className="sm nowrap">
          {typeof rule.longestDays === 'number' ? t('say.days', { days: rule.longestDays }) : t('say.once')}
        </span>
      }
    />
  )
}
