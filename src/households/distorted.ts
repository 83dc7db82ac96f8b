// Three thousand invented names and the ways in which people hear, type, bend and spell a name, for the test of the search.

/** Numbers as by chance, the same every time. */
export function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    below: (count: number) => Math.floor(next() * count),
    of: <T>(things: readonly T[]): T => things[Math.floor(next() * things.length)]!,
  }
}
type Chance = ReturnType<typeof chance>
export type Kept = {
  given: string
  family: string
  female: boolean
  script: 'pl' | 'uk' | 'passport' | 'transcribed'
}

const words = (text: string) => text.trim().split(/\s+/)
const women =
  words(`Agata Agnieszka Aleksandra Alicja Alina Amelia Aniela Anna Antonina Barbara Beata Bożena Cecylia Danuta
  Dominika Dorota Elżbieta Emilia Ewa Ewelina Gabriela Grażyna Halina Helena Irena Iwona Izabela Jadwiga Janina Joanna Jolanta
  Julia Justyna Kamila Karolina Katarzyna Kinga Krystyna Lucyna Łucja Magdalena Małgorzata Maria Marta Michalina Monika Natalia
  Oliwia Patrycja Paulina Renata Sabina Stanisława Stefania Sylwia Teresa Urszula Wanda Weronika Wiesława Wiktoria Zofia Zuzanna`)
const men =
  words(`Adam Adrian Aleksander Andrzej Antoni Artur Bartłomiej Bogdan Bogusław Cezary Czesław Damian Daniel Dariusz
  Dawid Dominik Edward Filip Franciszek Grzegorz Henryk Hubert Igor Jacek Jakub Jan Janusz Jarosław Jerzy Józef Kacper Kamil
  Karol Kazimierz Konrad Krzysztof Leszek Łukasz Maciej Marcin Marek Mariusz Mateusz Michał Mirosław Paweł Piotr Przemysław
  Rafał Robert Roman Ryszard Sebastian Sławomir Stanisław Stefan Szymon Tadeusz Tomasz Waldemar Wiktor Witold Wojciech Zbigniew`)
/** Whole surnames, and roots that take the endings below. */
const surnames =
  words(`Bąk Bieniek Błaszczyk Borowiec Brzęk Bukowiec Chmiel Cichoń Cichy Czapla Czech Czyż Dąbek Drozd Dudek Duda
  Dziedzic Fijał Gajda Gąsior Głowa Góra Grzyb Gwóźdź Jagoda Jarosz Jeleń Kaczor Kapusta Karp Kaszuba Kaźmierczak Kiełbasa Kłos
  Kmieć Kogut Konieczny Kos Kowal Kozak Kozioł Kraska Krawiec Król Kruk Krupa Kubiak Kula Kurek Łapa Lis Madej Mazur Mądry
  Michalak Mróz Mucha Niedziela Noga Nowak Nowacki Orzeł Ostrowski Pająk Pawlak Piątek Piekarz Pietrzak Płaza Przybysz Pszczoła
  Rogal Różycki Rybak Ryś Rzepa Sałata Serafin Siwiec Skiba Słoma Sobczak Socha Sokół Sowa Sroka Stępień Struś Szczepanik
  Szczygieł Szewc Szpak Szulc Szymczak Ślusarz Śliwa Świątek Świerk Trzciński Turek Wąs Węgrzyn Wiatr Wieczorek Więcek Wilk
  Wiśnia Włodarczyk Wójcik Wójtowicz Wróbel Wrona Wyrwa Zając Zaremba Zawada Zięba Zych Żak Żbik Żmuda Żółć Żuk Żuraw`)
const roots =
  words(`Adamcz Banas Baran Bedn Bielak Bogd Borow Brzez Buj Chrząst Ciesiel Czarn Dąbrow Dobrz Domań Drzew Dziub
  Falk Gołęb Górn Grabow Gralew Grodz Gutow Jabłoń Jagieł Janow Jasiń Jaworz Jędrzej Kalin Kamień Karcz Kasprz Kędz Klimcz
  Kłosow Kołodz Konop Korzen Kosiń Kozłow Krasz Krzem Kubań Kucharz Kurz Kwiat Lasot Leśn Lewand Lipow Łoziń Łukas Maciąg Majew
  Malin Marcz Matusz Mikołaj Mirow Młyn Morawcz Mosz Niedźw Nowiń Olsz Orzech Osiń Owczar Pachol Paszkow Piasecz Pieńk Piwow
  Podgór Polań Przygod Ptaszyń Radziw Rakow Rochow Rudz Rutk Rzęd Sadow Sikor Skrzyp Sobierań Sosnow Stanisz Stolarz Stróż
  Strzel Suchan Surm Szadk Szaf Szczur Szubert Śmiał Święc Tarnow Tomcz Topol Trojan Tułacz Ubysz Urbań Wałęs Warcz Wasil
  Wawrzyn Wąsow Wesoł Wierzb Wilcz Winn Wodz Wołosz Wrześn Zagór Zakrzew Zalew Zarzycz Zborow Zdroj Ziółk Żebrow Żychl`)
