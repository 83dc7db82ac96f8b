import { caseOf } from '../../practice/families.ts'
import { journey } from '../journey.ts'

export default journey(
  'Instytucja odmawia, koszyk układa się od nowa',
  'Poradnia nie ma wolnych terminów i mówi to wprost, z powodem. Koordynatorka widzi odmowę obok tego celu, prosi kogoś innego, rodzina mówi „tak”, a gotowe usługi można zamrozić, nie czekając na resztę.',
  async (walk) => {
    const family = `/families/${caseOf('fikcyjni')}`
    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open(`${family}/basket`)
    await joanna.reads('odrzucone')
    await joanna.picture('odmowa ma powód i podpowiedź, co dalej; nikogo nie trzeba gonić telefonem.')
    await joanna.press('Dodaj usługę')
    await joanna.choose('Rodzaj usługi', 'Pomoc w lekcjach')
    await joanna.pick('inna instytucja')
    await joanna.choose(/^Kto$/, /Przykładowych/)
    await joanna.fill('Jak często', '2 razy w tygodniu')
    await joanna.fill(
      'Co przeczyta instytucja',
      'Chłopiec, 11 lat, matematyka z klasy piątej. Czy jest miejsce?',
    )
    await joanna.press('Dodaj i zapytaj')

    const kamil = await walk.as('Kamil Wzorcowy')
    await kamil.open('/')
    await kamil.follow(/Czy możecie pomóc/)
    await kamil.press('Przyjmujemy ze zmianą')
    await kamil.fill('Jak często', 'raz w tygodniu, w czwartki')
    await kamil.fill('Co chcesz napisać', 'Drugi raz będzie możliwy od stycznia.')
    await kamil.picture('druga szkoła przyjmuje, ale tylko raz w tygodniu; rodzina usłyszy o zmianie.')
    await kamil.press('Wyślij ze zmianą')
    await kamil.reads(/Rodzina usłyszy o zmianie/)

    await joanna.open(`${family}/basket`)
    await joanna.reads('przyjęte ze zmianą')
    await joanna.reads(/Prosiliśmy:/)
    const item = joanna.page.locator('main li').filter({ hasText: 'przyjęte ze zmianą' }).last()
    await item.getByRole('button', { name: 'Odpowiedź rodziny' }).click()
    await joanna.pick(/^tak$/)
    await joanna.fill('Słowami rodziny', 'w czwartki pasuje')
    await joanna.press('Zapisz odpowiedź rodziny')
    await joanna.reads('w czwartki pasuje')
    await joanna.picture(
      'rodzina mówi „tak” zmienionej propozycji; pasek na dole mówi, czego jeszcze brakuje.',
    )
  },
)
