import { idOf } from '../../practice/act.ts'
import { journey } from '../journey.ts'

const matter = `/conversations/${idOf('conversation/probni/way')}`

export default journey(
  'Pilna wiadomość: jedna osoba bierze, druga nie może',
  'Zespół rozmawia w jednej sprawie, listami, nie dymkami. Przy każdej sprawie stoi, kto ją czyta. Pilna wiadomość prosi o potwierdzenie do godziny; kto nie odpowie, do tego się dzwoni. Na zewnątrz Splotu wychodzi tylko, że wiadomość czeka.',
  async (walk) => {
    const magda = await walk.as('Magda Bajkowska')
    await magda.open('/')
    await magda.reads('Pilna wiadomość')
    await magda.picture('Mój dzień: pilna wiadomość stoi pierwsza, z godziną.')
    await magda.follow('Pilna wiadomość')
    await magda.reads('Auto w naprawie, w ten czwartek nie dowiozę.')
    await magda.reads('Kto to czyta')
    await magda.reads(/nie czyta(ją)? tej rozmowy/)
    await magda.picture('sprawa: co napisano, kto potwierdził, co z tego wynikło i kto to czyta.')
    const before = magda.done.taps
    await magda.press('Widzę, zajmę się')
    await magda.reads(/bierze to/)
    walk.count({
      name: 'dotknięcia do potwierdzenia',
      value: magda.done.taps - before,
      unit: 'dotknięcia',
      bar: 1,
    })

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.goesTo('Rozmowy')
    await joanna.picture('rozmowy ze wszystkich miejsc: nieprzeczytane i pilne są pierwsze.')
    await joanna.follow('Dojazd do poradni')
    await joanna.press('Widzę, nie mogę')
    await joanna.reads(/nie może/)
    await joanna.fill('Treść', 'Dziękuję za szybką odpowiedź. Na stałe zapytamy straż.')
    await joanna.choose('Czego dotyczy', 'zwykłe sprawy rodziny')
    const paper = (name: string) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.7\n${name}\n`),
    })
    await joanna.page
      .locator('input[type=file]')
      .setInputFiles([paper('plan dowozu.pdf'), paper('nie ten plik.pdf')])
    await joanna.press('Wyślij')
    await joanna.reads('Na stałe zapytamy straż.')
    await joanna.reads('plan dowozu.pdf')
    await joanna.press('Wyjmij plik nie ten plik.pdf')
    await joanna.doesNotRead('nie ten plik.pdf')
    await joanna.picture('plik stoi pod wiadomością i czyta go ten, kto czyta ją; w 10 minut można go wyjąć.')
    await joanna.picture('potwierdzenia stoją pod wiadomością: kto bierze, kto nie może i o której.')

    // Somebody outside of the team gets one message, without a name.
    await joanna.choose(/^Do kogo/, 'Fundacja')
    await joanna.fill('Treść', 'Czy podwieziecie Kacpra w czwartek do Jędrzejowa, wyjazd 8:20?')
    await joanna.reads(/nie jest w zespole/)
    await joanna.press('Wyślij')
    await joanna.reads('Ta wiadomość idzie bez nazwisk.')
    await joanna.fill('Treść', 'Czy podwieziecie w czwartek ucznia do Jędrzejowa, wyjazd 8:20?')
    await joanna.picture('do kogoś spoza zespołu idzie jedna wiadomość, bez nazwisk; widać, co przeczyta.')
    await joanna.press('Wyślij')
    await joanna.reads('spoza zespołu, czyta tylko tę wiadomość')

    const ola = await walk.as('Aleksandra Umyślna')
    await ola.open('/')
    await ola.follow('Prośba o pomoc, bez nazwisk')
    await ola.reads('Czy podwieziecie w czwartek ucznia do Jędrzejowa')
    await ola.doesNotRead(/Kacp|Próbn|Węgleszyn|Dojazd do poradni/)
    await ola.picture('fundacja czyta tylko tę wiadomość i odpowiada jednym dotknięciem.')
    await ola.press('Widzę, zajmę się')
    await ola.reads(/zajmiemy się/)
    const { status } = await ola.asks(matter)
    if (status !== 404) throw new Error(`the foundation is told of the matter: ${status}`)

    await joanna.open(matter)
    await joanna.reads(/bierze to/)

    // No letter says more than that something waits.
    await walk.letters()
    const outbox = (await magda.asks('/practice/outbox')).body as { body: string }[]
    for (const { body } of outbox)
      if (/Dojazd|naprawie|Kacp|Próbn/.test(body)) throw new Error(`a letter says: ${body}`)

    for (const other of ['Halina Niby', 'Tomasz Ćwiczebny', 'Celina Fikcyjna']) {
      const walker = await walk.as(other)
      const { status: answer } = await walker.asks(matter)
      if (answer !== 404) throw new Error(`${other} is told of the matter: ${answer}`)
    }

    const again = await walk.as('Joanna Przykładna')
    await again.page.getByRole('button', { name: 'Zapisz ustalenie' }).last().click()
    await again.fill('Co ustaliliście', 'W czwartki wozi fundacja, wyjazd 8:20.')
    await again.tap(
      again.page.getByRole('main').getByRole('button', { name: 'Zapisz ustalenie', exact: true }).last(),
    )
    await again.reads('Ustalone: W czwartki wozi fundacja, wyjazd 8:20.')
    const toBasket = again.done.taps
    await again.tap(again.page.getByRole('button', { name: 'Pomoc do koszyka' }).last())
    await again.choose('Dla którego celu', /Kacper/)
    await again.pick('SP im. Nikogo')
    await again.pick('Pomoc psychologiczno-pedagogiczna w szkole')
    await again.fill('Co dokładnie', 'Rozmowa z pedagogiem w czwartki')
    await again.picture(
      'to samo, o czym pisano, jako pomoc w koszyku: cel, instytucja i rodzaj pod jednym dotknięciem.',
    )
    await again.press('Dodaj i zapytaj')
    await again.reads('W koszyku usług: Rozmowa z pedagogiem w czwartki')
    walk.count({
      name: 'dotknięcia od wiadomości do prośby w koszyku',
      value: again.done.taps - toBasket,
      unit: 'dotknięcia',
      bar: 7,
    })
    await again.picture('pod wiadomością stoi, co z niej wynikło; prowadzi do koszyka.')
    await again.press('Zakończ sprawę')
    await again.confirm('Zakończ sprawę')
    await again.reads(/Załatwione: Joanna Przykładna/)
    await again.picture('sprawa ma koniec; rozmowa zostaje do czytania.')
  },
)
