import { addDays, today } from '../../src/platform/texts/dates.ts'
import { journey } from '../journey.ts'
import type { Walker } from '../walker.ts'

/** A day as fields of days read it. */
const typed = (day: string) => day.split('-').reverse().join('.')
const note = (who: Walker) => who.page.getByRole('textbox', { name: /^Notatka:/ })
/** What the note holds by now, also when it came from others. */
const holds = (who: Walker, words: string) =>
  who.page.waitForFunction((said) => document.querySelector('textarea')?.value.includes(said), words, {
    timeout: 15_000,
  })

export default journey(
  'Zespół się spotyka, protokół piszą dwie osoby naraz',
  'Joanna zwołuje spotkanie zespołu z dwoma terminami, rodzina mówi, kiedy jej pasuje. W trybie spotkania Joanna i Magda piszą tę samą notatkę, także gdy jednej zgaśnie internet. Jedno kliknięcie kończy: protokół mają wszyscy, ustalenia są zadaniami.',
  async (walk) => {
    const magda = await walk.as('Magda Bajkowska')
    await magda.page.setViewportSize({ width: 390, height: 844 })
    await magda.open('/families')
    await magda.follow(/Próbni/)
    const before = { ...magda.done, at: Date.now() }
    await magda.open(`${new URL(magda.page.url()).pathname}/contacts/new`)
    const [happened, next] = ['Kacper spokojnie opowiadał o drodze.', 'Kto z nim idzie w poniedziałki']
    await magda.fill('Co się wydarzyło i co ustalono', happened)
    await magda.fill('Co dalej', next)
    await magda.pick(/na następnym spotkaniu/)
    await magda.press('Zapisz notatkę')
    await magda.reads('Notatka zapisana')
    walk.count({
      name: 'notatka po wizycie: dotknięcia',
      value: magda.done.taps - before.taps,
      unit: 'dotknięcia',
      bar: 6,
    })
    walk.count({
      name: 'notatka po wizycie: sekundy, pisząc 200 znaków na minutę',
      value: Math.round((Date.now() - before.at) / 1000 + ((happened + next).length * 60) / 200),
      unit: 's',
      bar: 60,
    })

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/families')
    await joanna.follow(/Próbni/)
    const family = new URL(joanna.page.url()).pathname
    await joanna.open(`${family}/team`)
    await joanna.paper('kartka na lodówkę.', `/api/cases/${family.split('/').at(-1)}/team.pdf`)
    await joanna.open(`${family}/meetings`)
    await joanna.reads('Kto z nim idzie w poniedziałki')
    await joanna.picture('co czeka na następne spotkanie.')
    await joanna.follow('Zwołaj spotkanie')
    await joanna.fill(/^Dzień/, typed(addDays(today(), 2)))
    await joanna.fill(/^Godzina/, '12:00')
    await joanna.press('Dodaj drugi termin')
    await joanna.fill('Dzień, termin 2', typed(addDays(today(), 3)))
    await joanna.fill('Godzina, termin 2', '9:30')
    await joanna.fill('Miejsce', 'GOPS w Oksie, pokój 4')
    await joanna.pick('Karolina')
    await joanna.fill('Kiedy i gdzie rodzinie pasuje', 'rano, gdy Hania jest u babci')
    await joanna.picture('jeden krótki formularz: terminy, miejsce, kto i kiedy pasuje rodzinie.')
    await joanna.press('Zapytaj o terminy')
    await joanna.reads('termin do ustalenia')
    const meeting = new URL(joanna.page.url()).pathname
    await joanna.reads('Kto z nim idzie w poniedziałki')

    await magda.open('/')
    await magda.reads(/odpowiedz na zaproszenie/)
    const asked = magda.done.taps
    await magda.follow(/odpowiedz na zaproszenie/)
    await magda.choose(/12:00/, 'nie pasuje')
    await magda.choose(/9:30/, 'pasuje')
    await magda.press('Zapisz odpowiedzi')
    walk.count({
      name: 'dotknięcia od Mojego dnia do odpowiedzi o terminach',
      value: magda.done.taps - asked,
      unit: 'dotknięcia',
      bar: 6,
    })
    await magda.picture('zaproszenie z telefonu: każdy termin jednym wyborem.')

    await joanna.open(meeting)
    await joanna.reads('Magda Bajkowska')
    await joanna.press(/^Wybierz ten termin.*9:30/)
    await joanna.reads('Czy będziesz?')
    await joanna.tap(joanna.page.getByText('Dodaj punkt', { exact: true }))
    await joanna.fill('O czym porozmawiacie', 'Co się zmieniło od listopada')
    await joanna.press('Dodaj do planu')
    await joanna.reads('Co się zmieniło od listopada')
    await joanna.fill('O czym porozmawiacie', 'Diagnoza Kacpra po odmowie poradni')
    await joanna.tap(joanna.page.getByRole('button', { name: 'zmień', exact: true }))
    await joanna.page.getByLabel('cała rodzina').uncheck()
    await joanna.pick('Kacper')
    await joanna.press('Dodaj do planu')
    await joanna.reads('Diagnoza Kacpra po odmowie poradni')
    await joanna.picture('przed spotkaniem: kto będzie i plan; szkoła zobaczy tylko punkt o Kacprze.')

    await magda.open(meeting)
    await magda.reads('Diagnoza Kacpra po odmowie poradni')
    await magda.doesNotRead('Co się zmieniło od listopada')

    // It is agreed for another day: the page asks, and what it asks can be left.
    await joanna.press('Zacznij spotkanie')
    await joanna.reads('Zacząć spotkanie innego dnia?')
    await joanna.picture(
      'na początek innego dnia, niż się umówiono, Splot pyta i mówi, co się wtedy zaczyna.',
    )
    await joanna.confirm('Zacznij spotkanie')
    await joanna.reads('Tryb spotkania')
    await joanna.press('Diagnoza Kacpra po odmowie poradni')
    await joanna.reads('Punkt 4')
    await magda.open(`${meeting}/table`)
    await magda.reads('Punkt 1')
    await magda.press('Diagnoza Kacpra po odmowie poradni')

    await note(joanna).pressSequentially('Filia w Sędziszowie ma termin 9 grudnia. ')
    await holds(magda, 'Filia w Sędziszowie ma termin 9 grudnia.')
    await Promise.all([
      note(joanna).pressSequentially('Pan Mirosław może pojechać. '),
      note(magda).pressSequentially('Kacper woli jechać z tatą. '),
    ])
    for (const who of [joanna, magda])
      for (const words of ['Pan Mirosław może pojechać.', 'Kacper woli jechać z tatą.'])
        await holds(who, words)
    await joanna.picture('tryb spotkania: dwie osoby piszą tę samą notatkę, nikomu nic nie ginie.')

    await magda.page.context().setOffline(true)
    await note(magda).pressSequentially('Szkoła usprawiedliwi ten dzień. ')
    await magda.reads(/Bez połączenia/)
    await note(joanna).pressSequentially('Wyjazd o 7:40. ')
    await magda.page.context().setOffline(false)
    await holds(joanna, 'Szkoła usprawiedliwi ten dzień.')
    await holds(magda, 'Wyjazd o 7:40.')

    await joanna.fill('Co zrobimy', 'Przesłać opinię szkoły do filii poradni')
    await joanna.choose('Kto (instytucja)', /SP im/)
    await joanna.fill('Do kiedy', typed(addDays(today(), 4)))
    await joanna.page.keyboard.press('Escape')
    await joanna.press('Zapisz ustalenie')
    await joanna.reads('Cofnij')
    await joanna.picture('ustalenie ma instytucję i dzień; do wysłania protokołu można je cofnąć.')

    // What the school takes on goes into the basket at once, with what is written of it.
    await joanna.fill('Co zrobimy', 'Zajęcia z czytania w poniedziałki')
    await joanna.choose('Kto (instytucja)', /SP im/)
    await joanna.fill('Do kiedy', typed(addDays(today(), 7)))
    await joanna.page.keyboard.press('Escape')
    const toBasket = joanna.done.taps
    await joanna.pick('pomoc w koszyku usług')
    await joanna.choose('Dla którego celu', /Kacper/)
    await joanna.pick('Pomoc psychologiczno-pedagogiczna w szkole')
    await joanna.picture('to samo ustalenie jako prośba do szkoły: instytucja, dzień i słowa już są wpisane.')
    await joanna.press('Dodaj i zapytaj')
    await joanna.reads('Jest prośbą do instytucji, w koszyku usług')
    walk.count({
      name: 'dotknięcia od ustalenia do prośby w koszyku',
      value: joanna.done.taps - toBasket,
      unit: 'dotknięcia',
      bar: 5,
    })
    await joanna.sends(`/cases/${family.split('/').at(-1)}/assessments`, {
      id: crypto.randomUUID(),
      kind: 'review',
    })
    await joanna.pick('uzgodniony poziom')
    await joanna.choose('Dziedzina życia', 'Szkoła i nauka')
    await joanna.pick(/^3\. Chodzi do szkoły/)
    await joanna.press('Zapisz poziom')
    await joanna.reads('Szkoła i nauka: poziom 3')
    await joanna.picture(
      'zadanie, prośba do instytucji i uzgodniony poziom: przy każdym widać, czym się stało.',
    )

    const { people, family: seats } = (await joanna.asks(meeting)).body as Record<
      'people' | 'family',
      { id: string; attendance: string | null }[]
    >
    for (const [where, all] of [
      ['at-table', people],
      ['family-seats', seats],
    ] as const)
      for (const { id } of all.filter(({ attendance }) => !attendance))
        await joanna.sends(`${meeting}/${where}/${id}`, { attendance: 'excused' }, 'PUT')
    await joanna.page.reload()
    await joanna.reads('Tryb spotkania')
    const clicks = joanna.done.taps
    await joanna.press('Zakończ i wyślij protokół')
    await joanna.reads('Protokół przyjmuje uwagi')
    walk.count({
      name: 'kliknięcia do protokołu',
      value: joanna.done.taps - clicks,
      unit: 'kliknięcia',
      bar: 1,
    })
    await joanna.reads(/Pan Mirosław może pojechać/)
    await joanna.picture('protokół: co zapisano i co ustalono.')
    const paper = await joanna.paper('Protokół na papierze', `/api${meeting}/minutes.pdf`)
    for (const words of [
      'Pan Mirosław może pojechać',
      'Przesłać opinię szkoły',
      'prośba do instytucji, w koszyku usług',
      'Szkoła i nauka: poziom 3',
      'Karolina Próbna',
    ])
      if (!paper.includes(words)) throw new Error(`the paper lacks "${words}"`)

    await joanna.follow('Jest prośbą do instytucji, w koszyku usług')
    await joanna.reads('Zajęcia z czytania w poniedziałki')
    await joanna.picture('od ustalenia do prośby: jedno dotknięcie.')

    await magda.reads('Protokół przyjmuje uwagi')
    await magda.doesNotRead('Co się zmieniło od listopada')
    await magda.press('Przeczytane')
    await magda.press('Dodaj uwagę')
    await magda.fill('Jak było', 'Wyjazd jest o 7:20.')
    await magda.press('Zapisz uwagę')
    await magda.reads(/Wyjazd jest o 7:20/)
    await magda.open(`${family}/tasks`)
    await magda.reads('Przesłać opinię szkoły do filii poradni')

    await joanna.open(meeting)
    await joanna.reads(/Wyjazd jest o 7:20/)
    await joanna.press('Zatwierdź protokół')
    await joanna.confirm('Zatwierdź protokół')
    await joanna.reads(/Joanna Przykładna zatwierdza/)
    const { status } = await (await walk.as('Celina Fikcyjna')).asks(meeting)
    if (status !== 404) throw new Error(`somebody else is told of the meeting: ${status}`)
  },
)
