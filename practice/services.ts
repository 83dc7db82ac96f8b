import { Readable } from 'node:stream'
import { bringTimetable, timetableInFile } from '../src/directory/bring-timetable.ts'
import { directoryContract } from '../src/directory/contract.ts'
import { addDeparture } from '../src/directory/departures.ts'
import { sayPlaces } from '../src/directory/keep-service.ts'
import { putService } from '../src/directory/put-service.ts'
import { receiveFile } from '../src/platform/files/receive.ts'
import { idOf } from './act.ts'
import { oksa, wodzislaw } from './institutions.ts'
import type { Stage } from './story.ts'
import { practiceTimetable } from './timetable.ts'

type Hours = [days: number[], opens: string, closes: string, nth?: number]
type Place = { commune: string; locality: string; hours: Hours[] }
type PracticeService = {
  key: string
  /** Who adds it. */
  by: string
  kind: string
  name: string
  /** Who gives it, where that is no institution in Splot. */
  organization?: string
  /** On the list of the partnership. */
  shared?: true
  phone: string
  at: Place[]
  places?: { state: 'free' | 'waiting' | 'none'; free?: number; waitDays?: number; untilIn?: number }
  /** How many days ago it was added or looked through; a few, where nothing is said. */
  checkedAgo?: number
  targetGroups?: string[]
  referredBy?: string[]
  languages?: string[]
  accessibility?: string[]
  ownTransport?: true
  transportWords?: string
  neutralPlace?: true
  confidential?: true
}

const work = [1, 2, 3, 4, 5]
const placeIn =
  (commune: string, locality: string) =>
  (...hours: Hours[]): Place => ({ commune, locality, hours })
const inOksa = placeIn(oksa, 'Oksa')
const inWegleszyn = placeIn(oksa, 'Węgleszyn')
const inTyniec = placeIn(oksa, 'Tyniec')
const inZakrzow = placeIn(oksa, 'Zakrzów')
const [jedrzejow, naglowice, sedziszow] = ['2602023', '2602042', '2602063'] as const
const inJedrzejow = placeIn(jedrzejow, 'Jędrzejów')
const inSedziszow = placeIn(sedziszow, 'Sędziszów')
const inNaglowice = placeIn(naglowice, 'Nagłowice')
const inWodzislaw = placeIn(wodzislaw, 'Wodzisław')