const endings = ['ski', 'czyk', 'owicz', 'ak', 'ek', 'iński', 'alski', 'ewicz', 'ura', 'ała']
const ukrainianWomen =
  words(`Юлія Олена Оксана Наталія Ганна Галина Катерина Людмила Світлана Тетяна Ірина Марія Вікторія
  Анастасія Надія Любов Валентина Євгенія Жанна Христина`)
const ukrainianMen =
  words(`Олександр Андрій Сергій Володимир Юрій Олексій Михайло Петро Василь Іван Григорій Дмитро Євген Ігор
  Микола Павло Тарас Богдан Віталій Ярослав`)
const ukrainianRoots =
  words(`Бондар Бойч Васил Вовч Гайд Гонч Григор Данил Демч Дорош Жадан Журавл Захарч Іван Ковал Козач Кравч
  Криворуч Кузьм Лавр Левч Лисенч Литвин Лук'ян Марч Мельнич Мороз Назар Олійнич Онищ Павл Панч Петр Поліщ Прихідч Романч Савч
  Семен Сидор Симон Ткач Тимош Федор Харч Цимбал Чайч Чорн Шевч Шепіт Щерб Юрч Яким Яремч Яцен Хоменч Зозул Голуб Цап Ющ`)
const ukrainianEndings = ['енко', 'ук', 'ишин', 'ак', 'ець']

/** Three thousand people, no two of one name, with hardly more than three of a surname. */
export function threeThousand(): Kept[] {
  const by = chance(2026)
  const people = new Map<string, Kept>()
  const bearers = new Map<string, number>()
  const put = (person: Kept) => {
    const already = bearers.get(person.family) ?? 0
    if (already >= 3 || people.has(`${person.given} ${person.family}`)) return
    bearers.set(person.family, already + 1)
    people.set(`${person.given} ${person.family}`, person)
  }
  while (people.size < 2400) {
    const female = by.below(2) === 0
    const plain =
      by.below(4) === 0
        ? by.of(surnames)
        : by
            .of(roots)
            .replace(/$/, by.of(endings))
            .replace(/czczyk$/, 'czyk')
            .replace(/szski$/, 'ski')
    const family = female ? plain.replace(/([sc]k)i$/, '$1a').replace(/y$/, 'a') : plain
    put({ given: by.of(female ? women : men), family, female, script: 'pl' })
  }
  while (people.size < 3000) {
    const female = by.below(2) === 0
    const cyrillic = {
      given: by.of(female ? ukrainianWomen : ukrainianMen),
      family: by.of(ukrainianRoots) + by.of(ukrainianEndings),
    }
    const script = by.of(['uk', 'passport', 'transcribed'] as const)
    const write = script === 'uk' ? (text: string) => text : script === 'passport' ? passport : transcribed
    put({ given: write(cyrillic.given), family: write(cyrillic.family), female, script })
  }
  return [...people.values()]
}

const table = (pairs: string) => new Map(words(pairs).map((pair) => pair.split('=') as [string, string]))
/** Writes by a table, letter by letter; `first` at the beginning of a word. */
const by =
  (letters: Map<string, string>, first = letters) =>
  (text: string) =>
    text
      .split(' ')
      .map((word) =>
        [...word.toLowerCase()]
          .map((letter, i) => (i === 0 ? first.get(letter) : undefined) ?? letters.get(letter) ?? letter)
          .join('')
          .replace(/^./u, (initial) => initial.toUpperCase()),
      )
      .join(' ')
const common = "а=a б=b в=v г=h ґ=g д=d е=e з=z і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ь= '= ’="
const passportLetters = table(`${common} є=ie ж=zh и=y ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia`)
/** As a Ukrainian passport has it: CMU resolution 55 of 2010. */
export const passport = (text: string) =>
  by(passportLetters, table('є=ye ї=yi й=y ю=yu я=ya'))(text.replaceAll('зг', 'zgh').replaceAll('Зг', 'Zgh'))
