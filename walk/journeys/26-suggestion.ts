import { idOf } from '../../practice/act.ts'
import { journey } from '../journey.ts'

const family = idOf('probni/case')
/** Nothing of these is proposed to anybody. */
const hidden = /Przystań na niby|Hostel „Na próbę”/

export default journey(
  'Propozycja koszyka: jedna odłożona, druga zmieniona i wzięta',
  'Rodzina powiedziała, ile ma godzin, w które dni nie może i że nie ma samochodu. Splot szuka w okolicy i pokazuje sposoby ułożenia koszyka: co każdy obejmuje, czego nie i dlaczego. Koordynatorka odkłada jeden, w drugim zmienia usługę i przenosi go do koszyka. Nikt nie został zapytany, dopóki ona tego nie zrobi.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(`/families/${family}/basket`)
    await joanna.follow('Zaproponuj koszyk')
    await joanna.reads('Czego pilnujemy')
    await joanna.reads('Nie w środy')
    await joanna.reads('Sposoby ułożenia koszyka')
    await joanna.reads(/Nic nie wybrał/)
    await joanna.doesNotRead(hidden)
    await joanna.picture(
      'sposoby ułożenia koszyka obok siebie: cele słowami rodziny, czas, wyjazdy, koszt, pierwszy dzień.',
    )
    await joanna.reads('Co by zmieniło…')
    const sheet = joanna.page.getByRole('link', { name: 'Kartka A dla rodziny (PDF)' }).first()
    const talk = await joanna.paper(
      'propozycja na jednej kartce, do rozmowy z rodziną.',
      (await sheet.getAttribute('href'))!,
    )
    if (!talk.includes('To tylko propozycja')) throw new Error(talk)
    await joanna.press('Na następne spotkanie')
    await joanna.reads('Będzie w planie następnego spotkania.')
    await joanna.press(/^Odłóż propozycję A/)
    await joanna.reads('A. Najmniej jazdy')
    await joanna.picture('odłożona propozycja nie wraca, dopóki coś się nie zmieni.')
    await joanna.press('Dodaj')
    await joanna.choose('Co ogranicza rodzinę', 'Ile wyjazdów w tygodniu')
    await joanna.fill(/^Wyjazdy w tygodniu/, '4')
    await joanna.press('Zapisz')
    await joanna.reads(/najwyżej 4 wyjazdy/)
    await joanna.picture('zmieniło się, czego pilnujemy: Splot policzył od nowa.')
    await joanna.page.getByRole('checkbox', { name: 'Wizyty wolontariusza' }).uncheck()
    const before = joanna.done.taps
    await joanna.press(/^Przenieś z A/)
    await joanna.reads('Co robią inni')
    await joanna.reads('Korepetycje wolontariuszy')
    await joanna.reads('czwartek 15:00–16:00')
    await joanna.picture(
      'działania w koszyku: z dniem i godziną; instytucje pyta koordynatorka, kiedy zechce.',
    )
    await joanna.paper('koszyk dla rodziny, dużymi literami.', `/api/cases/${family}/basket.pdf`)
    walk.count({
      name: 'dotknięcia do przeniesienia propozycji',
      value: joanna.done.taps - before,
      unit: 'dotknięcia',
      bar: 1,
    })
  },
)
