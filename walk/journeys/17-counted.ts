import { journey } from '../journey.ts'
import type { Walker } from '../walker.ts'

const [kamils, ninas, halinas] = ['Kamil Wzorcowy', 'Nina Zapewne', 'Halina Niby'] as const

export default journey(
  'Cała droga, policzona',
  'Mama z dwojgiem dzieci, cztery instytucje, trzy obszary życia, dwa cele, cztery usługi. Liczymy każde dotknięcie i każdy wpisany tekst wszystkich osób, od zgłoszenia do zatwierdzonego kontraktu. Kto jest o coś proszony, przychodzi z listu: wszyscy wybrali kiedyś „Od razu”. Link w liście to też dotknięcie.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    const kamil = await walk.as(kamils)
    const danuta = await walk.as('Danuta Zmyślna')
    /** Links of letters that came before. */
    const old = new Set<string>()
    const newLetters = async (who: Walker) => {
      await walk.letters()
      const letters = (await who.asks('/practice/outbox')).body as { to: string; body: string }[]
      const toThem = letters.filter(({ to }) => to.startsWith(`${who.name.split(' ')[0]!.toLowerCase()}@`))
      const lines = toThem.flatMap(({ body }) => [...body.matchAll(/(.+)\n+\s*http\S+?(\/asks\/\S+)/g)])
      const fresh = lines.filter(([, , link]) => !old.has(link!))
      for (const [, , link] of lines) old.add(link!)
      return fresh.map(([, line, link]) => ({ line: line!, link: link! }))
    }
    /** The link below the line of what just came. */
    const fromLetter = async (who: Walker, words: RegExp) => {
      const [found, ...others] = (await newLetters(who)).filter(({ line }) => words.test(line))
      if (!found || others.length > 0)
        throw new Error(`${who.name}: ${others.length + 1} new letters, or none`)
      await who.open(found.link)
    }
    for (const name of ['Joanna Przykładna', kamils, ninas, halinas, 'Danuta Zmyślna']) {
      const who = await walk.as(name)
      await who.open('/asks/letters')
      await who.pick('Od razu')
      await who.reads('Zapisane.')
      await newLetters(who)
    }
    const before = walk.effort()
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

    await walk.deed('podjęcie: trzy osoby, kto jest kim, koordynacja', async () => {
      await fromLetter(joanna, /nowe zgłoszenie/)
      await joanna.follow('Podejmij')
      await joanna.fill('Imię i nazwisko', 'Honorata Policzalska')
      await joanna.press('Szukaj')
      await joanna.reads('Nikogo takiego nie znamy.')
      await joanna.press('To ktoś nowy: dodaj')
      await joanna.press('Dodaj osobę')
      await joanna.press('Dodaj osobę')
      const person = (no: number) => joanna.page.getByRole('group', { name: `Osoba ${no}` })
      await joanna.type(person(1).getByLabel('albo sam rok'), '1991')
      await joanna.type(person(2).getByLabel(/^Imię/), 'Borys')
      await joanna.type(person(2).getByLabel(/^Nazwisko/), 'Policzalski')
      await joanna.type(person(2).getByLabel('albo sam rok'), '2018')
      await joanna.type(person(3).getByLabel(/^Imię/), 'Kalina')
      await joanna.type(person(3).getByLabel('albo sam rok'), '2022')
      await joanna.pick('Matka')
      await joanna.pick('Pełna władza rodzicielska')
      await joanna.picture('pyta od razu, kto jest kim dla dzieci: od tego zależą zgody.')
      await joanna.pick('Ja poprowadzę tę rodzinę')
      await joanna.press('Otwórz sprawę')
      await joanna.reads(/Otwarto sprawę/)
    })

    await walk.deed('zaproszenie trzech osób', async () => {
      await joanna.follow('Zaproś do zespołu')
      for (const name of [kamils, ninas, halinas]) {
        await joanna.fill('Znajdź osobę albo instytucję', name)
        await joanna.pick(`Zaproś: ${name}`)
      }
      await joanna.picture('zaprasza kilka osób naraz.')
      await joanna.press('Wyślij 3 zaproszenia')
      await joanna.reads(`Zaproszenia wysłane: ${kamils}, ${ninas} i ${halinas}`)
    })
    await walk.deed('przyjęcie zaproszeń, troje', async () => {
      for (const name of [kamils, ninas, halinas]) {
        const member = await walk.as(name)
        await fromLetter(member, /zaprasza Cię/)
        await member.press('Dołączam')
        await member.reads('Kto pracuje z rodziną')
      }
    })

    await walk.deed('arkusze zgody: przygotowanie, podpis, informacja o danych', async () => {
      await joanna.follow('Rodzina')
      await joanna.follow('Zgody')
      await joanna.press('Przygotuj arkusze')
      await joanna.press(/^Przygotuj$/)
      await joanna.press('Zapisz podpis: Honorata Policzalska')
      for (const name of ['Honorata', 'Borys', 'Kalina'])
        await joanna.pick(new RegExp(`Wszystko zaznaczone na kartce: ${name}`))
      await joanna.pick(/wyjaśniono też/)
      await joanna.picture('krzyżyki z kartki: wszystkie naraz, gdy tak jest na papierze, albo każdy osobno.')
      await joanna.press(/^Zapisz$/)
      await joanna.reads(/instytucj\S+ do \d/)
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
        await member.press('Zapisz i pokaż zespołowi')
        await member.reads(/otwarte/)
      }
    })
    await walk.deed('diagnoza: głos rodziny i ustalenia, trzy obszary', async () => {
      await joanna.press('Szkoła i nauka')
      // After each is kept, the next that somebody described opens.
      for (const domain of ['Szkoła i nauka', 'Zdrowie ciała', 'Zdrowie psychiczne']) {
        await joanna.page.getByRole('button', { name: domain, expanded: true }).waitFor()
        const asked = (question: string) => joanna.page.getByRole('group', { name: question })
        await joanna.tap(asked('Jak widzi to rodzina?').getByLabel(/^3\./))
        await joanna.fill('Słowami rodziny', 'Raz lepiej, raz gorzej.')
        await joanna.tap(asked('Co ustaliliśmy razem?').getByLabel(/^2\./))
        if (domain === 'Szkoła i nauka')
          await joanna.picture('głos rodziny i ustalenie stoją na jednej karcie i zapisują się razem.')
        await joanna.press(/^Zapisz$/)
      }
      await joanna.reads('zapisane')
      await joanna.fill('Kto był', 'Honorata Policzalska\nKamil Wzorcowy\nNina Zapewne\nHalina Niby')
      await joanna.press('Ustal diagnozę')
      await joanna.confirm('Ustal diagnozę')
    })

    await walk.deed('dwa cele', async () => {
      await joanna.follow('Plan')
      for (const [words, domain] of [
        ['Żeby Borys był w szkole co dzień', 'Szkoła i nauka'],
        ['Żebym miała rano siłę wstać', 'Zdrowie psychiczne'],
      ] as const) {
        await joanna.fill('Cel słowami rodziny', words)
        await joanna.pick(domain)
        await joanna.reads('tak ustalono w diagnozie')
        await joanna.pick('4')
        if (domain === 'Szkoła i nauka')
          await joanna.picture('cel zaczyna się od poziomu, który przed chwilą ustalono.')
        await joanna.press('Zapisz cel')
        await joanna.reads(words)
      }
    })
    await walk.deed('cztery usługi', async () => {
      for (const [kind, provider] of [
        ['Pomoc psychologiczno-pedagogiczna w szkole', /Przykładowych/],
        ['Wsparcie psychologiczne', /Modelowa/],
        ['Praca socjalna', /GOPS|Pomocy Społecznej/],
        ['Wizyta u lekarza POZ', /Przychodnia/],
      ] as const) {
        // The form of the first goal is open and stays so; the second goal's is opened.
        if (kind === 'Praca socjalna')
          await joanna.tap(joanna.page.getByRole('button', { name: 'Dodaj usługę' }))
        await joanna.pick(provider)
        await joanna.pick(kind)
        if (kind === 'Wsparcie psychologiczne')
          await joanna.picture(
            'usługi, które taka instytucja daje, stoją obok niej; formularz czeka na następną.',
          )
        await joanna.press(/Dodaj (i zapytaj|do koszyka)/)
        await joanna.page.locator('main li').filter({ hasText: kind }).first().waitFor()
      }
    })
    await walk.deed('odpowiedzi trzech instytucji', async () => {
      for (const name of [kamils, ninas, halinas]) {
        const asked = await walk.as(name)
        await fromLetter(asked, /pyta o pomoc/)
        await asked.press('Przyjmujemy')
        await asked.press('Wyślij: przyjmujemy')
        await asked.reads('Dziękujemy, przyjęte.')
      }
    })
    await walk.deed('odpowiedzi rodziny na cztery usługi', async () => {
      await joanna.press('Odpowiedzi rodziny na 4 działania')
      for (let i = 0; i < 4; i++) await joanna.tap(joanna.page.getByRole('checkbox', { name: 'tak' }).nth(i))
      await joanna.picture('rodzina odpowiada na każdą usługę osobno, a zapis jest jeden.')
      await joanna.press('Zapisz odpowiedzi rodziny')
    })
    await walk.deed('koszyk, kontrakt, wydruk, podpis', async () => {
      await joanna.press(/Uzgodnij 4 działania/)
      await joanna.confirm('Uzgodnij')
      await joanna.press('Przepisz')
      await joanna.press('Zapisz szkic kontraktu')
      await joanna.press('Wydrukuj do podpisu')
      await joanna.press('Podpisane na papierze')
      await joanna.confirm('Zapisz podpis')
      await joanna.press('Podpisz tutaj')
      await joanna.confirm('Podpisz')
      await joanna.reads(/czeka na zatwierdzenie/)
    })
    await walk.deed('zatwierdzenie', async () => {
      await fromLetter(danuta, /Kontrakt czeka/)
      await danuta.press('Zatwierdź kontrakt')
      await danuta.confirm('Zatwierdź kontrakt')
      await danuta.reads('obowiązuje')
    })

    const { taps, typed } = walk.effort()
    walk.count({
      name: 'od zgłoszenia do kontraktu: dotknięcia',
      value: taps - before.taps,
      unit: 'dotknięć',
      bar: 110,
    })
    walk.count({
      name: 'od zgłoszenia do kontraktu: wpisane teksty',
      value: typed - before.typed,
      unit: 'tekstów',
      bar: 25,
    })
  },
)
