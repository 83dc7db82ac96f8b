import { idOf } from '../../practice/act.ts'
import { journey } from '../journey.ts'

const week = ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela', 'święto']

export default journey(
  'Niebezpieczeństwo',
  'Nauczyciel boi się o dziecko teraz. Strona mówi, kto ma dyżur i pod jakim telefonem, a gdy nikt, podaje numery na całą dobę i niczego nie obiecuje. Kto zgłosił, widzi, że ktoś przeczytał; a gdy nikt nie czyta, zgłoszenie idzie dalej i strona mówi, gdzie dzwonić.',
  async (walk) => {
    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open('/institution')
    await danuta.press('Zmień godziny')
    for (const day of week) {
      await danuta.fill(`Od, ${day}`, '0')
      await danuta.fill(`Do, ${day}`, day === 'sobota' ? 'wieczorem' : '24')
    }
    await danuta.fill('Telefon na dyżur', '600 000 112')
    await danuta.press('Zapisz')
    await danuta.reads('Podaj godzinę, na przykład 7:30.')
    await danuta.fill('Do, sobota', '24')
    await danuta.press('Zapisz')
    await danuta.reads('0:00–24:00')
    await danuta.picture('mówi, kiedy w ośrodku ktoś ma dyżur i pod jakim telefonem.')

    const kamil = await walk.as('Kamil Wzorcowy')
    await kamil.open('/concerns/new')
    await kamil.fill('Co Cię niepokoi', 'Zaniedbane dziecko: jest samo w domu, od rana nic nie jadło.')
    await kamil.reads('Czy to dzieje się teraz?')
    await kamil.picture('jego słowa mówią o dziecku samym w domu: strona pyta, ale nie decyduje za niego.')
    await kamil.press('Tak, teraz jest niebezpiecznie')
    await kamil.reads('Najpierw zadzwoń')
    await kamil.reads(/Joanna Przykładna ma teraz dyżur w GOPS Ćwiczebny/)
    await kamil.reads('600 000 112')
    await kamil.reads(/Zgłoszenie dostaną od razu: Joanna Przykładna.*Danuta Zmyślna/)
    await kamil.picture('widzi imię i telefon osoby na dyżurze, a obok 112.')
    await kamil.fill('O kogo chodzi', 'Bartek, około 6 lat, dom za remizą')
    await kamil.fill('Gdzie mieszkają', 'Oksa, za remizą')
    await kamil.pick('Zaniedbanie dziecka')
    await kamil.pick('Nie wiem')
    await kamil.press('Wyślij zgłoszenie')
    await kamil.reads('Jeszcze nikt nie przeczytał')
    await kamil.reads(/Daliśmy znać: GOPS Ćwiczebny/)
    await kamil.picture('wie, komu daliśmy znać, do której ktoś powinien przeczytać i co wtedy.')
    await kamil.open('/')
    await kamil.reads('niebezpieczeństwo: jeszcze nikt nie przeczytał')
    await kamil.follow(/odpowiedź na zgłoszenie/)
    await kamil.reads('Telefon dla dzieci i młodzieży')

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.reads('Niebezpieczeństwo: zgłoszenie czeka, przeczytaj teraz')
    await joanna.picture('niebezpieczeństwo stoi samo na górze, z telefonem osoby, która zgłosiła.')
    await joanna.follow('Przeczytaj')
    await joanna.reads('Bartek, około 6 lat, dom za remizą')
    await joanna.reads('Zadzwoń do osoby, która zgłosiła: Kamil Wzorcowy')
    await danuta.open('/')
    await danuta.reads(/Przeczytane .*, Joanna Przykładna/)
    await danuta.doesNotRead('Nikt nie czeka na Twoją odpowiedź.')
    await danuta.doesNotRead(/czeka na Twoją odpowiedź/)
    await danuta.reads(/Odpowiada osoba, która ma dyżur/)
    await danuta.doesNotRead('Niebezpieczeństwo: zgłoszenie czeka, przeczytaj teraz')

    await kamil.reads(/Przeczytano/)
    await kamil.reads('Joanna Przykładna, GOPS Ćwiczebny')
    await kamil.picture('widzi od razu, kto przeczytał i o której.')
    await joanna.doesNotRead('Niebezpieczeństwo: zgłoszenie czeka, przeczytaj teraz')

    // Half an hour passes twice: in this journey's database all that it wrote is made so much older, and the job that runs
    // each minute is run.
    await danuta.open(`/partnerships/${idOf('partnership/oksa')}/rules`)
    await danuta.press('Zmień regulamin')
    await danuta.fill(/dalej, gdy nieprzeczytane przez/, '30')
    await danuta.choose(/Gdy nikt nie przeczyta niebezpieczeństwa/, /Policja/)
    await danuta.page.keyboard.press('Escape')
    await danuta.press('Zapisz regulamin')
    await danuta.reads('Nieprzeczytane przez 30 minut idzie po kolei do: Policja Umowna.')
    await kamil.open('/concerns/new')
    await kamil.pick(/Niebezpieczeństwo/)
    await kamil.fill('O kogo chodzi', 'Dwoje małych dzieci, blok przy szkole')
    await kamil.fill('Gdzie mieszkają', 'Oksa, blok przy szkole')
    await kamil.fill(
      'Co Cię niepokoi',
      'Zaniedbane dziecko i jego siostra są same od rana, drzwi są otwarte.',
    )
    await kamil.pick('Zaniedbanie dziecka')
    await kamil.pick('Nie wiem')
    await kamil.press('Wyślij zgłoszenie')
    await kamil.reads('Daliśmy znać: GOPS Ćwiczebny')
    await kamil.reads(/Jeśli do \d+:\d\d nikt nie przeczyta/)
    const tomasz = await walk.as('Tomasz Ćwiczebny')
    await tomasz.open('/')
    await tomasz.doesNotRead('Niebezpieczeństwo: zgłoszenie czeka, przeczytaj teraz')
    await walk.later(31)
    await kamil.reads('Daliśmy znać: Policja Umowna')
    await kamil.reads(/mogą to teraz przeczytać: Tomasz/)
    await kamil.picture(
      'w ośrodku nikt nie przeczytał na czas: zgłoszenie poszło dalej, do następnej z listy.',
    )
    await tomasz.reads('Niebezpieczeństwo: zgłoszenie czeka, przeczytaj teraz')
    await walk.later(31)
    await kamil.reads('Nikt nie przeczytał zgłoszenia')
    await kamil.reads(/Nie czekaj na odpowiedź: zadzwoń/)
    await kamil.reads('112')
    await kamil.picture(
      'nikt nie przeczytał i nie ma już komu dać: strona mówi wprost, żeby dzwonić, i gdzie.',
    )
    const letters = (await kamil.asks('/practice/outbox')).body as { to: string; subject: string }[]
    if (
      !letters.some(
        ({ to, subject }) => to.startsWith('kamil@') && subject.includes('nikt jeszcze nie przeczytał'),
      )
    )
      throw new Error('no letter tells the reporter that nobody read it')
    await tomasz.follow('Przeczytaj')
    await tomasz.reads('Dwoje małych dzieci, blok przy szkole')
    await kamil.reads(/Przeczytano/)
    await kamil.reads(/Tomasz .*, Policja Umowna/)

    await danuta.open('/institution')
    await danuta.press('Zmień godziny')
    for (const day of week) {
      await danuta.fill(`Od, ${day}`, '')
      await danuta.fill(`Do, ${day}`, '')
    }
    await danuta.fill('Telefon na dyżur', '')
    await danuta.press('Zapisz')
    await danuta.reads(/bez obietnicy/)
    await kamil.open('/concerns/new')
    await kamil.pick(/Niebezpieczeństwo/)
    await kamil.reads('Teraz nikt w GOPS Ćwiczebny nie ma dyżuru')
    await kamil.reads('112')
    await kamil.reads(/Nie wiemy, kiedy/)
    await kamil.picture('nikt nie ma dyżuru: tylko numery na całą dobę, bez obietnicy.')
  },
)