const transcription = table(`${common} в=w є=je ж=ż и=y ї=ji й=j х=ch ц=c ч=cz ш=sz щ=szcz ю=ju я=ja л=ł`)
/** As Polish books write Ukrainian names: the transcription of PWN. */
export const transcribed = (text: string) =>
  by(transcription)(
    text
      .replace(/л(?=[іюяєеь])/giu, (l) => (l === 'Л' ? 'L' : 'l'))
      .replace(/([нсзц])ь/giu, (_, l: string) => ({ н: 'ń', с: 'ś', з: 'ź', ц: 'ć' })[l.toLowerCase()]!)
      .replace(/(?<=l)ю/giu, 'u')
      .replace(/(?<=l)я/giu, 'a')
      .replace(/(?<=l)є/giu, 'e')
      .replace(/(?<=[бвгдзкмнпрстфцń])ю/giu, 'iu')
      .replace(/(?<=[бвгдзкмнпрстфцń])я/giu, 'ia')
      .replace(/(?<=[бвгдзкмнпрстфцń])є/giu, 'ie'),
  ).replaceAll('ії', 'ji')
const isoLetters = table(`${common} є=ê ж=ž и=i і=ì ї=ï й=j х=h г=g ц=c ч=č ш=š щ=ŝ ю=û я=â ґ=g̀ ь=ʹ '=ʼ`)
/** Letter for letter: PN-ISO 9. */
export const transliterated = by(isoLetters)
const cyrillicOf: [RegExp, string][] =
  `szcz=щ sz=ш cz=ч ch=х rz=ж ż=ж dz=дз ja=я ju=ю je=є ia=я iu=ю ie=є jo=йо ió=ьо io=ьо a=а ą=он b=б c=ц ć=ць d=д e=е ę=ен f=ф g=ґ h=г i=і j=й k=к
  l=ль ł=л m=м n=н ń=нь o=о ó=у p=п r=р s=с ś=сь t=т u=у w=в y=и z=з ź=зь`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('='))
    .map(([from, to]) => [new RegExp(from!, 'g'), to!])
/** A Polish name in Ukrainian letters. */
const cyrillic = (text: string) =>
  cyrillicOf
    .reduce((written, [from, to]) => written.replace(from, to), text.toLowerCase())
    .replace(/ль(?=[аоуеиіяює])/g, 'л')

const plain = (text: string) =>
  text.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD').replace(/\p{M}/gu, '')
const letters = 'abcdefghijklmnoprstuwyz'
const keys: Record<string, string> = Object.fromEntries(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
    [...row].map((key, i) => [key, `${row[i - 1] ?? ''}${row[i + 1] ?? ''}`]),
  ),
)
/** A place inside a word, not its first letter. */
const inside = (word: string, chance: Chance) => 1 + chance.below(word.length - 1)
const put = (word: string, at: number, instead: string, length = 1) =>
  word.slice(0, at) + instead + word.slice(at + length)
const wrong = (word: string, chance: Chance) => put(word, inside(word, chance), chance.of([...letters]))
const swapped = (word: string, chance: Chance) => {
  const at = 1 + chance.below(word.length - 2)
  return put(word, at, word[at + 1]! + word[at]!, 2)
}
/** What is heard, where the name has it. */
const heard = (from: RegExp, to: string | ((found: string) => string)) => (person: Kept) => {
  const said = `${person.given} ${person.family}`.replace(from, to as string)
  return said === `${person.given} ${person.family}` ? null : said
}

