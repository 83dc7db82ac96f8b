import { readFileSync } from 'node:fs'
import { papers as ofConsents } from '../consents/papers.ts'
import { papers as ofContracts } from '../contracts/papers.ts'
import type { FormData } from '../platform/documents/form.ts'
import { type DocumentLocale, renderDocument } from '../platform/documents/render-document.ts'

// Papers of a family as small, as usual and as full as families are: the same data in every form that speaks of it.

export const sizes = ['short', 'usual', 'overfull'] as const
type Size = (typeof sizes)[number]
type Of<Form extends keyof typeof ofContracts> = FormData<(typeof ofContracts)[Form]>
type OfConsents<Form extends keyof typeof ofConsents> = FormData<(typeof ofConsents)[Form]>

const example = (form: string) =>
  JSON.parse(readFileSync(new URL(`../../data/forms/examples/${form}.json`, import.meta.url), 'utf8'))

const counts = {
  short: { people: 1, institutions: 1, goals: 1, actions: 1 },
  usual: { people: 3, institutions: 3, goals: 3, actions: 5 },
  overfull: { people: 5, institutions: 5, goals: 9, actions: 16 },
} satisfies Record<Size, Record<string, number>>

const names = [
  'Konstancja-Apolonia Przykładowska-Zmyślona',
  'Wacław Umowny',
  'Bronisława Niby-Próbna',
  'Małgorzata Zmyślona',
  'Aleksander Umowny',
]
const given = names.map((name) => name.split(' ')[0]!)
const institutions = [
  'Powiatowe Centrum Pomocy Rodzinie w Przykładowie Wielkim-Zdroju',
  'Zespół Szkolno-Przedszkolny im. Postaci Zmyślonych i Wymyślonych w Nibylandowie nad Umowną',
  'Poradnia Psychologiczno-Pedagogiczna w Umownie',
  'Stowarzyszenie Na Rzecz Wymyślonej Pomocy Rodzinom „Razem Łatwiej”',
  'Specjalistyczny Ośrodek Interwencji Kryzysowej i Wsparcia Środowiskowego',
]
const address =
  'ul. Generała Konstantego Ildefonsa Przykładowskiego-Zmyślonego 115 bud. C m. 1024, 00-001 Przykładowo Wielkie-Zdrój'
const said =
  'Pan Wacław stracił pracę w tartaku, a rodzina zalega z czynszem za cztery miesiące. Dojazd do najbliższego przystanku zajmuje godzinę.'
const long = `${said} `.repeat(9).trim()
const unbroken = 'Konstantynopolitańczykowianeczkówna'.repeat(4)
const wordsOf = (size: Size, short = 'Brak pracy.') =>
  size === 'short' ? short : size === 'usual' ? said : `${long}\n${unbroken}\n${long}`
const some = <T>(count: number, of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i))
const goalOf = (i: number) =>
  `„Żeby starczało do końca miesiąca i nikt nie dzwonił w sprawie długów (${i + 1})”`
const phone = '00 000 00 99'

function contractOf(form: 'social-contract-a' | 'social-contract-b', size: Size) {
  const { people, goals, actions } = counts[size]
  return {
    ...example(form),
    mainGoal: goalOf(0),
    goals: some(goals - 1, (i) => goalOf(i + 1)),
    expectedEffects: wordsOf(size, '–'),
    signatories: some(form === 'social-contract-a' ? people : 1, (i) => ({
      name: names[i]!,
      role: 'osoba dorosła',
      note: i === 1 ? 'nie może świadomie wyrazić woli – nie podpisuje' : null,
      signs: i !== 1,
    })),
    actions: some(actions, (i) => ({
      action: [
        `${i % 2 ? 'Asysta rodzinna: ' : ''}zapisujemy wydatki w zeszycie i chowamy rachunki, dwa razy w tygodniu`,
        i % 3 ? null : 'Poznamy po tym: w trzeciej dekadzie nie trzeba pożyczać',
      ]
        .filter(Boolean)
        .join('\n'),
      obliged:
        i % 2
          ? `Tomasz Próbny-Zmyślony, ${institutions[i % 5]}\ndla: ${given.join(', ')}`
          : names[i % people]!,
      due: 'od 01.12.2026\ndo 31.05.2027',
      evaluation: size === 'overfull' && i % 4 === 0 ? 'zrealizowane częściowo: cztery razy na pięć' : null,
      evaluatedOn: size === 'overfull' && i % 4 === 0 ? '2027-02-01' : null,
    })),
  }
}

