import { idOf } from '../../practice/act.ts'
import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'

const family = `/families/${idOf('probni/case')}/referrals`

/** A day as fields of days read it. */
const typed = (day: string) => day.split('-').reverse().join('.')

export default journey(
  'Skierowanie z rodziny: szkoła prosi fundację i mówi o tym w sprawie',
  'Szkoła jest w zespole rodziny. Kieruje dziecko do fundacji poza koszykiem: osobę wybiera z tych, które widzi, zgodę zapisuje tak jak zawsze, a skierowanie dołącza do sprawy. Do sprawy wchodzi tylko to, co dołączy osoba, która skierowała.',
  async (walk) => {
    const magda = await walk.as('Magda Bajkowska')
    await magda.open(family)
    await magda.reads('Nikt nie dołączył jeszcze skierowania do tej sprawy.')
    await magda.picture('skierowania rodziny: puste, z jednym zdaniem i co można zrobić.')
    await magda.press('Skieruj kogoś z rodziny')
    await magda.choose('Kogo kierujesz', 'Kacper Próbny')
    await magda.choose(/^Do kogo/, 'Fundacja')
    await magda.fill('O co prosisz', 'Miejsce na zajęciach technicznych')
    await magda.fill('Co chcesz przekazać', 'Kacper lubi majsterkować, dobrze pracuje w małej grupie.')
    await magda.pick(/Zgoda kogoś/)
    await magda.fill('Kto się zgodził', 'Karolina Próbna')
    await magda.fill('Kim jest dla tej osoby', 'mama')
    await magda.choose(/^Jak/, /papierze/)
    await magda.fill(/^Kiedy(?! dzwonić)/, typed(today()))
    await magda.fill(/Do kiedy wolno/, typed(addDays(today(), 100)))
    await magda.picture(
      'kogo dotyczy, wiadomo z rodziny; resztę mówi się jak zawsze, z podglądem, co przeczyta fundacja.',
    )
    await magda.press('Wyślij skierowanie')
    await magda.reads('Dołącz wysłane skierowanie')
    await magda.reads(/Kto to przeczyta/)
    await magda.fill(/^Kto zgodził się/, 'Karolina Próbna')
    await magda.choose(/^Jak/, /papierze/)
    await magda.fill(/^Kiedy/, typed(today()))
    await magda.picture('do sprawy wchodzi za zgodą: kto się zgodził i kto to przeczyta.')
    await magda.press('Dołącz do sprawy')
    await magda.reads(/SP im. Nikogo do: Fundacja/)
    await magda.picture('skierowanie jest w sprawie: widać, o co prosimy i co z tego wynikło.')

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(family)
    await joanna.reads('Miejsce na zajęciach technicznych')
    await joanna.picture('koordynatorka widzi to samo, bez przycisków osoby, która skierowała.')

    // To somebody who is not in Splot goes a letter; what they answer is written down by who wrote it.
    await magda.open('/referrals/new')
    await magda.choose(/^Do kogo/, 'Ktoś spoza Splotu (list albo e-mail)')
    await magda.fill('Do kogo piszesz', 'Poradnia Dowolna w Zmyślonym')
    await magda.fill('Adres na list', 'Rynek 1, Zmyślone')
    await magda.fill('O co prosisz', 'Badanie słuchu')
    await magda.choose('Kto to jest', 'dziewczynka')
    await magda.fill('Imię i nazwisko', 'Wanda Nibylska')
    await magda.fill('Co chcesz przekazać', 'Wanda od jesieni prosi o powtarzanie poleceń.')
    await magda.pick(/Zgoda kogoś/)
    await magda.fill('Kto się zgodził', 'Weronika Nibylska')
    await magda.fill('Kim jest dla tej osoby', 'mama')
    await magda.choose(/^Jak/, /papierze/)
    await magda.fill(/^Kiedy(?! dzwonić)/, typed(today()))
    await magda.fill(/Do kiedy wolno/, typed(addDays(today(), 100)))
    await magda.reads(/W liście na papierze będzie wszystko, co tu napiszesz, także imię i nazwisko./)
    await magda.press('Zapisz i przygotuj list')
    await magda.reads('List do: Poradnia Dowolna w Zmyślonym')
    await magda.follow('Zobacz skierowanie')
    await magda.picture('adresata nie ma w Splocie: list do wydruku i miejsce na to, co odpowie.')
    const letter = await magda.paper(
      'Skierowanie jako list',
      `/api${new URL(magda.page.url()).pathname}/print.pdf`,
    )
    for (const words of [
      'Poradnia Dowolna w Zmyślonym',
      'Rynek 1',
      'Wanda Nibylska',
      'Prosimy o odpowiedź do',
    ])
      if (!letter.includes(words)) throw new Error(`the letter lacks "${words}"`)
    await magda.page.getByRole('button', { name: /Badanie słuchu/ }).click()
    await magda.press('Wpisali na listę')
    await magda.fill(/Kiedy mniej więcej/, typed(addDays(today(), 30)))
    await magda.fill('Co odpowiedzieli', 'Zadzwonią w styczniu.')
    await magda.press('Zapisz odpowiedź')
    await magda.reads('„Zadzwonią w styczniu.”')

    const ola = await walk.as('Aleksandra Umyślna')
    const { status } = await ola.asks(family)
    if (status !== 404) throw new Error(`the foundation is told of the case: ${status}`)
  },
)
