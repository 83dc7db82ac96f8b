import { journey } from '../journey.ts'

export default journey(
  'Od zgłoszenia do podpisanego kontraktu',
  'Dyrektor szkoły martwi się o rodzinę. Ośrodek podejmuje zgłoszenie, zbiera zespół z czterech instytucji, rodzina mówi, czego chce, każdy odpowiada za swoją część, a na końcu jest kontrakt na papierze. Nikt nie pisze tego samego dwa razy.',
  async (walk) => {
    const kamil = await walk.as('Kamil Wzorcowy')
    await kamil.open('/')
    await kamil.follow('Zgłoś rodzinę')
    await kamil.fill('O kogo chodzi', 'Rodzina Wzorkowskich: mama Lucyna i syn Tymek z klasy drugiej')
    await kamil.fill('Gdzie mieszkają', 'Oksa, koło młyna')
    await kamil.fill(/Znajdź trudność/, 'szkol')
    await kamil.pick('Absencja szkolna')
    await kamil.fill(
      /Co widzisz/,
      'Tymek przychodzi do szkoły dwa dni w tygodniu. Mama mówi, że rano nie ma siły wstać.',
    )
    await kamil.pick(/Pilne – w ciągu kilku dni/)
    await kamil.pick('Tak, rozmawialiśmy')
    await kamil.picture(
      'zgłasza rodzinę w sześciu pytaniach; obok czyta, kto to zobaczy i kiedy przyjdzie odpowiedź.',
    )
    walk.count({
      name: 'zgłoszenie rodziny: pola',
      value: await kamil.page.locator('[data-question]').count(),
      unit: 'pól',
      bar: 6,
    })
    await kamil.press('Wyślij zgłoszenie')
    await kamil.reads(/Wysłano do/)
    await kamil.picture('wie, co będzie dalej.')

    const joanna = await walk.as('Joanna Przykładna')
    await joanna.open('/')
    await joanna.picture('ma dyżur: nowe zgłoszenie czeka na odpowiedź na samej górze Mojego dnia.')
    await joanna.open('/concerns')
    await joanna.follow(/Wzorkowskich/)
    await joanna.picture(
      'czyta zgłoszenie i wybiera: podjąć, przekazać dalej albo odpowiedzieć „bez działań”.',
    )
    await joanna.follow('Podejmij')
    await joanna.fill('Imię i nazwisko', 'Wzorkowska')
    await joanna.press('Szukaj')
    await joanna.reads('Nikogo takiego nie znamy.')
    await joanna.press('To ktoś nowy: dodaj')
    await joanna.fill('Imię', 'Lucyna')
    await joanna.fill('Nazwisko', 'Wzorkowska')
    await joanna.picture('najpierw szuka, czy kogoś już nie znamy, potem otwiera sprawę.')
  },
)
