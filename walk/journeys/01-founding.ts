import { journey } from '../journey.ts'

export default journey(
  'Partnerstwo powstaje',
  'Dyrektorka centrum pomocy rodzinie zakłada partnerstwo z poradnią i policją. Zaproszenie, deklaracja, porozumienie, przedstawiciel i regulamin: każdy krok jest w Splocie i każdy da się wydrukować.',
  async (walk) => {
    const lidia = await walk.as('Lidia Domniemana')
    await lidia.open('/partnerships/new')
    await lidia.pick('Gminy wiejskie')
    await lidia.fill(/^Gminy$/, 'imielno')
    await lidia.press(/Wybierz gminę Imielno/)
    await lidia.fill('Nazwa partnerstwa', 'Razem w Imielnie na próbę')
    await lidia.fill('Co wnosi Twoja instytucja', 'psycholog dwa razy w tygodniu\nsala na spotkania')
    await lidia.picture('zakłada partnerstwo: odmiana Modelu, gminy i nazwa wystarczą.')
    await lidia.press('Załóż partnerstwo')
    await lidia.reads('Zakładanie partnerstwa krok po kroku')
    await lidia.picture('widzi na jednej liście, co już jest, a co przed nami.')
    const partnership = new URL(lidia.page.url()).pathname

    for (const [name, institution] of [
      ['Modelowa', /Poradnia Psychologiczno-Pedagogiczna Modelowa/],
      ['Umowny', /Posterunek Policji Umowny/],
    ] as const) {
      await lidia.open(`${partnership}/invite`)
      await lidia.fill('Nazwa instytucji', name)
      await lidia.pick(institution)
      await lidia.fill('Dlaczego właśnie', 'Rodziny z Imielna jeżdżą do Państwa i do nas osobno.')
      if (name === 'Modelowa')
        await lidia.picture('zaprasza instytucję: dwa zdania od serca, reszta pisma jest gotowa.')
      await lidia.press('Wyślij zaproszenie')
      await lidia.reads('Zakładanie partnerstwa krok po kroku')
    }

    const contributions = {
      'Leon Hipotetyczny': 'diagnoza dziecka w miesiąc',
      'Tomasz Ćwiczebny': 'dzielnicowy na spotkaniach',
    }
    for (const [name, contributes] of Object.entries(contributions)) {
      const head = await walk.as(name)
      await head.open(partnership)
      await head.follow(/^Odpowiedz$/)
      await head.fill('Co wnosi Twoja instytucja', contributes)
      if (name === 'Leon Hipotetyczny')
        await head.picture('składa deklarację jednym przyciskiem albo dodaje skan podpisanej.')
      await head.press('Składam deklarację')
      await head.reads('czeka na porozumienie')
    }

    await lidia.open(`${partnership}/agreement`)
    await lidia.picture('przygotowuje porozumienie: terminy odpowiedzi i spotkania są już wpisane.')
    await lidia.press('Przekaż do podpisu')
    await lidia.reads('jeszcze bez podpisu')
    for (const name of ['Lidia Domniemana', ...Object.keys(contributions)]) {
      const head = await walk.as(name)
      await head.open(`${partnership}/documents`)
      await head.press('Podpisz porozumienie')
      await head.reads(/podpisano \d/)
    }
    await lidia.open(`${partnership}/documents`)
    await lidia.picture('porozumienie obowiązuje z ostatnim podpisem, bez żadnego dodatkowego kroku.')

    const leon = await walk.as('Leon Hipotetyczny')
    await leon.open(partnership)
    await leon.follow(/^Wskaż$/)
    await leon.page
      .locator('main')
      .getByRole('button', { name: /^Wskaż$/ })
      .first()
      .click()
    await leon.choose('Kto będzie przedstawicielem', /Nina Zapewne/)
    await leon.page
      .locator('main')
      .getByRole('button', { name: /^Wskaż$/ })
      .last()
      .click()
    await leon.reads('przedstawiciel · psycholożka')
    await leon.picture('wskazuje przedstawicielkę: do niej trafią prośby partnerstwa.')

    await lidia.open(`${partnership}/rules`)
    await lidia.press('Wpisz regulamin')
    await lidia.press('Zapisz regulamin')
    await lidia.reads('W ile dni odpowiadamy')
    await lidia.picture('zapisuje regulamin uchwalony na spotkaniu; według niego liczą się terminy.')
    await lidia.open(`${partnership}/history`)
    await lidia.reads('Porozumienie weszło w życie')
    await lidia.picture('historia partnerstwa pisze się sama.')
    const { body } = await lidia.asks(`${partnership}/agreements`)
    await lidia.paper(
      'Porozumienie z załącznikami',
      `/api/agreements/${(body as { id: string }[])[0]!.id}/document`,
    )
  },
)