const soft: [RegExp, string][] = [
  [/sta$/, 'ście'],
  [/ra$/, 'rze'],
  [/ta$/, 'cie'],
  [/da$/, 'dzie'],
  [/ka$/, 'ce'],
  [/ga$/, 'dze'],
  [/ła$/, 'le'],
  [/([nwmbpszf])a$/, '$1ie'],
  [/cja$/, 'cji'],
  [/([^aeiouy])ia$/, '$1ii'],
  [/ja$/, 'i'],
  [/la$/, 'li'],
  [/a$/, 'y'],
]
type Case = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'locative'
/** A given name or a surname in one of its cases, as people bend them; what a woman bears and ends with a consonant stays. */
export function bent(word: string, female: boolean, into: Case): string {
  const adjective = {
    genitive: 'iego',
    dative: 'iemu',
    accusative: 'iego',
    instrumental: 'im',
    locative: 'im',
  }
  if (/[sc]ki$/.test(word)) return word.slice(0, -1) + adjective[into]
  if (/[yi]$/.test(word))
    return (
      word.slice(0, -1) +
      adjective[into]
        .replace(/^i(?=[em])/, into === 'instrumental' || into === 'locative' ? 'y' : '')
        .replace('yim', 'ym')
        .replace(/^im$/, 'ym')
    )
  if (female && /[sc]ka$/.test(word))
    return (
      word.slice(0, -1) +
      { genitive: 'iej', dative: 'iej', accusative: 'ą', instrumental: 'ą', locative: 'iej' }[into]
    )
  if (word.endsWith('a')) {
    if (into === 'accusative') return `${word.slice(0, -1)}ę`
    if (into === 'instrumental') return `${word.slice(0, -1)}ą`
    if (into === 'genitive')
      return word
        .replace(/(c|[^aeiouy]i|l)?j?a$/, (end) =>
          end === 'cja'
            ? 'cji'
            : /^.ia$/.test(end)
              ? `${end[0]}ii`
              : end === 'la'
                ? 'li'
                : end === 'ja'
                  ? 'i'
                  : `${end.slice(0, -1)}y`,
        )
        .replace(/([kg])y$/, '$1i')
    const [from, to] = soft.find(([ending]) => ending.test(word))!
    return word.replace(from, to)
  }
  if (female) return word
  const stem = word
    .replace(/ek$/, 'k')
    .replace(/iec$/, 'c')
    .replace(/eł$/, 'ł')
    .replace(/ioł$/, 'ł')
    .replace(/ć$/, 'ci')
    .replace(/ń$/, 'ni')
    .replace(/ś$/, 'si')
  if (into === 'genitive' || into === 'accusative') return `${stem}a`
  if (into === 'dative') return `${stem}owi`
  if (into === 'instrumental') return stem + (/[kg]$/.test(stem) ? 'iem' : 'em')
  return `${stem}u`
}
const inCase =
  (into: Case) =>
  ({ given, family, female }: Kept) =>
    `${bent(given, female, into)} ${bent(family, female, into)}`

