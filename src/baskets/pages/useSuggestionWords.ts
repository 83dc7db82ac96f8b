import { useTranslation } from 'react-i18next'
import { addDays, hour, today } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import { useWords } from '../../platform/web/useWords.ts'
import type { Composed, Composing, Offered, Suggestion } from './api.ts'

/** What is told of a suggestion, from the model's own figures. */
export function useSuggestionWords(suggestion: Suggestion, composing: Composing) {
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  const { t: directory } = useTranslation('directory')
  const { label } = useCodes()
  const { list, longDate, money, number } = useWords()
  const service = (id: string) => suggestion.described.find((each) => each.id === id)!
  const needed = (needId: string) => {
    const need = composing.needs.find(({ id }) => id === needId)
    return need ? label('directory.service_kind', need.serviceKind) : ''
  }
  const hours = (minutes: number) =>
    minutes % 60 === 0
      ? t('hours', { count: minutes / 60 })
      : minutes < 60
        ? t('minutes', { count: minutes })
        : t('hoursAndMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  return {
    service,
    needed,
    hours,
    money: (grosze: number) => money(grosze / 100),
    /** "czwartek 15:00–16:00, Oksa" of each visit. */
    when: ({ visits, unknown }: Offered) =>
      visits.length
        ? visits.map(({ weekday, nth, begins, ends, locality }) =>
            [
              `${directory(`weekday.${weekday}`)} ${ends ? `${hour(begins)}–${hour(ends)}` : t('fromHour', { begins: hour(begins) })}`,
              nth && directory(`nth.${nth}`),
              locality,
            ]
              .filter(Boolean)
              .join(', '),
          )
        : unknown.includes('hours')
          ? [t('whenUnknown')]
          : [],
    /** Where there is a way without a car. */
    way: ({ visits }: Offered) => [
      ...new Set(
        visits.flatMap(({ leaves, back }) =>
          leaves && back ? [t('byBus', { leaves: hour(leaves), back: hour(back) })] : [],
        ),
      ),
    ],
    first: ({ firstIn, items }: Composed) =>
      items.length === 0
        ? t('nothingYet')
        : firstIn === null
          ? t('firstUnknown')
          : firstIn === 0
            ? t('firstNow')
            : longDate(addDays(today(), firstIn)),
    cost: ({ costGrosz, costsUnknown }: Composed) =>
      [
        (costGrosz > 0 || costsUnknown === 0) && money(costGrosz / 100),
        costsUnknown > 0 && t('costsUnknown', { count: costsUnknown }),
      ]
        .filter(Boolean)
        .join(', '),
    /** Journeys by where they go. */
    journeys: ({ items }: Composed) => {
      const places = new Map<string, { times: number; km: number | null }>()
      for (const item of items) {
        if (!item.journeys) continue
        for (const { locality } of item.visits) {
          const place = locality ?? ''
          places.set(place, { times: (places.get(place)?.times ?? 0) + 1, km: item.km })
        }
      }
      return [...places].map(([place, { times, km }]) =>
        t('journeysTo', { times, place, km: km === null ? 'none' : number(Math.round(km)) }),
      )
    },
    lacking: ({ why, reasons, limits }: Composed['lacking'][number]) =>
      why === 'unfit'
        ? t('lacking.unfit', {
            reasons: list(Object.entries(reasons!).map(([reason, count]) => t(`unfit.${reason}`, { count }))),
          })
        : why === 'limits'
          ? t('lacking.limits', { limits: list(limits!.map((each) => t(`over.${each}`))) })
          : t(`lacking.${why}`),
  }
}