/** What is around Oksa: every name is invented and says so. */
const services: PracticeService[] = [
  {
    key: '1',
    by: 'danuta',
    kind: 'social_work',
    name: 'Rozmowa z pracownikiem socjalnym',
    phone: '41 000 10 21',
    at: [inOksa([work, '07:30', '15:30'])],
    targetGroups: ['adult', 'whole_family'],
    places: { state: 'free' },
  },
  {
    key: '2',
    by: 'danuta',
    kind: 'family_assistant',
    name: 'Asystent rodziny',
    phone: '41 000 10 24',
    at: [inOksa([work, '12:00', '18:00'])],
    targetGroups: ['whole_family', 'parent'],
    referredBy: ['institution', 'family'],
    places: { state: 'waiting', waitDays: 21 },
    accessibility: ['home_visit'],
  },
  {
    key: '3',
    by: 'danuta',
    kind: 'hot_meal',
    name: 'Obiady dla potrzebujących',
    phone: '41 000 10 20',
    at: [inOksa([work, '12:00', '14:00'])],
    targetGroups: ['adult', 'senior'],
    referredBy: ['institution'],
    places: { state: 'free' },
  },
  {
    key: '4',
    by: 'danuta',
    kind: 'school_meal',
    name: 'Obiady w szkole',
    phone: '41 000 10 20',
    at: [inWegleszyn([work, '11:00', '13:00'])],
    targetGroups: ['child_7_12'],
    referredBy: ['school', 'family'],
    places: { state: 'free' },
  },
  {
    key: '5',
    by: 'danuta',
    kind: 'benefit_application_help',
    name: 'Pomoc w pisaniu wniosków',
    phone: '41 000 10 22',
    at: [inOksa([[2, 4], '08:00', '12:00'])],
    targetGroups: ['adult'],
    places: { state: 'free' },
  },
  {
    key: '6',
    by: 'danuta',
    kind: 'home_care',
    name: 'Usługi opiekuńcze w domu',
    phone: '41 000 10 22',
    at: [],
    targetGroups: ['senior', 'disabled'],
    referredBy: ['doctor', 'family'],
    places: { state: 'waiting', waitDays: 30 },
    accessibility: ['home_visit'],
  },
  {
    key: '7',
    by: 'danuta',
    kind: 'debt_advice',
    name: 'Doradca od długów, raz w miesiącu',
    phone: '41 000 10 20',
    at: [inOksa([[3], '14:00', '17:00', 2])],
    targetGroups: ['adult'],
    places: { state: 'free', free: 4 },
    neutralPlace: true,
  },
  {
    key: '8',
    by: 'danuta',
    kind: 'food_parcel',
    name: 'Paczki żywnościowe',
    phone: '41 000 10 20',
    at: [inOksa([[5], '09:00', '12:00'])],
    targetGroups: ['whole_family'],
    referredBy: ['institution'],
    places: { state: 'free' },
  },
  {
    key: '9',
    by: 'danuta',
    kind: 'psychological_support',
    name: 'Psycholog w ośrodku',
    phone: '41 000 10 20',
    at: [inOksa([[2], '15:00', '18:00'])],
    targetGroups: ['adult', 'teenager'],
    places: { state: 'waiting', waitDays: 14 },
    neutralPlace: true,
  },
  {
    key: '10',
    by: 'danuta',
    kind: 'fuel',
    name: 'Pomoc na opał',
    phone: '41 000 10 20',
    at: [inOksa([work, '07:30', '15:30'])],
    targetGroups: ['adult'],
  },
  {
    key: '11',
    by: 'danuta',
    kind: 'senior_day_care',
    name: 'Dzienny dom „Na Niby”',
    phone: '41 000 10 28',
    at: [inOksa([work, '08:00', '16:00'])],
    targetGroups: ['senior'],
    referredBy: ['doctor', 'family'],
    places: { state: 'free', free: 2 },
    ownTransport: true,
    transportWords: 'Bus zabiera spod domu; zadzwoń dzień wcześniej.',
  },
  {
    key: '12',
    by: 'danuta',
    kind: 'door_to_door',
    name: 'Bus na telefon',
    phone: '41 000 10 27',
    at: [],
    targetGroups: ['senior', 'disabled'],
    places: { state: 'free' },
    ownTransport: true,
    transportWords: 'Bus zabiera spod domu; zadzwoń dzień wcześniej.',
  },
  {
    key: '13',
    by: 'danuta',
    kind: 'clothing',
    name: 'Szafa dobrych rzeczy',
    phone: '41 000 10 20',
    at: [inOksa([[3], '10:00', '14:00'])],
    targetGroups: ['whole_family'],
    places: { state: 'free' },
  },
  {
    key: '14',
    by: 'danuta',
    kind: 'respite_care',
    name: 'Opieka wytchnieniowa',
    phone: '41 000 10 22',
    at: [],
    targetGroups: ['carer', 'disabled'],
    referredBy: ['institution'],
    places: { state: 'none' },
    accessibility: ['home_visit'],
  },
  {
    key: '15',
    by: 'ola',
    kind: 'day_support_place',
    name: 'Świetlica, popołudnia',
    phone: '500 000 206',
    at: [inOksa([work, '13:30', '17:00'])],
    targetGroups: ['child_7_12'],
    places: { state: 'free', free: 2 },
  },
  {
    key: '16',
    by: 'ola',
    kind: 'day_support_place',
    name: 'Świetlica wyjazdowa w Węgleszynie',
    phone: '500 000 206',
    at: [inWegleszyn([[2], '14:00', '17:00'])],
    targetGroups: ['child_7_12'],
    places: { state: 'free', free: 5 },
  },
  {
    key: '17',
    by: 'ola',
    kind: 'homework_help',
    name: 'Korepetycje wolontariuszy',
    phone: '500 000 207',
    at: [inOksa([[2, 4], '15:00', '18:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    places: { state: 'free', free: 3 },
  },
  {
    key: '18',
    by: 'ola',
    kind: 'family_holiday',
    name: 'Półkolonie zimowe',
    phone: '500 000 206',
    at: [inOksa([work, '08:00', '15:00'])],
    targetGroups: ['child_7_12'],
    places: { state: 'waiting', waitDays: 40 },
  },
  {
    key: '19',
    by: 'ola',
    kind: 'volunteer_visit',
    name: 'Odwiedziny u starszych',
    phone: '500 000 207',
    at: [],
    targetGroups: ['senior'],
    places: { state: 'free' },
    accessibility: ['home_visit'],
  },
  {
    key: '20',
    by: 'ola',
    kind: 'parenting_training',
    name: 'Warsztaty dla rodziców',
    phone: '500 000 206',
    at: [inOksa([[4], '17:00', '19:00'])],
    targetGroups: ['parent'],
    places: { state: 'free', free: 6 },
  },
  {
    key: '21',
    by: 'ola',
    kind: 'language_course',
    name: 'Polski dla przyjezdnych',
    phone: '500 000 208',
    at: [inOksa([[6], '10:00', '12:00'])],
    targetGroups: ['foreigner'],
    places: { state: 'free' },
    languages: ['pl', 'uk'],
  },
  {
    key: '22',
    by: 'ola',
    kind: 'furniture',
    name: 'Meble z drugiej ręki',
    phone: '500 000 206',
    at: [],
    targetGroups: ['whole_family'],
    referredBy: ['institution'],
    places: { state: 'free' },
  },
  {
    key: '23',
    by: 'wanda',
    kind: 'culture_activity',
    name: 'Zajęcia taneczne',
    phone: '41 000 55 10',
    at: [inOksa([[3], '16:00', '18:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    places: { state: 'free', free: 8 },
  },
  {
    key: '24',
    by: 'wanda',
    kind: 'culture_activity',
    name: 'Plastyka dla maluchów',
    phone: '41 000 55 10',
    at: [inOksa([[1], '15:00', '16:30'])],
    targetGroups: ['child_3_6'],
    places: { state: 'free', free: 2 },
  },
  {
    key: '25',
    by: 'wanda',
    kind: 'senior_club',
    name: 'Klub seniora „Udawani”',
    phone: '41 000 55 10',
    at: [inOksa([[4], '10:00', '13:00'])],
    targetGroups: ['senior'],
    places: { state: 'free' },
  },
  {
    key: '26',
    by: 'wanda',
    kind: 'local_event',
    name: 'Kino pod chmurką',
    phone: '41 000 55 10',
    at: [inOksa([[6], '18:00', '20:00'])],
    targetGroups: ['whole_family'],
    places: { state: 'free' },
  },
  {
    key: '27',
    by: 'wanda',
    kind: 'community_fridge',
    name: 'Jadłodzielnia przy domu kultury',
    phone: '41 000 55 10',
    at: [inOksa([[1, 2, 3, 4, 5, 6, 7], '06:00', '22:00'])],
    targetGroups: ['whole_family'],
    places: { state: 'free' },
    neutralPlace: true,
  },
  {
    key: '28',
    by: 'halina',
    kind: 'gp_visit',
    name: 'Lekarz rodzinny',
    phone: '41 000 44 00',
    at: [inOksa([work, '08:00', '18:00'])],
    targetGroups: ['whole_family'],
    places: { state: 'free' },
  },
  {
    key: '29',
    by: 'halina',
    kind: 'community_nursing',
    name: 'Pielęgniarka środowiskowa',
    phone: '41 000 44 02',
    at: [inOksa([work, '08:00', '15:00'])],
    targetGroups: ['senior'],
    referredBy: ['doctor'],
    places: { state: 'free' },
    accessibility: ['home_visit'],
  },
  {
    key: '30',
    by: 'halina',
    kind: 'midwife_visit',
    name: 'Położna po porodzie',
    phone: '41 000 44 03',
    at: [],
    targetGroups: ['pregnant', 'parent'],
    places: { state: 'free' },
    accessibility: ['home_visit'],
  },
  {
    key: '31',
    by: 'halina',
    kind: 'vaccination_checkup',
    name: 'Bilanse i szczepienia',
    phone: '41 000 44 00',
    at: [inOksa([[2, 4], '10:00', '13:00'])],
    targetGroups: ['child_under_3', 'child_3_6'],
    places: { state: 'free' },
  },
  {
    key: '32',
    by: 'iga',
    kind: 'pedagogical_help',
    name: 'Wsparcie psychologa w szkole',
    phone: '41 000 22 07',
    at: [inWegleszyn([[1, 3], '09:00', '13:00'])],
    targetGroups: ['child_7_12'],
    referredBy: ['school'],
    places: { state: 'free', free: 1 },
  },
  {
    key: '33',
    by: 'iga',
    kind: 'homework_help',
    name: 'Pomoc w lekcjach po szkole',
    phone: '41 000 22 00',
    at: [inWegleszyn([[2, 3, 4], '13:00', '15:00'])],
    targetGroups: ['child_7_12'],
    places: { state: 'free' },
  },
  {
    key: '34',
    by: 'iga',
    kind: 'speech_therapy',
    name: 'Logopeda w szkole',
    phone: '41 000 22 00',
    at: [inWegleszyn([[5], '09:00', '12:00'])],
    targetGroups: ['child_7_12'],
    referredBy: ['school'],
    places: { state: 'waiting', waitDays: 20 },
  },
  {
    key: '35',
    by: 'iga',
    kind: 'sport_activity',
    name: 'Zajęcia sportowe w sali',
    phone: '41 000 22 00',
    at: [inWegleszyn([[2, 4], '15:00', '17:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    places: { state: 'free' },
  },
  {
    key: '36',
    by: 'leon',
    kind: 'ppp_diagnosis',
    name: 'Diagnoza w poradni',
    phone: '41 000 31 30',
    at: [inJedrzejow([work, '08:00', '15:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    referredBy: ['family'],
    places: { state: 'none', untilIn: 75 },
  },
  {
    key: '37',
    by: 'leon',
    kind: 'ppp_diagnosis',
    name: 'Diagnoza w filii poradni',
    phone: '41 000 31 31',
    at: [inSedziszow([[2, 4], '08:00', '14:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    referredBy: ['family'],
    places: { state: 'waiting', waitDays: 9 },
  },
  {
    key: '38',
    by: 'leon',
    kind: 'speech_therapy',
    name: 'Logopeda w poradni',
    phone: '41 000 31 30',
    at: [inJedrzejow([[1, 3, 5], '08:00', '16:00'])],
    targetGroups: ['child_3_6', 'child_7_12'],
    referredBy: ['family'],
    places: { state: 'waiting', waitDays: 42 },
  },
  {
    key: '39',
    by: 'leon',
    kind: 'early_development_support',
    name: 'Wczesne wspomaganie rozwoju',
    phone: '41 000 31 30',
    at: [inJedrzejow([work, '08:00', '15:00'])],
    targetGroups: ['child_under_3', 'child_3_6'],
    referredBy: ['family'],
    places: { state: 'waiting', waitDays: 60 },
  },
  {
    key: '40',
    by: 'leon',
    kind: 'parenting_training',
    name: 'Szkoła dla rodziców',
    phone: '41 000 31 30',
    at: [inJedrzejow([[3], '16:00', '18:00'])],
    targetGroups: ['parent'],
    places: { state: 'free', free: 4 },
  },
  {
    key: '41',
    by: 'lidia',
    kind: 'crisis_intervention',
    name: 'Interwencja kryzysowa',
    phone: '41 000 31 40',
    at: [inJedrzejow([[1, 2, 3, 4, 5, 6, 7], '00:00', '23:59'])],
    targetGroups: ['whole_family'],
    places: { state: 'free' },
    neutralPlace: true,
  },
  {
    key: '42',
    by: 'lidia',
    kind: 'specialist_counselling',
    name: 'Poradnictwo rodzinne',
    phone: '41 000 31 40',
    at: [inJedrzejow([[1, 3], '10:00', '17:00'])],
    targetGroups: ['whole_family'],
    places: { state: 'waiting', waitDays: 10 },
  },
  {
    key: '43',
    by: 'lidia',
    kind: 'adaptation_pfron',
    name: 'Dofinansowanie likwidacji barier',
    phone: '41 000 31 00',
    at: [inJedrzejow([work, '07:30', '15:30'])],
    targetGroups: ['disabled'],
  },
  {
    key: '44',
    by: 'lidia',
    kind: 'disability_certificate',
    name: 'Orzeczenie o niepełnosprawności',
    phone: '41 000 31 05',
    at: [inJedrzejow([work, '08:00', '14:00'])],
    targetGroups: ['disabled'],
    referredBy: ['doctor', 'family'],
    places: { state: 'waiting', waitDays: 50 },
  },
  {
    key: '45',
    by: 'lidia',
    kind: 'care_leaver_support',
    name: 'Wsparcie po pieczy zastępczej',
    phone: '41 000 31 00',
    at: [inJedrzejow([work, '08:00', '15:00'])],
    targetGroups: ['young_adult'],
    places: { state: 'free' },
  },
  {
    key: '46',
    by: 'zofia',
    kind: 'self_help_home_place',
    name: 'Miejsce w domu samopomocy',
    phone: '41 000 31 60',
    at: [inJedrzejow([work, '08:00', '16:00'])],
    targetGroups: ['disabled', 'adult'],
    referredBy: ['institution'],
    places: { state: 'none' },
    ownTransport: true,
    transportWords: 'Bus zabiera spod domu; zadzwoń dzień wcześniej.',
  },
  {
    key: '47',
    by: 'zofia',
    kind: 'mental_home_care',
    name: 'Wsparcie w domu po leczeniu',
    phone: '41 000 31 60',
    at: [],
    targetGroups: ['adult'],
    referredBy: ['doctor'],
    places: { state: 'waiting', waitDays: 25 },
    accessibility: ['home_visit'],
  },
  {
    key: '48',
    by: 'jan',
    kind: 'social_work',
    name: 'Pracownik socjalny w Wodzisławiu',
    phone: '41 000 38 00',
    at: [inWodzislaw([work, '07:30', '15:30'])],
    targetGroups: ['adult'],
    places: { state: 'free' },
  },
  {
    key: '49',
    by: 'jan',
    kind: 'hot_meal',
    name: 'Stołówka w Wodzisławiu',
    phone: '41 000 38 00',
    at: [inWodzislaw([work, '12:00', '14:00'])],
    targetGroups: ['adult', 'senior'],
    referredBy: ['institution'],
    places: { state: 'free', free: 10 },
  },
  {
    key: '50',
    by: 'jan',
    kind: 'free_legal_aid',
    name: 'Punkt porad prawnych w Wodzisławiu',
    phone: '41 000 38 10',
    at: [inWodzislaw([[3], '08:00', '12:00'])],
    targetGroups: ['adult'],
    places: { state: 'free' },
    neutralPlace: true,
  },
  {
    key: '51',
    by: 'joanna',
    kind: 'free_legal_aid',
    name: 'Nieodpłatna pomoc prawna',
    organization: 'Punkt Porad „Na Niby”',
    shared: true,
    phone: '41 000 70 10',
    at: [inOksa([[2], '11:00', '15:00'])],
    targetGroups: ['adult'],
    places: { state: 'free' },
    neutralPlace: true,
  },
  {
    key: '52',
    by: 'joanna',
    kind: 'child_psychiatry',
    name: 'Psycholog dziecięcy',
    organization: 'Ośrodek środowiskowy „Zmyślony”',
    shared: true,
    phone: '41 000 70 20',
    at: [inJedrzejow([work, '08:00', '18:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    places: { state: 'waiting', waitDays: 35 },
    neutralPlace: true,
  },
  {
    key: '53',
    by: 'joanna',
    kind: 'sport_activity',
    name: 'Treningi piłki nożnej',
    organization: 'Klub sportowy „Umowny”',
    shared: true,
    phone: '500 000 720',
    at: [inNaglowice([[2, 5], '17:00', '19:00'])],
    targetGroups: ['child_7_12', 'teenager'],
    checkedAgo: 74,
  },
  {
    key: '54',
    by: 'joanna',
    kind: 'library_activity',
    name: 'Popołudnie z książką i komputerem',
    organization: 'Biblioteka Ćwiczebna w Oksie',
    shared: true,
    phone: '41 000 70 30',
    at: [inOksa([[1, 3, 5], '12:00', '18:00'])],
    targetGroups: ['child_7_12', 'senior'],
    places: { state: 'free' },
  },
  {
    key: '55',
    by: 'joanna',
    kind: 'library_activity',
    name: 'Bibliobus we wsiach',
    organization: 'Biblioteka Ćwiczebna w Oksie',
    shared: true,
    phone: '41 000 70 30',
    at: [inTyniec([[4], '15:00', '16:00']), inZakrzow([[4], '16:30', '17:30'])],
    targetGroups: ['whole_family'],
    places: { state: 'free' },
  },
  {
    key: '56',
    by: 'joanna',
    kind: 'self_help_group',
    name: 'Grupa AA „Próba”',
    organization: 'Grupa „Próba”',
    shared: true,
    phone: '500 000 730',
    at: [inJedrzejow([[5], '18:00', '20:00'])],
    targetGroups: ['adult'],
    places: { state: 'free' },
    neutralPlace: true,
  },
  {
    key: '57',
    by: 'joanna',
    kind: 'addiction_therapy_outpatient',
    name: 'Poradnia terapii uzależnień',
    organization: 'Poradnia „Przykładna”',
    shared: true,
    phone: '41 000 70 40',
    at: [inJedrzejow([work, '08:00', '18:00'])],
    targetGroups: ['adult'],
    places: { state: 'waiting', waitDays: 12 },
  },
  {
    key: '58',
    by: 'joanna',
    kind: 'job_registration',
    name: 'Rejestracja bezrobotnych',
    organization: 'Urząd Pracy Umowny',
    shared: true,
    phone: '41 000 70 50',
    at: [inJedrzejow([work, '07:30', '14:30'])],
    targetGroups: ['jobless'],
    places: { state: 'free' },
  },
  {
    key: '59',
    by: 'joanna',
    kind: 'training_course',
    name: 'Kurs prawa jazdy i wózków',
    organization: 'Urząd Pracy Umowny',
    shared: true,
    phone: '41 000 70 51',
    at: [inJedrzejow([work, '08:00', '14:00'])],
    targetGroups: ['jobless'],
    places: { state: 'waiting', waitDays: 45 },
  },
  {
    key: '60',
    by: 'joanna',
    kind: 'neighbour_help',
    name: 'Koło gospodyń: pomoc sąsiedzka',
    organization: 'KGW „Niby Wianki”',
    shared: true,
    phone: '500 000 740',
    at: [inWegleszyn([[5], '17:00', '20:00'])],
    targetGroups: ['senior', 'whole_family'],
    places: { state: 'free' },
  },
  {
    key: '61',
    by: 'joanna',
    kind: 'car_sharing_volunteer',
    name: 'Podwózka strażaków do lekarza',
    organization: 'OSP Zmyślona',
    shared: true,
    phone: '500 000 750',
    at: [],
    targetGroups: ['senior'],
    places: { state: 'free' },
    ownTransport: true,
    transportWords: 'Bus zabiera spod domu; zadzwoń dzień wcześniej.',
  },
  {
    key: '62',
    by: 'joanna',
    kind: 'hotline',
    name: 'Telefon zaufania dla dzieci',
    organization: 'Fundacja „Wzorcowa”',
    shared: true,
    phone: '500 000 760',
    at: [],
    places: { state: 'free' },
  },
  {
    key: '63',
    by: 'joanna',
    kind: 'kindergarten_place',
    name: 'Miejsce w przedszkolu',
    organization: 'Przedszkole „Teoretyczne”',
    shared: true,
    phone: '41 000 70 60',
    at: [inOksa([work, '06:30', '16:30'])],
    targetGroups: ['child_3_6'],
    places: { state: 'none', untilIn: 270 },
  },
  {
    key: '64',
    by: 'lidia',
    kind: 'safe_place_violence',
    name: 'Dom „Przystań na niby”',
    phone: '500 000 991',
    at: [inJedrzejow()],
    targetGroups: ['adult'],
    referredBy: ['institution'],
    confidential: true,
  },
  {
    key: '65',
    by: 'lidia',
    kind: 'hostel_crisis',
    name: 'Hostel „Na próbę”',
    phone: '500 000 992',
    at: [inJedrzejow()],
    targetGroups: ['whole_family'],
    referredBy: ['institution'],
    confidential: true,
  },
]

export const serviceId = (name: string) => idOf(`service/${services.find((each) => each.name === name)!.key}`)

async function add({ act, clock }: Stage, service: PracticeService) {
  const { key, by, organization, shared, phone, at, places, checkedAgo: _, ...said } = service
  const id = idOf(`service/${key}`)
  await act(by, (deed) =>
    putService(
      deed,
      directoryContract.putService.body.parse({
        ...said,
        id,
        ...(organization && { organizationName: organization }),
        ...(shared && { partnershipId: idOf('partnership/oksa') }),
        phones: [{ number: phone }],
        places: at.map(({ hours, ...place }, n) => ({
          ...place,
          id: idOf(`service/${key}/place/${n}`),
          hours: hours.flatMap(([days, opens, closes, nth]) =>
            days.map((weekday) => ({ weekday, opens, closes, ...(nth && { nth }) })),
          ),
        })),
      }),
    ),
  )
  if (!places) return
  const { untilIn, ...told } = places
  await act(by, (deed) =>
    sayPlaces(deed, id, {
      id: idOf(`service/${key}/places`),
      ...told,
      ...(untilIn && { until: clock.after(untilIn) }),
    }),
  )
}

type Stop = [commune: string, locality: string, at: string]
/** What hangs at the stops, on working days. */
const departures: { name: string; stops: Stop[] }[] = [
  [
    'Węgleszyn – Oksa – Nagłowice',
    [
      [oksa, 'Węgleszyn', '13:40'],
      [oksa, 'Oksa', '13:52'],
      [naglowice, 'Nagłowice', '14:05'],
    ],
  ],
  [
    'Węgleszyn – Oksa – Nagłowice',
    [
      [oksa, 'Węgleszyn', '08:10'],
      [oksa, 'Oksa', '08:22'],
      [naglowice, 'Nagłowice', '08:35'],
    ],
  ],
  [
    'Nagłowice – Oksa – Węgleszyn',
    [
      [naglowice, 'Nagłowice', '16:55'],
      [oksa, 'Oksa', '17:10'],
      [oksa, 'Węgleszyn', '17:22'],
    ],
  ],
  [
    'Węgleszyn – Oksa – Jędrzejów',
    [
      [oksa, 'Węgleszyn', '08:30'],
      [oksa, 'Oksa', '08:42'],
      [jedrzejow, 'Jędrzejów', '09:20'],
    ],
  ],
  [
    'Jędrzejów – Oksa – Węgleszyn',
    [
      [jedrzejow, 'Jędrzejów', '14:20'],
      [oksa, 'Oksa', '14:58'],
      [oksa, 'Węgleszyn', '15:10'],
    ],
  ],
  [
    'Jędrzejów – Sędziszów, pociąg',
    [
      [jedrzejow, 'Jędrzejów', '09:40'],
      [sedziszow, 'Sędziszów', '10:02'],
    ],
  ],
  [
    'Sędziszów – Jędrzejów, pociąg',
    [
      [sedziszow, 'Sędziszów', '13:30'],
      [jedrzejow, 'Jędrzejów', '13:52'],
    ],
  ],
].map(([name, stops]) => ({ name: name as string, stops: stops as Stop[] }))

const addDepartures = ({ act }: Stage) =>
  Promise.all(
    departures.map(({ name, stops }, n) =>
      act('joanna', (deed) =>
        addDeparture(deed, {
          id: idOf(`departure/${n}`),
          name,
          carrier: 'Przewoźnik Zmyślony',
          weekdays: work,
          stops: stops.map(([commune, locality, at]) => ({ commune, locality, at })),
        }),
      ),
    ),
  )

async function addTimetable({ act, clock }: Stage) {
  const bytes = await practiceTimetable(clock)
  const file = await receiveFile({ filename: 'gtfs.zip', file: Readable.from([bytes]) }, 'tables')
  await act('joanna', async (deed) => {
    const timetable = await timetableInFile.read(file, await timetableInFile.first(deed))
    return bringTimetable(deed, { id: idOf('timetable/1'), name: 'Autobusy Zmyślone' }, timetable)
  })
  await file.discard()
}

const agoOf = ({ key, checkedAgo }: PracticeService) => checkedAgo ?? (Number(key) % 3) * 2

/** The directory, as its keepers entered it over some days; one entry nobody has looked at for long. */
export const practiceServices: { key: string; began: number; play(stage: Stage): Promise<unknown> }[] = [
  ...Map.groupBy(services, agoOf),
].map(([began, those]) => ({
  key: `services/${began}`,
  began,
  play: async (stage) => {
    for (const service of those) await add(stage, service)
    if (began === 0) await addDepartures(stage)
    if (began === 2) await addTimetable(stage)
  },
}))