const everyday: Record<string, string> = Object.fromEntries(
  words(`Agnieszka=Aga Aleksandra=Ola Anna=Ania Barbara=Basia Bożena=Bożenka Danuta=Danka Dorota=Dorotka Elżbieta=Ela Emilia=Emilka
    Gabriela=Gabrysia Grażyna=Grażynka Halina=Hala Irena=Irenka Iwona=Iwonka Izabela=Iza Jadwiga=Jadzia Janina=Janka Joanna=Asia
    Jolanta=Jola Justyna=Justynka Katarzyna=Kasia Krystyna=Krysia Magdalena=Magda Małgorzata=Gosia Maria=Marysia Michalina=Misia
    Natalia=Natalka Patrycja=Pati Renata=Renia Stanisława=Stasia Stefania=Stefa Teresa=Tereska Urszula=Ula Weronika=Wera
    Wiesława=Wiesia Wiktoria=Wika Zofia=Zosia Zuzanna=Zuzia Aleksander=Olek Andrzej=Jędrek Antoni=Antek Bartłomiej=Bartek
    Bogusław=Boguś Cezary=Czarek Czesław=Czesiek Dariusz=Darek Edward=Edek Franciszek=Franek Grzegorz=Grzesiek Henryk=Heniek
    Jakub=Kuba Jan=Jaś Jarosław=Jarek Jerzy=Jurek Józef=Józek Kazimierz=Kazik Krzysztof=Krzysiek Maciej=Maciek Mateusz=Mati
    Michał=Misiek Mirosław=Mirek Paweł=Pawełek Piotr=Piotrek Przemysław=Przemek Radosław=Radek Ryszard=Rysiek Sebastian=Seba
    Sławomir=Sławek Stanisław=Staszek Szymon=Szymek Tadeusz=Tadek Tomasz=Tomek Waldemar=Waldek Witold=Witek Wojciech=Wojtek
    Zbigniew=Zbyszek Юлія=Юля Олена=Лена Наталія=Наталка Ганна=Аня Галина=Галя Катерина=Катя Світлана=Свєта Тетяна=Таня Марія=Марійка
    Вікторія=Віка Анастасія=Настя Олександр=Сашко Володимир=Вова Юрій=Юрко Михайло=Мишко Петро=Петрик Василь=Вася Іван=Івась
    Григорій=Гриць Дмитро=Діма Євген=Женя Микола=Коля Віталій=Віталик`).map((pair) => pair.split('=')),
)
const called = ({ given, family }: Kept) => (everyday[given] ? `${everyday[given]} ${family}` : null)
const russian: [RegExp, string][] = [
  [/и/g, 'ы'],
  [/[ії]/g, 'и'],
  [/є/g, 'е'],
  [/'/g, 'ъ'],
]

/** A way to distort: what is asked for in place of a name, or null where it does not fit that name. */
export type Distortion = (person: Kept, chance: Chance) => string | null
const familyBy =
  (distort: (word: string, chance: Chance) => string): Distortion =>
  ({ given, family }, chance) =>
    family.length < 4 ? null : `${given} ${distort(family, chance)}`

/** Of names in Latin letters. */
export const ofLatin: Record<string, Distortion> = {
  'as it is kept': ({ given, family }) => `${given} ${family}`,
  'without Polish letters': (person) => plain(`${person.given} ${person.family}`),
  'in small letters': ({ given, family }) => `${given} ${family}`.toLowerCase(),
  'in capitals': ({ given, family }) => `${given} ${family}`.toUpperCase(),
  'in letters with their marks apart': ({ given, family }) => `${given} ${family}`.normalize('NFD'),
  'family name first': ({ given, family }) => `${family} ${given}`,
  'family name first and a comma': ({ given, family }) => `${family}, ${given}`,
  'a wrong letter in the family name': familyBy(wrong),
  'a wrong letter in the given name': ({ given, family }, chance) => `${wrong(given, chance)} ${family}`,
  'a wrong letter in both': ({ given, family }, chance) =>
    family.length < 4 || given.length < 4 ? null : `${wrong(given, chance)} ${wrong(family, chance)}`,
  'the first letter wrong': familyBy((word, chance) => put(word, 0, chance.of([...letters]))),
  'a letter lacks': familyBy((word, chance) => put(word, inside(word, chance), '')),
  'a letter too much': familyBy((word, chance) =>
    put(word, inside(word, chance), chance.of([...letters]), 0),
  ),
  'a letter twice': familyBy((word, chance) => {
    const at = inside(word, chance)
    return put(word, at, word[at]!, 0)
  }),
  'two letters swapped': familyBy(swapped),
  'swapped in the given name': ({ given, family }, chance) =>
    given.length < 4 ? null : `${swapped(given, chance)} ${family}`,
  'the key beside': familyBy((word, chance) => {
    const at = inside(word, chance)
    return put(word, at, chance.of([...(keys[plain(word[at]!)] ?? 'a')]))
  }),
  'ó as u': heard(/ó/g, 'u'),
  'u as ó': heard(/(?<=[a-ząćęłńóśźż])u/g, 'ó'),
  'rz as ż': heard(/rz/g, 'ż'),
  'ż as rz': heard(/ż/g, 'rz'),
  'ch as h': heard(/ch/g, 'h'),
  'h as ch': heard(/(?<!c)h/g, 'ch'),
  'ą as on': heard(/ą/g, 'on'),
  'ę as en': heard(/ę/g, 'en'),
  'ą as om': heard(/ą(?=[bp])/g, 'om'),
  'sz and cz without their z': heard(/(?<=[sc])z/g, ''),
  'ś as sz, ć as cz': heard(/[śćź]/g, (found) => ({ ś: 'sz', ć: 'cz', ź: 'ż' })[found]!),
  'w as v': heard(/w/gi, 'v'),
  'y as i': heard(/y/g, 'i'),
  'j as i': heard(/j/g, 'i'),
  'double letters as one': heard(/(.)\1/g, '$1'),
  'by its initial': ({ given, family }) => `${given[0]}. ${family}`,
  'by the initial after the family name': ({ given, family }) => `${family} ${given[0]}`,
  'by an everyday name': called,
  'in the genitive': inCase('genitive'),
  'in the dative': inCase('dative'),
  'in the accusative': inCase('accusative'),
  'in the instrumental': inCase('instrumental'),
  'in the locative': inCase('locative'),
  'by an everyday name in the genitive': (person) =>
    everyday[person.given]
      ? `${bent(everyday[person.given]!, person.female, 'genitive')} ${bent(person.family, person.female, 'genitive')}`
      : null,
  'in the genitive without Polish letters': (person) => plain(inCase('genitive')(person)),
  'the family name alone': ({ family }) => family,
  'the family name alone, in the genitive': ({ family, female }) => bent(family, female, 'genitive'),
  'the family name alone with a wrong letter': ({ family }, chance) =>
    family.length < 6 ? null : wrong(family, chance),
  'the beginnings of both': ({ given, family }) =>
    given.length < 5 || family.length < 7 ? null : `${given.slice(0, 4)} ${family.slice(0, 6)}`,
  'without a space': ({ given, family }) => given + family,
  'a space within': familyBy((word) => `${word.slice(0, 3)} ${word.slice(3)}`),
  'with many spaces': ({ given, family }) => `  ${given}    ${family} `,
  'with a dash between': ({ given, family }) => `${given}-${family}`,
  'with Pan or Pani': ({ given, family, female }) => `${female ? 'Pani' : 'Pan'} ${given} ${family}`,
  'with a second given name': ({ given, family, female }) =>
    `${given} ${female ? 'Maria' : 'Adam'} ${family}`,
  'with another family name besides': ({ given, family }) => `${given} ${family}-Umowna`,
  'in Ukrainian letters': ({ given, family }) => cyrillic(`${given} ${family}`),
}

/** Of names in Ukrainian letters. */
export const ofUkrainian: Record<string, Distortion> = {
  'as it is kept': ({ given, family }) => `${given} ${family}`,
  'in small letters': ({ given, family }) => `${given} ${family}`.toLowerCase(),
  'by the passport': ({ given, family }) => passport(`${given} ${family}`),
  'by the passport, family name first': ({ given, family }) => passport(`${family} ${given}`),
  'by the Polish transcription': ({ given, family }) => transcribed(`${given} ${family}`),
  'by the Polish transcription, without Polish letters': ({ given, family }) =>
    plain(transcribed(`${given} ${family}`)),
  'by the Polish transliteration': ({ given, family }) => transliterated(`${given} ${family}`),
  'by the passport, a wrong letter': ({ given, family }, chance) =>
    `${passport(given)} ${wrong(passport(family), chance)}`,
  'by the passport, a letter lacks': ({ given, family }, chance) => {
    const word = passport(family)
    return `${passport(given)} ${put(word, inside(word, chance), '')}`
  },
  'a wrong Ukrainian letter': ({ given, family }, chance) =>
    `${given} ${put(family, inside(family, chance), chance.of([...'абвгдежзиклмнопрст']))}`,
  'as in Russian': ({ given, family }) =>
    russian.reduce((written, [from, to]) => written.replace(from, to), `${given} ${family}`.toLowerCase()),
  'by an everyday name': called,
  'by its initial': ({ given, family }) => `${given[0]}. ${family}`,
  'the family name alone, by the passport': ({ family }) => passport(family),
  'with the father’s name': ({ given, family, female }) =>
    `${family} ${given} ${female ? 'Петрівна' : 'Петрович'}`,
}

const fromPassport = table(
  `a=а b=б v=в h=г g=ґ d=д e=е z=з y=и i=і k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у f=ф`,
)
/** A name of a Ukrainian passport as it was in Ukrainian letters, as near as they tell. */
const backToUkrainian = (text: string) =>
  by(fromPassport)(
    text
      .toLowerCase()
      .replaceAll('shch', 'щ')
      .replace(
        /zh|kh|ts|ch|sh|iu|yu|ia|ya|ie|ye/g,
        (pair) =>
          ({
            zh: 'ж',
            kh: 'х',
            ts: 'ц',
            ch: 'ч',
            sh: 'ш',
            iu: 'ю',
            yu: 'ю',
            ia: 'я',
            ya: 'я',
            ie: 'є',
            ye: 'є',
          })[pair]!,
      ),
  )
/** Of names as a Ukrainian passport has them. */
export const ofPassport: Record<string, Distortion> = {
  'in Ukrainian letters': ({ given, family }) => backToUkrainian(`${given} ${family}`),
  'by the Polish transcription': ({ given, family }) => transcribed(backToUkrainian(`${given} ${family}`)),
  'a wrong letter in the family name': familyBy(wrong),
}
/** Of names as Polish books write Ukrainian ones. */
export const ofTranscribed: Record<string, Distortion> = {
  'in Ukrainian letters': ({ given, family }) => cyrillic(`${given} ${family}`),
  'by the passport': ({ given, family }) => passport(cyrillic(`${given} ${family}`)),
  'a wrong letter in the family name': familyBy(wrong),
}
