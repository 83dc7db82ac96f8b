import { useTranslation } from 'react-i18next'
import { Chips } from '../../platform/kit/Chips.tsx'
import { today } from '../../platform/texts/dates.ts'
import { useCodes } from '../../platform/web/useCodes.ts'
import type { NewPerson } from './NewPersonFields.tsx'

/** Who an adult is to the children: one answer for all of them. */
export type Kin = { adultId: string; kind: string | null; authority: string | null }

const kinds = 'households.relation_kind'
const authorities = 'households.authority_kind'
/** The most frequent; all others are on the page of the household. */
const offered = [
  'mother',
  'father',
  'stepmother',
  'stepfather',
  'foster_parent',
  'grandmother',
  'grandfather',
  'actual_carer',
  'legal_guardian',
]

/** Whoever brings a child up without an order of a court has no authority to be asked about. */
const mayRule = (kind: string) => kind !== 'actual_carer'

/** The year of birth as far as it is written. */
const bornIn = ({ birthDate, birthYear }: NewPerson) =>
  Number(birthDate?.slice(0, 4) ?? (/^\d{4}$/.test(birthYear.trim()) ? birthYear : Number.NaN))
const isChild = (person: NewPerson) => person.expected || bornIn(person) > Number(today().slice(0, 4)) - 18

/** Adults and children who are written down just now. */
export function generations(people: NewPerson[]) {
  const fresh = people.filter(({ known }) => !known)
  return {
    children: fresh.filter(isChild),
    adults: fresh.filter((person) => !isChild(person) && !Number.isNaN(bornIn(person))),
  }
}

/** What is sent: each adult who is something to the children, to each of them. */
export const relationsOf = (people: NewPerson[], kin: Kin[], ids: string[]) => {
  const { adults, children } = generations(people)
  return adults
    .flatMap(({ personId }) => kin.filter(({ adultId, kind }) => adultId === personId && kind))
    .flatMap(({ adultId, kind, authority }) =>
      children.map((child) => ({
        personId: adultId,
        toPersonId: child.personId,
        kind: kind!,
        authority: mayRule(kind!) ? authority : null,
      })),
    )
    .map((relation, i) => ({ id: ids[i]!, ...relation }))
    .slice(0, ids.length)
}

type WhoForChildrenProps = { people: NewPerson[]; value: Kin[]; onChange: (value: Kin[]) => void }

/** Asked while a family is taken up: consents about a child depend on it, and so it needs no page of its own. */
export function WhoForChildren({ people, value, onChange }: WhoForChildrenProps) {
  const { t } = useTranslation('concerns')
  const { entries, label } = useCodes()
  const { adults, children } = generations(people)
  if (!adults.length || !children.length) return null
  const nameOf = ({ givenName, familyName }: NewPerson) => givenName || familyName
  const names = children.map(nameOf).filter(Boolean).join(', ')
  return (
    <fieldset style={{ display: 'grid', gap: 14, borderTop: '1px solid var(--line)', paddingTop: 14 }}>
      <legend className="m" style={{ float: 'left', width: '100%' }}>
        {t('kin.title')}
      </legend>
      <p className="sm muted">{t('kin.why')}</p>
      {adults.map((adult) => {
        const own = value.find(({ adultId }) => adultId === adult.personId)
        const kin: Kin = own ?? { adultId: adult.personId, kind: null, authority: null }
        const change = (part: Partial<Kin>) =>
          onChange([...value.filter(({ adultId }) => adultId !== adult.personId), { ...kin, ...part }])
        const turn = (field: 'kind' | 'authority') => (code: string) =>
          change({ [field]: kin[field] === code ? null : code })
        const suits = entries(kinds).filter(
          ({ code, sex }) => offered.includes(code) && (!sex || !adult.sex || sex === adult.sex),
        )
        return (
          <div key={adult.personId} style={{ display: 'grid', gap: 10 }}>
            <fieldset>
              <legend className="sm">{t('kin.kind', { adult: nameOf(adult), names })}</legend>
              <Chips
                choices={suits.map(({ code }) => ({ value: code, label: label(kinds, code) }))}
                value={kin.kind ? [kin.kind] : []}
                onTurn={turn('kind')}
              />
            </fieldset>
            {kin.kind && mayRule(kin.kind) && (
              <fieldset>
                <legend className="sm">{t('kin.authority', { adult: nameOf(adult) })}</legend>
                <Chips
                  choices={entries(authorities).map(({ code }) => ({
                    value: code,
                    label: label(authorities, code),
                  }))}
                  value={kin.authority ? [kin.authority] : []}
                  onTurn={turn('authority')}
                />
              </fieldset>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
