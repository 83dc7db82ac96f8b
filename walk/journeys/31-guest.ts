import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'
import { nobody, type Walker } from '../walker.ts'

/** A day as fields of days read it. */
const typed = (day: string) => day.split('-').reverse().join('.')
const note = (who: Walker) => who.page.getByRole('textbox', { name: /^Notatka:/ })
/** What the note holds by now, also when it came from others. */
const holds = (who: Walker, words: string) =>
  who.page.waitForFunction(
    (said) => [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(said)),
    words,
    { timeout: 15_000 },
  )
const point = 'Leki i szkoła: co z porankami'

export default journey(
  'Lekarka bez konta: jeden punkt, jeden link, kod przez telefon',
  'Joanna zaprasza na spotkanie zespołu lekarkę, która nie ma konta. Adres sprawdza Magda, list ma tylko link, a kod Joanna podaje przez telefon. Lekarka widzi na telefonie swój punkt i nic więcej, pisze swoje słowa, a po wysłaniu protokołu nic jej się już nie otworzy. Protokół, pisany przez dwie osoby, mają wszyscy.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/families')
    await joanna.follow(/Próbni/)
    const family = new URL(joanna.page.url()).pathname
    await joanna.open(`${family}/meetings/new`)
    await joanna.fill(/^Dzień/, typed(addDays(today(), 2)))
    await joanna.fill(/^Godzina/, '12:00')
    await joanna.fill('Miejsce', 'GOPS w Oksie, pokój 4')
    await joanna.press('Zaproś')
    await joanna.reads('Czy będziesz?')
    const meeting = new URL(joanna.page.url()).pathname
    await joanna.tap(joanna.page.getByText('Dodaj punkt', { exact: true }))
    await joanna.fill('O czym porozmawiacie', 'Komornik i raty')
    await joanna.press('Dodaj do planu')
    await joanna.reads('Komornik i raty')
    await joanna.fill('O czym porozmawiacie', point)
    await joanna.tap(joanna.page.getByRole('button', { name: 'zmień', exact: true }))
    await joanna.page.getByLabel('cała rodzina').uncheck()
    await joanna.pick('Kacper')
    await joanna.press('Dodaj do planu')
    await joanna.reads(point)

    await joanna.tap(joanna.page.getByText('Zaproś gościa bez konta', { exact: true }))
    await joanna.fill('Imię i nazwisko', 'Ada Wymyślona')
    await joanna.fill('Kim jest', 'lekarka rodzinna')
    await joanna.fill('Skąd', 'Przychodnia w Zmyślonej')
    await joanna.fill('Adres e-mail', 'ada@przychodnia.example')
    await joanna.choose('Kto sprawdzi adres', /Bajkowska/)
    await joanna.tap(joanna.page.getByRole('checkbox', { name: point, exact: true }))
    await joanna.pick(/^Zgoda osób/)
    await joanna.choose('W jakiej formie', /papier/i)
    await joanna.fill('Którego dnia', typed(today()))
    await joanna.page.keyboard.press('Escape')
    await joanna.picture('gość bez konta: kto, po co, na jakiej podstawie i kto sprawdzi adres.')
    await joanna.press('Poproś o sprawdzenie adresu')
    await joanna.reads(/adres sprawdza: Magda Bajkowska/)

    const magda = await walk.as('Magda Bajkowska')
    await magda.page.setViewportSize({ width: 390, height: 844 })
    await magda.open('/')
    const asked = magda.done.taps
    await magda.follow(/sprawdź adres e-mail/)
    await magda.picture('druga osoba sprawdza adres, zanim cokolwiek wyjdzie.')
    await magda.press('Adres jest właściwy, wyślij list')
    await magda.reads(/list z linkiem wysłany/)
    walk.count({
      name: 'dotknięcia od Mojego dnia do sprawdzonego adresu',
      value: magda.done.taps - asked,
      unit: 'dotknięcia',
      bar: 2,
    })

    await joanna.open(meeting)
    await joanna.press('Pokaż kod do podania przez telefon')
    await joanna.reads(/Zadzwoń i podaj ten kod/)
    const code = (await joanna.page
      .getByText(/^\d{3} \d{3}$/)
      .first()
      .textContent())!
    await joanna.picture('kod do podania przez telefon; list go nie ma.')
    const letters = (await joanna.asks('/practice/outbox')).body as { to: string; body: string }[]
    const letter = letters.find(({ to }) => to === 'ada@przychodnia.example')!.body
    if (/Próbn|Kacper|Oks|Wymyślon|\d{3} \d{3}/.test(letter))
      throw new Error(`the letter says too much: ${letter}`)
    const link = /\/guest#\S+/.exec(letter)![0]

    const ada = await walk.as(nobody)
    await ada.page.setViewportSize({ width: 390, height: 844 })
    const before = ada.done.taps
    await ada.open(link)
    await ada.fill('Sześć cyfr', code)
    await ada.press('Otwórz')
    await ada.reads('GOPS w Oksie, pokój 4')
    await ada.pick('Będę zdalnie')
    await ada.reads(/Odpowiedź zapisana/)
    walk.count({
      name: 'dotknięcia gościa od listu do odpowiedzi',
      value: ada.done.taps - before,
      unit: 'dotknięcia',
      bar: 3,
    })
    await ada.reads(new RegExp(point))
    await ada.reads(/Joanna Przykładna/)
    for (const words of ['Komornik', 'Próbn', 'Kacper', 'Magda']) await ada.doesNotRead(new RegExp(words))
    await ada.fill('Co chcesz powiedzieć', 'Nowa dawka działa od dwóch tygodni. Poranki będą łatwiejsze.')
    await ada.press('Zapisz moje słowa')
    await ada.reads(/Zapisane\. Zespół przeczyta/)
    await ada.picture('gość na telefonie: kiedy, gdzie, swój punkt i swoje słowa.')
    const { status } = await ada.asks(meeting)
    if (status !== 401) throw new Error(`a guest is told of the meeting as a worker: ${status}`)

    await joanna.open(meeting)
    await joanna.press('Zacznij spotkanie')
    await joanna.confirm('Zacznij spotkanie')
    await joanna.reads('Tryb spotkania')
    await joanna.press(point)
    await joanna.reads(/Poranki będą łatwiejsze/)
    await magda.open(`${meeting}/table`)
    await magda.press(point)
    await Promise.all([
      note(joanna).pressSequentially('Wychowawczyni wie. '),
      note(magda).pressSequentially('Mama podaje leki o siódmej. '),
    ])
    for (const who of [joanna, magda])
      for (const words of ['Wychowawczyni wie.', 'Mama podaje leki']) await holds(who, words)
    await note(joanna).pressSequentially('Szkoła poczeka z pierwszą lekcją do 8:15. ')
    await joanna.picture('przy stole: słowa gościa stoją w jego punkcie, pod jego nazwiskiem.')
    await ada.open('/guest')
    await ada.reads(/Szkoła poczeka z pierwszą lekcją/)

    await joanna.press('Zakończ i wyślij protokół')
    await joanna.reads(/Nie wiadomo, czy/)
    await joanna.picture('o kim nie wiadomo, czy przyszedł, o to jeszcze raz pyta przed wysłaniem.')
    await joanna.confirm('Zakończ i wyślij')
    await joanna.reads('Protokół przyjmuje uwagi')
    await joanna.reads(/Poranki będą łatwiejsze/)
    await joanna.picture('protokół wymienia gościa i to, co powiedział.')
    const paper = await joanna.paper('Protokół z gościem na papierze', `/api${meeting}/minutes.pdf`)
    for (const words of ['Ada Wymyślona', 'Poranki będą łatwiejsze', 'Szkoła poczeka'])
      if (!paper.includes(words)) throw new Error(`the paper lacks "${words}"`)

    const visit = /guest\/([^/]+)\/meeting/.exec(ada.page.url())![1]!
    const gone = await ada.asks(`/guests/visits/${visit}/meeting`)
    if (gone.status !== 404)
      throw new Error(`a guest still reads after the minutes were sent: ${gone.status}`)
    await ada.open(`/guest/${visit}/meeting`)
    await ada.reads('Ta strona jest już zamknięta')
    await ada.picture('po wysłaniu protokołu strona gościa mówi, że to już koniec.')
  },
)
