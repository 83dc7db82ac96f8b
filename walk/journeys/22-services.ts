import { journey } from '../journey.ts'
import { nobody } from '../walker.ts'

/** Nothing of these is on a page, in search or in a suggestion. */
const hidden = /Przystań na niby|Hostel „Na próbę”|500 000 99/

export default journey(
  'Co jest w okolicy i jak to znaleźć',
  'Pracowniczka socjalna szuka zajęć dla dziecka z Węgleszyna: po swojemu wpisanym słowem, z wolnymi miejscami, poza wsią. Czego nie ma, zapisuje jednym dotknięciem, bez rodziny. Fundacja dodaje usługę i mówi, ile jest miejsc. Ktoś bez konta mówi dotknięciem, że godziny się nie zgadzają. Bezpiecznego schronienia nie ma na żadnej liście; sam telefon widzi tylko ten, kto przyjmuje zgłoszenia.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/services')
    await joanna.reads('Usługi w okolicy')
    await joanna.choose('Skąd', 'Węgleszyn')
    await joanna.choose('Dla kogo', 'Dziecko 7–12 lat')
    await joanna.reads('Świetlica, popołudnia')
    await joanna.picture(
      'usługi dla dziecka z Węgleszyna: najpierw wolne miejsca, przy każdej droga i jak świeże są dane.',
    )
    await joanna.reads(/bus 13:40|bus 8:10/)
    await joanna.reads(/brak powrotu po 15:00/)
    await joanna.fill(/^Szukaj/, 'korepetycji')
    await joanna.reads('Korepetycje wolontariuszy')
    await joanna.reads('Pomoc w lekcjach po szkole')
    await joanna.doesNotRead('Logopeda w poradni')
    await joanna.fill(/^Szukaj/, 'logpeda')
    await joanna.reads(/To jest podobne do/)
    await joanna.reads('Logopeda w szkole')
    await joanna.fill(/^Szukaj/, 'przemoc')
    await joanna.reads('Czy chodzi o przemoc?')
    await joanna.doesNotRead(hidden)
    await joanna.picture('słowo o przemocy prowadzi do zgłoszenia, a nie do listy.')
    await joanna.fill(/^Szukaj/, '')
    await joanna.open('/services')
    await joanna.choose('Czego potrzeba', 'Prawo i dokumenty')
    await joanna.choose('Dla kogo', 'Małe dziecko (do 3 lat)')
    await joanna.reads('Takiej usługi tu nie ma.')
    await joanna.press('Zapisz, że tego brakuje')
    await joanna.reads(/Zapisane\. Widać to/)
    await joanna.open('/services/departures')
    await joanna.reads('Węgleszyn – Oksa – Jędrzejów')
    await joanna.picture('odjazdy wpisane z przystanku: z nich liczymy drogę tam i z powrotem.')
    await joanna.open('/services/missing')
    await joanna.reads('Prawo i dokumenty')
    await joanna.reads('mniej niż 5')

    const ola = await walk.as('Aleksandra Umyślna')
    await ola.open('/services')
    await ola.page.getByRole('main').getByRole('link', { name: 'Dodaj usługę' }).click()
    await ola.settled()
    await ola.fill('Nazwa', 'Warsztaty majsterkowania')
    await ola.choose('Rodzaj', 'Zajęcia w ośrodku kultury')
    await ola.fill(/^Telefon/, '500 000 209')
    await ola.choose('Miejscowość', 'Oksa')
    await ola.page.getByText('wt', { exact: true }).click()
    await ola.fill(/^Od/, '16')
    await ola.fill(/^Do /, '18:00')
    await ola.picture('nowa usługa: nazwa, rodzaj, telefon, miejsce i godziny; reszta jest zwinięta.')
    await ola.press('Zapisz usługę')
    await ola.reads('wtorek 16:00–18:00')
    await ola.press('Podaj wolne miejsca')
    await ola.pick('Są wolne miejsca')
    await ola.fill(/^Ile wolnych/, '4')
    await ola.press('Zapisz')
    await ola.reads('4 wolne')
    await ola.picture('strona usługi: co, gdzie i kiedy, wolne miejsca z dniem i tym, kto to powiedział.')
    const page = new URL(ola.page.url()).pathname

    await joanna.open(page)
    await joanna
      .follow('Czy to nadal prawda?')
      .catch(() => joanna.page.getByText('Czy to nadal prawda?').click())
    await joanna.choose('Co się nie zgadza', 'godziny')
    await joanna.fill(/^Co dokładnie/, 'w grudniu podobno do 17')
    await joanna.press('Zapytaj')
    await joanna.reads(/Zapytaliśmy/)
    await ola.open('/')
    await ola.reads('Ktoś pyta, czy to nadal prawda')
    await ola.picture('pytanie stoi w dniu tego, kto prowadzi wpis.')
    await ola.open(page)
    await ola.press('Wszystko się zgadza')
    await ola.reads(/Wpis jest aktualny/)

    const anybody = await walk.as(nobody)
    await anybody.open('/sign-in')
    await anybody.follow(/Usługi w okolicy, bez logowania/)
    await anybody.fill(/^Czego szukasz/, 'majsterkowanie')
    await anybody.reads('Warsztaty majsterkowania')
    await anybody.doesNotRead(hidden)
    await anybody.picture('usługi dla każdego, bez logowania: słowo, gmina i jak świeży jest wpis.')
    await anybody.follow(/Warsztaty majsterkowania/)
    await anybody.reads('Warsztaty majsterkowania')
    await anybody.page.getByText('To nieaktualne').click()
    await anybody.picture(
      'strona usługi dla wszystkich, bez logowania: kiedy ją sprawdzono i co się nie zgadza.',
    )
    await anybody.press('godziny')
    await anybody.reads(/Dziękujemy/)
    await ola.open(page)
    await ola.reads(/Zgłoszenie ze strony dla wszystkich/)
    await ola.picture('kto prowadzi wpis, widzi, że mówi to ktoś niezalogowany.')

    await anybody.open('/public/services')
    await anybody.reads('Do kogo zadzwonić')
    await anybody.fill('Czego szukasz', 'mąż mnie bije')
    await anybody.reads('Ktoś tu kogoś krzywdzi? Nie szukaj dalej, zadzwoń.')
    await anybody.reads('800 120 002')
    await anybody.picture('kto wpisze, że dzieje mu się krzywda, widzi najpierw, do kogo zadzwonić.')

    for (const who of [joanna, ola]) {
      await who.open('/services')
      await who.reads('Usługi w okolicy')
      await who.doesNotRead(hidden)
      for (const address of ['/services?wanted=przystan', '/services?wanted=hostel', '/search?q=przystan'])
        if (hidden.test(JSON.stringify((await who.asks(address)).body)))
          throw new Error(`${address} tells of a confidential service`)
    }
    await joanna.page.getByText('Bezpieczne schronienie: tylko telefon').click()
    await joanna.reads('500 000 991')
    await joanna.doesNotRead('Przystań')
    await joanna.picture('kto przyjmuje zgłoszenia, widzi sam telefon i rodzaj pomocy.')
  },
)
