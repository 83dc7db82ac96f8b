import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'

export default journey(
  'Od zgłoszenia do podpisanego kontraktu',
  'Dyrektor szkoły martwi się o rodzinę. Ośrodek podejmuje zgłoszenie, zbiera zespół z czterech instytucji, rodzina mówi, czego chce, każdy odpowiada za swoją część, a na końcu jest kontrakt na papierze. Nikt nie pisze tego samego dwa razy.',
  async (walk) => {
    // The concern
    const kamil = await walk.as('Kamil Wzorcowy')
    await kamil.open('/')
    await kamil.follow('Zgłoś rodzinę')
    await kamil.fill('O kogo chodzi', 'Rodzina Wzorkowskich: mama Lucyna i syn Tymek z klasy drugiej')
    await kamil.fill('Gdzie mieszkają', 'Oksa, koło młyna')
    await kamil.fill(
      'Co Cię niepokoi',
      'Tymek przychodzi do szkoły dwa dni w tygodniu. Mama mówi, że rano nie ma siły wstać.',
    )
    // What he wrote speaks of school: the kind is offered, he taps it.
    await kamil.pick('Absencja szkolna')
    await kamil.pick(/Pilne – w ciągu kilku dni/)
    await kamil.pick('Tak, rozmawialiśmy')
    await kamil.picture(
      'zgłasza rodzinę w kilku pytaniach; obok czyta, kto to zobaczy i kiedy przyjdzie odpowiedź.',
    )
    await kamil.press('Wyślij zgłoszenie')
    await kamil.reads(/Wysłano do/)
    await kamil.picture('wie, co będzie dalej.')

    // Taking up: search before create
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.picture('ma dyżur: nowe zgłoszenie czeka na odpowiedź na samej górze Mojego dnia.')
    await joanna.open('/concerns')
    await joanna.follow(/Wzorkowskich/)
    await joanna.picture(
      'czyta zgłoszenie i wybiera: podjąć, przekazać dalej albo odpowiedzieć „bez działań”.',
    )
    await joanna.follow('Podejmij')
    await joanna.fill('Imię i nazwisko', 'Wzorkowska')
    await joanna.press('Szukaj')
    await joanna.reads('Nikogo takiego nie znamy.')
    await joanna.press('To ktoś nowy: dodaj')
    await joanna.fill(/^Imię (?!i )/, 'Lucyna')
    await joanna.fill('albo sam rok', '1991')
    await joanna.fill('Nazwa na listach', 'Wzorkowscy')
    await joanna.picture('najpierw szuka, czy kogoś już nie znamy, potem otwiera sprawę.')
    await joanna.press('Otwórz sprawę')
    await joanna.reads(/Otwarto sprawę/)
    await joanna.follow('Przejdź do rodziny')
    const family = new URL(joanna.page.url()).pathname

    await kamil.open('/concerns?tab=mine')
    await kamil.reads('podjęte')
    await kamil.open('/')
    await kamil.reads('Twoje zgłoszenie podjęto')
    await kamil.picture('czyta w Moim dniu, że jego zgłoszenie podjęto.')

    // The head appoints the coordinator
    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open(family)
    await danuta.follow(/^Wyznacz$/)
    await danuta.choose('Kto będzie koordynować', /Joanna Przykładna/)
    await danuta.picture(
      'kierowniczka widzi, że sprawa jest, i wyznacza koordynatorkę; treści sprawy nie czyta.',
    )
    await danuta.press('Wyznacz koordynatora')
    await danuta.reads('Zmień koordynatora')
    await danuta.reads(/Joanna Przykładna/)

    // The information clause
    await joanna.open(`${family}/consents`)
    await joanna.press(/Zapisz, że wyjaśniono: Lucyna/)
    await joanna.press(/^Zapisz$/)
    // The task team
    await joanna.open(`${family}/team`)
    for (const name of ['Kamil Wzorcowy', 'Nina Zapewne', 'Halina Niby']) {
      await joanna.fill('Znajdź osobę albo instytucję', name)
      await joanna.pick(`Zaproś: ${name}`)
    }
    await joanna.fill('O co pytasz', 'Czy pomożesz tej rodzinie?')
    await joanna.fill('Znajdź osobę albo instytucję', '')
    await joanna.picture(
      'zaprasza troje naraz, z jednym pytaniem; mapa kompetencji podpowiada, kogo i dlaczego.',
    )
    await joanna.press('Wyślij 3 zaproszenia')
    await joanna.reads('Zaproszenia wysłane: Kamil Wzorcowy, Nina Zapewne i Halina Niby')
    for (const name of ['Kamil Wzorcowy', 'Nina Zapewne', 'Halina Niby']) {
      const member = await walk.as(name)
      await member.open('/')
      await member.follow('Czy pomożesz tej rodzinie?')
      if (name === 'Nina Zapewne')
        await member.picture('zanim przyjmie zaproszenie, widzi tylko prośbę i kod sprawy.')
      await member.press('Dołączam')
      await member.reads('Kto pracuje z rodziną')
    }
    const nina = await walk.as('Nina Zapewne')
    await nina.picture(
      'po przyjęciu zna zespół i telefony; danych osób nie ma, bo nie ma jeszcze zgody dla poradni.',
    )

    // One sheet of consent, and a page about the child
    await joanna.open(family)
    await joanna.reads(/bez podpisu rodziny nikt stamtąd nic o niej nie przeczyta/)
    await joanna.picture('„Co teraz” mówi: najpierw arkusze zgód, potem diagnoza.')
    await joanna.open(`${family}/consents`)
    await joanna.press('Przygotuj arkusze')
    await joanna.press(/^Przygotuj$/)
    await joanna.press('Zapisz podpis: Lucyna Wzorkowska')
    for (const what of ['sprawy rodziny', 'zdrowie']) await joanna.pick(`Poradnia Modelowa: ${what}`)
    await joanna.picture(
      'pani Lucyna podpisuje jeden arkusz: przy każdej instytucji to, na co się zgadza; puste pole znaczy „nie”.',
    )
    await joanna.press(/^Zapisz$/)
    await joanna.reads(/instytucj\S+ do \d/)
    await joanna.picture('tabela mówi, kto co o kim widzi; rejestr udostępnień można wydrukować dla rodziny.')

    // The joint assessment
    await joanna.open(`${family}/assessment`)
    await joanna.press('Zacznij wspólną diagnozę')
    // The work begins in the list of domains, not in the form beside it that ends it.
    await joanna.reads('Dzień spotkania')
    await joanna.page.waitForFunction(() => !document.activeElement?.closest('aside'))
    await kamil.open('/')
    await kamil.reads('Opiszcie, jak to widzicie')
    await kamil.open(family)
    await kamil.reads('Opiszcie, jak to widzicie')
    await kamil.picture('na stronie rodziny czyta, że diagnoza czeka na jego szkołę.')
    await joanna.press('Szkoła i nauka')
    await joanna.press('Rodzina')
    await joanna.pick(/3\. Chodzi do szkoły/)
    await joanna.fill('Słowami rodziny', 'Tymek lubi szkołę, tylko ja rano nie daję rady.')
    await joanna.press(/^Zapisz$/)
    await joanna.reads('zapisane')
    await kamil.open(`${family}/assessment`)
    await kamil.press('Szkoła i nauka')
    await kamil.pick(/2\. Dużo nieobecności/)
    await kamil.fill('Mocne strony', 'Tymek czyta najlepiej w klasie.')
    await kamil.fill('Przeszkody', 'Opuszcza trzy dni w tygodniu.')
    await kamil.press('Zapisz nasz opis')
    await kamil.picture('szkoła opisuje to, co wie; dopóki nie pokaże zespołowi, nikt inny tego nie czyta.')
    await kamil.press(/Pokaż zespołowi/)
    await kamil.reads(/widzą: .*GOPS/)
    await joanna.open(`${family}/assessment`)
    await joanna.press('Szkoła i nauka')
    await joanna.tap(
      joanna.page.getByRole('group', { name: 'Co ustaliliśmy razem?' }).getByLabel(/2\. Dużo nieobecności/),
    )
    await joanna.fill('Zdanie odrębne', 'Pani Lucyna: poziom 3. Tymek lubi szkołę.')
    await joanna.press(/^Zapisz$/)
    await joanna.reads('zapisane')
    await joanna.fill('Kto był', 'Lucyna Wzorkowska\nKamil Wzorcowy\nNina Zapewne\nJoanna Przykładna')
    await joanna.picture('na spotkaniu zespół i rodzina ustalają poziom; różnica zdań zostaje zapisana.')
    await joanna.press('Ustal diagnozę')
    await joanna.confirm('Ustal diagnozę')
    await joanna.reads('Ustalone razem')
    await joanna.picture('ustalona diagnoza już się nie zmienia.')

    // The basket
    await joanna.open(`${family}/basket`)
    await joanna.fill('Cel słowami rodziny', 'Żeby Tymek był w szkole co dzień')
    await joanna.pick('Szkoła i nauka')
    await joanna.reads('Dziś: 2, tak ustalono w diagnozie.')
    await joanna.pick('4')
    await joanna.press('Zapisz cel')
    for (const own of [
      {
        what: 'Budzi Tymka o szóstej trzydzieści',
        often: 'w dni szkolne',
        sign: 'wychodzą o siódmej',
      },
      {
        what: 'Pakuje z Tymkiem plecak wieczorem',
        often: 'codziennie',
        sign: 'rano nie ma szukania zeszytów',
      },
    ]) {
      // She lives alone with a child who is not written down yet: nobody else is to be chosen.
      await joanna.press('Dodaj, co robimy my')
      await joanna.fill('Co robi', own.what)
      await joanna.fill('Jak często', own.often)
      await joanna.fill('Po czym poznamy', own.sign)
      await joanna.page.getByRole('checkbox', { name: /Rodzina mówi „tak”/ }).check()
      await joanna.press('Dodaj do planu')
      await joanna.reads(own.what)
    }
    await joanna.picture(
      'co rodzina robi sama, stoi pierwsze: kto, kiedy i po czym się to pozna. Nikogo nie trzeba pytać.',
    )
    await joanna.press('Dodaj usługę')
    for (const item of [
      {
        kind: 'Pomoc psychologiczno-pedagogiczna w szkole',
        provider: /Przykładowych/,
        request: 'Chłopiec, 8 lat, dużo nieobecności. Poranna opieka?',
      },
      {
        kind: 'Poradnictwo specjalistyczne',
        provider: /Modelowa/,
        request: 'Mama, 35 lat, nie ma siły rano. Rozmowa z psychologiem?',
      },
    ]) {
      await joanna.choose('Rodzaj usługi', item.kind)
      await joanna.pick(item.provider)
      await joanna.fill('Jak często', 'co tydzień')
      await joanna.fill('Co przeczyta instytucja', item.request)
      await joanna.press('Dodaj i zapytaj')
      await joanna.reads(/czekamy/)
    }
    await joanna.picture('koszyk: przy każdej usłudze dwie odpowiedzi, instytucji i rodziny.')
    for (const [name, words] of [
      ['Kamil Wzorcowy', 'Możemy od poniedziałku.'],
      ['Nina Zapewne', 'Pierwszy termin w środę.'],
    ] as const) {
      const asked = await walk.as(name)
      await asked.open('/')
      const before = asked.done.taps
      // Something else is asked of the counselling centre as well.
      await asked.follow(/Czy możecie pomóc: (?!Rozmowa z psychologiem)/)
      if (name === 'Nina Zapewne')
        await asked.picture(
          'poradnia czyta samo pytanie, bez nazwiska i miejscowości, i odpowiada jednym dotknięciem.',
        )
      await asked.press('Przyjmujemy')
      await asked.fill('Co chcesz napisać', words)
      await asked.press('Wyślij: przyjmujemy')
      await asked.reads('Dziękujemy, przyjęte.')
      if (name === 'Nina Zapewne')
        walk.count({
          name: 'odpowiedź na prośbę: dotknięcia',
          value: asked.done.taps - before,
          unit: 'dotknięć',
          bar: 3,
        })
    }
    await joanna.open(`${family}/basket`)
    for (const what of ['Pomoc psychologiczno-pedagogiczna w szkole', 'Poradnictwo specjalistyczne']) {
      const service = joanna.page.locator('main li').filter({ hasText: what }).last()
      await service.getByRole('button', { name: 'Odpowiedź rodziny' }).click()
      await joanna.pick('tak')
      await joanna.press('Zapisz odpowiedź rodziny')
    }
    await joanna.picture('rodzina mówi „tak” do każdej usługi osobno.')
    await joanna.press(/Uzgodnij 4 działania/)
    await joanna.confirm('Uzgodnij')

    // Plan and contract, without typing anything again
    await joanna.reads('Nowy kontrakt')
    const before = joanna.done.typed
    await joanna.press('Przepisz')
    await joanna.picture(
      'cel i jego znak są wpisane; co kto powiedział w diagnozie, stoi obok z tym, skąd jest, i przepisuje to ten, kto przeczytał.',
    )
    await joanna.press('Zapisz szkic kontraktu')
    walk.count({
      name: 'od koszyka do kontraktu: pola wypełnione drugi raz',
      value: joanna.done.typed - before,
      unit: 'pól',
      bar: 0,
    })
    await joanna.reads(/Bez numeru PESEL/)
    await joanna.picture('przed wydrukiem widać każde słowo i to, czego jeszcze brakuje.')
    await joanna.press('Nie ma o czym pisać: Co ogranicza rodzinę')
    await joanna.press('Wydrukuj do podpisu')
    await joanna.press('Podpisane na papierze')
    // The mother signed at home the day before.
    const yesterday = addDays(today(), -1).split('-').reverse().join('.')
    const day = joanna.page.getByRole('dialog').getByLabel('Data przy podpisie')
    await day.fill(yesterday)
    await day.press('Tab')
    await joanna.confirm('Zapisz podpis')
    await joanna.press('Podpisz tutaj')
    await joanna.confirm('Podpisz')
    await joanna.reads(/czeka na zatwierdzenie/)
    await joanna.picture('podpisy są pod wydrukowanymi słowami; kontrakt czeka na zatwierdzenie.')

    await danuta.open('/')
    await danuta.page
      .locator('main')
      .getByRole('link', { name: /kontrakt/i })
      .first()
      .click()
    await danuta.settled()
    await danuta.press('Zwróć do poprawy')
    await danuta.fill('Co poprawić?', 'Dopiszcie, co rodzina chce osiągnąć do wiosny.')
    await danuta.picture('kierowniczka nie musi zatwierdzać: zwraca kontrakt do poprawy i pisze dlaczego.')
    await danuta.press('Wyślij zwrot')
    await danuta.open('/')
    await danuta.reads(/poprawka kontraktu/)

    await joanna.open('/')
    await joanna.follow(/Dopiszcie, co rodzina chce osiągnąć/)
    await joanna.reads('Do poprawy')
    await joanna.press('Popraw słowa i daty')
    await joanna.fill('Czego się spodziewamy', 'Do wiosny dzieci chodzą do szkoły codziennie.')
    await joanna.picture('powód zwrotu stoi nad szkicem, a słowa kontraktu można poprawić.')
    await joanna.press('Zapisz słowa')
    await joanna.press('Wydrukuj do podpisu')
    await joanna.press('Podpisane na papierze')
    await joanna.confirm('Zapisz podpis')
    await joanna.press('Podpisz tutaj')
    await joanna.confirm('Podpisz')
    await joanna.reads(/czeka na zatwierdzenie/)

    await danuta.open(`${family}/contract`)
    await danuta.press('Zatwierdź kontrakt')
    await danuta.confirm('Zatwierdź kontrakt')
    await danuta.reads('obowiązuje')
    await danuta.picture('po zatwierdzeniu wydruk jest pod ręką do końca dnia.')
    await joanna.open(`${family}/contract`)
    await joanna.reads('obowiązuje')
    const bag = joanna.page.locator('main li').filter({ hasText: 'Pakuje z Tymkiem plecak wieczorem' }).last()
    await bag.getByRole('button', { name: 'Jak poszło?' }).click()
    await joanna.choose('Co z tego wyszło?', 'zrealizowane częściowo')
    await joanna.fill('W kilku słowach', 'cztery razy na pięć')
    await joanna.press('Zapisz ocenę')
    await joanna.reads(/cztery razy na pięć/)
    await joanna.picture('kontrakt obowiązuje: co robimy my i co robią inni, a przy każdym, jak poszło.')
    const contracts = (await joanna.asks(`/cases/${family.split('/')[2]}/contracts`)).body as {
      contracts: { id: string }[]
      plans: { id: string }[]
    }
    await joanna.paper(
      'Kontrakt socjalny do podpisu',
      `/api/cases/${family.split('/')[2]}/contracts/${contracts.contracts[0]!.id}/form.pdf`,
    )
    await joanna.paper(
      'Plan współpracy',
      `/api/cases/${family.split('/')[2]}/plans/${contracts.plans[0]!.id}/form.pdf`,
    )
    await joanna.paper('Kartka dla rodziny', `/api/cases/${family.split('/')[2]}/family-sheet.pdf`)
    await joanna.paper(
      'Kartka dla rodziny po ukraińsku',
      `/api/cases/${family.split('/')[2]}/family-sheet.pdf?language=uk`,
    )
    await joanna.open(family)
    await joanna.picture('cała droga na jednej stronie.')
  },
)
