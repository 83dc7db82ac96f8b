import { useTranslation } from 'react-i18next'
import { partnershipsApi } from '../../partnerships/pages/api.ts'
import { useAsk } from '../../platform/web/useAsk.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { meetingsApi } from './api.ts'

type Thing = Pick<Awaited<ReturnType<typeof meetingsApi.offered>>[number], 'kind' | 'what'>

/** Points that are numbers, in words: how long a partnership waits for answers in a quarter, what is missing around; from five on. */
export function useNumbers(partnershipId: string, offered: Thing[] = []) {
  const { t } = useTranslation('meetings')
  const { t: ofTimes } = useTranslation('partnerships', { keyPrefix: 'times' })
  const { daysWord, list } = useWords()
  const { entries, label } = useCodes()
  const times = useAsk(
    partnershipsApi.answerTimes,
    { params: { id: partnershipId }, query: { over: 'quarter' } },
    { enabled: offered.some(({ kind }) => kind === 'answer-times') },
  ).data?.all
  const usual = () => {
    if (!times || times.median === null || !times.inTime) return null
    const days = Math.round(times.median)
    return t('numbers.usual', {
      days: days < 1 ? ofTimes('sameDay') : daysWord(days),
      came: ofTimes(`came.${times.inTime}`),
    })
  }
  const service = (code: string) =>
    label(
      entries('directory.service_kind').some((each) => each.code === code)
        ? 'directory.service_kind'
        : 'directory.service_group',
      code,
    )
  return ({ kind, what }: Thing): string | null => {
    if (kind === 'answer-times') return usual()
    if (kind === 'unmet-needs') return t('numbers.missing', { what: list(what!.split(' ').map(service)) })
    return what
  }
}
