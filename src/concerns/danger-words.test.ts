import { expect, test } from 'vitest'
import kinds from '../../data/codes/partnerships.problem_kind.json' with { type: 'json' }
import enOfAll from '../partnerships/texts/en.json' with { type: 'json' }
import plOfAll from '../partnerships/texts/pl.json' with { type: 'json' }
import { speaksOf } from '../platform/kit/speaksOf.ts'
import en from './texts/en.json' with { type: 'json' }
import pl from './texts/pl.json' with { type: 'json' }

const dangers = {
  pl: `${pl.dangerWords}, ${plOfAll.violence.words}`,
  en: `${en.dangerWords}, ${enOfAll.violence.words}`,
}

// Words that speak of danger ask whether it happens now; worries are only offered, and a wrong one shames.

test.each([
  'Mąż ją bije, dzieci to widzą',
  'Chłopiec mówi, że ojciec go uderzył pasem',
  'Wczoraj uderzyła córkę',
  'Był cały we krwi',
  'Groził nożem',
  'Wnuczka ma siniaki na plecach',
  'Bliźniaki są same w domu do nocy',
  'Dziecko przychodzi głodne',
  'Mówi, że nie chce żyć',
  'Ma myśli samobójcze',
  'Powiesi się, tak napisał',
  'Molestował pasierbicę',
  'Katował psa i żonę',
  'Córka uciekła z domu',
])('„%s” asks whether it happens now', (words) => expect(speaksOf(words, dangers.pl)).toBe(true))

test.each([
  'Opuściła ponad 60 godzin lekcji, bez usprawiedliwień',
  'Babcia wychowuje dwoje wnuków, długi za węgiel',
  'Kredyt na kredens',
  'Tata pracuje za granicą i czasem dzwoni',
])('„%s” does not', (words) => expect(speaksOf(words, dangers.pl)).toBe(false))

test.each(['Her husband threatens her', 'The little one was choking', 'Her arm is bruised'])(
  'in English as well: “%s”',
  (words) => expect(speaksOf(words, dangers.en)).toBe(true),
)

const offered = (words: string, language: 'pl' | 'en' = 'pl') => {
  const also: Record<string, string> = { pl, en }[language].worryWords
  return kinds.entries
    .filter((kind) => speaksOf(words, `${kind[language]}, ${also[kind.code] ?? ''}`))
    .map(({ code }) => code)
    .toSorted()
}

test('what a teacher and a nurse write is offered as what it is', () => {
  expect(offered('Hania od października opuściła ponad 60 godzin lekcji, bez usprawiedliwień')).toEqual([
    'school_absence',
  ])
  expect(offered('Brakuje na leki, Olek ma astmę, trzeba jechać do lekarza')).toEqual(['health_access'])
  expect(offered('Zimą nie mają na opał, są długi za węgiel')).toEqual(['debt', 'energy_poverty'])
  expect(offered('Zaniedbane dziecko i jego siostra')).toEqual(['child_neglect'])
  expect(offered('He is often away from school', 'en')).toContain('school_absence')
})
