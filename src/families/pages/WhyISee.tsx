import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { casesApi } from '../../cases/pages/api.ts'
import type { Family } from '../../cases/pages/FamilyFrame.tsx'
import { KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Loaded } from '../../platform/kit/Loaded.tsx'
import { PlainSection } from '../../platform/kit/Section.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { pageAt } from '../../platform/web/address.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useWords } from '../../platform/web/useWords.ts'

/** Reasons in the order in which they answer "what is my part here". */
const roles = [
  'coordinator',
  'leading-team',
  'head',
  'standing-in',
  'in-place-of-head',
  'leads-partnership',
  'team',
  'invited',
  'asked',
  'taken-on',
  'service',
  'approval',
  'handover-offered',
  'handed-over',
]
const classes = ['file', 'whereabouts', 'health', 'addiction', 'justice'] as const
const far = '9000'

/** Why do I see this? My part, the basis, what I do not see, who else sees it. */
export function WhyISee({ family }: { family: Family }) {
  const { t } = useTranslation('families')
  const { longDate } = useWords()
  const query = useAsk(casesApi.why, { params: { id: family.id } })
  return (
    <div style={{ marginTop: 24, borderTop: '1px solid var(--line)', paddingTop: 16 }}>
      <PlainSection
        id="why"
        heading={
          <>
            <Eye size={16} aria-hidden /> {t('why.title')}
          </>
        }
      >
        <Loaded query={query} rows={1}>
          {({ reasons, others }) => {
            const mine = reasons.filter(({ reason }) => roles.includes(reason))
            const role = mine.sort((a, b) => roles.indexOf(a.reason) - roles.indexOf(b.reason))[0]
            const bases = reasons.filter(({ reason }) => reason === 'basis' || reason === 'joint-work')
            const ofAll = reasons.find(({ reason }) => reason === 'basis-of-all')
            // About some of the family one may read what is closed about it as a whole.
            const opened = new Set(bases.flatMap((each) => each.classes as readonly string[]))
            const [partly, hidden] = [true, false].map((some) =>
              classes.filter((each) => !family.may.includes(each) && opened.has(each) === some),
            ) as [string[], string[]]
            const until = role?.until && role.until < far ? longDate(dayOf(role.until)) : null
            return (
              <KeyFacts
                across
                facts={[
                  {
                    label: t('why.role'),
                    value: role ? t(`why.roles.${role.reason}`) : t('why.roles.other'),
                    ...(until && { more: t('why.until', { day: until }) }),
                  },
                  {
                    label: t('why.basis'),
                    value:
                      bases.length > 0
                        ? [
                            ...bases.map(({ reason, kind, about, classes: opened }) =>
                              t(`why.by.${reason === 'basis' ? (kind ?? 'consent') : reason}`, {
                                who: about ?? t('why.household'),
                                what: opened.map((each) => t(`classes.${each}`)).join(', '),
                              }),
                            ),
                            ofAll &&
                              t('why.shared', {
                                what: ofAll.classes.map((each) => t(`classes.${each}`)).join(', '),
                              }),
                          ]
                            .filter(Boolean)
                            .join(' ')
                        : t(`why.bases.${role?.reason ?? 'other'}`),
                  },
                  {
                    label: t('why.hidden'),
                    value:
                      [
                        hidden.length > 0 &&
                          t('why.hiddenClasses', {
                            what: hidden.map((each) => t(`classes.${each}`)).join(', '),
                          }),
                        partly.length > 0 &&
                          t('why.hiddenPartly', {
                            what: partly.map((each) => t(`classes.${each}`)).join(', '),
                          }),
                      ]
                        .filter(Boolean)
                        .join(' ') || t('why.hiddenNotes'),
                    ...(role?.reason === 'team' && !ofAll && { more: t('why.notShared') }),
                  },
                  {
                    label: t('why.others'),
                    value: (
                      <>
                        {others !== null ? t('why.othersCount', { count: others }) : t('why.othersTeam')}{' '}
                        {family.may.includes('file') && (
                          <Link
                            to={pageAt('/families/$id/consents', { id: family.id }, { hash: 'register' })}
                          >
                            {t('why.register')}
                          </Link>
                        )}
                      </>
                    ),
                  },
                ]}
              />
            )
          }}
        </Loaded>
      </PlainSection>
    </div>
  )
}
