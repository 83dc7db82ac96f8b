/**
 * The institutions and people of the practice partnership, on the real territory of the commune of Oksa and its
 * neighbours Wodzisław and Jędrzejów. Kinds are those of real partnerships; every name is invented and says so.
 */
export type PracticeWorker = {
  key: string
  given: string
  family: string
  position: string
  phone?: string
  hours?: string
  socialWorker?: true
  head?: true
  duty?: true
  /** Away for two weeks from today; who stands in. */
  away?: string
  part?: 'representative' | 'deputy'
  /** The same person as another worker: one account, two employers. */
  sameAs?: string
  officer?: 'data_protection_officer'
}

export type PracticeInstitution = {
  key: string
  kind: string
  name: string
  short: string
  seat: string
  locality: string
  phone: string
  /** On duty from Monday to Friday, from and to. */
  onDuty?: readonly [string, string]
  workers: PracticeWorker[]
}

export const oksa = '2602052'
export const wodzislaw = '2602092'
export const jedrzejow = '2602023'

export const practiceInstitutions: PracticeInstitution[] = [
  {
    key: 'gops',
    kind: 'social_assistance_centre',
    name: 'Gminny Ośrodek Pomocy Społecznej Ćwiczebny w Oksie',
    short: 'GOPS Ćwiczebny',
    seat: oksa,
    locality: 'Oksa',
    phone: '41 000 10 20',
    onDuty: ['07:30', '15:30'],
    workers: [
      {
        key: 'danuta',
        given: 'Danuta',
        family: 'Zmyślna',
        position: 'kierowniczka ośrodka',
        phone: '41 000 10 20',
        head: true,
        socialWorker: true,
      },
      {
        key: 'joanna',
        given: 'Joanna',
        family: 'Przykładna',
        position: 'pracowniczka socjalna',
        phone: '41 000 10 21',
        hours: '7:30–15:30',
        socialWorker: true,
        duty: true,
        part: 'representative',
      },
      {
        key: 'pawel',
        given: 'Paweł',
        family: 'Umowny',
        position: 'asystent rodziny',
        phone: '41 000 10 24',
        hours: 'po 12:00',
      },
      {
        key: 'marta',
        given: 'Marta',
        family: 'Zastępowska',
        position: 'pracowniczka socjalna',
        phone: '41 000 10 22',
        socialWorker: true,
        away: 'joanna',
        part: 'deputy',
      },
      {
        key: 'iza',
        given: 'Izabela',
        family: 'Strzegąca',
        position: 'inspektorka ochrony danych',
        phone: '41 000 10 29',
        officer: 'data_protection_officer',
      },
    ],
  },
  {
    key: 'pcpr',
    kind: 'family_support_county_centre',
    name: 'Powiatowe Centrum Pomocy Rodzinie Próbne w Jędrzejowie',
    short: 'PCPR Próbne',
    seat: jedrzejow,
    locality: 'Jędrzejów',
    phone: '41 000 31 00',
    workers: [
      {
        key: 'lidia',
        given: 'Lidia',
        family: 'Domniemana',
        position: 'dyrektorka',
        phone: '41 000 31 00',
        head: true,
      },
      {
        key: 'barbara',
        given: 'Barbara',
        family: 'Zmyślona',
        position: 'psycholożka',
        phone: '41 000 31 40',
        hours: 'pon. i śr.',
        part: 'representative',
        duty: true,
      },
    ],
  },
  {
    key: 'police',
    kind: 'police_station',
    name: 'Posterunek Policji Umowny w Oksie',
    short: 'Policja Umowna',
    seat: oksa,
    locality: 'Oksa',
    phone: '41 000 99 00',
    workers: [
      {
        key: 'tomasz',
        given: 'Tomasz',
        family: 'Ćwiczebny',
        position: 'dzielnicowy',
        phone: '41 000 99 07',
        hours: '8:00–9:00',
        head: true,
        part: 'representative',
        duty: true,
      },
    ],
  },
  {
    key: 'probation',
    kind: 'probation_family',
    name: 'Zespół Kuratorskiej Służby Sądowej Niby w Jędrzejowie',
    short: 'Kuratorzy Niby',
    seat: jedrzejow,
    locality: 'Jędrzejów',
    phone: '41 000 31 10',
    workers: [
      {
        key: 'roman',
        given: 'Roman',
        family: 'Teoretyczny',
        position: 'kierownik zespołu',
        phone: '41 000 31 10',
        head: true,
      },
      {
        key: 'ewa',
        given: 'Ewa',
        family: 'Domyślna',
        position: 'kuratorka rodzinna',
        phone: '41 000 31 15',
        part: 'representative',
        duty: true,
      },
    ],
  },
  {
    key: 'school',
    kind: 'primary_school',
    name: 'Szkoła Podstawowa im. Nikogo w Węgleszynie',
    short: 'SP im. Nikogo',
    seat: oksa,
    locality: 'Węgleszyn',
    phone: '41 000 22 00',
    workers: [
      {
        key: 'iga',
        given: 'Iga',
        family: 'Niedosłowna',
        position: 'dyrektorka szkoły',
        phone: '41 000 22 00',
        head: true,
        part: 'deputy',
      },
      {
        key: 'magda',
        given: 'Magda',
        family: 'Bajkowska',
        position: 'pedagożka szkolna',
        phone: '41 000 22 07',
        hours: '8:00–9:30',
        part: 'representative',
        duty: true,
      },
    ],
  },
  {
    key: 'schools',
    kind: 'primary_school',
    name: 'Zespół Szkół Przykładowych w Oksie',
    short: 'Zespół Szkół Przykładowych',
    seat: oksa,
    locality: 'Oksa',
    phone: '41 000 23 00',
    workers: [
      {
        key: 'kamil',
        given: 'Kamil',
        family: 'Wzorcowy',
        position: 'dyrektor i pedagog',
        phone: '41 000 23 01',
        head: true,
        part: 'representative',
      },
    ],
  },
  {
    key: 'ppp',
    kind: 'counselling_centre_ppp',
    name: 'Poradnia Psychologiczno-Pedagogiczna Modelowa w Jędrzejowie',
    short: 'Poradnia Modelowa',
    seat: jedrzejow,
    locality: 'Jędrzejów',
    phone: '41 000 40 00',
    workers: [
      {
        key: 'leon',
        given: 'Leon',
        family: 'Hipotetyczny',
        position: 'dyrektor poradni',
        phone: '41 000 40 00',
        head: true,
      },
      {
        key: 'nina',
        given: 'Nina',
        family: 'Zapewne',
        position: 'psycholożka',
        phone: '41 000 40 11',
        part: 'representative',
        duty: true,
      },
    ],
  },
  {
    key: 'clinic',
    kind: 'primary_health_care',
    name: 'Przychodnia Zdrowa Fikcja w Oksie',
    short: 'Przychodnia Fikcja',
    seat: oksa,
    locality: 'Oksa',
    phone: '41 000 60 00',
    workers: [
      {
        key: 'halina',
        given: 'Halina',
        family: 'Niby',
        position: 'pielęgniarka środowiskowa',
        phone: '41 000 60 02',
        hours: 'do 10:00',
        head: true,
        part: 'representative',
        duty: true,
      },
    ],
  },
  {
    key: 'foundation',
    kind: 'ngo',
    name: 'Fundacja „Próba”',
    short: 'Fundacja „Próba”',
    seat: oksa,
    locality: 'Oksa',
    phone: '500 000 206',
    workers: [
      {
        key: 'ola',
        given: 'Aleksandra',
        family: 'Umyślna',
        position: 'prezeska',
        phone: '500 000 206',
        head: true,
        part: 'representative',
        duty: true,
      },
      {
        key: 'barbara2',
        given: 'Barbara',
        family: 'Zmyślona',
        position: 'mediatorka',
        phone: '500 000 207',
        sameAs: 'barbara',
      },
    ],
  },
  {
    key: 'culture',
    kind: 'culture_centre',
    name: 'Gminny Ośrodek Kultury Zmyślony w Oksie',
    short: 'GOK Zmyślony',
    seat: oksa,
    locality: 'Oksa',
    phone: '41 000 77 00',
    workers: [
      {
        key: 'wanda',
        given: 'Wanda',
        family: 'Przybliżona',
        position: 'dyrektorka',
        phone: '41 000 77 00',
        head: true,
        part: 'representative',
      },
    ],
  },
  {
    key: 'selfhelp',
    kind: 'self_help_home',
    name: 'Środowiskowy Dom Samopomocy „Na Niby”',
    short: 'ŚDS „Na Niby”',
    seat: jedrzejow,
    locality: 'Jędrzejów',
    phone: '41 000 78 00',
    workers: [
      {
        key: 'zofia',
        given: 'Zofia',
        family: 'Szacunkowa',
        position: 'kierowniczka',
        phone: '41 000 78 00',
        head: true,
        part: 'representative',
      },
    ],
  },
  {
    key: 'gops2',
    kind: 'social_assistance_centre',
    name: 'Gminny Ośrodek Pomocy Społecznej Wzorcowy w Wodzisławiu',
    short: 'GOPS Wzorcowy',
    seat: wodzislaw,
    locality: 'Wodzisław',
    phone: '41 000 80 00',
    workers: [
      {
        key: 'jan',
        given: 'Jan',
        family: 'Wymyślny',
        position: 'kierownik ośrodka',
        phone: '41 000 80 00',
        head: true,
        socialWorker: true,
        part: 'representative',
      },
      {
        key: 'celina',
        given: 'Celina',
        family: 'Fikcyjna',
        position: 'pracowniczka socjalna',
        phone: '41 000 80 04',
        socialWorker: true,
        duty: true,
      },
    ],
  },
  {
    key: 'mgops',
    kind: 'social_assistance_centre',
    name: 'Miejsko-Gminny Ośrodek Pomocy Społecznej Pozorny w Jędrzejowie',
    short: 'MGOPS Pozorny',
    seat: jedrzejow,
    locality: 'Jędrzejów',
    phone: '41 000 90 00',
    workers: [
      {
        key: 'urszula',
        given: 'Urszula',
        family: 'Przypuszczalna',
        position: 'kierowniczka ośrodka',
        phone: '41 000 90 00',
        head: true,
        socialWorker: true,
        part: 'representative',
      },
      {
        key: 'bogna',
        given: 'Bogna',
        family: 'Pozorna',
        position: 'pracowniczka socjalna',
        phone: '41 000 90 05',
        socialWorker: true,
        duty: true,
      },
    ],
  },
]

export const practicePartnerships = [
  {
    key: 'oksa',
    name: 'Partnerstwo Oksa (ćwiczebne)',
    area: [oksa],
    leading: 'gops',
    members: [
      'gops',
      'pcpr',
      'police',
      'probation',
      'school',
      'schools',
      'ppp',
      'clinic',
      'foundation',
      'culture',
      'selfhelp',
    ],
    since: '2026-03-12',
  },
  {
    key: 'wodzislaw',
    name: 'Partnerstwo Wodzisław (ćwiczebne)',
    area: [wodzislaw],
    leading: 'gops2',
    members: ['gops2', 'pcpr', 'probation'],
    since: '2026-05-04',
  },
  {
    key: 'jedrzejow',
    name: 'Partnerstwo Jędrzejów (ćwiczebne)',
    area: [jedrzejow],
    leading: 'mgops',
    members: ['mgops', 'pcpr', 'probation'],
    since: '2026-06-01',
  },
]
