import { journey } from '../journey.ts'
import { nobody } from '../walker.ts'

export default journey(
  'Kto na kogo czeka',
  'Koordynatorka pyta i nie musi pamiętać, kto jeszcze milczy: widzi, ile dni minęło z umówionych, czy pytanie ktoś przeczytał, i przypomina jednym dotknięciem. Nauczycielka, która zgłosiła rodzinę, też wie, że czeka.',
  async (walk) => {
    // By the door itself, as a person comes: every other window is signed in before its first page.
    const door = await walk.as(nobody)
    await door.open('/sign-in')
    await door.press(/Joanna Przykładna/)
    await door.reads('Ja czekam na innych')

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.reads('Ja czekam na innych')
    await joanna.doesNotRead(/przeczytane/)

    const ola = await walk.as('Aleksandra Umyślna')
    await ola.open('/')
    await ola.follow('Czy Fundacja przyjmie chłopca do świetlicy?')
    await ola.reads('Aleksandra')

    await joanna.open('/')
    await joanna.reads(/przeczytane/)
    await joanna.press(/Przypomnij: Aleksandra Umyślna/)
    await joanna.reads('przypomniano dziś')
    await joanna.stands('przypomniano dziś')
    await joanna.open('/')
    await joanna.reads('przypomniano dziś')
    await joanna.picture(
      'zaproszenie przeczytane i przypomniane; drugie przypomnienie tego dnia nie pójdzie.',
    )

    // The page of the family says the same, also when it is opened anew.
    await joanna.follow(/zaproszenie/)
    await joanna.reads('Kto pracuje z rodziną')
    await joanna.reads('przypomniano dziś')
    await joanna.doesNotRead('Przypomnij')
    await joanna.picture('zespół rodziny: kto zaproszony milczy i że przypomniano.')
    await joanna.open('/')
    await joanna.follow(/Miejsce w placówce/)
    await joanna.reads(/Co robi rodzina i co robią inni/)
    await joanna.press(/Przypomnij: Fundacja/)
    await joanna.reads('przypomniano dziś')
    await joanna.stands('przypomniano dziś')
    await joanna.open(new URL(joanna.page.url()).pathname)
    await joanna.reads('przypomniano dziś')
    await joanna.picture('koszyk: o usłudze przypomniano dziś.')
  },
)
