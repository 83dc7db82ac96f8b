import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'
import { nobody } from '../walker.ts'

/** A day as fields of days read it. */
const typed = (day: string) => day.split('-').reverse().join('.')
const address = 'sekretariat@poradnia.example'

export default journey(
  'Skierowanie poza Splot: odpowiedź przez e-mail',
  'Szkoła kieruje dziecko do poradni, której nie ma w Splocie. Adres osoby z poradni sprawdza dyrektorka, list ma tylko link, a kod Magda podaje przez telefon. Na telefonie poradnia czyta to, co każdy adresat przed przyjęciem, i odpowiada dwoma dotknięciami. Nazwisko widzi dopiero potem. Magda słyszy o każdym kroku.',
  async (walk) => {
    const magda = await walk.as('Magda Bajkowska')
    await magda.open('/referrals/new')
    await magda.choose(/^Do kogo/, 'Ktoś spoza Splotu (list albo e-mail)')
    await magda.fill('Do kogo piszesz', 'Poradnia Dowolna w Zmyślonym')
    await magda.fill('O co prosisz', 'Badanie słuchu')
    await magda.choose('Kto to jest', 'dziewczynka')
    await magda.fill('Ile ma lat', '8')
    await magda.fill('Imię i nazwisko', 'Wanda Nibylska')
    await magda.fill('Co chcesz przekazać', 'Wanda od jesieni prosi o powtarzanie poleceń.')
    await magda.pick(/Zgoda kogoś/)
    await magda.fill('Kto się zgodził', 'Weronika Nibylska')
    await magda.fill('Kim jest dla tej osoby', 'mama')
    await magda.choose(/^Jak/, /papierze/)
    await magda.fill(/^Kiedy(?! dzwonić)/, typed(today()))
    await magda.fill(/Do kiedy wolno/, typed(addDays(today(), 100)))
    await magda.press('Zapisz i przygotuj list')
    await magda.reads('List do: Poradnia Dowolna w Zmyślonym')
    await magda.follow('Zobacz skierowanie')
    await magda.tap(magda.page.getByText('Poproś o odpowiedź przez e-mail', { exact: true }))
    const referral = new URL(magda.page.url()).pathname
    await magda.fill('Imię i nazwisko', 'Ada Wymyślona')
    await magda.fill('Adres e-mail', address)
    await magda.fill('Kim jest', 'sekretariat poradni')
    await magda.choose('Kto sprawdzi adres', /Niedosłowna/)
    await magda.picture('kto odpowie w poradni i kto sprawdzi adres.')
    await magda.press('Poproś o sprawdzenie adresu')
    await magda.reads(/adres sprawdza: Iga Niedosłowna/)

    const iga = await walk.as('Iga Niedosłowna')
    await iga.open('/')
    await iga.follow(/sprawdź adres e-mail/)
    await iga.doesNotRead(/Nibylska|słuchu/)
    await iga.press('Adres jest właściwy, wyślij list')
    await iga.reads(/List z linkiem jest wysłany/)
    const { status: closed } = await iga.asks(referral)
    if (closed !== 404) throw new Error(`who confirms an address reads the referral: ${closed}`)

    await magda.open(referral)
    await magda.press('Pokaż kod do podania przez telefon')
    await magda.reads(/Zadzwoń i podaj ten kod/)
    const code = (await magda.page
      .getByText(/^\d{3} \d{3}$/)
      .first()
      .textContent())!
    const letters = (await magda.asks('/practice/outbox')).body as { to: string; body: string }[]
    const letter = letters.find(({ to }) => to === address)!.body
    if (/Nibylsk|Wymyślon|Dowoln|słuch|Bajkowsk|\d{3} \d{3}/.test(letter))
      throw new Error(`the letter says too much: ${letter}`)

    const ada = await walk.as(nobody)
    await ada.page.setViewportSize({ width: 390, height: 844 })
    await ada.open(/\/guest#\S+/.exec(letter)![0])
    await ada.fill('Sześć cyfr', code)
    await ada.press('Otwórz')
    const cameIn = ada.done.taps
    await ada.reads('Badanie słuchu')
    await ada.reads('dziewczynka, 8 lat')
    await ada.doesNotRead(/Nibylsk|powtarzanie/)
    await ada.picture('poradnia na telefonie: o co prosi szkoła, bez nazwiska.')
    await ada.press('Przyjmujemy')
    await ada.fill('Co chcesz napisać', 'Zapraszamy, zadzwonimy do mamy.')
    await ada.press('Wyślij: przyjmujemy')
    await ada.reads('Dziękujemy, przyjęte.')
    walk.count({
      name: 'dotknięcia gościa od kodu do odpowiedzi',
      value: ada.done.taps - cameIn,
      unit: 'dotknięcia',
      bar: 3,
    })
    await ada.press('Zobacz, co dalej')
    await ada.reads('Wanda Nibylska')
    await ada.reads(/prosi o powtarzanie poleceń/)
    await ada.picture('po przyjęciu: kto to jest i co przekazuje szkoła.')

    await magda.open('/')
    await magda.reads('Twoje skierowanie przyjęto')
    await magda.open(referral)
    await magda.reads('„Zapraszamy, zadzwonimy do mamy.”')
    await magda.reads(/Ada Wymyślona, Poradnia Dowolna w Zmyślonym/)
    await magda.picture('szkoła widzi, kto i co odpowiedział.')

    const paper = await magda.paper('Skierowanie dla rodziny', `/api${referral}/family.pdf`)
    for (const words of ['Wanda Nibylska', 'Badanie słuchu', 'Zgodę można cofnąć w każdej chwili'])
      if (!paper.includes(words)) throw new Error(`the paper for the family lacks "${words}"`)

    await ada.press('Zaczęliśmy')
    await ada.press('Zapisz początek')
    await ada.reads('w toku')
    await ada.press('Zakończ')
    await ada.pick('udało się')
    await ada.fill('Co chcesz napisać', 'Słuch jest dobry, wynik ma mama.')
    await ada.press('Zapisz zakończenie')
    await ada.reads('„Słuch jest dobry, wynik ma mama.”')
    await magda.open(referral)
    await magda.reads('„Słuch jest dobry, wynik ma mama.”')

    await ada.press('Zamknij na tym urządzeniu')
    const visit = /guest\/([^/]+)\/referral/.exec(ada.page.url())![1]!
    const gone = await ada.asks(`/guests/visits/${visit}/referral`)
    if (gone.status !== 404) throw new Error(`a guest who closed the page still reads it: ${gone.status}`)
  },
)
