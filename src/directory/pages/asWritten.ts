import { hourFromTyping } from '../../institutions/hourFromTyping.ts'
import { hour } from '../../platform/texts/dates.ts'
import { newId } from '../../platform/web/newId.ts'
import type { costs, referrers } from '../contract.ts'
import type { Service, Where } from './api.ts'

/** The same hours on several days of the week; which of a month and for how long is kept as it was. */
type HoursLine = {
  id: string
  days: string[]
  opens: string
  closes: string
  kept: { nth?: number; validFrom?: string; validTo?: string }
}
export type PlaceLine = {
  id: string
  name: string
  commune: string | null
  locality: string | null
  address: string
  postalCode: string
  hours: HoursLine[]
}

export const aPlace = (where: Where): PlaceLine => ({
  id: newId(),
  name: '',
  commune: where.here?.commune ?? where.communes[0]?.terc ?? null,
  locality: where.here?.locality ?? null,
  address: '',
  postalCode: '',
  hours: [someHours()],
})
export const someHours = (): HoursLine => ({ id: newId(), days: [], opens: '', closes: '', kept: {} })

function linesOf(hours: Service['locations'][number]['hours']): HoursLine[] {
  const lines = new Map<string, HoursLine>()
  for (const { weekday, opens, closes, nth, validFrom, validTo } of hours) {
    const key = [opens, closes, nth, validFrom, validTo].join()
    const kept = { ...(nth && { nth }), ...(validFrom && { validFrom }), ...(validTo && { validTo }) }
    const line = lines.get(key) ?? { id: newId(), days: [], opens: hour(opens), closes: hour(closes), kept }
    lines.set(key, { ...line, days: [...line.days, String(weekday)] })
  }
  return [...lines.values()]
}

/** A service as the form writes it. */
export const startOf = (service: Service | undefined, where: Where) => ({
  serviceId: service?.id ?? newId(),
  partnershipId: 'mine',
  organizationName: '',
  kind: service?.kind ?? (null as string | null),
  name: service?.name ?? '',
  description: service?.description ?? '',
  phones: (service?.phones ?? []).length
    ? service!.phones.map(({ number, whose }) => ({ number, whose: whose ?? '' }))
    : [{ number: '', whose: '' }],
  places: service
    ? service.locations.map(
        (place): PlaceLine => ({
          ...place,
          name: place.name ?? '',
          address: place.address ?? '',
          postalCode: place.postalCode ?? '',
          hours: linesOf(place.hours),
        }),
      )
    : [aPlace(where)],
  targetGroups: service?.targetGroups ?? ([] as string[]),
  minAge: service?.minAge?.toString() ?? '',
  maxAge: service?.maxAge?.toString() ?? '',
  forWhom: service?.forWhom ?? '',
  cost: service?.cost ?? ('free' as (typeof costs)[number]),
  costZloty: service?.costGrosz ? String(service.costGrosz / 100).replace('.', ',') : '',
  costWords: service?.costWords ?? '',
  referredBy: service?.referredBy ?? (['anybody'] as (typeof referrers)[number][]),
  needs: service?.needs ?? '',
  howToApply: service?.howToApply ?? '',
  languages: service?.languages ?? ['pl'],
  accessibility: service?.accessibility ?? ([] as string[]),
  hoursWords: service?.hoursWords ?? '',
  ownTransport: service?.ownTransport ?? false,
  transportWords: service?.transportWords ?? '',
  neutralPlace: service?.neutralPlace ?? false,
  confidential: service?.confidential ?? false,
  website: service?.website ?? '',
  email: service?.email ?? '',
  contactName: service?.contactName ?? '',
  contactTitle: service?.contactTitle ?? '',
  area: (service?.area ?? []).map(({ terc }) => terc),
})
export type Written = ReturnType<typeof startOf>

const groszOf = (typed: string) => Math.round(Number(typed.replace(/\s/g, '').replace(',', '.')) * 100)

/** Lines that are left empty are no hours. */
const isWritten = ({ days, opens, closes }: HoursLine) =>
  days.length > 0 || opens.trim() !== '' || closes.trim() !== ''

export const bodyOf = ({ serviceId, partnershipId, costZloty, phones, places, ...values }: Written) => ({
  ...values,
  id: serviceId,
  partnershipId: partnershipId === 'mine' ? null : partnershipId,
  costGrosz: values.cost === 'paid' && costZloty ? groszOf(costZloty) : null,
  phones: phones.filter(({ number, whose }) => number.trim() || whose.trim()),
  places: places.map(({ hours, ...place }) => ({
    ...place,
    hours: hours.filter(isWritten).flatMap(({ days, opens, closes, kept }) =>
      days.map((weekday) => ({
        weekday: Number(weekday),
        opens: hourFromTyping(opens) ?? opens,
        closes: hourFromTyping(closes) ?? closes,
        ...kept,
      })),
    ),
  })),
})

/** What is wrong with hours of a place, if anything. */
export function faultOfHours(line: HoursLine, t: (key: string) => string): string | null {
  if (!isWritten(line)) return null
  const [opens, closes] = [hourFromTyping(line.opens), hourFromTyping(line.closes)]
  if (!opens || !closes || line.days.length === 0) return t('form.hoursBoth')
  return opens < closes ? null : t('form.hoursOrder')
}

export const faultsOf = (values: Written, t: (key: string) => string) => ({
  phones:
    (values.confidential || (!values.website && !values.email && values.places.length === 0)) &&
    !values.phones.some(({ number }) => number.trim()) &&
    t('form.phoneMissing'),
  places: values.places.some(({ hours }) => hours.some((line) => faultOfHours(line, t) !== null)),
})
