import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Pomyłkę można naprawić',
  'Ktoś zgłasza rodzinę, z którą ośrodek już pracuje, a jedno zgłoszenie podjęto niepotrzebnie. Nikt nie zakłada drugiej sprawy, a omyłkowa znika, zanim ktoś na niej polega.',
  async (walk) => {
    const kamil = await walk.as('Kamil Wzorcowy')
    const joanna = await walk.as('Joanna Przykładna')
    const report = async (who: string, what: string, worry: string) => {
      await kamil.open('/concerns/new')
      await kamil.pick(/Może poczekać/)
      await kamil.fill('O kogo chodzi', who)
      await kamil.fill('Co Cię niepokoi', what)
      await kamil.pick(worry)
      await kamil.pick('Nie wiem')
      await kamil.press('Wyślij zgłoszenie')
      await kamil.reads(/Wysłano do/)
    }

    await report('Pani Karolina Próbna z Węgleszyna', 'Znów przyszło pismo od komornika.', 'Zadłużenie')
    await joanna.open('/concerns')
    await joanna.follow(/Karolina Próbna/)
    await joanna.follow('Podejmij')
    await joanna.fill('Imię i nazwisko', 'Karolina Probna')
    await joanna.press('Szukaj')
    await joanna.reads(/ma otwartą sprawę/)
    await joanna.picture('szukając, przyjmująca widzi, że z tą rodziną ktoś już pracuje.')
    await joanna.press(/Dołącz zgłoszenie do sprawy tej osoby: Karolina/)
    await joanna.confirm('Dołącz zgłoszenie')
    await joanna.reads(/Zgłoszenie dołączone/)
    await joanna.open(`/families/${caseOf('probni')}/timeline`)
    await joanna.reads('Nowe zgłoszenie o tej rodzinie')
    await joanna.picture('koordynatorka ma je na osi czasu; inne instytucje w zespole o nim nie wiedzą.')

    await report('Państwo Omyłkowi', 'Dzieci nie chodzą do szkoły.', 'Absencja szkolna')
    await joanna.open('/concerns')
    await joanna.follow(/Omyłkowi/)
    await joanna.follow('Podejmij')
    await joanna.fill('Imię i nazwisko', 'Omyłkowa')
    await joanna.press('Szukaj')
    await joanna.press('To ktoś nowy: dodaj')
    await joanna.fill(/^Imię (?!i )/, 'Olga')
    await joanna.fill('Nazwa na listach', 'Omyłkowi')
    await joanna.press('Otwórz sprawę')
    await joanna.follow('Przejdź do rodziny')
    await joanna.follow('Sprawa otwarta przez pomyłkę')
    await joanna.fill('Na czym polegała pomyłka', 'Rodzina mieszka w innej gminie.')
    await joanna.picture('sprawę otwartą przez pomyłkę można unieważnić, dopóki nikt na niej nie polega.')
    await joanna.press('Unieważnij sprawę')
    await joanna.confirm('Unieważnij sprawę')
    await joanna.reads(/Unieważniono sprawę/)
    await joanna.open('/concerns')
    await joanna.reads('Państwo Omyłkowi')
    await joanna.picture('zgłoszenie czeka znów na właściwą odpowiedź.')

    // What is missing is said before anything is sent, and the keyboard is where it can be put right.
    const household = `/families/${caseOf('probni')}/household`
    await joanna.open(household)
    const place = joanna.page.locator('section').filter({ hasText: 'Nazwa i miejsce' }).last()
    await place.getByRole('button', { name: 'Popraw' }).click()
    await joanna.fill('Nazwa na listach', '')
    await joanna.press('Zapisz')
    await joanna.reads('Wpisz nazwę.')
    if (!(await place.getByLabel('Nazwa na listach').evaluate((field) => field === document.activeElement)))
      throw new Error('the keyboard is not at what is missing')

    // Too long a text is told and not cut.
    await joanna.fill('Nazwa na listach', 'Próbni '.repeat(60))
    await joanna.press('Zapisz')
    await joanna.reads(/Skróć do/)
    if ((await place.getByLabel('Nazwa na listach').inputValue()).length !== 420)
      throw new Error('what was pasted is cut')
    await joanna.fill('Nazwa na listach', 'Próbni')

    // The same in two windows: nothing is overwritten in silence.
    const other = await joanna.page.context().newPage()
    await other.goto(joanna.page.url())
    const there = other.locator('section').filter({ hasText: 'Nazwa i miejsce' }).last()
    await there.getByRole('button', { name: 'Popraw' }).click()
    await there.getByLabel('Nazwa na listach').fill('Próbni z Węgleszyna')
    await there.getByRole('button', { name: 'Zapisz' }).click()
    await there.getByText('Próbni z Węgleszyna').waitFor()
    await other.close()
    await joanna.fill('Nazwa na listach', 'Próbni i babcia')
    await joanna.press('Zapisz')
    await joanna.reads('Ktoś zmienił to w tym samym czasie')
    await joanna.picture('zmienione w tym samym czasie: obie wersje stoją obok siebie, a człowiek wybiera.')
    await joanna.pick(/Twoja wersja/)
    await joanna.press('Zapisz wybrane')
    await joanna.reads('Próbni i babcia')

    // A form that stays open keeps the version that its writer saw, and follows the record while nobody writes in it.
    await joanna.open(`/families/${caseOf('niebylscy')}/assessment`)
    const window = await joanna.page.context().newPage()
    await window.goto(joanna.page.url())
    const strengths = (page: typeof window) => page.getByLabel('Mocne strony').first()
    for (const page of [joanna.page, window]) {
      await page.getByRole('button', { name: /^Mieszkanie/ }).click()
      await page.getByLabel(/^3\./).first().check()
    }
    await strengths(window).fill('Suche ściany.')
    await joanna.fill('Mocne strony', 'Ciepło.')
    await window.getByRole('button', { name: 'Zapisz nasz opis' }).click()
    await window.getByText('zapisane').waitFor()
    await joanna.press('Zapisz nasz opis')
    await joanna.reads('Suche ściany.')
    await joanna.pick(/Twoja wersja/)
    await joanna.press('Zapisz wybrane')
    await joanna.reads('zapisane')
    await window.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Ciepło.'),
    )
    await strengths(window).fill('Ciepło i sucho.')
    await window.getByRole('button', { name: 'Zapisz nasz opis' }).click()
    await window.getByText('zapisane').waitFor()
    await joanna.doesNotRead('Ktoś zmienił to w tym samym czasie')
    await window.close()
  },
)
