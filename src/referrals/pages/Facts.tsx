import { useTranslation } from 'react-i18next'
import { DueLabel } from '../../platform/kit/DueLabel.tsx'
import { type KeyFact, KeyFacts } from '../../platform/kit/KeyFacts.tsx'
import { PhoneLink } from '../../platform/kit/PhoneLink.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { Point, Referral } from './api.ts'
import { useAbout } from './useAbout.ts'
import { useWhat } from './useWhat.ts'

type Shown = Pick<Referral, 'aboutAs' | 'age' | 'communeName' | 'basis' | 'basisUntil'> & {
  points: Pick<Point, 'state' | 'answerBy' | 'what' | 'serviceKind'>[]
  particulars: Pick<NonNullable<Referral['particulars']>, 'phone' | 'phoneOf' | 'phoneHours' | 'words'> | null
  sentBy: Pick<Referral['sentBy'], 'name' | 'phone'>
  from: Pick<Referral['from'], 'name' | 'phone'>
}

/** Outside a case: whom it is about, who asks, and on what basis. */
export function Facts({ referral }: { referral: Shown }) {
  const { t } = useTranslation('referrals')
  const { longDate } = useWords()
  const about = useAbout()
  const whatOf = useWhat()
  const { points, particulars, sentBy, from, basis, basisUntil } = referral
  const waits = points.find(({ state }) => state === 'asked')
  const facts: KeyFact[] = [
    ...(waits ? [{ label: t('page.answerBy'), value: <DueLabel day={waits.answerBy} /> }] : []),
    { label: t('page.for'), value: about(referral) },
    ...(points.length === 1 ? [{ label: t('page.pointsTheirs'), value: whatOf(points[0]!) }] : []),
    ...(particulars?.phone
      ? [
          {
            label: t('page.phone'),
            value: <PhoneLink phone={particulars.phone} />,
            more:
              particulars.phoneOf &&
              t('page.phoneMore', {
                whose: particulars.phoneOf,
                hours: particulars.phoneHours || 'none',
              }),
          },
        ]
      : []),
    ...(particulars
      ? [
          {
            label: t('page.whatTheirs'),
            value: <span style={{ whiteSpace: 'pre-line' }}>{particulars.words}</span>,
          },
        ]
      : []),
    {
      label: t('page.asks'),
      value: `${sentBy.name}, ${from.name}`,
      more: (sentBy.phone ?? from.phone) && <PhoneLink phone={(sentBy.phone ?? from.phone)!} />,
    },
    {
      label: t('page.basis'),
      value: t(`page.basisKind.${basis}`),
      more: t('page.untilTheirs', { day: longDate(basisUntil!) }),
    },
  ]
  return <KeyFacts facts={facts} />
}
