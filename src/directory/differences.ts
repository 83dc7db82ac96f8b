import { type Day, hour } from '../platform/texts/dates.ts'
import type { Text } from '../platform/texts/server.ts'
import type { Said } from './contract.ts'
import type { Field, Told } from './told-in-a-file.ts'

// What a file would change of an entry, field by field, in words that two people can compare.

export type Change = { field: Field; before: string; after: string }

/** In what words a change is told. */
export type Words = { text: Text; day: (day: Day) => string; area: (terc: string) => string }

/** By these two are compared: places may bear one name. */
const asCodes: Words = {
  text: (key, values) => key + JSON.stringify(values ?? ''),
  day: (day) => day,
  area: (terc) => terc,
}

/** The fields that a file tells and that are otherwise in an entry, before and after. */
export function differences(
  before: Said,
  after: Said,
  told: Told,
  wasClosed: boolean,
  isClosed: boolean,
  words: Words,
): Change[] {
  const fields = (Object.keys(told) as Exclude<Field, 'closed'>[]).flatMap((field) => {
    if (shown(field, before, asCodes) === shown(field, after, asCodes)) return []
    return [{ field, before: shown(field, before, words), after: shown(field, after, words) }]
  })
  return wasClosed === isClosed
    ? fields
    : [...fields, { field: 'closed', before: String(wasClosed), after: String(isClosed) }]
}

/** A field in words that two people can compare; codes of lists stay codes. */
function shown(field: Exclude<Field, 'closed'>, said: Said, { text, day, area }: Words): string {
  if (field === 'phones')
    return said.phones
      .map(({ number, whose }) => [number, whose && `(${whose})`].filter(Boolean).join(' '))
      .join('; ')
  if (field === 'places')
    return said.places
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map(({ name, address, postalCode, locality, hours }) =>
        [
          [name, address, postalCode, locality].filter(Boolean).join(', '),
          hours
            .toSorted((a, b) => JSON.stringify(inOrder(a)).localeCompare(JSON.stringify(inOrder(b))))
            .map(({ weekday, nth, opens, closes, validFrom, validTo }) =>
              [
                text(`directory:day.${weekday}`),
                nth && `(${text(`directory:nth.${nth}`)})`,
                `${hour(opens)}–${hour(closes)}`,
                (validFrom || validTo) &&
                  text('directory:page.validFromTo', {
                    from: validFrom ? day(validFrom) : 'none',
                    to: validTo ? day(validTo) : 'none',
                  }),
              ]
                .filter(Boolean)
                .join(' '),
            )
            .join(', '),
        ].join(': '),
      )
      .join('; ')
  if (field === 'area')
    return said.area
      .map(area)
      .sort((a, b) => a.localeCompare(b, 'pl'))
      .join(', ')
  if (field === 'costGrosz') return said.costGrosz ? String(said.costGrosz / 100) : ''
  const value = said[field]
  return Array.isArray(value) ? value.toSorted().join(' ') : String(value ?? '')
}

const inOrder = ({
  weekday,
  opens,
  closes,
  nth,
  validFrom,
  validTo,
}: Said['places'][number]['hours'][number]) => [weekday, opens, closes, nth, validFrom, validTo]
