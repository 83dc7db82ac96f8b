import { journey } from '../journey.ts'

const [joannas, kamils, ninas, halinas] = [
  'Joanna Przykładna',
  'Kamil Wzorcowy',
  'Nina Zapewne',
  'Halina Niby',
] as const

export default journey(
  'Cała droga, policzona',
  'Mama z dwojgiem dzieci, cztery instytucje, trzy obszary życia, dwa cele, cztery usługi. Liczymy każde dotknięcie i każdy wpisany tekst wszystkich osób, od zgłoszenia do zatwierdzonego kontraktu.',
  async (walk) => {
    const joanna = await walk.as(joannas)
    const kamil = await walk.as(kamils)
    const danuta = await walk.as('Danuta Zmyślna')
    const letterTo = async (about: RegExp) => {
      await walk.letters()
      const letters = (await joanna.asks('/practice/outbox')).body as { body: string; to: string }[]
      const link = letters
        .map(({ body }) => body)
        .filter((body) => about.test(body))
        .flatMap((body) => body.match(/https?:\/\/\S+/g) ?? [])
      return new URL(link[0]!).pathname + new URL(link[0]!).search
    }

    await walk.deed('zgłoszenie', async () => {
      await kamil.open('/')
      await kamil.follow('Zgłoś rodzinę')
      await kamil.pick(/Pilne – w ciągu kilku dni/)
      await kamil.fill('O kogo chodzi', 'Policzalscy: mama Honorata, Borys z klasy drugiej i mała Kalina')
      await kamil.fill('Gdzie mieszkają', 'Oksa, koło młyna')
      await kamil.fill('Co Cię niepokoi', 'Borys bywa w szkole dwa dni w tygodniu, w domu brakuje na opał.')
      await kamil.pick('Absencja szkolna')
      await kamil.pick('Tak, rozmawialiśmy')
      await kamil.press('Wyślij zgłoszenie')
      await kamil.reads(/Wysłano do/)
    })

    await walk.deed('podjęcie zgłoszenia, trzy osoby, koordynacja', async () => {
      await joanna.open('/')
      await joanna.follow(/Nowe zgłoszenie|Przeczytaj/)
      await joanna.follow('Podejmij')
      await joanna.fill('Imię i nazwisko', 'Policzalska')
      await joanna.press('Szukaj')
      await joanna.reads('Nikogo takiego nie znamy.')
      await joanna.press('To ktoś nowy: dodaj')
      await joanna.press('Dodaj osobę')
      await joanna.press('Dodaj osobę')
      const people = [
        { given: 'Honorata', family: 'Policzalska', year: '1991' },
        { given: 'Borys', family: 'Policzalski', year: '2018' },
        { given: 'Kalina', family: 'Policzalska', year: '2022' },
      ]
      for (const [i, person] of people.entries()) {
        const fields = joanna.page.getByRole('group', { name: `Osoba ${i + 1}` })
        await joanna.type(fields.getByLabel(/^Imię/), person.given)
        if (i > 0) await joanna.type(fields.getByLabel(/^Nazwisko/), person.family)
        await joanna.type(fields.getByLabel('albo sam rok'), person.year)
      }
      await joanna.fill('Nazwa na listach', 'Policzalscy')
      await joanna.pick('Ja poprowadzę tę rodzinę')
      await joanna.press('Otwórz sprawę')
      await joanna.reads(/Otwarto sprawę/)
      await joanna.follow('Przejdź do rodziny')
    })

    await walk.deed('kto jest kim dla dzieci', async () => {
      await joanna.follow('Domownicy')
      for (const child of ['Borys', 'Kalina']) {
        await joanna.press('Dodaj relację')
        await joanna.choose(/^Kto/, /Honorata/)
        await joanna.choose(/jest dla tej osoby/, /^Matka/)
        await joanna.choose(/Dla kogo/, new RegExp(child))
        await joanna.choose(/Władza rodzicielska/, /Pełna/)
        await joanna.press('Zapisz relację')
      }
    })

    await walk.deed('zaproszenie trzech osób', async () => {
      await joanna.follow('Zespół')
      for (const name of [kamils, ninas, halinas]) {
        await joanna.fill('Znajdź osobę albo instytucję', name)
        await joanna.press(`Zaproś: ${name}`)
        await joanna.press('Wyślij zaproszenie')
        await joanna.reads(`Zaproszenie wysłane: ${name}`)
      }
    })
    await walk.deed('przyjęcie zaproszeń, troje', async () => {
      for (const name of [kamils, ninas, halinas]) {
        const member = await walk.as(name)
        await member.open('/')
        await member.follow(/Odpowiedz|zaproszenie do zespołu|Zaproszenie/i)
        await member.press('Dołączam')
        await member.reads('Kto pracuje z rodziną')
      }
    })

    await walk.deed('informacja o danych, trzy osoby', async () => {
      await joanna.follow('Rodzina')
      await joanna.follow('Zgody')
      for (const person of ['Honorata', 'Borys', 'Kalina']) {
        await joanna.press(new RegExp(`Zapisz, że wyjaśniono: ${person}`))
        if (person !== 'Honorata') await joanna.choose('Kto ją usłyszał', /Honorata/)
        await joanna.press(/^Zapisz$/)
      }
    })
    await walk.deed('arkusze zgody: przygotowanie i podpis', async () => {
      await joanna.press('Przygotuj arkusze')
      await joanna.press(/^Przygotuj$/)
      await joanna.press('Zapisz podpis: Honorata Policzalska')
      for (const box of await joanna.page.getByRole('main').getByRole('checkbox').all()) await joanna.tap(box)
      await joanna.press(/^Zapisz$/)
      await joanna.reads('podpisane')
    })

    await walk.deed('diagnoza: opisy trzech instytucji', async () => {
      await joanna.follow('Diagnoza')
      await joanna.press('Zacznij wspólną diagnozę')
      for (const [name, domain, level, strength] of [
        [kamils, 'Szkoła i nauka', /^2\./, 'Lubi czytać i ma kolegów w klasie.'],
        [ninas, 'Zdrowie psychiczne', /^3\./, 'Mama sama szuka pomocy.'],
        [halinas, 'Zdrowie ciała', /^3\./, 'Dzieci są szczepione, mama przychodzi na wizyty.'],
      ] as const) {
        const member = await walk.as(name)
        await member.follow('Diagnoza')
        await member.press(domain)
        await member.pick(level)
        await member.fill('Mocne strony', strength)
        await member.press('Zapisz nasz opis')
        await member.press(/Pokaż zespołowi/)
      }
    })
    await walk.deed('diagnoza: głos rodziny i ustalenia, trzy obszary', async () => {
      await joanna.follow('Rodzina')
      await joanna.follow('Diagnoza')
      for (const domain of ['Szkoła i nauka', 'Zdrowie psychiczne', 'Zdrowie ciała']) {
        await joanna.press(domain)
        await joanna.press('Rodzina')
        await joanna.pick(/^3\./)
        await joanna.fill('Słowami rodziny', 'Raz lepiej, raz gorzej.')
        await joanna.press('Zapisz głos rodziny')
        await joanna.reads('zapisane')
        await joanna.press('Ustalone razem')
        await joanna.pick(/^2\./)
        await joanna.press('Zapisz ustalenie')
        await joanna.reads('zapisane')
      }
      await joanna.fill('Kto był', 'Honorata Policzalska\nKamil Wzorcowy\nNina Zapewne\nHalina Niby')
      await joanna.press('Ustal diagnozę')
    })

    await walk.deed('dwa cele', async () => {
      await joanna.follow('Plan')
      for (const [words, domain] of [
        ['Żeby Borys był w szkole co dzień', /Szkoła i nauka/],
        ['Żebym miała rano siłę wstać', /Zdrowie psychiczne/],
      ] as const) {
        if (domain.source !== 'Szkoła i nauka') await joanna.press('Dodaj cel')
        await joanna.fill('Cel słowami rodziny', words)
        await joanna.choose('Obszar życia', domain)
        await joanna.choose('Dziś', '2')
        await joanna.choose('Chcemy', '4')
        await joanna.press('Zapisz cel')
        await joanna.reads(words)
      }
    })
    await walk.deed('cztery usługi', async () => {
      for (const [goal, kind, provider] of [
        [0, /Pomoc psychologiczno-pedagogiczna w szkole/, /Przykładowych/],
        [0, /Wsparcie psychologiczne/, /Modelowa/],
        [1, /Praca socjalna/, /GOPS|Pomocy Społecznej/],
        [1, /Poradnictwo specjalistyczne/, /Przychodnia/],
      ] as const) {
        await joanna.tap(joanna.page.getByRole('button', { name: 'Dodaj usługę' }).nth(goal))
        await joanna.choose('Rodzaj usługi', kind)
        await joanna.choose(/^Kto$/, provider)
        await joanna.press(/Dodaj (i zapytaj|do koszyka)/)
      }
    })
    await walk.deed('odpowiedzi trzech instytucji', async () => {
      for (const name of [kamils, ninas, halinas]) {
        const asked = await walk.as(name)
        await asked.open('/')
        await asked.follow(/Czy przyjmiecie/)
        await asked.press('Przyjmujemy')
        await asked.press('Wyślij: przyjmujemy')
        await asked.reads('Dziękujemy, przyjęte.')
      }
    })
    await walk.deed('odpowiedzi rodziny na cztery usługi', async () => {
      await joanna.follow('Plan')
      for (let i = 0; i < 4; i++) {
        await joanna.tap(joanna.page.getByRole('button', { name: 'Odpowiedź rodziny' }).nth(i))
        await joanna.pick('tak')
        await joanna.press('Zapisz odpowiedź rodziny')
      }
    })
    await walk.deed('koszyk, kontrakt, wydruk, podpis', async () => {
      await joanna.press(/Zamroź 4 gotowe/)
      await joanna.press(/^Przygotuj kontrakt$/)
      await joanna.press('Przepisz')
      await joanna.press('Zapisz szkic kontraktu')
      await joanna.press('Wydrukuj do podpisu')
      await joanna.press('Podpisane na papierze')
      await joanna.press('Podpisz tutaj')
      await joanna.reads(/Zatwierdza kierownik/)
    })
    await walk.deed('zatwierdzenie', async () => {
      await danuta.open('/')
      await danuta.follow(/kontrakt/i)
      await danuta.press('Zatwierdź kontrakt')
      await danuta.confirm('Zatwierdź kontrakt')
      await danuta.reads('obowiązuje')
    })

    const { taps, typed } = walk.effort()
    walk.count({ name: 'od zgłoszenia do kontraktu: dotknięcia', value: taps, unit: 'dotknięć', bar: 110 })
    walk.count({ name: 'od zgłoszenia do kontraktu: wpisane teksty', value: typed, unit: 'tekstów', bar: 25 })
    await letterTo(/./)
  },
)
