import { sql } from 'kysely'
import { closeWithLevels } from '../src/assessments/close-with-levels.ts'
import { enterPayment, setFamilyBudget } from '../src/baskets/budget.ts'
import { recordOpinion } from '../src/cases/record-opinion.ts'
import { withdrawTicks } from '../src/consents/sheets.ts'
import { evaluateAction } from '../src/contracts/evaluate-action.ts'
import { holdReview } from '../src/contracts/hold-review.ts'
import { idOf, institutionId } from './act.ts'
import { jedrzejow, oksa, wodzislaw } from './institutions.ts'
import { teamMet } from './meetings.ts'
import { peselOf } from './pesel-of.ts'
import { type Stage, storyOf } from './story.ts'

/** A fictional family: how many days ago its story began, and how it is played with the app's own deeds. */
export type PracticeFamily = {
  key: string
  label: string
  phase: string
  began: number
  play(stage: Stage): Promise<void>
}

const here = (locality: string) => ({ commune: oksa, locality })
const place = (where: string) => ({ place: where, commune: oksa })

/** Ten families: one in each phase, and two of the neighbours. */
export const practiceFamilies: PracticeFamily[] = [
  {
    // Taken up, nobody else works with it yet. The mother's address is protected; her daughter also lives at her father's.
    key: 'wymyslni',
    label: 'Wymyślni',
    phase: 'concern',
    began: 4,
    play: async (stage) => {
      const story = storyOf(stage, 'wymyslni', { coordinator: 'marta' })
      await story.reported('halina', {
        who: 'Pani Renata i jej córka Hania',
        ...place('Popowice'),
        worries: ['single_parent_strain', 'loneliness'],
        what: 'Mama jest po rozstaniu, mieszka z córką od niedawna. Mówi, że nie ma z kim zostawić Hani, gdy jest w pracy.',
        urgency: 'can_wait',
        familyKnows: 'yes',
      })
      await story.to(2)
      await story.takenUp('Wymyślni', here('Popowice'), [
        { key: 'renata', given: 'Renata', family: 'Wymyślna', born: '1992-06-18', sex: 'female' },
        {
          key: 'hania',
          given: 'Hanna',
          family: 'Domyślna',
          born: '2018-05-05',
          sex: 'female',
          pesel: peselOf('2018-05-05', 'female', 71),
        },
      ])
      await story.related('renata', 'mother', 'hania', 'full')
      await story.livesAt('Popowice 0, dom za lasem', true)
      await story.reachedBy('renata', '500 000 311', 'po 18:00', 'były mąż')
    },
  },
  {
    // A team works together; the mother took back her consent for the foundation.
    key: 'zmysleni',
    label: 'Zmyśleni',
    phase: 'team',
    began: 48,
    play: async (stage) => {
      const { act } = stage
      const story = storyOf(stage, 'zmysleni')
      await story.reported('kamil', {
        who: 'Rodzina Zmyślonych, ojciec Igor i dwóch synów',
        ...place('Oksa, przy stawie'),
        worries: ['unemployment', 'poor_housing'],
        what: 'Chłopcy przychodzą w mokrych butach. Tata mówi, że w domu nie działa piec, a pracy nie ma od wiosny.',
        urgency: 'within_days',
        familyKnows: 'yes',
        doneSoFar: 'Daliśmy obiady i buty ze zbiórki.',
      })
      await story.to(46)
      await story.takenUp('Zmyśleni', here('Oksa'), [
        { key: 'igor', given: 'Igor', family: 'Zmyślony', born: '1985-01-30', sex: 'male' },
        { key: 'olek', given: 'Aleksander', family: 'Zmyślony', born: '2014-09-09', sex: 'male' },
        { key: 'staś', given: 'Stanisław', family: 'Zmyślony', born: '2016-12-01', sex: 'male' },
      ])
      await story.livesAt('Oksa 0, dom przy stawie')
      await story.reachedBy('igor', '500 000 421', 'rano')
      await story.to(40)
      await story.informed('igor')
      for (const son of ['olek', 'staś']) await story.related('igor', 'father', son, 'full')
      await story.to(38)
      await story.teamWith('kamil', 'ola')
      await story.to(33)
      await story.signed('igor', 'igor', { schools: ['file'], foundation: ['file', 'whereabouts'] })
      for (const son of ['olek', 'staś'])
        await story.signed(son, 'igor', { schools: ['file'], foundation: ['file'] })
      await story.to(20)
      await story.met(
        'joanna',
        'home_visit',
        0,
        'Piec nie działa, w kuchni grzejnik elektryczny. Chłopcy odrabiają lekcje u sąsiadki.',
        { next: 'Zapytać gminę o opał' },
      )
      await story.to(6)
      for (const about of ['igor', 'olek', 'staś'])
        await act('joanna', (work) =>
          withdrawTicks(work, story.caseId, {
            personId: story.id(`person/${about}`),
            signerId: story.id('person/igor'),
            institutionId: institutionId('foundation'),
            how: 'powiedział podczas wizyty',
          }),
        )
    },
  },
  {
    // The joint assessment is under way.
    key: 'niebylscy',
    label: 'Niebylscy',
    phase: 'assessment',
    began: 75,
    play: async (stage) => {
      const story = storyOf(stage, 'niebylscy')
      await story.reported('tomasz', {
        who: 'Pan Zenon, lat około siedemdziesięciu, i jego żona',
        ...place('Nowe Kanice, ostatni dom'),
        worries: ['dependent_elder', 'loneliness', 'transport_exclusion'],
        what: 'Żona pana Zenona nie wstaje z łóżka. On sam nie prowadzi auta, autobus jeździ dwa razy dziennie.',
        urgency: 'within_days',
        familyKnows: 'no',
      })
      await story.to(72)
      await story.takenUp('Niebylscy', here('Nowe Kanice'), [
        { key: 'zenon', given: 'Zenon', family: 'Niebylski', born: '1954-03-03', sex: 'male' },
        { key: 'irena', given: 'Irena', family: 'Niebylska', born: '1956-08-22', sex: 'female' },
      ])
      await story.related('zenon', 'husband', 'irena')
      await story.livesAt('Nowe Kanice 0')
      await story.to(66)
      await story.informed('zenon', 'irena')
      await story.consents('zenon', 'clinic', ['file', 'whereabouts', 'health'], 'zenon')
      await story.teamWith('halina')
      await story.to(60)
      await story.met(
        'joanna',
        'home_visit',
        0,
        'Pan Zenon sam gotuje i myje żonę. Bardzo się stara, jest zmęczony.',
      )
      await story.to(20)
      await story.assessmentOpened()
      await story.to(14)
      await story.sees(
        'joanna',
        [
          {
            domain: 'independence',
            level: 2,
            strengths: 'Pan Zenon gotuje i dba o żonę.',
            barriers: 'Sam nie da rady jej podnieść.',
          },
          {
            domain: 'social_network',
            level: 1,
            barriers: 'Najbliższy sąsiad pół kilometra dalej, autobus dwa razy dziennie.',
          },
        ],
        { family: true },
      )
      await story.to(9)
      await story.sees('halina', [
        { domain: 'health', level: 2, barriers: 'Bez łóżka rehabilitacyjnego grożą odleżyny.' },
      ])
    },
  },
  {
    // The basket: one institution declined, another has not answered yet.
    key: 'fikcyjni',
    label: 'Fikcyjni',
    phase: 'basket',
    began: 120,
    play: async (stage) => {
      const story = storyOf(stage, 'fikcyjni')
      await story.reported('magda', {
        who: 'Rodzina Fikcyjnych, Bartek z klasy piątej',
        ...place('Błogoszów'),
        worries: ['school_failure', 'debt'],
        what: 'Bartek dużo choruje i nie nadąża z matematyki. Mama pracuje na zmiany.',
        urgency: 'can_wait',
        familyKnows: 'yes',
      })
      await story.to(117)
      await story.takenUp('Fikcyjni', here('Błogoszów'), [
        { key: 'sylwia', given: 'Sylwia', family: 'Fikcyjna', born: '1988-11-11', sex: 'female' },
        { key: 'bartek', given: 'Bartosz', family: 'Fikcyjny', born: '2015-04-17', sex: 'male' },
      ])
      await story.related('sylwia', 'mother', 'bartek', 'full')
      await story.livesAt('Błogoszów 0')
      await story.to(110)
      await story.informed('sylwia')
      await story.consents('sylwia', 'school', ['file'], 'sylwia')
      await story.consents('bartek', 'school', ['file'], 'sylwia')
      await story.teamWith('magda', 'nina')
      await story.to(96)
      await story.assessmentOpened()
      await story.to(92)
      await story.sees(
        'joanna',
        [
          { domain: 'education', level: 3, words: 'Żeby nadążał.' },
          { domain: 'income', level: 2 },
        ],
        { family: true },
      )
      await story.to(88)
      await story.sees('magda', [
        {
          domain: 'education',
          level: 2,
          strengths: 'Lubi przyrodę, jest koleżeński.',
          barriers: 'Dużo nieobecności.',
        },
      ])
      await story.to(75)
      await story.agreed(
        [
          { domain: 'education', level: 2 },
          { domain: 'income', level: 2 },
        ],
        ['Sylwia Fikcyjna', 'Joanna Przykładna', 'Magda Bajkowska'],
      )
      await story.to(70)
      await story.wants('school', 'education', 'Żeby Bartek nie bał się matematyki', {
        now: 2,
        target: 4,
        months: 8,
        indicator: 'ocena półroczna',
      })
      await story.wants('money', 'income', 'Żeby starczało do końca miesiąca', {
        now: 2,
        target: 3,
        months: 10,
      })
      await story.to(24)
      await story.does('notebook', 'school', {
        who: ['bartek'],
        what: 'Pokazuje zeszyt z matematyki, także gdy czegoś nie rozumie',
        often: 'w poniedziałki i czwartki',
        sign: 'nie ma pustych stron',
      })
      await story.offers('support', 'school', {
        kind: 'pedagogical_help',
        what: 'Zajęcia wyrównawcze z matematyki',
        provider: 'school',
        worker: 'magda',
        for: ['bartek'],
        frequency: '2 razy w tygodniu',
        request: 'Chłopiec, klasa piąta, zajęcia wyrównawcze z matematyki.',
      })
      await story.offers('diagnosis', 'school', {
        kind: 'ppp_diagnosis',
        what: 'Diagnoza w poradni',
        provider: 'ppp',
        for: ['bartek'],
        request: 'Chłopiec, 11 lat, trudności z liczeniem. Kiedy najbliższy termin diagnozy?',
      })
      await story.offers('club', 'school', {
        kind: 'day_support_place',
        what: 'Świetlica, 3 popołudnia w tygodniu',
        provider: 'foundation',
        for: ['bartek'],
        frequency: '3 popołudnia',
        request: 'Chłopiec, 11 lat, z Błogoszowa. Czy jest miejsce w świetlicy?',
      })
      await story.offers('budget', 'money', {
        kind: 'household_budget_training',
        what: 'Trening budżetowy w domu',
        provider: 'gops',
        worker: 'pawel',
        for: ['sylwia'],
        frequency: 'co tydzień',
      })
      await story.to(21)
      await story.institutionSays('magda', 'support', { answer: 'accepted' })
      await story.to(15)
      await story.institutionSays('nina', 'diagnosis', {
        answer: 'declined',
        reason: 'no_capacity',
        words: 'Wolny termin dopiero w lutym. Filia w Sędziszowie ma miejsca w grudniu.',
      })
      await story.to(10)
      await story.familySays('support', 'yes')
      await story.familySays('club', 'yes')
      await story.familySays('budget', 'later', 'zastanowię się do piątku')
    },
  },
  {
    // The basket is frozen, the contract printed and waits for signatures.
    key: 'udawani',
    label: 'Udawani',
    phase: 'contract',
    began: 150,
    play: async (stage) => {
      const story = storyOf(stage, 'udawani', { coordinator: 'marta' })
      await story.reported('wanda', {
        who: 'Pani Beata z trójką dzieci',
        ...place('Oksa'),
        worries: ['poverty', 'many_children'],
        what: 'Pani Beata pyta o ubrania dla dzieci. Mąż pracuje za granicą i od lata nie przysyła pieniędzy.',
        urgency: 'within_days',
        familyKnows: 'yes',
      })
      await story.to(148)
      await story.takenUp('Udawani', here('Oksa'), [
        {
          key: 'beata',
          given: 'Beata',
          family: 'Udawana',
          born: '1987-07-07',
          sex: 'female',
          pesel: peselOf('1987-07-07', 'female', 12),
        },
        { key: 'ewelina', given: 'Ewelina', family: 'Udawana', born: '2012-02-02', sex: 'female' },
        { key: 'franek', given: 'Franciszek', family: 'Udawany', born: '2015-10-10', sex: 'male' },
        { key: 'gaja', given: 'Gaja', family: 'Udawana', born: '2021-01-21', sex: 'female' },
      ])
      for (const child of ['ewelina', 'franek', 'gaja']) await story.related('beata', 'mother', child, 'full')
      await story.livesAt('Oksa 0 m. 3')
      await story.to(142)
      await story.informed('beata')
      await story.consents('beata', 'culture', ['file'], 'beata')
      await story.to(138)
      await story.teamWith('wanda')
      await story.to(120)
      await story.assessmentOpened()
      await story.sees(
        'marta',
        [{ domain: 'income', level: 2, words: 'Najgorzej jest pod koniec miesiąca.' }],
        { family: true },
      )
      await story.to(112)
      await story.sees('marta', [
        {
          domain: 'income',
          level: 2,
          strengths: 'Pani Beata dobrze planuje wydatki.',
          barriers: 'Brak pieniędzy od męża.',
        },
      ])
      await story.to(100)
      await story.agreed(
        [{ domain: 'income', level: 2 }],
        ['Beata Udawana', 'Marta Zastępowska', 'Wanda Przybliżona'],
      )
      await story.to(90)
      await story.wants('money', 'income', 'Żeby nie pożyczać od sąsiadów', {
        now: 2,
        target: 3,
        months: 6,
        expected: 'brak nowych długów',
        indicator: 'budżet domowy',
      })
      await story.to(60)
      await story.does('envelope', 'money', {
        who: ['beata'],
        what: 'Odkłada kopertę na prąd w dniu wypłaty',
        often: 'co miesiąc',
        sign: 'rachunek jest zapłacony w terminie',
      })
      await story.offers('alimony', 'money', {
        kind: 'alimony_help',
        what: 'Pomoc w sprawie alimentów',
        provider: 'gops',
        worker: 'marta',
        for: ['beata'],
        frequency: 'do skutku',
      })
      await story.offers('culture', 'money', {
        kind: 'culture_activity',
        what: 'Zajęcia dla dzieci bez opłat',
        provider: 'culture',
        for: ['ewelina', 'franek'],
        frequency: 'w każdą środę',
        request: 'Dwoje dzieci, 11 i 14 lat, zajęcia bez opłat.',
      })
      await story.to(52)
      await story.institutionSays('wanda', 'culture', {
        answer: 'accepted',
        words: 'Zapraszamy, mamy dwa miejsca.',
      })
      await story.to(45)
      await story.familySays('alimony', 'yes')
      await story.familySays('culture', 'yes', 'dzieci się cieszą')
      await story.to(4)
      await story.frozen()
      await story.contracted(
        ['beata'],
        {
          causes: 'Mąż od lata nie przysyła pieniędzy z zagranicy.',
          possibilities: 'Pani Beata dobrze planuje wydatki i zna swoje prawa.',
          limits: 'Opieka nad małą Gają, brak pracy.',
          barriers: 'Brak żłobka w gminie.',
          mainGoal: '„Żeby nie pożyczać od sąsiadów”',
          effects: 'brak nowych długów',
        },
        'printed',
      )
    },
  },
  {
    // Two institutions see the same thing differently; agreed with a dissent, the contract is approved.
    key: 'probni',
    label: 'Próbni',
    phase: 'realisation',
    began: 200,
    play: async (stage) => {
      const { clock } = stage
      const story = storyOf(stage, 'probni')
      await story.reported('magda', {
        who: 'Rodzina Próbnych, mama Karolina i troje dzieci',
        ...place('Węgleszyn, za remizą'),
        worries: ['school_absence', 'debt', 'carer_overload'],
        what: 'Kacper od trzech tygodni przychodzi co drugi dzień i jest niewyspany. Mama mówi, że boi się odbierać telefony o długach.',
        urgency: 'within_days',
        familyKnows: 'yes',
        doneSoFar: 'Rozmawiałam z mamą dwa razy, Kacper ma obiady.',
      })
      await story.to(197)
      await story.takenUp('Próbni', here('Węgleszyn'), [
        { key: 'stanislawa', given: 'Stanisława', family: 'Próbna', born: '1955-05-08', sex: 'female' },
        {
          key: 'miroslaw',
          given: 'Mirosław',
          family: 'Próbny',
          born: '1987-03-14',
          sex: 'male',
          pesel: peselOf('1987-03-14', 'male', 33),
        },
        {
          key: 'karolina',
          given: 'Karolina',
          family: 'Próbna',
          born: '1990-04-12',
          sex: 'female',
          pesel: peselOf('1990-04-12', 'female', 44),
        },
        { key: 'oliwia', given: 'Oliwia', family: 'Próbna', born: '2012-06-01', sex: 'female' },
        { key: 'kacper', given: 'Kacper', family: 'Próbny', born: '2017-02-03', sex: 'male' },
        { key: 'haniap', given: 'Hania', family: 'Próbna', born: '2022-09-09', sex: 'female' },
      ])
      await story.related('stanislawa', 'mother', 'miroslaw')
      await story.related('miroslaw', 'husband', 'karolina')
      for (const child of ['oliwia', 'kacper', 'haniap']) {
        await story.related('karolina', 'mother', child, 'full')
        await story.related('miroslaw', 'father', child, 'full')
      }
      await story.livesAt('Węgleszyn 0, za remizą')
      await story.reachedBy('karolina', '500 000 118', 'po 16:00, bez nagrywania wiadomości')
      await story.to(190)
      await story.informed('karolina', 'miroslaw', 'stanislawa')
      for (const child of ['oliwia', 'kacper']) await story.informedFor(child, 'Karolina Próbna')
      for (const to of ['school', 'ppp', 'foundation']) {
        await story.consents('karolina', to, ['file'], 'karolina')
        await story.consents('kacper', to, ['file'], 'karolina', 'miroslaw')
      }
      await story.consents('miroslaw', 'clinic', ['file', 'health'], 'miroslaw')
      await story.to(186)
      await story.teamWith('magda', 'nina', 'halina', 'pawel')
      await story.to(180)
      await story.met(
        'joanna',
        'home_visit',
        0,
        'Pan Mirosław dostał dorywczą pracę w tartaku. Babcia Stanisława wstaje z łóżka.',
      )
      await story.to(175)
      await story.filledIn('first-conversation', {
        'meeting.day': [clock.after(-1)],
        'meeting.place': ['home'],
        'meeting.who': ['Karolina, babcia Stasia, na końcu Oliwia'],
        'words.matter': ['Długi i to, że Kacper nie chce chodzić do szkoły. Boję się odbierać telefon.'],
        'words.first': ['Żeby przestali dzwonić i żeby Kacper spał.'],
        'words.tried': ['Babcia odprowadza na autobus. W te dni chodzi.'],
        'strengths.what': ['closeness', 'relatives', 'home'],
        'strengths.who': ['Do babci, czasem do pani Magdy ze szkoły'],
        'people.children': [true],
        'people.number': [3],
        'people.childrenSay': ['Oliwia: chcę, żeby mama się nie martwiła.'],
        'contact.way': ['visit', 'call'],
        'contact.mindful': [true],
        'contact.mindfulHow': ['Nie nagrywać wiadomości, dzwonić po 16:00'],
        'agreed.willing': ['yes'],
        'agreed.next': ['Za tydzień u nich w domu: pisma od wierzycieli'],
      })
      await story.to(170)
      await story.met('magda', 'phone', 0, 'Mama mówi, że Kacper boi się kolegów z autobusu.', {
        open: false,
      })
      await story.to(165)
      await story.assessmentOpened()
      await story.sees(
        'joanna',
        [
          { domain: 'education', level: 3, words: 'Kacper się boi, ale chce chodzić.' },
          { domain: 'income', level: 2, words: 'Długi nie dają spać.' },
          { domain: 'independence', level: 4, words: 'Dajemy sobie radę.' },
          { domain: 'mental_health', level: 3 },
          { domain: 'relations', level: 4, words: 'U nas w domu jest zgoda.' },
        ],
        { family: true },
      )
      await story.to(160)
      await story.sees('magda', [
        {
          domain: 'education',
          level: 2,
          strengths: 'Kacper ładnie rysuje.',
          barriers: 'Opuścił połowę lekcji.',
        },
        { domain: 'relations', level: 4 },
      ])
      await story.to(155)
      await story.sees('nina', [
        {
          domain: 'education',
          level: 4,
          strengths: 'Uczy się dobrze na miarę swoich możliwości.',
          barriers: 'Lęk w drodze do szkoły, nie sama szkoła.',
        },
      ])
      await story.to(152)
      await story.sees('pawel', [
        {
          domain: 'income',
          level: 2,
          strengths: 'Rodzina spłaca jedną z pożyczek.',
          barriers: 'Trzy chwilówki naraz.',
        },
        { domain: 'independence', level: 2, barriers: 'Babcia wymaga pomocy kilka razy dziennie.' },
      ])
      await story.to(145)
      await story.agreed(
        [
          {
            domain: 'education',
            level: 2,
            dissent: 'Poradnia: poziom 4. Trudność leży w drodze do szkoły, nie w nauce.',
          },
          { domain: 'income', level: 2 },
          { domain: 'independence', level: 3, dissent: 'Rodzina: poziom 4. Dajemy sobie radę.' },
          { domain: 'mental_health', level: 3 },
          { domain: 'relations', level: 4 },
        ],
        [
          'Karolina Próbna',
          'Mirosław Próbny',
          'Joanna Przykładna',
          'Magda Bajkowska',
          'Nina Zapewne',
          'Paweł Umowny',
        ],
      )
      await story.to(140)
      await story.wants('school', 'education', 'Żeby Kacper chodził do szkoły i się nie bał', {
        now: 2,
        target: 4,
        months: 6,
        expected: 'Kacper jest w szkole co najmniej 9 dni z 10',
        indicator: 'obecność w dzienniku',
      })
      await story.wants('money', 'income', 'Żeby starczało do końca miesiąca', {
        now: 2,
        target: 3,
        months: 7,
        expected: 'jedna rata mniej, bez nowych pożyczek',
        indicator: 'zeszyt wydatków',
      })
      await story.wants('rest', 'independence', 'Żebym miała dwa popołudnia oddechu', {
        now: 3,
        target: 4,
        months: 4,
        expected: 'opieka nad babcią dwa razy w tygodniu',
        indicator: 'umówione popołudnia',
      })
      await story.to(130)
      await story.does('bus', 'school', {
        who: ['miroslaw'],
        what: 'Odprowadza Kacpra na autobus o 7:10',
        often: 'we wtorki i czwartki',
        sign: 'Kacper wsiada sam i nie dzwoni z drogi',
      })
      await story.does('bag', 'school', {
        who: ['kacper'],
        what: 'Pakuje plecak wieczorem',
        often: 'codziennie',
        sign: 'rano nie ma szukania zeszytów',
      })
      await story.offers('psychologist', 'school', {
        kind: 'pedagogical_help',
        what: 'Wsparcie psychologa w szkole',
        provider: 'school',
        worker: 'magda',
        for: ['kacper'],
        frequency: 'raz w tygodniu',
        request: 'Chłopiec, 9 lat, lęk w drodze do szkoły.',
      })
      await story.offers('talks', 'school', {
        kind: 'specialist_counselling',
        what: 'Rozmowy w poradni o lęku',
        provider: 'ppp',
        worker: 'nina',
        for: ['kacper'],
        frequency: 'co dwa tygodnie',
        request: 'Chłopiec, 9 lat, lęk w drodze do szkoły.',
      })
      await story.does('expenses', 'money', {
        who: ['karolina'],
        what: 'Zapisuje wydatki w zeszycie',
        often: 'co wieczór',
        days: 90,
        sign: 'w trzeciej dekadzie nie trzeba pożyczać',
      })
      await story.offers('budget', 'money', {
        kind: 'household_budget_training',
        what: 'Trening budżetowy w domu',
        provider: 'gops',
        worker: 'pawel',
        for: ['karolina', 'miroslaw'],
        frequency: 'co tydzień, godzina',
      })
      await story.offers('respite', 'rest', {
        kind: 'respite_care',
        what: 'Opieka wytchnieniowa nad babcią',
        provider: 'gops',
        worker: 'pawel',
        for: ['stanislawa'],
        frequency: '2 × 3 godziny w tygodniu',
        cost: 126_000,
        funding: 'partnership_budget',
      })
      await story.to(128)
      await story.institutionSays('magda', 'psychologist', { answer: 'accepted' })
      await story.to(121)
      await story.institutionSays('nina', 'talks', {
        answer: 'accepted',
        words: 'Pierwsze spotkanie 1 grudnia.',
      })
      await story.to(115)
      await story.familySays('psychologist', 'yes')
      await story.familySays('talks', 'yes')
      await story.familySays('budget', 'yes')
      await story.familySays('respite', 'yes', 'tak, ale nie w środy')
      await story.to(60)
      await story.frozen()
      await story.contracted(
        ['karolina', 'miroslaw'],
        {
          causes:
            'Trzy pożyczki wzięte po utracie pracy przez pana Mirosława. Choroba babci Stanisławy. Lęk Kacpra w drodze do szkoły.',
          possibilities:
            'Rodzice są zgodni i chcą pracować. Pan Mirosław ma dorywczą pracę w tartaku. Szkoła zna rodzinę.',
          limits: 'Pani Karolina opiekuje się babcią i najmłodszą córką, nie ma kiedy odpocząć.',
          barriers: 'Autobus z Jędrzejowa wraca tylko do 15:00.',
          mainGoal: '„Żeby Kacper chodził do szkoły i się nie bał” i „Żeby starczało do końca miesiąca”',
          effects:
            'Kacper jest w szkole co najmniej 9 dni z 10\njedna rata mniej, bez nowych pożyczek\nopieka nad babcią dwa razy w tygodniu',
        },
        'approved',
      )
      await story.to(32)
      await teamMet(stage, 'probni', {
        coordinator: 'joanna',
        people: ['magda', 'nina', 'pawel'],
        relatives: ['karolina', 'miroslaw'],
        wish: 'po 16:00, gdy pan Mirosław wróci z tartaku',
        guest: {
          name: 'Zdzisława Sołtysiak',
          role: 'sołtyska',
          institution: 'Sołectwo Zmyślone',
          email: 'soltys@zmyslone.example',
          confirmer: 'magda',
          point: 'way',
          law: 'art. 100 ust. 2 ustawy o pomocy społecznej',
          words: 'Gmina odśnieża pobocze od grudnia. Przystanek dostanie lampę w styczniu.',
        },
        points: [
          {
            key: 'change',
            what: 'Co się zmieniło od podpisania kontraktu',
            minutes: 10,
            words:
              'Pan Mirosław pracuje w tartaku trzeci tydzień. Pani Karolina: spokojniej odbieramy telefon.\nBabcia ma opiekę dwa razy w tygodniu.',
          },
          {
            key: 'way',
            what: 'Droga Kacpra do szkoły',
            minutes: 15,
            about: ['kacper'],
            words:
              'Kacper jeździ z sąsiadką i jej synem. Mówi, że wtedy się nie boi. Poniedziałki nadal są trudne.',
            settled: {
              task: {
                what: 'Umówić z sąsiadką poniedziałki do końca miesiąca',
                by: 'magda',
                of: 'school',
                inDays: 7,
              },
            },
          },
        ],
      })
      await story.to(20)
      await stage.act('danuta', (work) =>
        setFamilyBudget(work, {
          id: idOf('budget/oksa'),
          partnershipId: idOf('partnership/oksa'),
          amountGrosz: 5_600_000,
          from: clock.after(-200),
          until: clock.after(165),
        }),
      )
      await stage.act('joanna', (work) =>
        enterPayment(work, idOf('probni/case'), idOf('probni/item/respite'), {
          id: idOf('probni/payment/respite'),
          amountGrosz: 63_000,
          paidOn: clock.after(-5),
        }),
      )
      await story.limitedBy({ kind: 'days', weekdays: [3], words: 'Nie w środy' })
      await story.limitedBy({ kind: 'outside_village', words: 'Nie chcę, żeby wieś wiedziała' })
      await story.limitedBy({ kind: 'hours', number: 7 })
      await story.limitedBy({ kind: 'no_car' })
      await story.limitedBy({ kind: 'back_by', at: '18:00' })
      await story.limitedBy({ kind: 'money', number: 300 })
      await story.needs('school', 'homework_help', { for: 'kacper', minutes: 60 })
      await story.needs('school', 'day_support_place', { for: 'kacper', times: 2, minutes: 120 })
      await story.needs('money', 'debt_advice', { for: 'karolina', minutes: 60 })
      await story.needs('money', 'benefit_application_help', { for: 'karolina', minutes: 30 })
      await story.needs('rest', 'volunteer_visit', { for: 'stanislawa' })
      await story.to(8)
      await story.invited('ola', 'Czy Fundacja przyjmie chłopca do świetlicy?')
      await story.to(5)
      await story.met(
        'pawel',
        'home_visit',
        0,
        'Zaczęliśmy zeszyt wydatków. Pani Karolina sama policzyła raty.',
        { next: 'Zadzwonić do p. Karoliny po 16:00' },
      )
      await story.to(0)
      await story.met('magda', 'school_visit', 0, 'Kacper był w szkole cały tydzień i sam o tym opowiada.')
    },
  },
  {
    // The father's household of a child whose mother's address is protected. A review is near.
    key: 'domyslni',
    label: 'Domyślni',
    phase: 'evaluation',
    began: 244,
    play: async (stage) => {
      const { act, clock } = stage
      const story = storyOf(stage, 'domyslni')
      await story.reported('ewa', {
        who: 'Pan Krzysztof, ojciec Hani',
        ...place('Rzeszówek'),
        worries: ['parenting_helplessness', 'unemployment'],
        what: 'Pan Krzysztof ma córkę co drugi weekend i prosi o radę, jak z nią spędzać czas. Szuka pracy.',
        urgency: 'can_wait',
        familyKnows: 'yes',
      })
      await story.to(241)
      await story.takenUp('Domyślni', here('Rzeszówek'), [
        { key: 'krzysztof', given: 'Krzysztof', family: 'Domyślny', born: '1989-12-24', sex: 'male' },
        {
          key: 'hania',
          given: 'Hanna',
          family: 'Domyślna',
          born: '2018-05-05',
          sex: 'female',
          pesel: peselOf('2018-05-05', 'female', 71),
          knownAs: 'wymyslni/person/hania',
        },
      ])
      await story.livesAt('Rzeszówek 0')
      await story.to(235)
      await story.informed('krzysztof')
      await story.consents('krzysztof', 'probation', ['file', 'whereabouts'], 'krzysztof')
      await story.to(230)
      await story.teamWith('ewa', 'pawel')
      await story.to(215)
      await story.assessmentOpened()
      await story.sees(
        'joanna',
        [
          { domain: 'parenting', level: 3, words: 'Chcę być dobrym tatą.' },
          { domain: 'work', level: 2 },
        ],
        { family: true },
      )
      await story.to(210)
      await story.sees('pawel', [
        { domain: 'parenting', level: 3, strengths: 'Cierpliwy, lubi czytać córce.' },
      ])
      await story.to(200)
      await story.agreed(
        [
          { domain: 'parenting', level: 3 },
          { domain: 'work', level: 2 },
        ],
        ['Krzysztof Domyślny', 'Joanna Przykładna', 'Paweł Umowny'],
      )
      await story.to(190)
      await story.wants('dad', 'parenting', 'Żebym umiał spędzić z córką cały weekend', {
        now: 3,
        target: 4,
        months: 4,
        expected: 'spokojne weekendy',
        indicator: 'rozmowa po weekendzie',
      })
      await story.to(180)
      await story.does('weekend', 'dad', {
        who: ['krzysztof'],
        what: 'Raz w tygodniu gotuje z córką obiad',
        often: 'w soboty',
        sign: 'w niedzielę jest o czym opowiadać',
      })
      await story.offers('assistant', 'dad', {
        kind: 'family_assistant',
        what: 'Asystent rodziny',
        provider: 'gops',
        worker: 'pawel',
        for: ['krzysztof'],
        frequency: 'raz w tygodniu',
      })
      await story.to(175)
      await story.familySays('assistant', 'yes')
      await story.to(165)
      await story.frozen()
      await story.contracted(
        ['krzysztof'],
        {
          causes: 'Brak pracy po zamknięciu tartaku, samotność po rozstaniu.',
          possibilities: 'Cierpliwość, dobry kontakt z córką.',
          limits: 'Brak doświadczenia w samodzielnej opiece.',
          barriers: 'Brak autobusu w weekendy.',
          mainGoal: '„Żebym umiał spędzić z córką cały weekend”',
          effects: 'spokojne weekendy',
        },
        'approved',
      )
      await story.to(74)
      await act('joanna', (work) =>
        evaluateAction(work, story.caseId, story.id('contract'), {
          id: story.id('evaluation'),
          itemId: story.id('item/assistant'),
          result: 'partly_done',
          what: 'Trzy spotkania z pięciu.',
          on: clock.today,
        }),
      )
      await story.filledIn('family-opinion', {
        'given.day': [clock.today],
        'given.how': ['together'],
        'how.heard': ['yes'],
        'how.clear': ['rather_yes'],
        'how.once': ['rather_no'],
        'how.own': ['rather_yes'],
        'how.respect': ['yes'],
        'how.kept': ['rather_no'],
        'how.better': ['rather_yes'],
        'words.helped': ['Że ktoś przyjechał, a nie tylko przysłał pismo.'],
        'words.unkept': ['Asystent miał być co tydzień.'],
        'words.goOn': ['yes'],
      })
      await story.assessmentOpened('review')
      await story.sees('joanna', [{ domain: 'parenting', level: 4, words: 'Weekendy są nasze.' }], {
        family: true,
      })
      await story.sees('pawel', [
        { domain: 'parenting', level: 3, strengths: 'Hania sama prosi o kolejny weekend.' },
      ])
      await teamMet(stage, 'domyslni', {
        coordinator: 'joanna',
        people: ['ewa', 'pawel'],
        relatives: ['krzysztof'],
        wish: 'nie w piątek, wtedy odbiera Hanię',
        points: [
          {
            key: 'weekends',
            what: 'Jak idą weekendy',
            minutes: 20,
            words:
              'Pan Krzysztof: w soboty gotujemy, w niedzielę nie wiem, co robić.\nPaweł: Hania sama prosi o kolejny weekend.',
            settled: {
              level: { assessment: 'assessment/review', domain: 'parenting', level: 4 },
              help: {
                key: 'workshop',
                goal: 'dad',
                kind: 'culture_activity',
                what: 'Niedzielne warsztaty dla rodziców z dziećmi',
                provider: 'culture',
                for: ['krzysztof'],
                frequency: 'co drugą niedzielę',
                request: 'Tata z córką, 8 lat. Czy jest miejsce na warsztatach?',
              },
            },
          },
          {
            key: 'work',
            what: 'Praca po zamknięciu tartaku',
            minutes: 15,
            words: 'Pan Krzysztof pyta o kurs na wózki widłowe. Wolne terminy zna urząd pracy.',
            settled: {
              task: {
                what: 'Zapytać urząd pracy o kurs na wózki widłowe',
                by: 'ewa',
                of: 'probation',
                inDays: 7,
              },
            },
          },
        ],
      })
      await story.agreed(
        [{ domain: 'work', level: 2 }],
        ['Krzysztof Domyślny', 'Joanna Przykładna', 'Paweł Umowny', 'Ewa Domyślna'],
      )
      await act('joanna', async (work) => {
        const [first] = await work.all(firstReviewOf(story.caseId))
        await holdReview(work, story.caseId, first!.id, {
          heldOn: clock.today,
          summary: 'Weekendy są spokojniejsze. Zostajemy przy planie.',
          nextId: story.id('review/2'),
          nextOn: clock.after(81),
        })
      })
      await story.to(69)
      await story.institutionSays('wanda', 'workshop', {
        answer: 'accepted',
        words: 'Zapraszamy, zaczynamy o 11:00.',
      })
      await story.to(66)
      await story.familySays('workshop', 'yes')
    },
  },
  {
    // The work is finished; after-care dates are set.
    key: 'teoretyczni',
    label: 'Teoretyczni',
    phase: 'closed',
    began: 255,
    play: async (stage) => {
      const { act, clock } = stage
      const story = storyOf(stage, 'teoretyczni', { coordinator: 'marta' })
      await story.reported('zofia', {
        who: 'Pan Edward, mieszka sam',
        ...place('Oksa'),
        worries: ['loneliness', 'mental_health'],
        what: 'Pan Edward przestał przychodzić na zajęcia i nie odbiera telefonu.',
        urgency: 'within_days',
        familyKnows: 'unknown',
      })
      await story.to(254)
      await story.takenUp('Teoretyczni', here('Oksa'), [
        { key: 'edward', given: 'Edward', family: 'Teoretyczny', born: '1961-10-02', sex: 'male' },
      ])
      await story.livesAt('Oksa 0 m. 1')
      await story.to(247)
      await story.informed('edward')
      await story.consents('edward', 'selfhelp', ['file', 'health'], 'edward')
      await story.to(242)
      await story.teamWith('zofia')
      await story.to(220)
      await story.assessmentOpened()
      await story.sees('marta', [{ domain: 'social_network', level: 2, words: 'Wstydzę się wychodzić.' }], {
        family: true,
      })
      await story.to(212)
      await story.sees('zofia', [{ domain: 'social_network', level: 2 }])
      await story.to(205)
      await story.agreed(
        [{ domain: 'social_network', level: 2 }],
        ['Edward Teoretyczny', 'Marta Zastępowska', 'Zofia Szacunkowa'],
      )
      await story.to(200)
      await story.wants('people', 'social_network', 'Żebym miał z kim porozmawiać', {
        now: 2,
        target: 4,
        months: 6,
        expected: 'trzy spotkania w tygodniu',
        indicator: 'lista obecności',
      })
      await story.to(190)
      await story.does('walk', 'people', {
        who: ['edward'],
        what: 'Wychodzi na spacer przez wieś',
        often: '3 razy w tygodniu',
        sign: 'mówi „dzień dobry” dwóm osobom',
      })
      await story.offers('home', 'people', {
        kind: 'self_help_home_place',
        what: 'Zajęcia w ŚDS',
        provider: 'selfhelp',
        worker: 'zofia',
        for: ['edward'],
        frequency: '3 dni w tygodniu',
        request: 'Mężczyzna, 65 lat, zajęcia trzy dni w tygodniu.',
      })
      await story.to(183)
      await story.institutionSays('zofia', 'home', { answer: 'accepted' })
      await story.to(180)
      await story.familySays('home', 'yes')
      await story.to(170)
      await story.frozen()
      await story.contracted(
        ['edward'],
        {
          causes: 'Samotność po śmierci siostry.',
          possibilities: 'Zna się na zegarach, lubi szachy.',
          limits: 'Lęk przed wychodzeniem z domu.',
          barriers: 'Schody bez poręczy.',
          mainGoal: '„Żebym miał z kim porozmawiać”',
          effects: 'trzy spotkania w tygodniu',
        },
        'approved',
      )
      await story.to(32)
      await act('marta', (work) =>
        recordOpinion(work, story.caseId, {
          id: story.id('opinion/family'),
          ofFamily: true,
          what: 'Mam do kogo iść. Dziękuję za szachy.',
        }),
      )
      await story.to(26)
      await act('zofia', (work) =>
        recordOpinion(work, story.caseId, {
          id: story.id('opinion/selfhelp'),
          ofFamily: false,
          what: 'Pan Edward prowadzi teraz kółko szachowe.',
        }),
      )
      await story.to(20)
      await act('marta', (work) =>
        closeWithLevels(work, story.caseId, {
          reason: 'goals_reached',
          note: 'Cele osiągnięte przed czasem.',
          levels: {
            assessmentId: story.id('assessment/closing'),
            domains: [{ id: story.id('closing/social_network'), domain: 'social_network', level: 4 }],
          },
          afterCare: [clock.after(91), clock.after(182)],
        }),
      )
    },
  },
  {
    // In the neighbours' partnership: who works in the county meets another circle of people there.
    key: 'umowni',
    label: 'Umowni',
    phase: 'basket',
    began: 64,
    play: async (stage) => {
      const story = storyOf(stage, 'umowni', {
        coordinator: 'celina',
        head: 'jan',
        partnership: 'wodzislaw',
      })
      await story.reported('ewa', {
        who: 'Pani Teresa i jej wnuk Dominik',
        place: 'Wodzisław, przy rynku',
        commune: wodzislaw,
        worries: ['parenting_helplessness', 'loneliness'],
        what: 'Pani Teresa wychowuje wnuka sama. Mówi, że Dominik zamyka się w pokoju i nie wie już, jak z nim rozmawiać.',
        urgency: 'can_wait',
        familyKnows: 'yes',
      })
      await story.to(61)
      await story.takenUp(
        'Umowni',
        { commune: wodzislaw, locality: 'Wodzisław' },
        [
          { key: 'teresa', given: 'Teresa', family: 'Umowna', born: '1963-02-11', sex: 'female' },
          { key: 'dominik', given: 'Dominik', family: 'Umowny', born: '2014-03-30', sex: 'male' },
        ],
        'celina',
      )
      await story.related('teresa', 'grandmother', 'dominik', 'guardianship')
      await story.livesAt('Wodzisław 0 m. 2')
      await story.to(56)
      await story.informed('teresa')
      await story.teamWith('barbara')
      await story.to(52)
      await story.signed('teresa', 'teresa', { pcpr: ['file'] })
      await story.signed('dominik', 'teresa', { pcpr: ['file'] })
      await story.to(40)
      await story.assessmentOpened()
      await story.sees(
        'celina',
        [{ domain: 'relations', level: 2, words: 'Chciałabym, żeby znów się śmiał.' }],
        { family: true },
      )
      await story.to(36)
      await story.sees('barbara', [
        {
          domain: 'relations',
          level: 3,
          strengths: 'Lubią razem gotować.',
          barriers: 'Chłopiec ma nową szkołę i ani jednego kolegi.',
        },
      ])
      await story.to(28)
      await story.agreed(
        [{ domain: 'relations', level: 2 }],
        ['Teresa Umowna', 'Celina Fikcyjna', 'Barbara Zmyślona'],
      )
      await story.wants('talk', 'relations', 'Żebyśmy rozmawiali przy kolacji', {
        now: 2,
        target: 4,
        months: 6,
        indicator: 'wspólne kolacje',
      })
      await story.to(4)
      await story.offers('counselling', 'talk', {
        kind: 'specialist_counselling',
        what: 'Rozmowy z psychologiem',
        provider: 'pcpr',
        for: ['teresa', 'dominik'],
        frequency: 'co dwa tygodnie',
        request: 'Babcia i wnuk, rozmowy o tym, jak być razem. Dojadą w środy przed południem.',
      })
    },
  },
  {
    // In a third partnership of the county: the psychologist is asked to join.
    key: 'rzekomi',
    label: 'Rzekomi',
    phase: 'team',
    began: 12,
    play: async (stage) => {
      const story = storyOf(stage, 'rzekomi', {
        coordinator: 'bogna',
        head: 'urszula',
        partnership: 'jedrzejow',
      })
      await story.reported('ewa', {
        who: 'Pani Irena i jej syn Oskar',
        place: 'Jędrzejów, przy dworcu',
        commune: jedrzejow,
        worries: ['loneliness'],
        what: 'Oskar przestał wychodzić z domu. Mama pracuje na zmiany i nie wie, z kim o tym porozmawiać.',
        urgency: 'can_wait',
        familyKnows: 'yes',
      })
      await story.to(10)
      await story.takenUp(
        'Rzekomi',
        { commune: jedrzejow, locality: 'Jędrzejów' },
        [
          { key: 'irena', given: 'Irena', family: 'Rzekoma', born: '1986-04-02', sex: 'female' },
          { key: 'oskar', given: 'Oskar', family: 'Rzekomy', born: '2012-08-21', sex: 'male' },
        ],
        'bogna',
      )
      await story.related('irena', 'mother', 'oskar', 'full')
      await story.livesAt('Jędrzejów 0 m. 3')
      await story.to(9)
      await story.informed('irena')
      await story.to(2)
      await story.invited('barbara', 'Czy porozmawiasz z Oskarem u nas, we wtorki?')
    },
  },
]

const firstReviewOf = (caseId: string) =>
  sql<{ id: string }>`select id from contracts.review where scope_id = ${caseId} order by due limit 1`

/** Where practice people and tests find a family's case. */
export const caseOf = (family: string) => idOf(`${family}/case`)
