import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Inspektorka ochrony danych sprawdza',
  'Rodzina pyta, kto czytał jej dane. Inspektorka widzi dziennik bez treści, otwiera jeden zapis z podanym celem na dobę, a kierowniczka dowiaduje się o tym od razu.',
  async (walk) => {
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(`/families/${caseOf('probni')}`)

    const iza = await walk.as('Izabela Strzegąca')
    await iza.open('/more')
    await iza.follow('Ochrona danych')
    await iza.picture('dziennik instytucji: kto, kiedy i co zrobił; rodziny są tylko kodami.')
    await iza.doesNotRead('Próbni')
    await iza.follow('Kto zaglądał')
    await iza.reads('Strona rodziny')
    await iza.picture('kto i gdzie zaglądał, bez tego, co tam było.')
    await iza.follow(/^sprawa /)
    await iza.choose('Cel', 'Wniosek osoby o jej dane')
    await iza.fill('Kilka słów więcej', 'Wniosek z 20 listopada: kto czytał dane.')
    await iza.picture('zanim zobaczy zapis, mówi, po co jej on.')
    await iza.press('Otwórz na 24 godziny')
    await iza.reads('Kto z instytucji tu zaglądał')
    await iza.picture('zapis: kto zaglądał i co zapisali pracownicy tej instytucji, przez jedną dobę.')

    const danuta = await walk.as('Danuta Zmyślna')
    await danuta.open('/')
    await danuta.follow(/otworzył zapis/)
    await danuta.picture('kierowniczka wie, kto i po co otworzył zapis.')
    await danuta.press('Wiem')
    await danuta.reads('osoba kierująca wie')
  },
)
