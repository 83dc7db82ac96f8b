import { useTranslation } from 'react-i18next'
import { Section } from '../../platform/kit/Section.tsx'
import { type Station, Track } from '../../platform/kit/Track.tsx'
import { dayOf } from '../../platform/texts/dates.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Referral } from './api.ts'
import { stationsOf } from './stations.ts'

/** Where a referral is now: five stations, each with its day and the receiver's words. */
export function ReferralTrack({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals')
  const { weekdayAndDay, longDate } = useWords()
  const { read, answer, begun, over } = stationsOf(referral)
  const reached = [true, Boolean(read ?? answer), Boolean(answer), Boolean(begun), Boolean(over)]
  // What was declined never began: the way ends where it ended.
  const now = over ? -1 : reached.lastIndexOf(true)
  const stateOf = (i: number): Station['state'] => (i === now ? 'now' : reached[i] ? 'done' : 'next')
  const stations: Station[] = [
    {
      name: t('track.sent'),
      at: weekdayAndDay(dayOf(referral.sentAt)),
      by: t(`track.bySender.${referral.basis}`, {
        name: referral.sentBy.name,
        as: referral.particulars?.agreedAs ?? referral.particulars?.agreedBy ?? '',
      }),
      state: stateOf(0),
    },
    {
      name: t('track.read'),
      at: read && weekdayAndDay(dayOf(read.at)),
      by: read?.name,
      state: stateOf(1),
    },
    {
      name: t(`track.${answer?.kind ?? 'taken'}`),
      at: answer && weekdayAndDay(dayOf(answer.on)),
      words: answer?.words ?? null,
      state: stateOf(2),
    },
    {
      name: t('track.begun'),
      at: begun && t('page.begun', { day: longDate(begun.on) }),
      words: begun?.words ?? null,
      state: stateOf(3),
    },
    {
      name: t(over && !over.done ? 'track.over' : 'track.done'),
      at: over?.on && longDate(over.on),
      state: stateOf(4),
    },
  ]
  return (
    <Section heading={t('page.track')} more={t('page.trackMore')}>
      <Track label={t('page.track')} stations={stations} />
    </Section>
  )
}
