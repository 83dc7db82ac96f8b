import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'

/** Nothing of these is read before somebody takes it on, nor in any letter. */
const hidden = /Filip|Niezmyślny|500 000 733|Beata|boi się|Węgleszyn/

/** A day as fields of days read it. */
const typed = (day: string) => day.split('-').reverse().join('.')

export default journey(
  'Szkoła kieruje do poradni i słyszy o każdym kroku',
  'Pedagożka kieruje ucznia do poradni, zanim jest jakakolwiek sprawa. Do czasu przyjęcia poradnia czyta tylko: chłopiec, 9 lat, gmina Oksa, o co szkoła prosi. Odpowiada z telefonu trzema dotknięciami, a szkoła o każdym kroku słyszy słowem od poradni. Nikt nie dzwoni.',
  async (walk) => {
    const magda = await walk.as('Magda Bajkowska')
    await magda.open('/')
    await magda.goesTo('Skierowania')
    await magda.picture('zgłoszenia i skierowania są razem: co przychodzi i co wychodzi.')
    await magda.page.getByRole('navigation').getByRole('link', { name: 'Wysłane' }).first().click()
    await magda.settled()
    await magda.reads('Tymon Nibylski')
    await magda.picture('wysłane skierowania: które czeka i od kiedy, i co z nich wynikło.')
    await magda.page.getByRole('link', { name: 'Nowe skierowanie' }).click()
    await magda.settled()
    await magda.choose(/^Do kogo/, 'Poradnia Modelowa')
    await magda.fill('O co prosisz', 'Sprawdzić, skąd trudność ze skupieniem')
    await magda.press('Dodaj prośbę')
    await magda.fill('Prośba 2', 'Rada dla nauczycieli, jak pracować na lekcji')
    await magda.choose('Kto to jest', 'chłopiec')
    await magda.fill('Ile ma lat', '9')
    await magda.choose('Gmina', 'Oksa')
    await magda.fill('Imię i nazwisko', 'Filip Niezmyślny')
    await magda.fill(/^Telefon/, '500 000 733')
    await magda.fill('Czyj to telefon', 'mama')
    await magda.fill(
      'Co chcesz przekazać',
      'Filip jest bystry, ale po kwadransie odpływa. Boi się odpowiadać przy klasie, lubi rysować mapy.',
    )
    await magda.pick(/Zgoda kogoś/)
    await magda.fill('Kto się zgodził', 'Beata Niezmyślna')
    await magda.fill('Kim jest dla tej osoby', 'mama')
    await magda.choose(/^Jak/, /papierze/)
    await magda.fill(/^Kiedy(?! dzwonić)/, typed(today()))
    await magda.fill(/Do kiedy wolno/, typed(addDays(today(), 200)))
    await magda.picture(
      'formularz pokazuje obok, co poradnia przeczyta przed przyjęciem: bez imienia, telefonu i wsi.',
    )
    await magda.press('Wyślij skierowanie')
    await magda.reads('Wysłano do: Poradnia Modelowa')
    await magda.picture('po wysłaniu: kto to przeczyta, do kiedy odpowie i kiedy Splot przypomni.')
    await magda.follow('Zobacz skierowanie')
    const page = new URL(magda.page.url()).pathname
    await magda.picture('gdzie to jest teraz; jeśli poradnia zamilknie, wiadomo, kto i kiedy dostanie list.')

    await magda.page.locator('input[type=file]').setInputFiles({
      name: 'opinia wychowawczyni.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 opinia'),
    })
    await magda.tap(magda.page.getByRole('button', { name: 'Dołącz', exact: true }))
    await magda.reads('opinia wychowawczyni.pdf')
    const file = ((await magda.asks(`/scopes/${page.split('/').at(-1)}/files`)).body as { id: string }[])[0]!
      .id

    const nina = await walk.as('Nina Zapewne')
    if ((await nina.asks(`/files/${file}`)).status !== 404)
      throw new Error('what is attached is read before anything is taken on')
    await nina.page.setViewportSize({ width: 390, height: 844 })
    await nina.open('/asks/letters')
    await nina.pick(/^Od razu/)
    await nina.reads('Zapisane.')
    await walk.letters()
    const outbox = (await nina.asks('/practice/outbox')).body as { to: string; body: string }[]
    for (const { body } of outbox) if (hidden.test(body)) throw new Error(`a letter says: ${body}`)
    const link = outbox
      .filter(({ to }) => to.startsWith('nina@'))
      .flatMap(({ body }) => [...body.matchAll(/\/asks\/[^\s]+/g)].map(([address]) => address))
    const asked = (
      (await nina.asks('/day')).body as { waitingForMe: { id: string; scopeId: string }[] }
    ).waitingForMe
      .filter(({ scopeId }) => page.endsWith(scopeId))
      .map(({ id }) => id)
    if (asked.length !== 2 || link.length < 2)
      throw new Error('not both requests wait, or no letter tells of them')

    const before = nina.done.taps
    await nina.open(await linkTo(nina, link, page))
    await nina.doesNotRead(hidden)
    await nina.reads(/chłopiec, 9 lat, gmina Oksa/)
    await nina.picture('poradnia z telefonu: o co proszą, dla kogo bez nazwiska, i cztery duże odpowiedzi.')
    await nina.page.setViewportSize({ width: 390, height: 844 })
    await nina.press('Przyjmujemy')
    await nina.fill('Co chcesz napisać', 'Przyjmujemy. Zaczniemy od rozmowy z mamą.')
    await nina.press('Wyślij: przyjmujemy')
    walk.count({
      name: 'dotknięcia od listu do odpowiedzi',
      value: nina.done.taps - before,
      unit: 'dotknięcia',
      bar: 3,
    })
    await nina.reads('Dziękujemy, przyjęte.')
    await nina.press('Zobacz skierowanie')
    await nina.reads('Filip Niezmyślny')
    await nina.reads('500 000 733')
    await nina.reads('opinia wychowawczyni.pdf')
    await nina.picture('po przyjęciu: kto to jest, czyj telefon, co szkoła przekazuje i załącznik.')
    await nina.press('Potrzebujemy informacji')
    await nina.pick('Niejasny cel')
    await nina.fill('Co chcesz napisać', 'Czy rada ma być na piśmie, czy na spotkaniu?')
    await nina.press('Wyślij prośbę')
    await nina.reads(/prośba wysłana/)

    await magda.open('/')
    await magda.reads(/Do uzupełnienia/)
    await magda.follow(/Rada dla nauczycieli/)
    await magda.reads('Poradnia Modelowa prosi o uzupełnienie')
    await magda.reads('„Przyjmujemy. Zaczniemy od rozmowy z mamą.”')
    await magda.picture(
      'jedna prośba przyjęta, druga wróciła z pytaniem; uzupełnia się je na tej samej stronie.',
    )
    await magda.page
      .getByRole('main')
      .getByRole('textbox', { name: 'Prośba' })
      .fill('Rada dla nauczycieli, na spotkaniu')
    await magda.press('Uzupełnij i zapytaj ponownie')
    await magda.reads('Rada dla nauczycieli, na spotkaniu')
    await magda.doesNotRead('prosi o uzupełnienie')

    await nina.open(page)
    await nina.press('Wpisujemy na listę')
    await nina.fill(/Kiedy mniej więcej/, typed(addDays(today(), 60)))
    await nina.press('Wyślij: na liście')
    await nina.press('Zobacz skierowanie')
    await nina.press('Zaczęliśmy')
    await nina.fill('Co chcesz napisać', 'Pierwsze spotkanie za nami.')
    await nina.press('Zapisz początek')
    await nina.reads('w toku')
    await nina.press('Zakończ')
    await nina.pick('udało się częściowo')
    await nina.fill('Co chcesz napisać', 'Filip wie, jak prosić o przerwę. Opinia jest u mamy.')
    await nina.press('Zapisz zakończenie')
    await nina.reads('udało się częściowo')

    await magda.open(page)
    await magda.reads('„Filip wie, jak prosić o przerwę. Opinia jest u mamy.”')
    await magda.reads(/miejsce z/)
    await magda.picture(
      'każda prośba ma swój wynik: jedna zakończona, druga na liście z miejscem i terminem.',
    )

    const paper = await magda.paper('Skierowanie na papierze', `/api${page}/print.pdf`)
    for (const words of ['Filip Niezmyślny', 'Zaczniemy od rozmowy z mamą', 'udało się częściowo'])
      if (!paper.includes(words)) throw new Error(`the paper lacks "${words}"`)

    await magda.press('Zgoda cofnięta')
    await magda.confirm('Zapisz cofnięcie')
    await magda.reads('nie obowiązuje')
    await nina.open(page)
    await nina.reads(/nie można już czytać/)
    await nina.doesNotRead(/Niezmyślny|500 000 733/)
    await nina.reads('Co napisała Twoja instytucja')
    await nina.picture('zgoda cofnięta: poradnia nie czyta już niczego od szkoły, zostają jej własne słowa.')

    for (const other of ['Joanna Przykładna', 'Aleksandra Umyślna', 'Celina Fikcyjna']) {
      const walker = await walk.as(other)
      const { status } = await walker.asks(page)
      if (status !== 404) throw new Error(`${other} is told of the referral: ${status}`)
    }
  },
)

/** The first of these links that leads to the page. */
async function linkTo(
  who: { asks(path: string): Promise<{ body: unknown }> },
  links: string[],
  page: string,
): Promise<string> {
  for (const link of links) {
    const { body } = await who.asks(link.split('?')[0]!)
    if (page.endsWith((body as { scopeId: string }).scopeId)) return link
  }
  throw new Error(
    `no letter leads to the referral: ${links.join()} ${page} ${JSON.stringify(await who.asks(links[0]!.split('?')[0]!))}`,
  )
}
