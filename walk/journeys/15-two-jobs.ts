import { workerId } from '../../practice/act.ts'
import { journey } from '../journey.ts'

export default journey(
  'Dwie prace, dwie karty',
  'Barbara pracuje w PCPR i w fundacji. Zaczyna zgłoszenie w jednej pracy, a w drugiej karcie wybiera drugą: nic nie wychodzi pod złym nazwiskiem instytucji i nic nie ginie.',
  async (walk) => {
    const barbara = await walk.as('Barbara Zmyślona')
    await barbara.sends('/session/act-as', { workerId: workerId('barbara') })
    await barbara.open('/concerns/new')
    await barbara.fill('O kogo chodzi', 'Rodzina Dwukartkowa, mama i syn')
    await barbara.fill('Gdzie mieszkają', 'Oksa, koło młyna')
    await barbara.fill('Co Cię niepokoi', 'Nie starcza do końca miesiąca.')
    await barbara.pick('Ubóstwo')
    await barbara.pick(/Może poczekać/)
    await barbara.pick('Nie wiem')

    const other = await barbara.page.context().newPage()
    await other.goto(new URL('/', barbara.page.url()).href)
    await other.getByRole('button', { name: /Barbara Zmyślona/ }).click()
    await other.getByRole('menuitemradio', { name: /Fundacja/ }).click()
    await other.getByRole('button', { name: /Barbara Zmyślona Fundacja/ }).waitFor()

    await barbara.reads(/W innej karcie wybrano inną pracę: Fundacja „Próba”/)
    await barbara.picture('w drugiej karcie wybrała drugą pracę: ta karta od razu to mówi.')
    await barbara.press('Wyślij zgłoszenie')
    await barbara.reads('Ta strona jest otwarta dla innej pracy niż wybrana teraz.')
    await barbara.picture('zgłoszenie nie wychodzi z pracy, w której nie było pisane.')
    await barbara.page.getByRole('button', { name: /^Wróć do: PCPR/ }).click()
    await barbara.page.getByText('W innej karcie wybrano inną pracę').waitFor({ state: 'detached' })
    await barbara.press('Wyślij zgłoszenie')
    await barbara.reads(/Wysłano do/)
    await barbara.open('/concerns?tab=mine')
    await barbara.reads('Rodzina Dwukartkowa, mama i syn')

    // The other tab now says the same of its own page, and is opened anew.
    await other.getByText(/W innej karcie wybrano inną pracę: PCPR/).waitFor()
    await other.getByRole('button', { name: /^Otwórz Splot dla/ }).click()
    await other.getByRole('button', { name: /Barbara Zmyślona PCPR/ }).waitFor()
    await other.close()
  },
)