export const paperOf = {
  'social-contract-a': (size: Size): Of<'social-contract-a'> => ({
    ...contractOf('social-contract-a', size),
    persons: some(counts[size].people, (i) => ({
      name: names[i]!,
      pesel: i ? '88888888888' : null,
      address,
    })),
    family: some(size === 'short' ? 0 : counts[size].people, (i) => ({
      name: names[i]!,
      relation: `mama: ${given[0]}; rodzeństwo: ${given.slice(2).join(', ')}`,
      pesel: null,
    })),
    causes: wordsOf(size),
    possibilities: wordsOf(size),
    limitations: wordsOf(size, '–'),
    barriers: wordsOf(size, '–'),
  }),
  'social-contract-b': (size: Size): Of<'social-contract-b'> => ({
    ...contractOf('social-contract-b', size),
    person: { name: names[0]!, pesel: '88888888888', address },
    education: wordsOf(size, 'podstawowe'),
    skills: wordsOf(size, '–'),
    experience: wordsOf(size, '–'),
    causes: wordsOf(size),
    limitations: wordsOf(size, '–'),
    earlierAttempts: wordsOf(size, '–'),
    strengths: wordsOf(size),
  }),
  'cooperation-plan': (size: Size): Of<'cooperation-plan'> => {
    const { people, institutions: count, goals, actions } = counts[size]
    return {
      ...example('cooperation-plan'),
      team: some(count, (i) => ({
        name: 'Tomasz Próbny-Zmyślony',
        institution: institutions[i]!,
        role: 'pedagożka szkolna, wychowawczyni',
        phone,
      })),
      people: some(people, (i) => ({
        name: names[i]!,
        relation: `mama: ${given[0]}; rodzeństwo: ${given.slice(2).join(', ')}`,
        part: 'bierze czynny udział',
        capacity: null,
        contactRules: i ? null : '500 000 118 po 16:00, bez nagrywania wiadomości',
      })),
      consents: some(size === 'short' ? 0 : count * people, (i) => ({
        person: names[i % people]!,
        by: `${names[(i + 1) % people]!}, podpis na papierze`,
        to: institutions[i % count]!,
        classes: ['sprawa rodziny', 'zdrowie'],
        given: '2026-11-24',
        until: '2027-11-23',
        withdrawnOn: i === 3 ? '2026-12-24' : null,
      })),
      domains: some(size === 'short' ? 1 : goals, (i) => ({
        domain: ['Edukacja', 'Dochód i sytuacja materialna', 'Zdrowie psychiczne i emocje'][i % 3]!,
        teamLevel: 2,
        familyLevel: i % 2 ? null : 4,
        strengths: size === 'short' ? null : said,
        limitations: null,
        barriers: size === 'overfull' && i === 2 ? unbroken : size === 'short' ? null : said,
        today: i ? null : 'Dzwonimy dziś do wierzycieli.',
        dissent: i === 1 ? 'Poradnia: poziom 4. Trudność leży w drodze do szkoły, nie w nauce.' : null,
      })),
      assessedBy: names.slice(0, people),
      goals: some(goals, (i) => ({
        goal: goalOf(i),
        domain: 'Dochód i sytuacja materialna',
        indicator: size === 'short' ? '–' : said,
        target: 'poziom 4',
        due: '2027-05-31',
        actions: some(Math.ceil(actions / goals), (n) => ({
          what: n % 2 ? 'zapisujemy wydatki w zeszycie' : `Asysta rodzinna: ${said}`,
          sign: n % 2 ? 'w trzeciej dekadzie nie trzeba pożyczać' : null,
          who: n % 2 ? [given[0]!] : [institutions[i % 5]!, 'Tomasz Próbny-Zmyślony'],
          forWhom: n % 2 ? null : given.slice(0, people).join(', '),
          frequency: '2 razy w tygodniu',
          period: { from: '2026-12-01', to: n % 2 ? '2027-05-31' : null },
          cost: n % 2 ? null : '180,00 zł, rodzina płaci 20,00 zł, środki własne gminy',
        })),
      })),
      signatories: [
        ...some(people, (i) => ({ name: names[i]!, role: 'osoba dorosła' })),
        { name: 'Żaneta Próbna', role: 'koordynacja' },
      ],
    }
  },
  'family-sheet': (size: Size, language: DocumentLocale = 'pl'): Of<'family-sheet'> => {
    const { people, institutions: count, goals, actions } = counts[size]
    return {
      ...example('family-sheet'),
      language,
      forWhom: given.slice(0, people).join(', '),
      goals: some(goals, (i) => ({ words: goalOf(i).slice(1, -1), until: '2027-05-31' })),
      weDo: some(Math.min(actions, people * 2), (i) => ({
        who: given[i % people]!,
        does: 'zapisuje wydatki w zeszycie i chowa rachunki',
        often: '2 razy w tygodniu',
        until: '2027-05-31',
        sign: 'w trzeciej dekadzie nie trzeba pożyczać',
      })),
      othersDo: some(count, (i) => ({
        institution: institutions[i]!,
        contacts: [{ person: 'Tomasz Próbny-Zmyślony', phone }],
        does: some(size === 'overfull' ? 3 : 1, () => ({
          what: 'Pomoc w szkole po lekcjach',
          forWhom: given[i % people]!,
          often: '2 razy w tygodniu',
          from: '2027-01-11',
          until: '2027-05-31',
        })),
      })),
      sees: [{ institutions: institutions.slice(0, count), about: given.slice(0, 3) }],
    }
  },
  'consent-sheets': (size: Size): OfConsents<'consent-sheets'> => {
    const { people, institutions: count } = counts[size]
    const all = example('consent-sheets') as OfConsents<'consent-sheets'>
    const [own] = all.sheets
    return {
      ...all,
      sheets: some(people, (i) => ({
        ...own!,
        about: names[i]!,
        signer: names[0]!,
        child: i > 0,
        first: i % 2 === 0,
        classes: [
          ...own!.classes,
          { code: 'addiction', name: 'uzależnienia', examples: 'terapia, leczenie, zapisy o piciu' },
        ],
        rows: some(size === 'overfull' ? 9 : count, (n) => ({
          institution: institutions[n % 5]!,
          classes: n % 2 ? ['file'] : ['file', 'health', 'whereabouts', 'addiction'],
        })),
      })),
    }
  },
  'information-clause': (size: Size): OfConsents<'information-clause'> => ({
    ...example('information-clause'),
    controller: {
      name: institutions[1]!,
      address,
      phone,
      email: 'bardzo.dluga.skrzynka.kontaktowa@przykladowo-wielkie-zdroj.example',
    },
    given: size === 'short' ? { to: null, on: null, by: null } : example('information-clause').given,
  }),
  'who-sees': (size: Size): OfConsents<'who-sees'> => {
    const { people, institutions: count } = counts[size]
    return {
      ...example('who-sees'),
      person: names[0]!,
      parts: some(people, (i) => ({
        about: names[i]!,
        classes: ['sprawy rodziny', 'zdrowie', 'uzależnienia', 'adres i telefon'],
        rows: some(size === 'short' ? 0 : count, (n) => ({
          institution: institutions[n]!,
          until: ['2027-11-23', n % 2 ? null : '2027-11-23', null, '2027-11-23'],
        })),
      })),
      earlier:
        size === 'overfull' ? some(7, (i) => `${institutions[i % 5]}: sprawa rodziny, do 25.09.2027`) : [],
    }
  },
}
export type PaperName = keyof typeof paperOf
const forms = { ...ofContracts, ...ofConsents }

export const rendered = (name: PaperName, size: Size, language: DocumentLocale = 'pl') =>
  renderDocument(forms[name], paperOf[name](size, language) as never, { locale: language })
