import { practiceTimetable } from '../../practice/timetable.ts'
import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'

export default journey(
  'Nic w zasięgu dla nastolatków',
  'Animatorka sprawdza, dokąd z Węgleszyna dojedzie po lekcjach nastolatek bez auta. W piątek poza wsią nie ma nic. Zapisuje to jednym dotknięciem, bez rodziny. Ogląda rozkład przewoźnika, zanim go wgra, poprawia miejscowość przystanku i mówi, o ile dłuższe są drogi. Swoje wpisy bierze do pliku w standardzie HSDS, a zanim coś z pliku wróci, widzi, co się zmieni.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/services')
    await joanna.choose('Skąd', 'Węgleszyn')
    await joanna.choose('Dla kogo', 'Nastolatek (13–17 lat)')
    await joanna.choose('Czego potrzeba', 'Społeczność lokalna')
    await joanna.page.getByText('Więcej: dzień, godzina, wiek, język').click()
    await joanna.choose('Dzień', 'piątek')
    await joanna.reads('Treningi piłki nożnej')
    await joanna.reads(/bez powrotu tego dnia/)
    await joanna.picture('w piątek są treningi, ale po nich nie ma już busa do domu.')
    await joanna.page.getByText('Poza moją wsią', { exact: true }).click()
    await joanna.page.getByText('Dojazd bez auta', { exact: true }).click()
    await joanna.reads('Nie ma tu nic, na co dałoby się dojechać i wrócić bez auta.')
    await joanna.press('Zapisz, że tego brakuje')
    await joanna.reads(/Zapisane\. Widać to/)
    await joanna.picture('tego brakuje w gminie: zapisane jednym dotknięciem, bez rodziny.')
    const query = new URLSearchParams({
      commune: '2602052',
      locality: 'Węgleszyn',
      targetGroup: 'teenager',
      within: '60',
    })
    const paper = await joanna.paper(
      'lista, którą rodzina zabiera ze sobą.',
      `/api/services/list.pdf?${query}`,
    )
    if (!paper.includes('Zajęcia taneczne')) throw new Error('the list for the family lacks what is around')
    await joanna.open('/services/missing')
    await joanna.reads('Społeczność lokalna, Nastolatek (13–17 lat)')
    await joanna.reads('szukano i nie znaleziono')
    await joanna.picture('czego brakuje: kody, gmina i przedział; skąd to wiadomo.')

    await joanna.open('/services/departures')
    await joanna.reads('Autobusy Zmyślone')
    await joanna.follow('Wgraj rozkład')
    await joanna.page.setInputFiles('input[type=file]', {
      name: 'gtfs.zip',
      mimeType: 'application/zip',
      buffer: await practiceTimetable({ after: (days) => addDays(today(), days) }),
    })
    await joanna.reads('Co jest w pliku')
    await joanna.picture(
      'rozkład przewoźnika: linie, kursy, do kiedy obowiązuje i czego nie da się wgrać; nic się jeszcze nie zmieniło.',
    )
    await joanna.press('Wgraj rozkład')
    await joanna.reads('Rozkłady przewoźników')
    await joanna.follow('Autobusy Zmyślone')
    await joanna.reads('Przystanki rozkładu')
    await joanna.press('Zmień miejscowość')
    await joanna.choose('Miejscowość', 'Mnichów')
    await joanna.press('Zapisz')
    await joanna.reads('poprawione')
    await joanna.picture('w której miejscowości leży każdy przystanek; kto wgrał rozkład, może to poprawić.')

    await joanna.open('/services/mine')
    await joanna.follow('Wpisy z pliku i do pliku')
    const entries = (await joanna.asks('/services/export?format=json')).body as { description?: string }[]
    entries[0]!.description = 'Nowy opis z pliku, zmyślony.'
    await joanna.page.setInputFiles('input[type=file]', {
      name: 'hsds.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify([...entries, { id: 'nowy', name: 'Bez rodzaju' }])),
    })
    await joanna.reads('Nowy opis z pliku, zmyślony.')
    await joanna.reads('Nie wiadomo, jaki to rodzaj usługi')
    await joanna.picture('co plik zmieni, pole po polu, i czego z niego nie da się wgrać, wiersz po wierszu.')
    await joanna.press('Wgraj 1 wpis')
    await joanna.reads('Wpisy do sprawdzenia')

    await joanna.open('/services/roads')
    await joanna.press('Zmień')
    await joanna.fill('Ile razy dłuższa', '1,4')
    await joanna.press('Zapisz')
    await joanna.reads('× 1,4')
    await joanna.picture('w tym powiecie droga jest 1,4 raza dłuższa niż linia prosta.')
  },
)
